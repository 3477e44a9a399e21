"""Average link over sparse scores: groups grow by their best mean score until none reaches the cut.

A pair that was not compared counts as 0 in the mean, so a chain of single likenesses does not tie a heap together. The
cost is near m log m in the number m of scored pairs; what two groups share is kept as a sum and never counted again.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

Edge = tuple[int, int]


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
    return state.groups()


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

    def groups(self) -> Groups:
        firsts = [a for a, members in enumerate(self.members) if members]
        place = {a: n for n, a in enumerate(firsts)}
        means = {
            (place[a], place[b]): self.sums[a][b] / (self.sizes[a] * self.sizes[b])
            for a in firsts
            for b in sorted(self.sums[a])
            if a < b
        }
        return Groups(tuple(tuple(sorted(self.members[a])) for a in firsts), means)
