"""To whom a thing is given, or a town falls: "returned a painting that was stolen in 1989 | to its owner".

The parser hangs "to" on the clause that tells of the thing, and in "speaking a year after the fall of Velm | to the
rebels" on the verb before.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

GIVING = frozenset(
    {"return", "give", "hand", "restore", "deliver", "send", "donate", "transfer", "extradite", "present"}
)
TAKEN = frozenset({"steal", "loot", "rob", "plunder", "seize", "confiscate", "lose", "find", "recover"})
"""Verbs of what became of a thing before it is given; none has a "to"."""

FALLING = frozenset({"fall", "loss", "surrender", "handover", "capitulation"})
NEAR = 3
"""Heads from "to" up to the clause that it is hung on, at most."""


def hang_to(to: Token) -> None:
    """Hangs "to" on the verb of giving, or on the fall of what stands right before it."""
    if to.lower_ != "to" or to.dep_ != "prep" or to.i < 2:
        return
    noun = _fall(to.nbor(-1))
    if noun is not None and noun.head.i != to.i and not to.is_ancestor(noun):
        to.head = noun
        return
    clause = next((a for a in islice(to.ancestors, NEAR) if a.dep_ in ("relcl", "acl")), None)
    if clause is None or clause.head.dep_ != "dobj" or clause.head.head.lemma_ not in GIVING:
        return
    other = any(t.lower_ == "to" and t.dep_ == "prep" and t.i < to.i for t in clause.subtree)
    if other or clause.lemma_ in TAKEN:
        to.head = clause.head.head


def _fall(name: Token) -> Token | None:
    """The noun that tells of a fall, of what is named right before "to": "the | fall | of Velm"."""
    of = name.head
    over = of.head
    fallen = name.dep_ == "pobj" and of.lower_ == "of" and over.lemma_.lower() in FALLING
    return over if fallen and over.pos_ == "NOUN" else None
