"""Small words taken for others: a full stop for a name, "outside" for an adjective, "whether or not" for a no."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import has

STOPS = frozenset({".", "!", "?"})
PLACING = frozenset({"outside", "inside"})
PARTICLES = frozenset({"off"})
CLOSING = frozenset({"cordon", "seal", "fence", "fend", "wall", "block"})
"""Verbs that have a particle and an object behind it: "sealed off the square"."""


def mend_small(token: Token) -> None:
    """Mends the tag and the place of one such word."""
    word = token.lower_
    if word == "not" and token.i > 1 and [t.lower_ for t in token.doc[token.i - 2 : token.i]] == ["whether", "or"]:
        token.dep_ = "cc"  # "whether or | not | they did it" denies nothing
    elif token.tag_ == "VBD" and token.dep_ == "acl" and _is_of_noun(token):
        token.tag_ = "VBN"  # "four officials | accused of it"
    elif word in PLACING and token.dep_ == "amod":
        _preposition(token)
    elif word == "offensive" and token.tag_ == "JJ":
        _campaign(token)
    elif word in PARTICLES and token.dep_ == "prep" and token.head.lemma_ in CLOSING:
        _particle(token)
    elif token.pos_ == "PROPN" and token.text in STOPS:
        token.tag_, token.pos_, token.dep_ = ".", "PUNCT", "punct"  # "near Orsa. | 3 killed": no name


def _is_of_noun(participle: Token) -> bool:
    """Whether what looks like a past tense on a noun can only be said of it: no subject, no object."""
    return not has(participle, {"nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp", "prt"})


def _preposition(outside: Token) -> None:
    """ "Shot dead | outside | home": where, and no home of a kind."""
    home, verb = outside.head, outside.head.head
    alone = home.tag_ == "NN" and outside.i + 1 == home.i and all(c.i == outside.i for c in home.lefts)
    if alone and home.dep_ == "dobj" and verb.pos_ == "VERB" and verb.i < outside.i - 1:
        outside.head, outside.dep_, outside.tag_, outside.pos_ = verb, "prep", "IN", "ADP"
        home.head, home.dep_ = outside, "pobj"


def _campaign(offensive: Token) -> None:
    """ "Launches ground | offensive": what is launched, and no way of doing it."""
    ground = offensive.nbor(-1) if offensive.i else offensive
    if ground.dep_ != "dobj" or offensive.head.i not in (ground.i, ground.head.i) or ground.pos_ != "NOUN":
        return
    verb = ground.head
    offensive.head, offensive.dep_, offensive.tag_, offensive.pos_ = verb, "dobj", "NN", "NOUN"
    ground.head, ground.dep_ = offensive, "compound"
    for child in list(ground.children):
        child.head = offensive


def _particle(off: Token) -> None:
    """ "Cordoned | off | the square": a part of the verb, and the square its object."""
    thing = next((c for c in off.children if c.dep_ == "pobj"), None)
    if thing is not None and off.i == off.head.i + 1 and not any(c.dep_ == "dobj" for c in off.head.children):
        thing.head, thing.dep_ = off.head, "dobj"
        off.dep_, off.tag_ = "prt", "RP"
