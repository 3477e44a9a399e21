"""A circle: the documents that are compared with one another, how rare each word is among them, which belong together.

A name that all reports of a trial carry says nothing; one that only two of them carry says much. So a word weighs by
its rarity in the circle, and besides by its rarity in the wider collection where that is known.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import chain, islice, pairwise

import numpy as np

from allege.link.bag import tally
from allege.link.parts.group import Matrix, heights
from allege.link.parts.telling import Telling
from allege.link.parts.words import line_tokens, listed

BESIDE = 5
"""Content words on one side of an anchor that count as beside it."""
MOST_WORDS = 1_500
"""Words read of one document; what follows is left out."""
UNSEEN = 3.0
"""Rarity of a word that the wider collection does not know."""


LEAD = 60
"""Content words that count as a document's beginning."""
MOST_GROUPED = 150
"""Of more documents than so many, each two are judged by themselves alone."""
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The content words of one document, counted: all, the names, those at its beginning, and pairs of neighbours."""

    words: Mapping[str, int]
    names: Mapping[str, int]
    lead: Mapping[str, int]
    pairs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Vector:
    """Weights of words, and their length as a vector."""

    weights: Mapping[str, float]
    length: float

    @classmethod
    def of(cls, counts: Mapping[str, int], rarity: Mapping[str, float], unseen: float = 0.0) -> Vector:
        """Counts times rarity."""
        weights = {word: n * rarity.get(word, unseen) for word, n in counts.items()}
        return cls(weights, math.sqrt(sum(weight * weight for weight in weights.values())))

    def cosine(self, other: Vector) -> float:
        """1 for the same direction, 0 where no word is shared or either is empty."""
        if not self.length or not other.length:
            return 0.0
        mine, theirs = self.weights, other.weights
        dot = math.fsum([mine[word] * theirs[word] for word in mine.keys() & theirs.keys()])
        return dot / (self.length * other.length)


@dataclass(frozen=True, slots=True)
class View:
    """A telling's surroundings from its circle: the whole sentence, seen closely and widely, and both sides."""

    near: Vector
    wide: Vector
    before: Vector
    after: Vector


class Circle:
    """Documents that are compared, with the rarity of their words and how likely each two are about one thing."""

    def __init__(
        self,
        documents: Mapping[str, Wording],
        told: Iterable[Telling] = (),
        wider: Mapping[str, float] | None = None,
    ) -> None:
        self.size = len(documents)
        self._told = Counter(head for _, head in {(telling.document, telling.head) for telling in told})
        self.rarity = rarity(one.words for one in documents.values())
        self._wider = wider or self.rarity
        self._numbers = {name: number for number, name in enumerate(sorted(documents))}
        self._documents = documents
        self._views: dict[str, View] = {}
        self._alike: dict[tuple[int, int], float] = {}
        self._together: Matrix | None = None

    @cached_property
    def vectors(self) -> list[tuple[Vector, ...]]:
        """The documents by name, seen in each of `SIGHTS`."""
        return vectors([self._documents[name] for name in self._numbers])

    def number(self, document: str) -> int:
        """The place of a document in the order of the names."""
        return self._numbers[document]

    def view(self, telling: Telling) -> View:
        """The surroundings of a telling of this circle, weighed."""
        if telling.id not in self._views:
            around = tally(telling.before + telling.after)
            near = Vector.of(around, self.rarity, UNSEEN)
            self._views[telling.id] = View(
                near,
                near if self._wider is self.rarity else Vector.of(around, self._wider, UNSEEN),
                Vector.of(tally(telling.before[-BESIDE:]), self.rarity, UNSEEN),
                Vector.of(tally(telling.after[:BESIDE]), self.rarity, UNSEEN),
            )
        return self._views[telling.id]

    def told(self, head: str) -> float:
        """The share of the documents that tell of something with this word: the circle's own subject is told widely."""
        return self._told[head] / max(1, self.size)

    def alike(self, a: str, b: str) -> tuple[float, float]:
        """How likely two documents are about one thing, by themselves and as the documents around them see it."""
        i, j = sorted((self._numbers[a], self._numbers[b]))
        if i == j:
            return 1.0, 1.0
        if self.size > MOST_GROUPED:
            return self._chance(i, j), self._chance(i, j)
        if self._together is None:
            self._together = heights(self._chances())
        return self._chance(i, j), float(self._together[i, j])

    def likeness(self, i: int, j: int) -> tuple[float, ...]:
        """The roots of the cosines of two documents, by their numbers in the order of their names."""
        pairs = zip(self.vectors[i], self.vectors[j], strict=True)
        return tuple(math.sqrt(max(0.0, left.cosine(right))) for left, right in pairs)

    def _chance(self, i: int, j: int) -> float:
        if (i, j) not in self._alike:
            base, weights = story_scale()
            odds = base + sum(w * value for w, value in zip(weights, self.likeness(i, j), strict=True))
            self._alike[i, j] = 1.0 / (1.0 + math.exp(-odds))
        return self._alike[i, j]

    def _chances(self) -> Matrix:
        out = np.ones((self.size, self.size))
        for j in range(self.size):
            for i in range(j):
                out[i, j] = out[j, i] = self._chance(i, j)
        return out


SIGHTS = ("all", "shared", "names", "lead", "pairs")
"""What of two documents is compared: all words, those that a second document has, names, beginnings, pairs of words."""


def vectors(documents: Sequence[Wording]) -> list[tuple[Vector, ...]]:
    """The documents as vectors, one for each of `SIGHTS`."""
    bags = (
        ([one.words for one in documents], 1),
        ([one.words for one in documents], 2),
        ([one.names for one in documents], 2),
        ([one.lead for one in documents], 2),
        ([one.pairs for one in documents], 2),
    )
    return list(zip(*(_weighed(bag, least) for bag, least in bags), strict=True))


def _weighed(bags: Sequence[Mapping[str, int]], least: int) -> list[Vector]:
    """Damped counts times rarity, of what at least so many documents have."""
    rare, counts = rarity(bags), tally(chain.from_iterable(bags))
    out = []
    for bag in bags:
        weights = {word: (1 + math.log(n)) * rare[word] for word, n in bag.items() if counts[word] >= least}
        out.append(Vector(weights, math.sqrt(sum(weight * weight for weight in weights.values()))))
    return out


@cache
def story_scale() -> tuple[float, tuple[float, ...]]:
    """Base and weights of `SIGHTS` for two documents being about one thing, from parts.toml."""
    text = resources.files("allege").joinpath("data/link/parts.toml").read_text(encoding="utf-8")
    row = tomllib.loads(text)["stories"]
    return float(row["base"]), tuple(float(row[name]) for name in SIGHTS)


def wording(text: str) -> Wording:
    """Reads a document."""
    return wording_of([text])


def wording_of(lines: Iterable[str]) -> Wording:
    """Reads the sentences of a document that are known, each as a line of its own."""
    empty = listed("empty")
    found = chain.from_iterable(map(line_tokens, map(_without_addresses, lines)))
    kept = list(islice((token for token in found if token.stem not in empty), MOST_WORDS))
    stems = [token.stem for token in kept]
    return Wording(
        tally(stems),
        tally([token.stem for token in kept if token.name]),
        dict.fromkeys(stems[:LEAD], 1),
        tally([f"{one} {other}" for one, other in pairwise(stems)]),
    )


def _without_addresses(text: str) -> str:
    return ADDRESS.sub(" ", text) if "www." in text or "://" in text else text


def rarity(documents: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """The logarithm of (documents + 1) over the documents that have a word."""
    every = list(documents)
    size = 1 + len(every)
    return {word: math.log(size / n) for word, n in tally(chain.from_iterable(every)).items()}
