"""Things as rows of numbered values, and what two rows share, summed for many pairs at once.

Vectors, bags and sets of words all become rows of such numbers; what a shared value adds is the product of its weights
on both sides. A pair's sums are added up in the order of its right row's values, so they do not depend, to the last
bit, on what else is compared.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]
Places = NDArray[np.int32]
"""Rows and columns: half as large, and there are never two thousand million of either."""


CELLS = 500_000
"""Numbers that the values of some left rows are spread over at once: few enough for the processor's own memory."""


class Numbering(dict[Hashable, int]):
    """A number for each value, in the order met."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


@dataclass(frozen=True, slots=True)
class Entries:
    """Row `row[i]` has the value `column[i]`, which weighs `weight[i]` there."""

    row: Places
    column: Places
    weight: Reals

    @classmethod
    def of(cls, rows: Iterable[Collection[Hashable]], known: Numbering) -> Entries:
        """From the values of row 0, 1, 2 …, each of which weighs 1."""
        found = list(rows)
        row, column = _cells(found, known)
        return cls(row, column, np.ones(len(row)))

    @classmethod
    def weighed(cls, rows: Iterable[Mapping[Any, float]], known: Numbering) -> Entries:
        """From the values of row 0, 1, 2 … with their weights."""
        found = list(rows)
        row, column = _cells(found, known)
        weights = chain.from_iterable([one.values() for one in found])
        return cls(row, column, np.fromiter(weights, dtype=np.float64, count=len(row)))

    def weighing(self, weight: Reals) -> Entries:
        """The same values with other weights."""
        return Entries(self.row, self.column, weight)

    def kept(self, which: NDArray[np.bool_]) -> Entries:
        """Some of them."""
        return Entries(self.row[which], self.column[which], self.weight[which])

    def unit(self) -> Entries:
        """As vectors of length 1."""
        length = np.sqrt(np.bincount(self.row, self.weight * self.weight, 1))
        length[length == 0] = 1.0
        return self.weighing(self.weight / length[self.row])


def _cells(rows: Sequence[Collection[Hashable]], known: Numbering) -> tuple[Places, Places]:
    """The row and the number of each value."""
    sizes = [len(row) for row in rows]
    column = np.fromiter(map(known.__getitem__, chain.from_iterable(rows)), dtype=np.int32, count=sum(sizes))
    return np.repeat(np.arange(len(rows), dtype=np.int32), sizes), column


@dataclass(frozen=True, slots=True)
class Block:
    """One thing to compare: the values of left rows and of right rows, and the sum `into` which each value counts."""

    left: Entries
    right: Entries
    into: Numbers

    @classmethod
    def of(cls, both: Entries, into: int, other: Entries | None = None) -> Block:
        """Values that all count into one sum; `other`: what the right rows have, where it is not the same."""
        right = both if other is None else other
        width = 1 + max((int(side.column.max()) for side in (both, right) if len(side.column)), default=-1)
        return cls(both, right, np.full(width, into, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class _Side:
    start: Numbers
    column: Places
    weight: Reals

    @classmethod
    def of(cls, rows: int, parts: Sequence[Entries], shift: Sequence[int]) -> _Side:
        row = np.concatenate([part.row for part in parts])
        order = np.argsort(row, kind="stable")
        column = np.concatenate([part.column + np.int32(at) for part, at in zip(parts, shift, strict=True)])[order]
        weight = np.concatenate([part.weight for part in parts])[order]
        return cls(np.searchsorted(row[order], np.arange(rows + 1)), column, weight)


class Table:
    """So many `rows`, compared by `blocks` that count into `sums` sums."""

    def __init__(self, rows: int, blocks: Sequence[Block], sums: int) -> None:
        self._sums = sums
        ends = np.cumsum([0, *(len(block.into) for block in blocks)]).tolist()
        self._into = np.concatenate([np.zeros(0, dtype=np.int64), *(block.into for block in blocks)])
        self._left = _Side.of(rows, [block.left for block in blocks], ends[:-1])
        self._right = _Side.of(rows, [block.right for block in blocks], ends[:-1])

    def shared(self, left: Numbers, right: Numbers) -> Reals:
        """For each pair of a left and a right row the sums; `left` ascends."""
        out = np.zeros((len(left), self._sums))
        rows, first = np.unique(left, return_index=True)
        ends = [*first.tolist(), len(left)]
        some = max(1, CELLS // max(1, len(self._into)))
        weight = np.zeros(min(some, len(rows)) * len(self._into))
        for at in range(0, len(rows), some):
            here = rows[at : at + some]
            cells, values = self._scattered(here)
            weight[cells] = values
            pairs = slice(ends[at], ends[at + len(here)])
            out[pairs] = self._added(weight, np.searchsorted(here, left[pairs]), right[pairs])
            weight[cells] = 0.0
        return out

    def _scattered(self, rows: Numbers) -> tuple[Numbers, Reals]:
        """Where the values of these left rows stand in a table of row × column, and what they weigh."""
        at, nth = _spread(self._left.start, rows)
        return nth * len(self._into) + self._left.column[at], self._left.weight[at]

    def _added(self, weight: Reals, left: Numbers, right: Numbers) -> Reals:
        """The sums of each pair, the left rows' values being spread out in `weight`.

        They are added one after the other, in the order of the right row's values.
        """
        at, pair = _spread(self._right.start, right)
        weights = weight[left[pair] * len(self._into) + self._right.column[at]]
        hits = np.flatnonzero(weights)
        at, pair = at[hits], pair[hits]
        cell = pair * self._sums + self._into[self._right.column[at]]
        found = np.bincount(cell, weights[hits] * self._right.weight[at], len(right) * self._sums).astype(np.float64)
        return found.reshape(len(right), self._sums)


def _spread(start: Numbers, rows: Numbers) -> tuple[Numbers, Numbers]:
    """The places of all values of these rows, row after row, and for each value which of the rows it is of."""
    begin = start[rows]
    length = start[rows + 1] - begin
    ends = np.cumsum(length)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(begin - ends + length, length), np.repeat(np.arange(len(rows)), length)
