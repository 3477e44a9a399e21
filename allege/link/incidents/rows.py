"""Units as rows of numbers, ready to be paired: every value (a term, a name, an age …) a number with a weight."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Collection as Values
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allege.link.incidents.collection import MOST, Collection, bag
from allege.link.incidents.compare import deaths, main_spots
from allege.link.incidents.pair import FEW
from allege.link.incidents.unit import Unit
from allege.link.table import Block, Entries, Numbering, Numbers, Reals, Table

Weigh = Callable[[Sequence[Unit], Collection], Block]

SUMS = (
    "terms", "names", "names_0", "names_1", "names_3", "names_8", f"names_{FEW - 2}", "ages", "aged", "blocks", "tolls",
    "places", "deaths", "days", "parties", "kinds", "numbers",
)  # fmt: skip
"""What is summed over the values that two units share."""
AT = {name: at for at, name in enumerate(SUMS)}
LATE = 10**9
BINS = ((0, 0), (1, 1), (2, 3), (4, 8), (9, FEW - 2))
"""How many units besides the two have a name, as `compare` bins it."""


class Rows:
    """Units as rows of numbers, ready to be paired."""

    def __init__(self, units: Sequence[Unit], collection: Collection) -> None:
        self.units, self.collection = units, collection
        self._table = Table(len(units), [weigh(units, collection) for weigh in _BLOCKS], len(SUMS))

    def shared(self, left: Numbers, right: Numbers) -> Reals:
        """For each pair (row of the left unit, row of the right one) the sums of `SUMS`; `left` ascends."""
        return self._table.shared(left, right)

    @cached_property
    def documents(self) -> Numbers:
        """A number for each unit's document."""
        known = Numbering()
        return np.array([known[unit.document] for unit in self.units], dtype=np.int64)

    @cached_property
    def days(self) -> Numbers:
        """Each unit's day, -1 for none."""
        return np.array([-1 if unit.day is None else unit.day for unit in self.units], dtype=np.int64)

    @cached_property
    def dated(self) -> NDArray[np.bool_]:
        """Whether the claims of each unit name a day."""
        return np.array([bool(unit.days) for unit in self.units], dtype=bool)

    @cached_property
    def named(self) -> tuple[Numbers, Numbers]:
        """The first and the last day that the claims of each unit name; 0 for none."""
        first = np.array([min(unit.days, default=0) for unit in self.units], dtype=np.int64)
        return first, np.array([max(unit.days, default=0) for unit in self.units], dtype=np.int64)

    @cached_property
    def strike(self) -> Numbers:
        """The one day on which each unit puts its occurrence, -1 for none."""
        return np.array([-1 if unit.dated is None else unit.dated for unit in self.units], dtype=np.int64)

    @cached_property
    def published(self) -> Numbers:
        """The day of publication; one beyond all days for none."""
        days = [LATE if unit.published is None else unit.published for unit in self.units]
        return np.array(days, dtype=np.int64)

    @cached_property
    def brief(self) -> NDArray[np.bool_]:
        """Which units are a sentence or two."""
        return np.array([unit.brief for unit in self.units], dtype=bool)

    @cached_property
    def names(self) -> NDArray[np.bool_]:
        """Which units have a name among their words."""
        return np.array([bool(unit.wording.names) for unit in self.units], dtype=bool)

    @cached_property
    def sorts(self) -> Numbers:
        """The kinds of each unit as bits."""
        known = Numbering()
        return np.array([sum(1 << known[sort] for sort in unit.sorts) for unit in self.units], dtype=np.int64)

    @cached_property
    def aged(self) -> Numbers:
        """How many ages each unit gives."""
        return np.array([len(unit.wording.ages) for unit in self.units], dtype=np.int64)

    @cached_property
    def lengths(self) -> Numbers:
        """The sum of squares of how often each unit names its places."""
        return np.array([sum(n * n for n in unit.places.values()) for unit in self.units], dtype=np.int64)

    @cached_property
    def spots(self) -> tuple[Numbers, Reals]:
        """Where each unit's main places begin in a list of points, and the points (radians)."""
        main = [main_spots(unit) for unit in self.units]
        points = np.radians(np.array([spot for spots in main for spot in spots], dtype=np.float64).reshape(-1, 2))
        return np.cumsum([0, *(len(spots) for spots in main)]), points


def _entries(units: Iterable[Unit], field: str) -> tuple[Entries, list[Hashable]]:
    """A field of all units with how often each has a value, and the values by number."""
    known = Numbering()
    found = Entries.weighed((bag(unit, field) for unit in units), known)
    return found, list(known)


def _logarithms(of: Reals) -> Reals:
    """Natural logarithms, the same to the last bit as `math.log` gives them."""
    values, where = np.unique(of, return_inverse=True)
    return np.array([math.log(value) for value in values.tolist()], dtype=np.float64)[where]


def _counts(collection: Collection, field: str, values: Sequence[Hashable]) -> Numbers:
    return np.array([collection.count(field, value) for value in values], dtype=np.int64)


def _rarity(collection: Collection, field: str, counts: Numbers) -> Reals:
    return _logarithms(collection.size_for(field) / np.maximum(1, counts))


def _vector(field: str) -> Weigh:
    """Values as `Collection.vector` weighs them, into the sum of the field's name: the cosine."""

    def weigh(units: Sequence[Unit], collection: Collection) -> Block:
        found, values = _entries(units, field)
        counts = _counts(collection, field, values)
        least, most = 0 if field == "names" else 2, max(2.0, MOST * collection.size_for(field))
        kept = found.kept(((counts >= least) & (counts <= most))[found.column])
        weight = (1 + _logarithms(kept.weight)) * _rarity(collection, field, counts)[kept.column]
        return Block.of(kept.weighing(weight).unit(), AT[field])

    return weigh


def _few(units: Sequence[Unit], collection: Collection) -> Block:
    """Names that few have, each into the sum of its bin."""
    found, values = _entries(units, "names")
    besides = _counts(collection, "names", values) - 2
    into = np.full(len(values), -1)
    for low, high in BINS:
        into[(besides >= low) & (besides <= high)] = AT[f"names_{high}"]
    kept = found.kept(into[found.column] >= 0)
    ones = kept.weighing(np.ones(len(kept.row)))
    return Block(ones, ones, np.maximum(into, 0))


def _rare(field: str) -> Weigh:
    """Values that add their rarity."""

    def weigh(units: Sequence[Unit], collection: Collection) -> Block:
        found, values = _entries(units, field)
        rare = found.weighing(_rarity(collection, field, _counts(collection, field, values))[found.column])
        return Block.of(rare, AT[field], found.weighing(np.ones(len(found.row))))

    return weigh


def _alike(name: str, field: Callable[[Unit], Values[Hashable]]) -> Weigh:
    """Values that add one each."""
    return lambda units, _: Block.of(Entries.of(map(field, units), Numbering()), AT[name])


def _places(units: Sequence[Unit], collection: Collection) -> Block:
    """Places that add how often both name them."""
    return Block.of(_entries(units, "places")[0], AT["places"])


_BLOCKS: tuple[Weigh, ...] = (
    _vector("terms"),
    _vector("names"),
    _few,
    *(_rare(field) for field in ("ages", "aged", "blocks", "tolls", "kinds")),
    _places,
    _alike("deaths", deaths),
    _alike("days", lambda unit: set(unit.days)),
    _alike("parties", lambda unit: unit.parties),
    _alike("numbers", lambda unit: unit.numbers),
)
