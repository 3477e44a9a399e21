"""Two units side by side, ready to be compared: what takes counting is counted once, when first asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from allege.link.incidents.collection import Collection, Vector, cosine, shared
from allege.link.incidents.unit import Unit

FEW = 20
"""A name that more than so many other units have says nothing by its count; its rarity still counts."""

SIDES = 20_000
"""Units of which what was counted is kept while pairs are explained: pairs of one unit stand together."""


class Side:
    """One unit ready to be compared; what takes counting is counted when first asked for."""

    def __init__(self, unit: Unit, collection: Collection) -> None:
        self.unit, self._collection = unit, collection

    @cached_property
    def terms(self) -> Vector:
        """Its terms as a vector."""
        return self._collection.vector(self.unit, "terms")

    @cached_property
    def names(self) -> Vector:
        """Its names as a vector."""
        return self._collection.vector(self.unit, "names")

    @cached_property
    def few(self) -> Mapping[Hashable, int]:
        """Its names that at most `FEW` units have, with how many those are besides this one and one more."""
        besides = {name: self._collection.others("names", name) - 1 for name in self.unit.wording.names}
        return {name: others for name, others in besides.items() if 0 <= others <= FEW - 2}

    @cached_property
    def day(self) -> int | None:
        """The unit's day."""
        return self.unit.day


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units side by side."""

    left: Side
    right: Side
    collection: Collection

    @property
    def brief(self) -> bool:
        """Whether one of the two is a sentence or two."""
        return self.left.unit.brief or self.right.unit.brief

    @property
    def wording(self) -> float:
        """The cosine of their terms."""
        return cosine(self.left.terms, self.right.terms)

    def shared(self, field: str) -> list[Hashable]:
        """The values of a field of the wording that both have and that do not stand in one text alone."""
        return shared(getattr(self.left.unit.wording, field), getattr(self.right.unit.wording, field))

    def few(self, least: int, most: int) -> int:
        """How many names they share that `least` to `most` units besides these two have."""
        theirs = self.right.few
        return sum([least <= others <= most for name, others in self.left.few.items() if name in theirs])

    def rarity(self, field: str, values: Iterable[Hashable]) -> float:
        """The summed rarity of values."""
        return sum(self.collection.rarity(field, value) for value in values)


def pairs(units: Sequence[Unit], met: Iterable[tuple[int, int]], collection: Collection) -> Iterator[Pair]:
    """Pairs of positions in `units` ready to be explained, in the order given; the smaller id is the left one's."""
    side = lru_cache(maxsize=SIDES)(lambda n: Side(units[n], collection))
    for pair in met:
        i, j = sorted(pair, key=lambda n: units[n].id)
        yield Pair(side(i), side(j), collection)
