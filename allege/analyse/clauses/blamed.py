"""Whose word it is in "an attack | authorities blamed on the Front": no authorities of an attack.

The parser reads both nouns as one name, and the verb as a participle of it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import PAST


def free_blamer(verb: Token, somebody: Collection[str]) -> None:
    """Makes the second noun the subject of a relative clause on the first; `somebody`: nouns for who can blame."""
    if verb.lemma_ != "blame" or verb.tag_ not in PAST or verb.dep_ != "acl":
        return
    who = verb.head
    if who.i != verb.i - 1 or who.i < 1:
        return
    deed = who.nbor(-1)
    on = any(c.lower_ in ("on", "upon") for c in verb.rights)
    if deed.dep_ != "compound" or deed.head.i != who.i or who.lemma_.lower() not in somebody or not on:
        return
    before = [c for c in who.lefts if c.i < deed.i]
    deed.head, deed.dep_ = who.head, who.dep_
    verb.head, verb.dep_, verb.tag_ = deed, "relcl", "VBD"
    who.head, who.dep_ = verb, "nsubj"
    for child in before:
        child.head = deed
