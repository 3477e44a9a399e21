"""Average link over sparse scores: groups grow by their best mean score until none reaches the cut.

A pair that was not compared counts as 0 in the mean, so a chain of single likenesses does not tie a heap together. The
cost is near m log m in the number m of scored pairs; what two groups share is kept as a sum and never counted again.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.table import Numbers, Reals

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of pairs (i < j) of numbered things as columns, in the order of the pairs, each pair once."""

    left: Numbers
    right: Numbers
    score: Reals

    @classmethod
    def of(cls, scores: Mapping[Edge, float]) -> Scores:
        """From the score of each pair."""
        pairs = np.array(list(scores), dtype=np.int64).reshape(-1, 2)
        return cls.ordered(pairs[:, 0], pairs[:, 1], np.array(list(scores.values()), dtype=np.float64))

    @classmethod
    def ordered(cls, left: Numbers, right: Numbers, score: Reals) -> Scores:
        """From columns in any order."""
        order = np.lexsort((right, left))
        return cls(left[order], right[order], score[order])

    def kept(self, which: NDArray[np.bool_]) -> Scores:
        """Some of them."""
        return Scores(self.left[which], self.right[which], self.score[which])

    def edges(self) -> Iterable[Edge]:
        """The pairs."""
        return zip(self.left.tolist(), self.right.tolist(), strict=True)

    def by_edge(self) -> dict[Edge, float]:
        """The score of each pair."""
        return dict(zip(self.edges(), self.score.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups (each ordered, ordered by their first), and the mean score of those pairs of groups that have one.

    The keys of `means` are positions in `groups`, the smaller first.
    """

    groups: tuple[tuple[int, ...], ...]
    means: Mapping[Edge, float]


def average_link(size: int, scores: Mapping[Edge, float], cut: float) -> Groups:
    """Groups the items 0 … size - 1 by scores of pairs (i < j).

    Ties go to the group with the smallest items, so the result does not depend on the order of `scores`.
    """
    state = _linked(size, scores, cut)
    return Groups(state.groups(), state.means())


def linked(size: int, scores: Mapping[Edge, float], cut: float) -> tuple[tuple[int, ...], ...]:
    """The groups of `average_link` alone."""
    return _linked(size, scores, cut).groups()


def _linked(size: int, scores: Mapping[Edge, float], cut: float) -> _State:
    state = _State.of(size, scores)
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= cut]
    heapq.heapify(heap)
    sizes = state.sizes
    while heap:
        _, a, b, mine, theirs = heapq.heappop(heap)
        if mine != sizes[a] or theirs != sizes[b]:  # one of the two has grown since
            continue
        state.join(a, b)
        mine = sizes[a]
        for other, total in state.sums[a].items():
            mean = total / (mine * sizes[other])
            if mean >= cut:  # the others are looked at again when one of their groups grows
                one, two = (a, other) if a < other else (other, a)
                heapq.heappush(heap, (-mean, one, two, sizes[one], sizes[two]))
    return state


@dataclass(slots=True)
class _State:
    """Groups under their smallest item; `sums[a][b]` is the sum of scores between two groups, kept both ways.

    `sizes`: how many members each has, 0 for one that is part of another.
    """

    members: list[list[int]]
    sums: list[dict[int, float]]
    sizes: list[int]

    @classmethod
    def of(cls, size: int, scores: Mapping[Edge, float]) -> _State:
        state = cls([[i] for i in range(size)], [{} for _ in range(size)], [1] * size)
        for (i, j), score in scores.items():
            state.sums[i][j] = state.sums[j][i] = score
        return state

    def join(self, a: int, b: int) -> None:
        """Makes the group `b` part of `a`, which has the smaller first item."""
        self.members[a].extend(self.members[b])
        self.members[b] = []
        self.sizes[a], self.sizes[b] = len(self.members[a]), 0
        gone, self.sums[b] = self.sums[b], {}
        del gone[a], self.sums[a][b]
        for other, total in gone.items():
            del self.sums[other][b]
            self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + total

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The members of each group in order, the groups by their first."""
        return tuple(tuple(sorted(members)) for members in self.members if members)

    def means(self) -> dict[Edge, float]:
        """The mean score of those pairs of groups that have one."""
        firsts = [a for a, members in enumerate(self.members) if members]
        place = {a: n for n, a in enumerate(firsts)}
        return {
            (place[a], place[b]): self.sums[a][b] / (self.sizes[a] * self.sizes[b])
            for a in firsts
            for b in sorted(self.sums[a])
            if a < b
        }
