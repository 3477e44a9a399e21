"""What the rooms of this folder share: labels of the parse, and how a word takes another's place in it."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANY_SUBJECT = SUBJECTS | {"csubj", "expl"}
PAST = frozenset({"VBD", "VBN"})
"""Tags of a past tense or a participle, which the tagger takes for one another."""

PRESENT_OR_PAST = frozenset({"VBD", "VBZ", "VBP"})


def has(word: Token, labels: Collection[str]) -> bool:
    """Whether something hangs on a word under one of these labels."""
    return any(child.dep_ in labels for child in word.children)


def take_place(word: Token, of: Token) -> None:
    """Hangs a word where `of` hangs, as the sentence's root where `of` is that; `of` is left where it is."""
    above, label = (word, "ROOT") if of.head.i == of.i else (of.head, of.dep_)
    word.head, word.dep_ = above, label


def make_participle(verb: Token, of: Token) -> None:
    """Makes a verb a participle said of a noun."""
    verb.head, verb.dep_, verb.tag_ = of, "acl", "VBN"
