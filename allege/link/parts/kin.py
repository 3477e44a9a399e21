"""How two words for what happens are related: by derivation, as synonyms, by nearness of meaning, by a family.

The tables are data: `kin.csv` (compiled from WordNet and an encoder, see tools/compile_kin.py) and `families.toml`
(written by hand). All words are stems.
"""

from __future__ import annotations

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from allege.link.parts.words import stem


@dataclass(frozen=True, slots=True)
class Kin:
    """The closest relation between the words of two anchors. `near` is a cosine, 1 where they share a word.

    `known`: the table has something to say about both; where it has not, a low `near` says little.
    """

    derived: bool = False
    synonym: bool = False
    family: bool = False
    near: float = 0.0
    known: bool = True
    words: tuple[str, str] = ("", "")

    @property
    def related(self) -> bool:
        """Whether any table joins them outright."""
        return self.derived or self.synonym or self.family


Row = tuple[bool, bool, float]


@cache
def table() -> Mapping[tuple[str, str], Row]:
    """The rows of kin.csv by pair of stems, the smaller one first."""
    text = resources.files("allege").joinpath("data/link/kin.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    next(rows)
    return {(a, b): (derived == "1", synonym == "1", int(near) / 100) for a, b, derived, synonym, near in rows}


@cache
def vocabulary() -> frozenset[str]:
    """The stems that kin.csv knows."""
    return frozenset(word for pair in table() for word in pair)


@cache
def families() -> Mapping[str, frozenset[str]]:
    """The families of families.toml that each stem is in."""
    text = resources.files("allege").joinpath("data/link/families.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in tomllib.loads(text).items():
        for word in words.split(","):
            found[stem(word.strip())].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def of_one_kind(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two anchors name one kind of occurrence."""
    close = kin(left, right)
    return close.related or close.near == 1.0


@lru_cache(maxsize=200_000)
def kin(left: tuple[str, ...], right: tuple[str, ...]) -> Kin:
    """The closest relation between two anchors, given as the stems of their content words."""
    if set(left) & set(right):
        word = min(set(left) & set(right))
        return Kin(near=1.0, words=(word, word))
    best = Kin(known=_known(left) and _known(right))
    for a in left:
        for b in right:
            best = _closer(best, a, b)
    return best


def near(a: str, b: str) -> float:
    """How near in meaning two stems are: a cosine, 0 where the table does not say."""
    return 1.0 if a == b else table().get((a, b) if a < b else (b, a), (False, False, 0.0))[2]


def _known(words: Iterable[str]) -> bool:
    return any(word in vocabulary() for word in words)


def _closer(best: Kin, a: str, b: str) -> Kin:
    derived, synonym, cosine = table().get((a, b) if a < b else (b, a), (False, False, 0.0))
    nothing: frozenset[str] = frozenset()
    family = bool(families().get(a, nothing) & families().get(b, nothing))
    closest = (a, b) if max(best.near, 0.01) <= cosine or (derived, synonym, family) > _flags(best) else best.words
    return Kin(
        derived=best.derived or derived,
        synonym=best.synonym or synonym,
        family=best.family or family,
        near=max(best.near, cosine),
        known=best.known,
        words=closest,
    )


def _flags(kin_: Kin) -> tuple[bool, bool, bool]:
    return (kin_.derived, kin_.synonym, kin_.family)
