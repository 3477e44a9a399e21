"""Grouping by average link: two groups join while the mean score of their pairs is above the threshold.

Connected components chain (a wrong pair joins two crowds), the mean does not. The work is bounded: of a crowd, leaders
are grouped among themselves and everybody else goes to the group that suits best, or stays alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

LEADERS = 400
"""How many are compared with one another; each of the others is scored with leaders alone."""
EXEMPLARS = 3
"""Leaders of one group that a newcomer is scored with."""

Matrix = NDArray[np.float64]
Score = Callable[[int, int], float]
May = Callable[[int, int], bool]


def merges(scores: Matrix) -> Iterator[tuple[list[int], list[int], float]]:
    """The groups that join one after another, and the mean score of their pairs, which never rises.

    `scores` is symmetric. Ties go to the smaller positions, so put the items in an order of their own first.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(len(scores))}
    mean = np.array(scores, dtype=np.float64)
    np.fill_diagonal(mean, -np.inf)
    while len(members) > 1:
        first, second = (int(k) for k in np.unravel_index(int(np.argmax(mean)), mean.shape))
        a, b = min(first, second), max(first, second)
        yield members[a], members[b], float(mean[a, b])
        n, m = len(members[a]), len(members[b])
        mean[a] = (n * mean[a] + m * mean[b]) / (n + m)
        mean[:, a] = mean[a]
        mean[a, a] = -np.inf
        mean[b], mean[:, b] = -np.inf, -np.inf
        members[a] = sorted(members[a] + members.pop(b))


def average_link(scores: Matrix, least: float) -> list[list[int]]:
    """Groups of positions, each in order, the groups by their first position."""
    groups = {i: [i] for i in range(len(scores))}
    for left, right, mean in merges(scores):
        if mean < least:
            break
        joined = sorted(groups.pop(left[0]) + groups.pop(right[0]))
        groups[joined[0]] = joined
    return [groups[first] for first in sorted(groups)]


def heights(scores: Matrix) -> Matrix:
    """For every two items the mean score at which their groups join: their score as their neighbours see it."""
    out = np.ones_like(scores)
    for left, right, mean in merges(scores):
        out[np.ix_(left, right)] = mean
        out[np.ix_(right, left)] = mean
    return out


def grouped(count: int, score: Score, least: float, *, may: May | None = None) -> list[list[int]]:
    """Groups of the positions 0 … count - 1 under a score of pairs, in bounded time.

    `may` says cheaply whether a pair is worth scoring; of a crowd, who is no leader is scored with those alone.
    """
    leaders = _leaders(count)
    scores = np.zeros((len(leaders), len(leaders)))
    for i, one in enumerate(leaders):
        for j in range(i):
            scores[i, j] = scores[j, i] = score(leaders[j], one)
    groups = [[leaders[i] for i in group] for group in average_link(scores, least)]
    if count > len(leaders):
        _spread(groups, sorted(set(range(count)) - set(leaders)), score, least, may or _always)
    return sorted(sorted(group) for group in groups)


def _leaders(count: int) -> list[int]:
    """All, or evenly spread ones of a crowd."""
    if count <= LEADERS:
        return list(range(count))
    return [round(k * (count - 1) / (LEADERS - 1)) for k in range(LEADERS)]


def _spread(groups: list[list[int]], rest: Sequence[int], score: Score, least: float, may: May) -> None:
    """Puts everybody else into the group whose leaders suit best on the mean; who suits none stays alone."""
    led = [group[:EXEMPLARS] for group in groups]
    for item in rest:
        near = [k for k, leaders in enumerate(led) if may(item, leaders[0])]
        means = {k: math.fsum(score(item, leader) for leader in led[k]) / len(led[k]) for k in near}
        best = max(means, key=lambda k: (means[k], -k), default=None)
        if best is not None and means[best] >= least:
            groups[best].append(item)
        else:
            groups.append([item])


def _always(_item: int, _other: int) -> bool:
    return True
