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
