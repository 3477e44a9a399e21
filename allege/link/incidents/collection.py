"""How common each word, name and number is in a collection: what makes a shared one say much or little.

A name in two of 3,000 texts all but proves that they tell of one occurrence; an age in 300 of them proves nothing. All
weights come from here, so that a threshold found on 500 documents holds on 5,000.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from allege.analyse import data
from allege.link.bag import Bag
from allege.link.incidents.unit import Unit

FIELDS = ("terms", "title", "names", "people", "ages", "aged", "blocks", "places", "tolls", "kinds")
"""What is counted, by the name of the field of a unit or of its wording."""
MOST = 0.5
"""A term in more than this share of the units is left out of the comparison of wordings."""

FEW, LEAST = 500, 20
"""Units up to which a collection does not show alone how common its words are, its names and numbers."""

Vector = Mapping[Hashable, float]


def bag(unit: Unit, field: str) -> Mapping[Hashable, int]:
    """How often a unit has each value of a field, in an order that is no hash's: sums over them are then the same."""
    value = getattr(unit, field) if field in ("places", "tolls", "kinds") else getattr(unit.wording, field)
    if isinstance(value, frozenset):  # most are empty
        return dict.fromkeys(sorted(value), 1) if value else {}
    counted: Bag[Hashable] = value
    return counted


@dataclass(frozen=True, slots=True)
class Collection:
    """The number of units, and in how many of them each value of a field is.

    `wider`: judged as a part of all that could be told. What two of two reports share is in all of them, and yet may
    mean much. The terms of fewer than `FEW` units are counted as if other reports made up that number, with words as
    common as they are elsewhere (`data/link/ordinary.csv`); names and numbers as if there were `LEAST` units.
    """

    size: int
    counts: Mapping[str, Counter[Hashable]]
    wider: bool = False

    @classmethod
    def of(cls, units: Iterable[Unit]) -> Collection:
        """Counts a collection."""
        counted = list(units)
        counts = {field: Counter(chain.from_iterable([bag(unit, field) for unit in counted])) for field in FIELDS}
        return cls(len(counted), counts)

    def judging(self) -> Collection:
        """This collection, fit to judge its own units, however few they are."""
        return replace(self, wider=True)

    def size_for(self, field: str) -> int:
        """The units among which the values of a field are rare or common."""
        return max(self.size, FEW if field == "terms" else LEAST) if self.wider else self.size

    def count(self, field: str, value: Hashable) -> int:
        """How many of these units have a value."""
        own = self.counts[field][value]
        if field == "terms" and self.wider and self.size < FEW:
            return own + round((FEW - self.size) * ordinary().get(str(value), 0.0))
        return own

    def rarity(self, field: str, value: Hashable) -> float:
        """The logarithm of one over the share of units that have the value; 0 where all have it."""
        return math.log(self.size_for(field) / max(1, self.count(field, value)))

    def others(self, field: str, value: Hashable) -> int:
        """In how many units besides one the value is."""
        return self.counts[field][value] - 1

    def vector(self, unit: Unit, field: str) -> Vector:
        """The values of a field, weighted by count and rarity, of length 1.

        Terms that no other unit has are left out: they are mostly misspelt. A name that no other unit has stays: two
        reports that name different people are not alike because both name their town.
        """
        least, most = 0 if field == "names" else 2, max(2.0, MOST * self.size_for(field))
        raw = {
            value: (1 + math.log(n)) * self.rarity(field, value)
            for value, n in bag(unit, field).items()
            if least <= self.count(field, value) <= most
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {value: weight / length for value, weight in raw.items()}


@cache
def ordinary() -> Mapping[str, float]:
    """The share of reports elsewhere in which each ordinary term is."""
    return {row["term"]: float(row["share"]) for row in data.table("link/ordinary.csv")}


def cosine(left: Vector, right: Vector) -> float:
    """The cosine of two vectors of length 1."""
    return math.fsum([left[value] * right[value] for value in left.keys() & right.keys()])


def shared(left: Iterable[Hashable], right: Iterable[Hashable]) -> list[Hashable]:
    """The values that both have, in the order of the left one."""
    other = right if isinstance(right, (dict, frozenset)) else set(right)
    return [value for value in left if value in other]
