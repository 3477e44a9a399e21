"""Cues with a speaker that are nobody's word: he is asked after, or nobody, or a fact speaks, or it only looks so."""

from __future__ import annotations

from allege.analyse.labels import PRESENT
from allege.claim import SourceKind
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree
from allege.extract.certainty.governing import ANYBODY, ARTICLES, HARDLY
from allege.extract.happenings import names_a_doing
from allege.extract.reasoning import DOUBTLESS
from allege.extract.reasoning import VERBS as CONCLUDING

NOBODY = frozenset({"nobody", "none"})
DISPUTING = frozenset({"dispute", "deny", "doubt", "question", "contest"})
FACTS = frozenset({"which", "this", "that", "these"})
NO = frozenset({"no", "little", "scant"})
WRITTEN = (SourceKind.DOCUMENT, SourceKind.MEDIA)
EVIDENCE = frozenset({"evidence", "proof", "sign", "indication", "trace"})
COMING = frozenset({"emerge", "surface", "appear", "arise"})
CLAIMED = frozenset({"responsibility", "credit"})


def is_nobodys(tree: Tree, heard: Heard, who: int) -> bool:
    """Whether nobody says it, though `who` is named as if he did."""
    return any(holds(tree, heard, who) for holds in OF_SPEAKER)


def _is_how_it_looks(tree: Tree, heard: Heard, who: int) -> bool:
    """ "It | seems | that she was killed": nobody says so but the author."""
    return tree.lemma[heard.head] in ("seem", "appear") and tree.lower[who] == "it"


def _asked_after(tree: Tree, heard: Heard, who: int) -> bool:
    """ "Who ordered the killing?", "it is not known who ordered it": whoever is asked after says nothing."""
    return tree.lower[who] == "who" and tree.dep[heard.head] in ("ROOT", "ccomp", "pcomp", "csubj")


def _is_undisputed(tree: Tree, heard: Heard, who: int) -> bool:
    """ "Nobody disputes that they burned it", "no one", "few", "hardly anyone": the author holds it."""
    beside = {tree.lower[c] for c in (*tree.children[who], *tree.children[heard.head])}
    few = any(tree.lower[i] == "few" and not (i and tree.lower[i - 1] in ARTICLES) for i in (who, *tree.children[who]))
    few = few or (tree.lower[who] in ANYBODY and not beside.isdisjoint(HARDLY))
    nobody = few or tree.lower[who] in NOBODY or (tree.lower[who] == "one" and who > 0 and tree.lower[who - 1] == "no")
    return nobody and tree.lemma[heard.head] in DISPUTING


def _unclaimed(tree: Tree, heard: Heard, who: int) -> bool:
    """ "No group claimed responsibility for the blast", "claimed the blast", "claimed it": nobody says anything."""
    named = heard.key.rpartition(" ")[2] in CLAIMED or (tree.lemma[heard.head] == "claim" and _deed(tree, heard.head))
    if not named and all(tree.lemma[c] not in CLAIMED for c in tree.children[heard.head]):
        return False
    return tree.lower[who] in NOBODY or any(tree.dep[c] == "det" and tree.lower[c] == "no" for c in tree.children[who])


def _deed(tree: Tree, verb: int) -> bool:
    """Whether the object of a verb is a deed, or "it", and no clause is told."""
    thing = tree.child(verb, "dobj")
    if thing is None or any(tree.dep[c] in ("ccomp", "xcomp") and c > verb for c in tree.children[verb]):
        return False
    return tree.lower[thing] in ("it", "them") or names_a_doing(tree.lemma[thing].lower())


def _leaves_no_doubt(tree: Tree, heard: Heard, who: int) -> bool:
    """ "It leaves no doubt that they burned it", "…, leaving no doubt that": whoever writes so concludes it himself."""
    fact = tree.lower[who] in FACTS | {"it"}
    verb = tree.head[who] if fact else heard.head
    if tree.lemma[verb] != "leave" or not (fact or tree.dep[verb] == "advcl"):
        return False
    if tree.dep[verb] == "relcl" and tree.left[verb] and tree.lower[tree.left[verb] - 1] != ",":
        return False  # "photographs which leave no doubt": they say so
    return any(tree.dep[c] == "dobj" and is_past_doubt(tree, c) for c in tree.children[verb])


def is_past_doubt(tree: Tree, noun: int) -> bool:
    """ "No doubt", "little question": how sure it is, and no word of anybody's."""
    return tree.lemma[noun] in DOUBTLESS and any(tree.lower[c] in NO for c in tree.children[noun] if c < noun)


def _concluded(tree: Tree, heard: Heard, who: int) -> bool:
    """ "They are well armed, which suggests that …": a fact speaks; "a report which suggests that" is a source."""
    if tree.lower[who] not in FACTS or tree.lemma[heard.head] not in CONCLUDING:
        return False
    up = tree.head[heard.head]
    noun = up if tree.dep[heard.head] == "relcl" else -1
    if noun < 0:
        return True
    kind = noun_kind(tree, noun)
    if tree.pos[noun] == "PROPN":
        return kind not in WRITTEN and tree.tag[heard.head] in PRESENT
    return kind is None and tree.pos[noun] != "PRON"


def _lacks_evidence(tree: Tree, heard: Heard, who: int) -> bool:
    """ "No | evidence | has emerged that they burned it": nobody says so but the author."""
    none = any(tree.dep[c] == "det" and tree.lower[c] in NO for c in tree.children[who])
    return none and tree.lemma[who] in EVIDENCE and tree.lemma[heard.head] in COMING


def _keeps_silent(tree: Tree, heard: Heard, who: int) -> bool:
    """ "What | they | don't tell you: it was paid for": what others keep to themselves the author says."""
    verb = heard.head
    denied = any(tree.dep[c] == "neg" for c in tree.children[verb])
    what = tree.lower[tree.left[verb]] == "what" and tree.left[verb] < who < verb
    last = min((first for first, _ in heard.content), default=0)
    return denied and what and tree.lower[verb : last + 1].count(":") > 0


OF_SPEAKER = (
    _keeps_silent,
    _is_how_it_looks,
    _lacks_evidence,
    _asked_after,
    _leaves_no_doubt,
    _is_undisputed,
    _unclaimed,
    _concluded,
)
"""What bars a candidate by who is said to speak."""
