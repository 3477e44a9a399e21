"""Units that stand for others: a story that is there ten thousand times is compared once, and its words count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence

from allege.link.incidents.unit import Unit


def standing(units: Sequence[Unit], copies: Mapping[str, str], judged: Collection[str]) -> dict[str, str]:
    """For each unit's id the id of the unit that stands for it: one of the same words, or of the document it copies.

    A copy is left to itself where it or its source tells of several occurrences, and so are units that somebody has
    `judged`. `copies` may run in chains and, by mistake, in rings.
    """
    first: dict[Hashable, str] = {}
    by_document: dict[str, list[Unit]] = defaultdict(list)
    stands = {}
    for unit in units:
        by_document[unit.document].append(unit)
        stands[unit.id] = unit.id if unit.id in judged else first.setdefault(_signature(unit), unit.id)
    for unit in units:
        roots = by_document.get(_root(unit.document, copies), ())
        if len(roots) == 1 == len(by_document[unit.document]) and unit.id not in judged:
            stands[unit.id] = stands[roots[0].id]
    return stands


def _root(document: str, copies: Mapping[str, str]) -> str:
    """The end of a chain of copies; a ring ends at its smallest document."""
    seen = [document]
    while (parent := copies.get(seen[-1])) is not None:
        if parent in seen:
            return min(seen[seen.index(parent) :])
        seen.append(parent)
    return seen[-1]


def _signature(unit: Unit) -> Hashable:
    wording = unit.wording
    return frozenset(wording.terms.items()), frozenset(wording.names), unit.tolls, unit.published
