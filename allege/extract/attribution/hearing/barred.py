"""What looks like somebody speaking and is not: a purpose, a condition, another's words, and who wants no name.

`nobodys`: by who is said to speak. `deeds`: what is done without a word. `wordless`: what is tried or planned.
"""

from __future__ import annotations

from allege.analyse.labels import PAST
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.hearing.deeds import frees, is_wordless_deed
from allege.extract.attribution.hearing.nobodys import is_nobodys, is_past_doubt
from allege.extract.attribution.hearing.wordless import is_wordless
from allege.extract.attribution.tree import Tree
from allege.extract.unnamed import ANONYMITY, IDENTITY, REVEALING, UNNAMED

PURPOSED = frozenset({"aim", "intend", "design", "mean"})
"""In the passive with nobody named these tell what a thing is for ("was intended to stop the march")."""
FEW = 6
"""Words from "asked" to "not to be named" at most."""
CONDITIONS = frozenset({"if", "unless", "should", "when", "once"})
COUNTS = frozenset({"more", "fewer", "less", "many", "dozens", "hundreds", "none"})


def barred(tree: Tree, heard: Heard) -> bool:
    """Whether a candidate is no attribution whatever its words: see the rules below."""
    who = heard.speaker
    if is_wordless(tree, heard) or is_wordless_deed(tree, heard):
        return True
    if heard.kind != "verb":
        others = _is_of_others(tree, heard) or _is_lacking(tree, heard)
        return others or (who is None and is_past_doubt(tree, heard.head))
    if any(holds(tree, heard) for holds in OF_WORDS):
        return True
    if who is None:
        return heard.frame.startswith("done") and (tree.lemma[heard.head] in PURPOSED or frees(tree, heard.head))
    return _stays_unnamed(tree, heard) or _beside(tree, heard) or is_nobodys(tree, heard, who)


def _is_anothers(tree: Tree, heard: Heard) -> bool:
    """ "His widow | thinks so, | but police say thieves killed him": what police say is none of hers."""
    top = _top(tree, heard)
    said = tree.head[top] if top >= 0 and tree.dep[top] == "ccomp" else -1
    if not heard.head < said < top or tree.dep[said] != "conj" or tree.head[said] != heard.head:
        return False
    shared = tree.lower[heard.head + 1] in ("and", "or")  # "the army said | and the rebels confirmed that"
    return not shared and tree.child(said, "nsubj") is not None


def _is_of_others(tree: Tree, heard: Heard) -> bool:
    """ "Despite | denials from the regiment, | villagers insist": what is said against it is not the villagers'."""
    over, who = tree.head[heard.head], heard.speaker
    own = who is not None and tree.left[heard.head] <= who <= tree.right[heard.head]
    return tree.dep[heard.head] == "pobj" and tree.lower[over] in ("despite", "notwithstanding") and not own


def _is_lacking(tree: Tree, heard: Heard) -> bool:
    """ "Without the captain's | warning, | they would have died": what would have been is not what he warned of."""
    over = tree.head[heard.head]
    if tree.dep[heard.head] != "pobj" or tree.lower[over] not in ("without", "for"):
        return False
    lacks = tree.lower[over] == "without" or tree.lower[over - 1 : over] == ["but"]
    return lacks and not any(tree.left[heard.head] <= i <= tree.right[heard.head] for i, _ in heard.content)


def _conditional(tree: Tree, heard: Heard) -> bool:
    """ "If rebels attack, the army will respond": a condition is not said; "asked if" has it for its object.

    Nor is one that opens with "had", however it is hung: "had they attacked, nobody would have known".
    """
    clause = next((c for c in tree.children[heard.head] if c == _top(tree, heard)), None)
    if clause is None:
        return False
    opens = tree.lower[tree.left[clause]]
    if opens == "had" and clause < heard.head and tree.dep[tree.left[clause]] in ("aux", "auxpass"):
        return any(tree.lower[c] in ("would", "could", "might") for c in tree.children[heard.head])
    return tree.dep[clause] == "advcl" and opens in CONDITIONS


HELD = frozenset({"believe", "allege", "suspect", "presume", "think", "rumour", "rumor", "reckon", "say", "know"})
"""Verbs that in the passive, said of somebody, tell what others hold of him."""


def _is_held_of(tree: Tree, heard: Heard) -> bool:
    """ "Osk, | believed | to be behind it": what somebody is held to have done is no word of his."""
    verb = heard.head
    if tree.lemma[verb] not in HELD or not heard.source:
        return False
    if tree.dep[verb] in ("acl", "relcl") and tree.tag[verb] == "VBN" and heard.speaker == tree.head[verb]:
        return True
    infinitive = tree.tag[verb + 1 : verb + 2] == ["TO"] and tree.lemma[verb + 2 : verb + 3] in (["be"], ["have"])
    return infinitive and tree.tag[verb] in PAST and tree.child(verb, "aux", "auxpass") is None


def _top(tree: Tree, heard: Heard) -> int:
    """The word of the content that hangs on no other of it; -1 where the content has several pieces."""
    if len(heard.content) != 1:
        return -1
    first, last = heard.content[0]
    return next((i for i in range(first, last) if not first <= tree.head[i] < last), -1)


def _stays_unnamed(tree: Tree, heard: Heard) -> bool:
    """ "An official who asked not to be named": how a source wants to be told of, and nothing that it says."""
    if tree.lemma[heard.head] in REVEALING and _names_self(tree, heard.head):
        return True
    if tree.lemma[heard.head] not in UNNAMED["asking"]:
        return False
    below = range(heard.head + 1, min(tree.right[heard.head], heard.head + FEW) + 1)
    if any(tree.lemma[i].lower() in ANONYMITY for i in below):
        return True
    if any(tree.lemma[i] in REVEALING and tree.tag[i] == "VB" and _names_self(tree, i) for i in below):
        return True
    return any(tree.lemma[i] in UNNAMED["naming"] and tree.tag[i] == "VBN" and tree.dep[i] == "xcomp" for i in below)


def _names_self(tree: Tree, verb: int) -> bool:
    """ "Not to reveal | his name", "to give | her name"."""
    return any(tree.dep[c] == "dobj" and tree.lemma[c].lower() in IDENTITY for c in tree.children[verb])


def _beside(tree: Tree, heard: Heard) -> bool:
    """ "Police say twelve dead, neighbours say many more": what police say is not what neighbours say."""
    if heard.frame != "front":
        return False
    told = [c for c in tree.children[heard.head] if tree.dep[c] == "ccomp" and c < heard.head]
    other = any(tree.lemma[c] == tree.lemma[heard.head] and tree.child(c, "nsubj") is not None for c in told)
    return other and any(_tells(tree, c) for c in tree.children[heard.head] if c > heard.head)


def _tells(tree: Tree, i: int) -> bool:
    """Whether a dependent of a verb of saying is what is said: an object, a clause, or a count."""
    if tree.dep[i] in ("dobj", "ccomp"):
        return True
    inside = range(tree.left[i], tree.right[i] + 1)
    return tree.dep[i] != "prep" and any(tree.pos[k] == "NUM" or tree.lower[k] in COUNTS for k in inside)


def _is_explained(tree: Tree, heard: Heard) -> bool:
    """ "They were false: he | appeared | on television": what stands before a colon is explained, and not said."""
    last = max((last for _, last in heard.content), default=0)
    return last <= heard.head and tree.lower[last : last + 1] == [":"]


OF_WORDS = (_is_anothers, _is_held_of, _conditional, _is_explained)
"""What bars a verb by what it is said to say."""
