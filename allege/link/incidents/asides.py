"""Groups of what documents are about, and then of what they tell in passing.

A passing mention says too little to weigh in the mean that holds reports together, so the reports are grouped first,
as if nobody had told anything in passing. A mention then goes to the group that it fits best; those that fit none are
grouped among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.decisions import APART, TOGETHER
from allege.link.incidents.group import Edge, Scores, linked
from allege.link.table import Numbers

Group = tuple[int, ...]
Which = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cuts:
    """The mean scores from which reports are one group, and from which a mention is of a group."""

    reports: float
    mentions: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """The groups (each ordered, ordered by their first), and the mean scores of those pairs of groups that have one.

    `means` numbers the groups by their positions.
    """

    groups: tuple[Group, ...]
    means: Scores


def grouped(size: int, scores: Scores, cuts: Cuts, asides: Collection[int]) -> Grouped:
    """Groups the items 0 … size - 1, of which `asides` are told in passing, by scores of pairs (i < j).

    What a person puts together joins when all else is grouped, each with its whole group: as a score in the mean it
    would pull one report out of its group to the other, and the rest would fall apart.
    """
    judged = scores.score >= TOGETHER
    joined, scores = list(scores.kept(judged).edges()), scores.kept(~judged)
    passing = np.zeros(size, dtype=bool)
    passing[list(asides)] = True
    groups = _united(_grouped(scores, cuts, passing), joined, scores)
    return Grouped(tuple(groups), _means(groups, scores, passing))


def _united(groups: list[Group], joined: Collection[Edge], scores: Scores) -> list[Group]:
    """The groups, two of which are one where a person put a member of each together and nobody set two apart."""
    held = {item: whole for whole in map(set, groups) for item in whole}
    apart = list(scores.kept(scores.score <= APART).edges())
    for a, b in joined:
        one, other = held[a], held[b]
        if one is other or any((i in one and j in other) or (i in other and j in one) for i, j in apart):
            continue
        one |= other
        held |= dict.fromkeys(other, one)
    return sorted({tuple(sorted(group)) for group in held.values()})


def _grouped(scores: Scores, cuts: Cuts, passing: Which) -> list[Group]:
    """The groups without what people put together."""
    reports = _among(np.flatnonzero(~passing), scores, cuts.reports)
    fits = _fits(reports, scores, passing)
    joined: dict[int, list[int]] = defaultdict(list)
    left = []
    for item in np.flatnonzero(passing).tolist():
        best = max(fits[item], key=lambda n: (fits[item][n], -n), default=None)
        if best is not None and fits[item][best] >= cuts.mentions:
            joined[best].append(item)
        else:
            left.append(item)
    whole = [tuple(sorted([*group, *joined[n]])) for n, group in enumerate(reports)]
    return sorted([*whole, *_among(np.array(left, dtype=np.int64), scores, cuts.mentions)])


def _among(items: Numbers, scores: Scores, cut: float) -> list[Group]:
    """Average link over some of the items alone, given in order."""
    inside = np.isin(scores.left, items) & np.isin(scores.right, items)
    own = scores.kept(inside)
    placed = Scores(np.searchsorted(items, own.left), np.searchsorted(items, own.right), own.score)
    names = items.tolist()
    return [tuple(names[n] for n in group) for group in linked(len(names), placed.by_edge(), cut)]


def _fits(groups: Sequence[Group], scores: Scores, passing: Which) -> dict[int, dict[int, float]]:
    """For each mention how well it fits each group with a report that it was compared with, as the nearer half sees it.

    The mean of the best half of the group's reports: one that was put there wrongly does not keep a mention out.
    """
    group_of = _group_of(groups, len(passing))
    found: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for items, others in ((scores.left, scores.right), (scores.right, scores.left)):
        some = passing[items] & (group_of[others] >= 0)
        columns = (items[some], group_of[others[some]], scores.score[some])
        for item, n, score in zip(*(column.tolist() for column in columns), strict=True):
            found[item][n].append(score)
    fits: dict[int, dict[int, float]] = defaultdict(dict)
    for item, row in found.items():
        for n, near in row.items():
            half = -(-len(groups[n]) // 2)
            fits[item][n] = sum(sorted(near, reverse=True)[:half]) / half
    return fits


def _means(groups: Sequence[Group], scores: Scores, passing: Which) -> Scores:
    """The mean score of each two groups of which any pair was compared: that of their reports, where they have any."""
    group_of = _group_of(groups, len(passing))
    count = len(groups)
    reports = np.bincount(group_of[~passing], minlength=count)
    inner = ~passing | (reports[group_of] == 0)
    sizes = np.bincount(group_of[inner], minlength=count)
    one, other = group_of[scores.left], group_of[scores.right]
    across = (one != other) & inner[scores.left] & inner[scores.right]
    one, other = np.minimum(one, other)[across], np.maximum(one, other)[across]
    pairs, where = np.unique(one * count + other, return_inverse=True)
    totals = np.bincount(where, scores.score[across], len(pairs))
    one, other = pairs // max(1, count), pairs % max(1, count)
    return Scores(one, other, totals / (sizes[one] * sizes[other]))


def _group_of(groups: Sequence[Group], size: int) -> Numbers:
    """For each item the position of its group, -1 where it has none."""
    found = np.full(size, -1, dtype=np.int64)
    items = np.array([item for group in groups for item in group], dtype=np.int64)
    found[items] = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    return found
