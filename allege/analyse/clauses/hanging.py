"""How a word takes another's place in the parse."""

from __future__ import annotations

from spacy.tokens import Token


def take_place(word: Token, of: Token) -> None:
    """Hangs a word where `of` hangs, as the sentence's root where `of` is that; `of` is left where it is."""
    above, label = (word, "ROOT") if of.head.i == of.i else (of.head, of.dep_)
    word.head, word.dep_ = above, label


def make_participle(verb: Token, of: Token) -> None:
    """Makes a verb a participle said of a noun."""
    verb.head, verb.dep_, verb.tag_ = of, "acl", "VBN"


def noun_before(verb: Token) -> Token | None:
    """The noun whose phrase ends right before a verb and the comma before it; None where none does."""
    last = verb.i - 1 - (verb.i > 1 and verb.nbor(-1).text == ",")
    if last < 0:
        return None
    noun = verb.doc[last]
    while noun.dep_ in ("pobj", "prep", "compound", "nmod") and noun.head.i < last:
        noun = noun.head
    return noun if noun.pos_ in ("NOUN", "PROPN") else None
