"""Whose name stands behind a place: in "the governor of Torv, Pal Dahl, said" Pal Dahl is the governor, and not Torv.

The parser hangs such a name on the noun nearest to it.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from allege.analyse.clauses.words import speakers, words

PLACES = frozenset({"GPE", "LOC", "FAC"})
NEAR = frozenset({"of", "in", "for", "at", "from"})
REGIONS = frozenset({"province", "district", "county", "state", "region", "oblast", "governorate", "city", "republic"})


def hang_on_somebody(name: Token) -> None:
    """Hangs a full name between commas on the noun for somebody before the nearest "of" or "in"."""
    place = name.head
    if name.dep_ != "appos" or name.pos_ != "PROPN" or place.dep_ != "pobj" or place.head.lower_ not in NEAR:
        return
    whose = place.head.head
    if whose.pos_ != "NOUN" or not _is_somebody(whose) or place.ent_type_ == "PERSON":
        return
    full = name.ent_type_ == "PERSON" or any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in name.children)
    if not full or name.ent_type_ in PLACES or name.lower_ in REGIONS:
        return
    before, after = name.left_edge.i - 1, name.right_edge.i + 1
    if name.doc[before].text == "," and after < len(name.doc) and name.doc[after].text == ",":
        name.head = whose
        if place.ent_type_ and all(t.ent_iob_ == "I" for t in name.doc[place.i + 1 : name.i + 1]):
            person = Span(name.doc, name.left_edge.i, name.i + 1, "PERSON")
            where = Span(name.doc, place.i, place.i + 1, "GPE")
            name.doc.set_ents([person, where], default="unmodified")  # "Torv, Pal Dahl", taken for one name


def _is_somebody(noun: Token) -> bool:
    return noun.lemma_.lower() in speakers() or noun.lemma_.lower() in words()["posts"]
