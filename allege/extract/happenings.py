"""Which nouns and participles tell of something that is done: "the sale", "their resignation", "leaked files".

Three ways to know a noun: a counted list (`nominal.txt`), one written by hand (`happenings.txt`), and its ending. Nouns
in -ing and -tion tell of a doing unless a list says otherwise (`things` in `words.toml`).
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from allege.analyse import data
from allege.extract.wordlists import word_list

NEIGHBOURING = frozenset({"neighbor", "neighbour"})
"""Participles that only ever describe ("in neighbouring Kirelia")."""

LISTED = frozenset((*data.lines("events/nominal.txt"), *data.lines("events/happenings.txt")))
THINGS = word_list("things")
PLURAL_THINGS = word_list("things-in-plural")
DESCRIBING = word_list("describing")
PHRASAL = word_list("phrasal")
PREPOSITIONS = word_list("prepositions")
ENDINGS = ("ing", "ation", "ition", "ction", "ption", "ution")
NEVER_VERBS = ("tion", "sion", "ment", "ance", "ence", "ity")
SHORTEST = 7
"""Letters of a noun from which its ending tells: shorter ones in -ing are things ("string")."""


def happens(token: Token) -> bool:
    """Whether a noun tells of something that happens or is done, or a participle says so of what stands beside it."""
    if token.pos_ == "NOUN":
        named = names_a_doing(token.lemma_.lower()) and not (token.tag_ == "NNS" and token.lemma_ in PLURAL_THINGS)
        return named and not token.ent_type_ and not _may_be_verb(token) and not _is_phrasal(token)
    if token.pos_ == "ADJ":
        return token.dep_ == "amod" and _is_participle(token.lower_)
    if token.pos_ != "VERB" or token.lemma_ in NEIGHBOURING:
        return False
    return token.dep_ == "amod" or (token.dep_ == "prep" and token.lemma_ not in PREPOSITIONS)


def _is_participle(adjective: str) -> bool:
    """Whether an adjective tells what was done to a thing ("revised"), not what it is like ("detailed", "unarmed")."""
    is_long = len(adjective) >= SHORTEST - 1 and adjective.isalpha() and not adjective.startswith("un")
    return is_long and adjective.endswith("ed") and adjective not in DESCRIBING


@lru_cache(maxsize=8192)
def names_a_doing(lemma: str) -> bool:
    """Whether a noun with this dictionary form names something that happens or is done, by the lists or its ending."""
    if lemma in THINGS:
        return False
    return lemma in LISTED or (len(lemma) >= SHORTEST and lemma.isalpha() and lemma.endswith(ENDINGS))


def _may_be_verb(token: Token) -> bool:
    """Whether a bare noun stands where a verb could: "Should Northland attack Southland" is parsed so."""
    if token.lemma_.endswith(NEVER_VERBS):
        return False  # "NATO enlargement"
    bare = token.tag_ == "NN" and all(child.dep_ == "compound" for child in token.lefts)
    return bare and token.i > 0 and token.nbor(-1).pos_ in ("PROPN", "PRON")


def _is_phrasal(token: Token) -> bool:
    """Whether a noun is but part of a fixed phrase: "in order to", "in response to"."""
    return (
        token.dep_ == "pobj" and token.lower_ in PHRASAL and token.head.lower_ == "in" and token.head.i + 1 == token.i
    )
