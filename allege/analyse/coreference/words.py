"""The words of `data/mentions/coreference.toml`, and parts of speech that several modules here ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from allege.analyse import data

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "agent"))
OBJECTS = frozenset(("dobj", "dative", "iobj"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("one", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("one", "f")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("many", "")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
}
"""What each pronoun stands for, and its gender."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of `data/mentions/coreference.toml`."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    definite: Mapping[str, frozenset[str]]
    answering: frozenset[str]
    idle: frozenset[str]
    lethal: frozenset[str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The words, read once."""
    table = data.lexicon("mentions/coreference.toml")
    sexes = [frozenset(_words(table[sex])) for sex in ("masculine", "feminine")]
    definite = table["definite"]
    assert isinstance(definite, dict)
    kinds = {word: frozenset(names) for word, names in definite.items()}
    answering, idle, lethal = (frozenset(_words(table[name])) for name in ("answering", "idle", "lethal"))
    return Tables(sexes[0], sexes[1], kinds, answering, idle, lethal)


def _words(lists: object) -> Iterator[str]:
    for words in lists.values() if isinstance(lists, dict) else ():
        yield from words
