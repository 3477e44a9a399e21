"""Which pairs of units are worth comparing: those that share names, numbers and words that few others have.

The engine (`allege.link.engine`) meets them in SQL; here are the keys that it meets them by and the bounds on what is
kept. A key that more than `COMMON` units have opens no block.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import numpy as np

from allege.claim import make_key
from allege.link.engine import Bounds, DuckEngine, Engine, Keyed, Numbers
from allege.link.incidents.collection import Collection, bag
from allege.link.incidents.unit import Unit

COMMON = {"names": 120, "people": 60, "aged": 60, "blocks": 60, "terms": 40, "title": 60}
"""In how many units a value may be at most to open a block, by field."""
PLACES, OF_PLACE = 3, 60
"""Places of one unit, those named most, that it is met by, and in how many units such a place may be at most."""
MOST = 60
"""How many pairs one unit keeps of those in which it is the more recent one, or the older one: the heaviest."""
BOUNDS = Bounds(leaders=60, window=60, least=4.0)


def candidates(units: Sequence[Unit], collection: Collection, engine: Engine | None = None) -> tuple[Numbers, Numbers]:
    """Pairs of positions in `units` (the smaller first, in order) as two columns, near linear in number."""
    openers = Openers(collection)
    keyed = Keyed.of([openers.keys(unit) for unit in units])
    found = (engine or DuckEngine()).candidates(keyed, BOUNDS)
    rank = np.empty(len(units), dtype=np.int64)
    rank[sorted(range(len(units)), key=lambda n: units[n].id)] = np.arange(len(units))
    unit, other = np.concatenate([found.left, found.right]), np.concatenate([found.right, found.left])
    order = np.lexsort((rank[other], -np.concatenate([found.weight, found.weight]), unit))
    ranked = unit[order]
    nth = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    kept = np.unique(order[nth < MOST] % max(1, len(found.left)))
    return found.left[kept], found.right[kept]


class Openers:
    """The values that open a block in a collection, each worked out once: its key and what sharing it weighs."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._known: dict[str, dict[Hashable, tuple[int, float] | None]] = {field: {} for field in COMMON}

    def keys(self, unit: Unit) -> dict[int, float]:
        """The keys by which a unit meets others, and how much sharing one weighs (its rarity)."""
        out: dict[int, float] = {}
        for field, known in self._known.items():
            for value in bag(unit, field):
                if value not in known:
                    known[value] = self._opener(field, value)
                opener = known[value]
                if opener is not None:
                    out[opener[0]] = opener[1]
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

    def _opener(self, field: str, value: Hashable) -> tuple[int, float] | None:
        if 2 <= self._collection.counts[field][value] <= COMMON[field]:
            return number(field, value), self._collection.rarity(field, value)
        return None


def number(field: str, value: object) -> int:
    """A key as 63 bits that stay the same from run to run."""
    return int(make_key(field, value)[:15], 16)
