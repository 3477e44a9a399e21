"""Verbs of headlines that are taken for nouns: "Strike on school | kills 12", "Airstrike near Orsa | wounds three".

The parser reads "school kills" as one name, and what the strike did is lost. The verb gets the deed for its subject and
whom it counts for its object. So it is with "League | rejects | claim it shelled port": the league claims nothing.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place

REFUSING = {
    "rejects": "reject", "dismisses": "dismiss", "denies": "deny", "disputes": "dispute", "refutes": "refute",
    "rebuts": "rebut", "denounces": "denounce", "slams": "slam",
}  # fmt: skip
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


def make_refusal(word: Token, reports: Collection[str]) -> None:
    """Makes a noun a verb of refusing where a report (lemmas) is read as its verb: "League | rejects | claim"."""
    told, lemma = word.head, REFUSING.get(word.lower_)
    if lemma is None or told.i != word.i + 1 or told.tag_ != "VBP" or told.lemma_ not in reports:
        return
    who = _refuser(word)
    if who is None:
        return
    take_place(word, told)
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", lemma
    for child in [c for c in word.lefts if c.i < who.i]:
        child.head = who
    who.head, who.dep_ = word, "nsubj"
    for child in [c for c in told.children if c.is_punct]:
        child.head = word
    told.head, told.dep_, told.tag_, told.pos_ = word, "dobj", "NN", "NOUN"
    for child in told.rights:
        if child.dep_ == "ccomp":
            child.dep_ = "acl"


def _refuser(word: Token) -> Token | None:
    """Who stands right before a verb of refusing that is read as a noun or as an auxiliary."""
    if word.dep_ == "aux":
        near = (*word.lefts, *word.head.lefts)
        return next((c for c in near if c.dep_ == "nsubj" and c.right_edge.i == word.i - 1), None)
    names = [c for c in word.lefts if c.dep_ in ("compound", "amod")]
    return names[-1] if word.dep_ == "nsubj" and names and names[-1].i == word.i - 1 else None
