"""Which place a deed is named after: "the Marrow bridge bombing" is the bombing of the Marrow bridge.

The parser hangs both words on the deed, side by side.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import SUBJECTS


def join_place(name: Token, places: Collection[str]) -> None:
    """Hangs a name on the noun for a place behind it (`places`: such nouns), where both hang on the noun after them."""
    if name.pos_ != "PROPN" or name.dep_ != "compound" or name.head.i != name.i + 2:
        return
    place = name.nbor()
    if place.dep_ == "compound" and place.head.i == name.head.i and place.pos_ == "NOUN" and place.lower_ in places:
        name.head = place


def join_second(noun: Token) -> None:
    """Makes one name of a place of two nouns: "shot them in the | town | square", where both were shot."""
    town = noun.nbor(-1) if noun.i else noun
    bare = not any(c.i < noun.i for c in noun.children) and noun.pos_ == "NOUN" and town.pos_ == "NOUN"
    if not bare or town.dep_ != "pobj" or town.head.head.i != noun.head.i or any(c.i > town.i for c in town.children):
        return
    if any(c.dep_ == "dobj" and c.i < town.head.i for c in noun.head.rights):
        noun.head, noun.dep_ = town.head, "pobj"
        for child in list(town.lefts):
            child.head = noun
        town.head, town.dep_ = noun, "compound"


def join_former(doc: Doc) -> None:
    """Hangs "ex" on the noun behind its hyphen: "clashes between | ex-rebels | and guards"."""
    for ex in doc[:-2]:
        if ex.lower_ == "ex" and ex.nbor().text == "-":
            _join_former(ex, ex.nbor(), ex.nbor(2))


def _join_former(ex: Token, hyphen: Token, noun: Token) -> None:
    if noun.pos_ not in ("NOUN", "PROPN") or hyphen.idx != ex.idx + len(ex) or noun.idx != hyphen.idx + 1:
        return
    if any(above.i in (ex.i, hyphen.i) for above in noun.ancestors):
        take_place(noun, hyphen if ex.head.i == hyphen.i else ex)
    before = [c for c in (*ex.lefts, *hyphen.lefts) if c.i < ex.i]
    for child in before:
        child.head = noun
    ex.head, ex.dep_ = noun, "compound"
    hyphen.head, hyphen.dep_ = noun, "punct"


def _open_with(bearing: Token) -> None:
    """ "| North | of Velm, five farmers and a guard were killed": where, and nobody who was."""
    of = bearing.nbor() if bearing.i + 1 < len(bearing.doc) else bearing
    if of.lower_ != "of" or of.head.i != bearing.i:
        return
    verb = bearing.head
    listed = next((c for c in bearing.rights if c.dep_ in ("conj", "appos")), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > bearing.i), listed)
    if subject is None or subject.left_edge.nbor(-1).text != "," or any(c.dep_ == "cc" for c in bearing.rights):
        return
    subject.head, subject.dep_ = verb, bearing.dep_
    bearing.dep_ = "npadvmod"


BEARINGS = frozenset({a + b for a in ("", "north", "south") for b in ("east", "west")} | {"north", "south"})


def free_bearing(bearing: Token) -> None:
    """Gives a noun its place back from the bearing behind it: "launched an assault | west | of the base"."""
    if bearing.dep_ in SUBJECTS and bearing.i == bearing.sent.start:
        _open_with(bearing)
    if bearing.lower_ not in BEARINGS or bearing.pos_ != "NOUN" or bearing.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return
    of = bearing.nbor() if bearing.i + 1 < len(bearing.doc) else bearing
    noun = bearing.nbor(-1) if bearing.i else bearing
    if of.lower_ != "of" or of.head.i != bearing.i or noun.dep_ != "compound" or noun.head.i != bearing.i:
        return
    if noun.pos_ != "NOUN":
        return
    before = [c for c in bearing.lefts if c.i != noun.i]
    noun.head, noun.dep_ = bearing.head, bearing.dep_
    bearing.head, bearing.dep_, bearing.pos_ = noun, "advmod", "ADV"
    for child in before:
        child.head = noun
