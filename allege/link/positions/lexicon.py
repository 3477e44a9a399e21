"""The words of `allege/data/link/positions.toml`, and small readings of words that several comparisons share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
STEM = 6
"""Letters of a word that are compared where names of one office vary: "minister" and "ministry"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of the file under their names there; lists of words as sets, of phrases as tuples."""

    anybody: frozenset[str]
    attackers: frozenset[str]
    victims: frozenset[str]
    killing: tuple[str, ...]
    unknown: frozenset[str]
    state: frozenset[str]
    at_large: frozenset[str]
    military: frozenset[str]
    around: frozenset[str]
    crewed: frozenset[str]
    men: frozenset[str]
    rising: frozenset[str]
    institutions: frozenset[str]
    mouthpieces: frozenset[str]
    bodily: frozenset[str]
    armed: frozenset[str]
    group_names: frozenset[str]
    civil: frozenset[str]
    deeds: frozenset[str]
    part_in: frozenset[str]
    casualties: frozenset[str]
    unproven: frozenset[str]
    titles_of: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    relative: frozenset[str]
    several: frozenset[str]
    articles: frozenset[str]
    stating: tuple[str, ...]
    duties: frozenset[str]
    offices: frozenset[str]
    reports: frozenset[str]
    beside: frozenset[str]
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    withdrawn_titles: tuple[str, ...]
    withdrawn_notes: tuple[str, ...]
    withdrawing: tuple[str, ...]
    accusing: tuple[str, ...]
    outcome: Mapping[str, tuple[str, ...]]
    weapons: Mapping[str, frozenset[str]]
    means: Mapping[str, str]
    house_tails: tuple[str, ...]
    house_archives: frozenset[str]
    house_names: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The packaged word lists."""
    path = resources.files("allege") / "data" / "link" / "positions.toml"
    read: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    who, speaking, correction = read["who"], read["speaking"], read["correction"]
    tables = (who, speaking, read["passing"])
    sets: dict[str, Any] = {name: frozenset(words) for table in tables for name, words in table.items()}
    sets |= {"stating": tuple(speaking["stating"]), "killing": tuple(who["killing"])}
    phrases: dict[str, Any] = {name: tuple(words) for name, words in correction.items()}
    outcome = {label: tuple(stems) for label, stems in read["outcome"].items()}
    house = read["house"]
    return Lexicon(
        **sets,
        **phrases,
        accusing=tuple(read["accusing"]["verbs"]),
        outcome=outcome,
        weapons={mode: frozenset(words) for mode, words in read["weapons"].items()},
        means=read["means"],
        house_tails=tuple(sorted(house["tails"], key=lambda tail: (-len(tail), tail))),
        house_archives=frozenset(house["archives"]),
        house_names=house["names"],
    )


@cache
def persons() -> frozenset[str]:
    """What somebody may be called, "girl", "clerk": the class of people of allege/data/events/classes.toml."""
    text = (resources.files("allege") / "data" / "events" / "classes.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["person"]["words"].replace(",", " ").split())


@dataclass(frozen=True, slots=True)
class Wholes:
    """The words of `[wholes]` there: what lasts, attacks, deeds, and what sets a deed within what follows."""

    lasting: tuple[str, ...]
    attacks: tuple[str, ...]
    deeds: tuple[str, ...]
    during: tuple[str, ...]
    near: int


@cache
def wholes() -> Wholes:
    """The packaged words for an occurrence and its parts."""
    read = tomllib.loads((resources.files("allege") / "data" / "link" / "positions.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = {name: value if isinstance(value, int) else tuple(value)
                             for name, value in read["wholes"].items()}  # fmt: skip
    return Wholes(**found)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a phrase in small letters, without a possessive s."""
    return tuple(re.sub(r"['’]s?$", "", word.casefold()) for word in WORD.findall(text))


def singular(word: str) -> str:
    """A plain plural's singular; other words as they are."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def listed(word: str, words: frozenset[str]) -> bool:
    """Whether a word or its singular is on the list."""
    return word in words or singular(word) in words


def stem(word: str) -> str:
    """The beginning of a word that its near relatives share."""
    return singular(word)[:STEM]


def is_other_side(short: Collection[str], name: Iterable[str]) -> bool:
    """Whether words for a body of the state are no short form of a name, since it is of those who rise against one.

    "The army" is not the Dawn Liberation Army, though its words stand there. Words may be given by their beginnings.
    """
    state, rising = _stems(lexicon().state), _stems(lexicon().rising)
    return bool(short) and state.issuperset(map(stem, short)) and not rising.isdisjoint(map(stem, name))


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))
