"""Verbs of headlines that are taken for nouns: "Strike on school | kills 12", "Airstrike near Orsa | wounds three".

The parser reads "school kills" as one name, and what the strike did is lost. The verb gets the deed for its subject and
whom it counts for its object.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place

HARMING = {"kills": "kill", "wounds": "wound", "injures": "injure", "hits": "hit", "destroys": "destroy"}


def make_verb(word: Token) -> None:
    """Makes such a noun a verb, where a number stands behind it and a deed with its place before."""
    lemma = HARMING.get(word.lower_)
    if lemma is None or word.tag_ != "NNS" or word.dep_ != "pobj" or not word.i or word.i + 1 >= len(word.doc):
        return
    where = word.head
    place, number, deed = word.nbor(-1), word.nbor(), where.head
    if place.head.i != word.i or place.dep_ != "compound" or not number.like_num or deed.pos_ not in ("NOUN", "PROPN"):
        return
    whom = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    take_place(word, deed)
    word.dep_ = "ccomp" if word.dep_ == "dep" else word.dep_
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    deed.head, deed.dep_ = word, "nsubj"
    for child in [c for c in word.lefts if c.i not in (deed.i, place.i) and c.i > where.i]:
        child.head = place
    place.head, place.dep_ = where, "pobj"
    whom.head, whom.dep_ = word, "dobj"
