"""Things as rows of numbered values, and what two rows share, summed for many pairs at once.

Vectors, bags and sets of words all become rows of such numbers; what a shared value adds is the product of its weights
on both sides. A pair's sums are added up in the order of its right row's values, so they do not depend, to the last
bit, on what else is compared.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]


class Numbering(dict[Hashable, int]):
    """A number for each value, in the order met."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


@dataclass(frozen=True, slots=True)
class Entries:
    """Row `row[i]` has the value `column[i]`, which weighs `weight[i]` there."""

    row: Numbers
    column: Numbers
    weight: Reals

    @classmethod
    def of(cls, bags: Iterable[Mapping[Hashable, float] | Iterable[Hashable]], known: Numbering) -> Entries:
        """From the values of row 0, 1, 2 …; those that come without a weight weigh 1."""
        row: list[int] = []
        column: list[int] = []
        weight: list[float] = []
        for n, bag in enumerate(bags):
            before = len(column)
            column += [known[value] for value in bag]
            more = len(column) - before
            row += [n] * more
            weight += bag.values() if isinstance(bag, Mapping) else [1.0] * more
        return cls(np.array(row, dtype=np.int64), np.array(column, dtype=np.int64), np.array(weight, dtype=np.float64))

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
    column: Numbers
    weight: Reals

    @classmethod
    def of(cls, rows: int, parts: Sequence[Entries], shift: Sequence[int]) -> _Side:
        row = np.concatenate([part.row for part in parts])
        order = np.argsort(row, kind="stable")
        column = np.concatenate([part.column + at for part, at in zip(parts, shift, strict=True)])[order]
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
        weight = np.zeros(len(self._into))
        firsts = np.flatnonzero(np.diff(left, prepend=-1))
        for first, last in zip(firsts.tolist(), [*firsts[1:].tolist(), len(left)], strict=True):
            mine = slice(self._left.start[left[first]], self._left.start[left[first] + 1])
            weight[self._left.column[mine]] = self._left.weight[mine]
            self._add(out[first:last], weight, right[first:last])
            weight[self._left.column[mine]] = 0.0
        return out

    def _add(self, out: Reals, weight: Reals, right: Numbers) -> None:
        """The sums of one left row, whose values have a `weight`, with each of the rows on the right."""
        begin = self._right.start[right]
        length = self._right.start[right + 1] - begin
        ends = np.cumsum(length)
        at = np.arange(ends[-1]) + np.repeat(begin - ends + length, length)
        weights = weight[self._right.column[at]]
        hits = np.flatnonzero(weights)
        at = at[hits]
        cell = np.searchsorted(ends, hits, side="right") * self._sums + self._into[self._right.column[at]]
        out += np.bincount(cell, weights[hits] * self._right.weight[at], out.size).reshape(out.shape)
