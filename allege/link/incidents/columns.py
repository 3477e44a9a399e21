"""What many pairs of units have in common, worked out for all of them at once: the numbers of `compare`, as columns.

A collection of 20,000 units has two million pairs worth a look. So every value of a unit (a term, a name, an age …)
becomes a number, the units become rows of such numbers, and what two units share is counted in numpy. A pair's numbers
do not depend on what else is compared with it: a neighbourhood gives the same as a whole collection.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Values
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allege.claim import Role
from allege.link.incidents.collection import MOST, Collection, bag
from allege.link.incidents.compare import FEATURES, FEW, NO_DAY, Feature, Pair, Side, main_spots, other_kind
from allege.link.incidents.unit import Unit
from allege.link.incidents.where import EARTH, TOWN
from allege.link.table import Block, Entries, Numbering, Numbers, Reals, Table

Weigh = Callable[[Sequence[Unit], Collection], Block]

PAIRS = 100_000
"""Pairs that are worked out at once: what bounds the memory."""

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


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs side by side: rows of their left and right units, and the sums over what they share."""

    rows: Rows
    left: Numbers
    right: Numbers
    sums: Reals

    def sum(self, name: str) -> Reals:
        """One column of the sums."""
        found: Reals = self.sums[:, AT[name]]
        return found

    def pair(self, at: int) -> Pair:
        """One of them as `compare` has it."""
        rows = self.rows
        left, right = (Side(rows.units[int(n)], rows.collection) for n in (self.left[at], self.right[at]))
        return Pair(left, right, rows.collection)

    @property
    def brief(self) -> NDArray[np.bool_]:
        """Which of the pairs have a sentence or two on one side."""
        found: NDArray[np.bool_] = self.rows.brief[self.left] | self.rows.brief[self.right]
        return found

    def some(self, which: NDArray[np.bool_]) -> Batch:
        """Some of the pairs."""
        return Batch(self.rows, self.left[which], self.right[which], self.sums[which])

    def features(self, features: Sequence[Feature] = FEATURES) -> list[Reals]:
        """The columns in the order of `features`; what has no column of its own is asked pair by pair."""
        return [
            COLUMNS[feature.name](self)
            if feature.name in COLUMNS
            else np.array([feature.value(self.pair(at)) for at in range(len(self.left))], dtype=np.float64)
            for feature in features
        ]


def batches(rows: Rows, left: Numbers, right: Numbers) -> Iterator[Batch]:
    """The pairs in bounded batches; `left` ascends."""
    for at in range(0, len(left), PAIRS):
        here = slice(at, at + PAIRS)
        yield Batch(rows, left[here], right[here], rows.shared(left[here], right[here]))


def _entries(units: Iterable[Unit], field: str) -> tuple[Entries, list[Hashable]]:
    """A field of all units with how often each has a value, and the values by number."""
    known = Numbering()
    found = Entries.of((bag(unit, field) for unit in units), known)
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


def _counted(name: str, field: Callable[[Unit], Values[Hashable]]) -> Weigh:
    """Values that add how often both have them."""
    return lambda units, _: Block.of(Entries.of(map(field, units), Numbering()), AT[name])


def _deaths(unit: Unit) -> Values[Hashable]:
    return {number for role, number in unit.tolls if role == Role.DEATHS.value}


_BLOCKS: tuple[Weigh, ...] = (
    _vector("terms"),
    _vector("names"),
    _few,
    *(_rare(field) for field in ("ages", "aged", "blocks", "tolls", "kinds")),
    _counted("places", lambda unit: unit.places),
    _counted("deaths", _deaths),
    _counted("days", lambda unit: set(unit.days)),
    _counted("parties", lambda unit: unit.parties),
    _counted("numbers", lambda unit: unit.numbers),
)


def _gap(batch: Batch) -> Reals:
    left, right = batch.rows.days[batch.left], batch.rows.days[batch.right]
    gap: Reals = np.log1p(np.where((left < 0) | (right < 0), NO_DAY, np.abs(left - right)).astype(np.float64))
    return gap


def _same_place(batch: Batch) -> Reals:
    lengths = batch.rows.lengths[batch.left] * batch.rows.lengths[batch.right]
    cosine: Reals = batch.sum("places") / np.sqrt(np.maximum(1, lengths).astype(np.float64))
    return cosine


def _elsewhere(batch: Batch) -> Reals:
    """Whether the nearest two of their main places are further apart than a town is wide."""
    start, points = batch.rows.spots
    here, there = start[batch.left + 1] - start[batch.left], start[batch.right + 1] - start[batch.right]
    pairs = here * there
    pair = np.repeat(np.arange(len(pairs)), pairs)
    n = np.arange(len(pair)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    one = points[start[batch.left][pair] + n // np.maximum(1, there[pair])]
    other = points[start[batch.right][pair] + n % np.maximum(1, there[pair])]
    far = np.zeros(len(pairs), dtype=bool)
    far[pairs > 0] = True
    far[pair[_kilometres(one, other) <= TOWN]] = False
    return far.astype(np.float64)


def _kilometres(one: Reals, other: Reals) -> Reals:
    """As `compare.distance`, of points in radians."""
    north, north2 = one[:, 0], other[:, 0]
    half = np.sin((north2 - north) / 2) ** 2 + np.cos(north) * np.cos(north2) * np.sin((other - one)[:, 1] / 2) ** 2
    found: Reals = 2 * EARTH * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return found


def _other_days(batch: Batch) -> Reals:
    both = batch.rows.dated[batch.left] & batch.rows.dated[batch.right]
    clash: Reals = (both & (batch.sum("days") == 0)).astype(np.float64)
    return clash


def clashes(batch: Batch) -> Reals:
    """Whether two clash in place and day, in number or in name, or one document tells both, as `compare.clash`."""
    first, last = batch.rows.named
    left, right = batch.left, batch.right
    apart = np.maximum(first[left] - last[right], first[right] - last[left]) > 1
    both = batch.rows.dated[left] & batch.rows.dated[right] & apart
    nameless, elsewhere = batch.sum("names") == 0, _elsewhere(batch)
    named = nameless & batch.rows.names[left] & batch.rows.names[right]
    told_apart = batch.rows.documents[left] == batch.rows.documents[right]
    sure = _strikes(batch) | (both & named) | told_apart
    found: Reals = np.maximum(elsewhere * (both | (nameless & batch.brief)), sure)
    return found


def _strikes(batch: Batch) -> NDArray[np.bool_]:
    """As `compare.strikes`."""
    left, right = batch.rows.strike[batch.left], batch.rows.strike[batch.right]
    found: NDArray[np.bool_] = (left >= 0) & (right >= 0) & (left != right) & (batch.sum("numbers") == 0)
    return found


def _before(batch: Batch) -> Reals:
    rows, left, right = batch.rows, batch.left, batch.right
    first, _ = rows.named
    early = (rows.dated[right] & (rows.published[left] < first[right])) | (
        rows.dated[left] & (rows.published[right] < first[left])
    )
    return np.asarray(early, dtype=np.float64)


def _other_kind(batch: Batch) -> Reals:
    """Kinds clash by their bits; only where they do are the words asked."""
    left, right = batch.rows.sorts[batch.left], batch.rows.sorts[batch.right]
    found: NDArray[np.bool_] = ((left & right) == 0) & ((left != 0) | (right != 0))
    units = batch.rows.units
    for at in np.flatnonzero(found).tolist():
        found[at] = other_kind(units[int(batch.left[at])], units[int(batch.right[at])])
    return np.asarray(found, dtype=np.float64)


def _fewer_ages(batch: Batch) -> Reals:
    fewer: Reals = np.log1p(np.minimum(batch.rows.aged[batch.left], batch.rows.aged[batch.right]).astype(np.float64))
    return fewer


def _sum(name: str) -> Callable[[Batch], Reals]:
    return lambda batch: batch.sum(name)


def _damped(name: str) -> Callable[[Batch], Reals]:
    return lambda batch: np.asarray(np.log1p(batch.sum(name)))


COLUMNS: Mapping[str, Callable[[Batch], Reals]] = {
    "wording": lambda batch: np.sqrt(batch.sum("terms")),
    "names": lambda batch: np.sqrt(batch.sum("names")),
    **{f"names_{high}": _damped(f"names_{high}") for _, high in BINS},
    **{field: _sum(field) for field in ("ages", "aged", "blocks", "tolls")},
    "days": _gap,
    "same_place": _same_place,
    "elsewhere": _elsewhere,
    "same_deaths": lambda batch: np.minimum(1.0, batch.sum("deaths")),
    "named_days": lambda batch: np.minimum(1.0, batch.sum("days")),
    "other_days": _other_days,
    "clash": clashes,
    "before": _before,
    "parties": _damped("parties"),
    "few_ages": _fewer_ages,
    "kinds": _sum("kinds"),
    "other_kind": _other_kind,
}
"""The columns by the names of `BRIEF_FEATURES`; a test holds them to the numbers that `compare.values` gives."""
