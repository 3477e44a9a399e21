"""Whom it was done to: "guards shot | fleeing | farmers", "patrol fired | on | near Orsa", "attacked | hours | after".

The parser has the guards flee and the patrol fire, and takes the hours for what was attacked.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import has

ABOUT = frozenset(
    {"advancing", "approaching", "demonstrating", "fleeing", "grazing", "grieving", "marching", "mourning", "passing",
     "picnicking", "praying", "protesting", "resting", "retreating", "returning", "sleeping", "striking",
     "surrendering", "waiting", "withdrawing", "worshipping"}
)  # fmt: skip
"""What people are about when something is done to them; with nobody for its object."""
HARMING = frozenset({"massacre", "slaughter", "gun", "shell", "attack", "ambush", "assault", "bomb", "strafe", "rob"})
"""Lemmas of what is done to people, beside those of clauses.toml."""
AIMED = frozenset({"at", "on", "upon"})


def describe_whom(gerund: Token, undergone: Collection[str]) -> None:
    """Makes "shot | fleeing | farmers" say what farmers they were; `undergone`: lemmas of what is done to somebody."""
    over = gerund.head
    if gerund.lower_ not in ABOUT or gerund.dep_ not in ("xcomp", "pcomp") or over.i + 1 != gerund.i:
        return
    deed = over if gerund.dep_ == "xcomp" else over.head
    if deed.lemma_ not in undergone and deed.lemma_ not in HARMING | FIRING:
        return
    if gerund.dep_ == "pcomp" and over.lower_ not in AIMED:
        return
    whom = next((c for c in gerund.rights if c.dep_ == "dobj"), None)
    if whom is None or whom.left_edge.i != gerund.i + 1 or has(whom, {"det", "poss"}):
        return
    whom.head, whom.dep_ = over, "dobj" if gerund.dep_ == "xcomp" else "pobj"
    gerund.head, gerund.dep_ = whom, "amod"
    for child in [c for c in gerund.rights if c.i > whom.i]:
        child.head = deed


FIRING = frozenset({"fire", "shoot"})
SHOOTERS = frozenset({"i", "he", "she", "we", "they", "it", "who", "that", "which"})
STANDING = frozenset({"ROOT", "ccomp", "advcl"})
WHERE = frozenset({"near", "outside", "inside", "in", "at", "by", "from", "during", "after", "before", "as", "while"})


def undergo_fire(aim: Token) -> None:
    """Makes "patrol fired | on | near Orsa" passive: behind "on" and "at" nobody stands who was fired at.

    Such a word is a particle, also in "the patrol was fired | on".
    """
    fired = aim.head
    if aim.lower_ not in AIMED or aim.dep_ not in ("prep", "prt") or fired.lemma_ not in FIRING or aim.i != fired.i + 1:
        return
    behind = [c for c in aim.rights if not c.is_space]
    if any(c.lower_ not in WHERE or c.tag_ != "IN" for c in behind):
        return
    passive = has(fired, {"auxpass", "nsubjpass"}) and not has(fired, {"dobj"})
    if not passive and not _is_without(fired):
        return
    for where in behind:
        where.head, where.dep_ = fired, "agent" if where.lower_ == "by" else "prep"
    aim.dep_ = "prt"
    if not passive:
        fired.tag_ = "VBN"
        next(c for c in fired.lefts if c.dep_ == "nsubj").dep_ = "nsubjpass"


def _is_without(fired: Token) -> bool:
    """Whether a headline's verb has nothing but a noun before it: nobody is asked after or told of who was fired at."""
    if fired.tag_ not in ("VBD", "VBN") or fired.dep_ not in STANDING or has(fired, {"aux", "dobj", "mark"}):
        return False
    if any(c.dep_ in ("conj", "ccomp") and c.i > fired.i for c in fired.children):
        return False
    whom = [c for c in fired.lefts if c.dep_ == "nsubj"]
    return len(whom) == 1 and whom[0].lower_ not in SHOOTERS


UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
BOUNDS = frozenset({"after", "before"})
ROBBING = frozenset({"loot", "raid", "torch", "storm", "burn", "ransack", "pillage"})
"""What thieves do; of a thing it is said to be undergone: "convoy | looted | hours after truce"."""

LADEN = frozenset({"convoy", "caravan", "column"})
"""What carries goods as often as arms."""


def measure(unit: Token, undergone: Collection[str], somebody: Collection[str]) -> None:
    """Makes "convoy attacked | hours | after talks" say when, and not what; `somebody`: lemmas of who can do it."""
    verb = unit.head
    if unit.lower_ not in UNITS or unit.dep_ != "dobj" or verb.i + 1 != unit.left_edge.i:
        return
    if unit.i + 1 >= len(unit.doc) or unit.nbor().lower_ not in BOUNDS:
        return
    whom = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    thing = whom is not None and whom.pos_ == "NOUN" and (whom.lemma_ not in somebody or whom.lemma_ in LADEN)
    robbed = verb.lemma_ in ROBBING and thing
    if robbed or verb.lemma_ in HARMING | set(undergone):
        unit.dep_ = "npadvmod"
    if robbed and whom is not None:
        whom.dep_, verb.tag_ = "nsubjpass", "VBN"
