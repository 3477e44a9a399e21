"""What many pairs of units have in common, worked out for all of them at once: the numbers of `compare`, as columns.

A collection of 20,000 units has two million pairs worth a look. So every value of a unit (a term, a name, an age …)
becomes a number, the units become rows of such numbers, and what two units share is counted in numpy. A pair's numbers
do not depend on what else is compared with it: a neighbourhood gives the same as a whole collection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.incidents.compare import FEATURES, NO_DAY, Feature, other_kind
from allege.link.incidents.pair import Pair, Side
from allege.link.incidents.rows import AT, BINS, Rows
from allege.link.incidents.where import EARTH, TOWN
from allege.link.table import Numbers, Reals

PAIRS = 100_000
"""Pairs that are worked out at once: what bounds the memory."""


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
    unlike = batch.brief & (batch.sum("numbers") == 0)
    sure = _strikes(batch) | (both & (named | unlike)) | told_apart
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
