"""Deeds that look like words: whoever frees, finds, rushes at, withholds or makes something says nothing by it."""

from __future__ import annotations

from allege.analyse.clauses.words import THWARTING, WITHHELD
from allege.analyse.committing import committing
from allege.analyse.labels import PAST
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree
from allege.extract.nouns import classes
from allege.extract.roles.control import HARMFUL, STRUCK

MAKING = committing("doing", "waging") | {"hand", "continue", "resume", "begin", "start", "intensify", "conclude"}

MADE = frozenset({"arrest", "attack", "raid", "strike", "assault", "ambush", "offensive", "counterattack",
                  "operation", "campaign", "patrol", "siege", "push",
                  "counteroffensive", "verdict", "sentence", "headway", "progress", "gain", "sweep", "bombardment",
                  "shelling", "bombing", "airstrike", "advance"})  # fmt: skip
"""What is made, and what a campaign may be of: "their bombing campaign"."""

ANSWERING = frozenset({"respond", "react", "retaliate", "answer", "reply"})

STRIKING = frozenset({"arrest", "attack", "bomb", "bombard", "fire", "raid", "send", "shell", "shoot", "strike"})
"""By which deeds somebody answers without a word."""

FORCE = HARMFUL | STRUCK
"""Verbs of what is done to whoever and whatever is hit."""

WORDLESS = frozenset({"arrest", "close", "fan", "fire", "force", "hinge", "boycott"}) | THWARTING
"""What says nothing, though a clause stands behind it: "fanned out where bombs fell", "foiled a plot to kill her"."""

SEALING = frozenset({"ink", "initial", "ratify", "seal", "sign"})
"""What is done to an agreement."""

WORDS_OF = frozenset({"declaration", "memorandum", "resolution"})
"""Agreements that say what those who sign them hold."""

WH = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"})


def is_wordless_deed(tree: Tree, heard: Heard) -> bool:
    """Whether what looks like a cue names a deed by which nobody says anything."""
    head = heard.head
    if heard.kind != "verb":
        deed = _acts(tree, heard) or _hits(tree, heard)
        return deed or _supports(tree, heard) or _is_thwarted(tree, head)
    if tree.lemma[head] in WORDLESS or _costs_lives(tree, head) or _rushes(tree, head):
        return True
    if _recalls(tree, head) or _gives_no_comment(tree, head) or _shows(tree, head):
        return True
    if _found(tree, heard) or _makes(tree, heard) or _seals(tree, heard.head):
        return True
    return heard.speaker is not None and (_hunted(tree, heard) or _withholds(tree, heard) or frees(tree, head))


def _supports(tree: Tree, heard: Heard) -> bool:
    """ "Marched in | support | of the mayor": for whom, and no word of theirs; a clause may be one."""
    told = any(tree.dep[i] == "ccomp" for first, last in heard.content for i in range(first, last))
    return tree.lower[heard.head] == "support" and tree.dep[heard.head] == "pobj" and not told


def _acts(tree: Tree, heard: Heard) -> bool:
    """ "The force's | personnel were patrolling": who does what is told is no word for telling it."""
    verb = tree.head[heard.head]
    told = any(first <= verb < last for first, last in heard.content)
    return told and tree.dep[heard.head] == "nsubj" and verb == heard.head + 2 and tree.tag[verb] == "VBG"


def _hits(tree: Tree, heard: Heard) -> bool:
    """ "The mill was hit by the army's | artillery": by what it was hit is no word for telling it."""
    by = tree.head[heard.head]
    struck = tree.head[by]
    told = any(first <= struck < last for first, last in heard.content)
    return told and tree.dep[by] == "agent" and tree.dep[heard.head] == "pobj" and tree.lemma[struck] in FORCE


def _is_thwarted(tree: Tree, plan: int) -> bool:
    """ "Guards thwarted a | plan | by settlers to rob it": what they came to know, and no word of theirs."""
    return tree.lemma[tree.head[plan]] in THWARTING and tree.dep[plan] in ("dobj", "nsubjpass")


def _found(tree: Tree, heard: Heard) -> bool:
    """ "Journalist found shot dead", "police found | the lorry that rebels had stolen": nobody states what he finds."""
    after = heard.head + 1
    if _comes_upon(tree, heard.head):
        return True
    if tree.lemma[heard.head] != "find":
        return False
    thing = tree.child(heard.head, "dobj")
    below = {tree.dep[c] for c in tree.children[heard.head] if c > heard.head}
    solid = thing is not None and tree.lemma[thing].lower() in classes()["person"] | classes()["thing"]
    plain = below.isdisjoint(("ccomp", "xcomp", "oprd", "acomp", "auxpass"))
    return (after < len(tree.tag) and tree.tag[after] == "VBN") or (solid and plain and tree.pos[thing or 0] == "NOUN")


def _comes_upon(tree: Tree, find: int) -> bool:
    """ "They came home | to find | that guards had burned it": what they came upon, and no word of theirs."""
    over = tree.head[find]
    if tree.lemma[find] not in ("find", "discover") or tree.dep[find] != "advcl" or tree.tag[find] != "VB":
        return False
    past = tree.tag[over] in PAST or any(tree.dep[c] == "aux" and tree.tag[c] == "VBD" for c in tree.children[over])
    told = tree.child(find, "ccomp")
    return (
        over < find
        and past
        and told is not None
        and tree.lower[tree.left[told]] not in WH
        and not any(tree.dep[c] == "prt" for c in tree.children[find])
    )


def _rushes(tree: Tree, verb: int) -> bool:
    """ "Mounted police | charged | the crowd": nobody is accused, where nothing is said of what."""
    if tree.lemma[verb] != "charge":
        return False
    crowds = classes()["protesters"] | classes()["protester"]
    thing = tree.child(verb, "dobj")
    below = tree.children[verb]
    what = any(tree.dep[c] in ("ccomp", "xcomp") or tree.lower[c] in ("with", "of", "over") for c in below)
    return thing is not None and tree.lemma[thing].lower() in crowds and not what


def _seals(tree: Tree, verb: int) -> bool:
    """ "The ministers | signed | an agreement in Orsa": an agreement, not a statement, which would be their word."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None or tree.lemma[verb] not in SEALING:
        return False
    return tree.lemma[thing].lower() in classes()["agreement"] - WORDS_OF


def _costs_lives(tree: Tree, verb: int) -> bool:
    """ "The blasts | claimed | 37 lives": nobody says anything."""
    thing = tree.child(verb, "dobj")
    return tree.lemma[verb] == "claim" and thing is not None and tree.lemma[thing].lower() in ("life", "victim")


def _recalls(tree: Tree, verb: int) -> bool:
    """ "Norland | recalled | its ambassador": home, and not to mind."""
    whom = tree.child(verb, "dobj")
    return tree.lemma[verb] == "recall" and whom is not None and tree.lemma[whom].lower() in SENT


def _gives_no_comment(tree: Tree, verb: int) -> bool:
    """ "The Guard has not | commented | on the raid": what it has said nothing of."""
    return tree.lemma[verb] == "comment" and any(tree.dep[c] == "neg" for c in tree.children[verb])


def _shows(tree: Tree, verb: int) -> bool:
    """ "Her aunt said, | weeping |": how it was said."""
    return tree.lemma[verb] in SHOWING and tree.tag[verb] == "VBG"


SENT = frozenset({"ambassador", "envoy", "consul", "attaché", "attache", "diplomat", "troop", "fleet"})
SHOWING = frozenset({"weep", "sob", "smile", "grin", "shrug", "gesture", "tremble", "shake"})


def _hunted(tree: Tree, heard: Heard) -> bool:
    """ "Who is wanted by the police": whom somebody looks for, and no word of theirs."""
    if tree.lemma[heard.head] != "want" or tree.child(heard.head, "agent") is None:
        return False
    return tree.child(heard.head, "xcomp", "ccomp") is None


def _makes(tree: Tree, heard: Heard) -> bool:
    """ "Police make arrest in market shooting", "Court hands down verdict in arson": a deed, no word."""
    if tree.lemma[heard.head] in ANSWERING:
        return any(tree.lemma[done] in MAKING | STRIKING for done in _means(tree, heard.head))
    if tree.lemma[heard.head] not in MAKING:
        return False
    things = [c for c in tree.children[heard.head] if tree.dep[c] == "dobj"]
    kinds = [c for thing in things for c in tree.children[thing] if tree.dep[c] in ("compound", "amod")]
    return any(tree.lemma[thing] in MADE for thing in (*things, *kinds))


def _means(tree: Tree, verb: int) -> list[int]:
    """What is done behind "by": "responded by | launching | air strikes"."""
    by = (c for c in tree.children[verb] if tree.dep[c] == "prep" and tree.lower[c] == "by")
    return [c for preposition in by for c in tree.children[preposition] if tree.dep[c] == "pcomp"]


def frees(tree: Tree, verb: int) -> bool:
    """ "The rebels released 30 hostages", "one of the clerks was released": somebody, and no statement."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None or tree.lemma[verb] not in ("release", "free"):
        return False
    captive = tree.lemma[thing].lower() in ("hostage", "prisoner", "captive", "detainee", "inmate")
    captive = captive or (tree.dep[thing] == "nsubjpass" and tree.pos[thing] == "NUM")
    return captive or tree.entity[thing] == "PERSON" or tree.lower[thing] in ("them", "him", "her", "me", "us")


def _withholds(tree: Tree, heard: Heard) -> bool:
    """ "Guards denied passage to three convoys": what somebody does not let others do, and no word of his."""
    top = tree.head[heard.head] if tree.dep[heard.head] == "xcomp" else heard.head
    if tree.lemma[top] not in ("deny", "refuse"):
        return False
    below = (top, *(c for c in tree.children[top] if tree.dep[c] == "xcomp"))
    return any(tree.dep[c] == "dobj" and tree.lemma[c].lower() in WITHHELD for v in below for c in tree.children[v])
