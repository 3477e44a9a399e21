"""A circle: the documents that are compared with one another, and how rare each word is among them.

A name that all reports of a trial carry says nothing; one that only two of them carry says much. So a word weighs by
its rarity in the circle, and besides by its rarity in the wider collection where that is known.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allege.link.parts.telling import Telling
from allege.link.parts.words import listed, tokens

BESIDE = 5
"""Content words on one side of an anchor that count as beside it."""
MOST_WORDS = 1_500
"""Words read of one document; what follows is left out."""
UNSEEN = 3.0
"""Rarity of a word that the wider collection does not know."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The content words of one document, counted, and the names among them."""

    words: Counter[str]
    names: frozenset[str]


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
        few, many = (self, other) if len(self.weights) <= len(other.weights) else (other, self)
        dot = sum(weight * many.weights[word] for word, weight in few.weights.items() if word in many.weights)
        return dot / (self.length * other.length)


@dataclass(frozen=True, slots=True)
class View:
    """A telling's surroundings from its circle: the whole sentence, seen closely and widely, and both sides."""

    near: Vector
    wide: Vector
    before: Vector
    after: Vector


class Circle:
    """Documents that are compared, with the rarity of their words."""

    def __init__(self, documents: Mapping[str, Wording], wider: Mapping[str, float] | None = None) -> None:
        self.size = len(documents)
        self._rarity = rarity(wording.words for wording in documents.values())
        self._wider = wider or self._rarity
        self._names = rarity(dict.fromkeys(wording.names, 1) for wording in documents.values())
        self._documents = documents
        self._vectors = {name: self._vector(wording) for name, wording in documents.items()}
        self._views: dict[str, View] = {}
        self._alike: dict[tuple[str, str], tuple[float, float]] = {}

    def view(self, telling: Telling) -> View:
        """The surroundings of a telling of this circle, weighed."""
        if telling.id not in self._views:
            around = Counter(telling.before + telling.after)
            self._views[telling.id] = View(
                Vector.of(around, self._rarity, UNSEEN),
                Vector.of(around, self._wider, UNSEEN),
                Vector.of(Counter(telling.before[-BESIDE:]), self._rarity, UNSEEN),
                Vector.of(Counter(telling.after[:BESIDE]), self._rarity, UNSEEN),
            )
        return self._views[telling.id]

    def alike(self, a: str, b: str) -> tuple[float, float]:
        """How alike two documents are: the cosine of their words, and the weighed share of names that they share."""
        if a == b:
            return 1.0, 1.0
        pair = (a, b) if a < b else (b, a)
        if pair not in self._alike:
            self._alike[pair] = (self._vectors[a].cosine(self._vectors[b]), self._shared_names(a, b))
        return self._alike[pair]

    def _vector(self, wording: Wording) -> Vector:
        damped = {word: 1 + math.log(n) for word, n in wording.words.items()}
        weights = {word: value * self._rarity[word] for word, value in damped.items()}
        return Vector(weights, math.sqrt(sum(weight * weight for weight in weights.values())))

    def _shared_names(self, a: str, b: str) -> float:
        left, right = self._documents[a].names, self._documents[b].names
        weigh = self._names
        shared = math.fsum(weigh[name] for name in left & right)
        return shared / (1.0 + min(math.fsum(weigh[n] for n in left), math.fsum(weigh[n] for n in right)))


def wording(text: str) -> Wording:
    """Reads a document, or the sentences of it that are known."""
    empty = listed("empty")
    found = [token for token, _ in zip(tokens(text), range(MOST_WORDS), strict=False)]
    kept = [token for token in found if token.stem not in empty]
    return Wording(Counter(token.stem for token in kept), frozenset(token.stem for token in kept if token.name))


def rarity(documents: Iterable[Mapping[str, int]]) -> dict[str, float]:
    """The logarithm of (documents + 1) over the documents that have a word."""
    counts: Counter[str] = Counter()
    size = 1
    for words in documents:
        counts.update(dict.fromkeys(words, 1))
        size += 1
    return {word: math.log(size / n) for word, n in counts.items()}
