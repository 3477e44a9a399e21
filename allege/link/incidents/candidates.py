"""Which pairs of units are worth comparing: those that share names, numbers and words that few others have.

The engine (`allege.link.engine`) meets them in SQL; here are the keys that it meets them by and the bounds on what is
kept. A key that more than `COMMON` units have opens no block.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from allege.claim import make_key
from allege.link.engine import Bounds, Candidates, DuckEngine, Engine, Keyed, Numbers
from allege.link.incidents.collection import Collection, bag
from allege.link.incidents.unit import Unit

COMMON = {"names": 120, "people": 60, "aged": 60, "blocks": 60, "terms": 40, "title": 60}
"""In how many units a value may be at most to open a block, by field."""
PLACES, OF_PLACE = 3, 60
"""Places of one unit, those named most, that it is met by, and in how many units such a place may be at most."""
MOST = 60
"""How many pairs one unit keeps of those in which it is the more recent one, or the older one: the heaviest."""
WHOLE = 62
"""Bits of a whole number."""
KEPT = 200_000
"""Values whose keys are kept: most are met in the pairs of many a document."""
BOUNDS = Bounds(leaders=60, window=60, least=4.0)


def candidates(units: Sequence[Unit], collection: Collection, engine: Engine | None = None) -> Candidates:
    """Pairs of positions in `units`, near linear in number, and what finding them cost."""
    openers = Openers(collection)
    keyed = Keyed.of([openers.keys(unit) for unit in units])
    found = (engine or DuckEngine()).candidates(keyed, BOUNDS)
    rank = np.empty(len(units), dtype=np.int64)
    rank[sorted(range(len(units)), key=lambda n: units[n].id)] = np.arange(len(units))
    unit, other = np.concatenate([found.left, found.right]), np.concatenate([found.right, found.left])
    order = _heaviest_first(unit, np.concatenate([found.weight, found.weight]), rank[other])
    ranked = unit[order]
    nth = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    kept = np.unique(order[nth < MOST] % max(1, len(found.left)))
    return Candidates(found.left[kept], found.right[kept], found.weight[kept], found.cost)


def _heaviest_first(unit: Numbers, weight: Numbers, rank: Numbers) -> Numbers:
    """The order by unit, then by weight from the heaviest on, then by rank: by one number, for all sane sizes."""
    lighter, bits = weight.max(initial=0) - weight, [int(column.max(initial=0)).bit_length() for column in (unit, rank)]
    middle = int(lighter.max(initial=0)).bit_length()
    if sum(bits) + middle > WHOLE:
        return np.lexsort((rank, lighter, unit))
    return np.argsort((unit << (middle + bits[1])) | (lighter << bits[1]) | rank)


class Openers:
    """The values that open a block in a collection, each worked out once: its key and what sharing it weighs."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._known = {field: _Known(collection, field) for field in COMMON}

    def keys(self, unit: Unit) -> dict[int, float]:
        """The keys by which a unit meets others, and how much sharing one weighs (its rarity)."""
        out: dict[int, float] = {}
        for field, known in self._known.items():
            out.update(filter(None, map(known.__getitem__, bag(unit, field))))
        return out | dict.fromkeys(self._scenes(unit), BOUNDS.least)

    def _scenes(self, unit: Unit) -> Iterator[int]:
        """Keys for where, and for where and when: what tells of one place on one day, or the next, is always compared.

        A sentence or two share few words with anything; what they name must be enough.
        """
        for place, _ in sorted(unit.places.items(), key=lambda item: (-item[1], item[0]))[:PLACES]:
            if 2 <= self._collection.counts["places"][place] <= OF_PLACE:
                yield number("places", place)
            if unit.day is not None:
                yield from (number("scene", (place, unit.day + late)) for late in (0, 1))


class _Known(dict[Hashable, tuple[int, float] | None]):
    """For each value of a field its key and what sharing it weighs; None for one that opens no block."""

    def __init__(self, collection: Collection, field: str) -> None:
        super().__init__()
        self._collection, self._field = collection, field
        self._counts, self._common = collection.counts[field], COMMON[field]

    def __missing__(self, value: Hashable) -> tuple[int, float] | None:
        opens = 2 <= self._counts[value] <= self._common
        rarity = self._collection.rarity(self._field, value) if opens else 0.0
        self[value] = found = (number(self._field, value), rarity) if opens else None
        return found


@lru_cache(maxsize=KEPT)
def number(field: str, value: Hashable) -> int:
    """A key as 60 bits that stay the same from run to run; the last ones are kept."""
    return int(make_key(field, value)[:15], 16)
