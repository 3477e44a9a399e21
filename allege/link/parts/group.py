"""Grouping by average link: two groups join while the mean score of their pairs is above the threshold.

Connected components chain (a wrong pair joins two crowds), the mean does not. The work is bounded: of a crowd, leaders
are grouped among themselves and everybody else goes to the group that suits best, or stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from allege.link.table import Numbers, Reals

LEADERS = 400
"""How many are compared with one another; each of the others is scored with leaders alone."""
EXEMPLARS = 3
"""Leaders of one group that a newcomer is scored with."""

AT_ONCE = 200
"""How many of the others are looked at together: what bounds the memory."""

Matrix = NDArray[np.float64]
Score = Callable[[Numbers, Numbers], Reals]
May = Callable[[Numbers, Numbers], NDArray[np.bool_]]


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
    if not (scores >= least).any():
        return list(groups.values())
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

    `score` and `may` answer for many pairs (i < j) at once, given as two columns. `may` says cheaply whether a pair is
    worth scoring; of a crowd, who is no leader is scored with those alone.
    """
    leaders = np.array(_leaders(count), dtype=np.int64)
    left, right = np.triu_indices(len(leaders), 1)
    found = average_link(square(len(leaders), score(leaders[left], leaders[right])), least)
    groups = [leaders[group].tolist() for group in found]
    if count > len(leaders):
        rest = np.setdiff1d(np.arange(count), leaders)
        for at in range(0, len(rest), AT_ONCE):
            some = rest[at : at + AT_ONCE]
            means = _means(groups[: len(found)], some, score, may or _always)
            for item, best, mean in zip(some.tolist(), means.argmax(axis=1), means.max(axis=1), strict=True):
                if mean >= least:
                    groups[best].append(item)
                else:
                    groups.append([item])
    return sorted(sorted(group) for group in groups)


def square(size: int, scores: Reals) -> Matrix:
    """A symmetric matrix from the scores of its upper triangle, row by row."""
    out = np.zeros((size, size))
    upper = np.triu_indices(size, 1)
    out[upper] = out.T[upper] = scores
    return out


def _leaders(count: int) -> list[int]:
    """All, or evenly spread ones of a crowd."""
    if count <= LEADERS:
        return list(range(count))
    return [round(k * (count - 1) / (LEADERS - 1)) for k in range(LEADERS)]


def _means(led: Sequence[list[int]], rest: Numbers, score: Score, may: May) -> Matrix:
    """The mean score of each of the rest with the first leaders of each group; 0 where it is not worth scoring."""
    first = np.array([group[0] for group in led], dtype=np.int64)
    item, group = (each.ravel() for each in np.indices((len(rest), len(led))))
    near = may(*_in_order(rest[item], first[group]))
    item, group = item[near], group[near]
    means = np.zeros((len(rest), len(led)))
    sizes = np.array([min(len(one), EXEMPLARS) for one in led])
    for nth in range(EXEMPLARS):
        has = sizes[group] > nth
        leader = np.array([one[nth] if len(one) > nth else 0 for one in led], dtype=np.int64)
        means[item[has], group[has]] += score(*_in_order(rest[item[has]], leader[group[has]]))
    means /= np.maximum(1, sizes)
    return means


def _in_order(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    return np.minimum(one, other), np.maximum(one, other)


def _always(left: Numbers, _right: Numbers) -> NDArray[np.bool_]:
    return np.ones(len(left), dtype=bool)
