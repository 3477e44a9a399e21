"""Groups of what documents are about, and then of what they tell in passing.

A passing mention says too little to weigh in the mean that holds reports together, so the reports are grouped first,
as if nobody had told anything in passing. A mention then goes to the group that it fits best; those that fit none are
grouped among themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from allege.link.decisions import APART, TOGETHER
from allege.link.incidents.group import Edge, Groups, average_link


@dataclass(frozen=True, slots=True)
class Cuts:
    """The mean scores from which reports are one group, and from which a mention is of a group."""

    reports: float
    mentions: float


def grouped(size: int, scores: Mapping[Edge, float], cuts: Cuts, asides: Collection[int]) -> Groups:
    """Groups the items 0 … size - 1, of which `asides` are told in passing, by scores of pairs (i < j).

    What a person puts together joins when all else is grouped, each with its whole group: as a score in the mean it
    would pull one report out of its group to the other, and the rest would fall apart.
    """
    joined = sorted(edge for edge, score in scores.items() if score >= TOGETHER)
    if joined:
        scores = {edge: score for edge, score in scores.items() if score < TOGETHER}
    groups = _united(_grouped(size, scores, cuts, asides), joined, scores)
    passing = set(asides)
    return Groups(tuple(groups), _means(groups, scores, set(range(size)) - passing, passing))


def _united(
    groups: list[tuple[int, ...]], joined: Collection[Edge], scores: Mapping[Edge, float]
) -> list[tuple[int, ...]]:
    """The groups, two of which are one where a person put a member of each together and nobody set two apart."""
    held = {item: whole for whole in map(set, groups) for item in whole}
    apart = [edge for edge, score in scores.items() if score <= APART]
    for a, b in joined:
        one, other = held[a], held[b]
        if one is other or any((i in one and j in other) or (i in other and j in one) for i, j in apart):
            continue
        one |= other
        held |= dict.fromkeys(other, one)
    return sorted({tuple(sorted(group)) for group in held.values()})


def _grouped(size: int, scores: Mapping[Edge, float], cuts: Cuts, asides: Collection[int]) -> list[tuple[int, ...]]:
    """The groups without what people put together."""
    passing = sorted(set(asides))
    told = sorted(set(range(size)) - set(passing))
    reports, mentions = _among(told, scores, cuts.reports), [(item,) for item in passing]
    fits = _fits(reports, scores, set(passing))
    joined: dict[int, list[int]] = defaultdict(list)
    left = []
    for (item,) in mentions:
        best = max(fits[item], key=lambda n: (fits[item][n], -n), default=None)
        if best is not None and fits[item][best] >= cuts.mentions:
            joined[best].append(item)
        else:
            left.append(item)
    whole = [tuple(sorted([*group, *joined[n]])) for n, group in enumerate(reports)]
    return sorted([*whole, *_among(left, scores, cuts.mentions)])


def _among(items: list[int], scores: Mapping[Edge, float], cut: float) -> list[tuple[int, ...]]:
    """Average link over some of the items alone."""
    place = {item: n for n, item in enumerate(items)}
    own = {(place[a], place[b]): score for (a, b), score in scores.items() if a in place and b in place}
    return [tuple(items[n] for n in group) for group in average_link(len(items), own, cut).groups]


def _fits(
    groups: list[tuple[int, ...]], scores: Mapping[Edge, float], passing: set[int]
) -> dict[int, dict[int, float]]:
    """For each mention how well it fits each group with a report that it was compared with, as the nearer half sees it.

    The mean of the best half of the group's reports: one that was put there wrongly does not keep a mention out.
    """
    group_of = {item: n for n, group in enumerate(groups) for item in group}
    found: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for (a, b), score in scores.items():
        for item, other in ((a, b), (b, a)):
            if item in passing and other in group_of:
                found[item][group_of[other]].append(score)
    fits: dict[int, dict[int, float]] = defaultdict(dict)
    for item, row in found.items():
        for n, near in row.items():
            half = -(-len(groups[n]) // 2)
            fits[item][n] = sum(sorted(near, reverse=True)[:half]) / half
    return fits


def _means(
    groups: list[tuple[int, ...]], scores: Mapping[Edge, float], told: set[int], passing: set[int]
) -> dict[Edge, float]:
    """The mean score of each two groups of which any pair was compared: that of their reports, where they have any."""
    group_of = {item: n for n, group in enumerate(groups) for item in group}
    core = [told.intersection(group) or passing.intersection(group) for group in groups]
    inner = set[int]().union(*core)
    across = [edge for edge in scores if group_of[edge[0]] != group_of[edge[1]] and inner.issuperset(edge)]
    sums: dict[Edge, float] = defaultdict(float)
    for a, b in sorted(across):
        one, other = sorted((group_of[a], group_of[b]))
        sums[one, other] += scores[a, b]
    return {(one, other): total / (len(core[one]) * len(core[other])) for (one, other), total in sums.items()}
