"""Units that stand for others: a story that is there ten thousand times is compared once, and its words count once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence

from allege.link.incidents.unit import Unit


def standing(units: Sequence[Unit], copies: Mapping[str, str], judged: Collection[str]) -> dict[str, str]:
    """For each unit's id the id of the unit that stands for it: one of the same words, or of the document it copies.

    A copy's main unit stands with the main unit of its source, any other one with the one that has most of its words,
    if that has most of them; else it is left to itself, as are units that somebody has `judged`. `copies` may run in
    chains and, by mistake, in rings.
    """
    first: dict[Hashable, str] = {}
    alike = Counter(map(_outline, units))
    by_document: dict[str, list[Unit]] = defaultdict(list)
    stands = {}
    for unit in units:
        by_document[unit.document].append(unit)
        single = unit.id in judged or alike[_outline(unit)] == 1
        stands[unit.id] = unit.id if single else first.setdefault(_signature(unit), unit.id)
    for unit in units:
        source = _source(unit, by_document.get(_root(unit.document, copies), ()))
        if source is not None and unit.id not in judged:
            stands[unit.id] = stands[source.id]
    return stands


def _source(unit: Unit, of_root: Sequence[Unit]) -> Unit | None:
    """The unit of the copied document that a unit of the copy repeats."""
    if of_root and of_root[0].document == unit.document:
        return unit
    if unit.main:
        return next((one for one in of_root if one.main), None)
    shared = {one.id: one.wording.terms.common(unit.wording.terms) for one in of_root if not one.main}
    best = max(of_root, key=lambda one: (shared.get(one.id, 0), one.id), default=None)
    return best if best is not None and 2 * shared.get(best.id, 0) > unit.wording.terms.total() else None


def _root(document: str, copies: Mapping[str, str]) -> str:
    """The end of a chain of copies; a ring ends at its smallest document."""
    seen = [document]
    while (parent := copies.get(seen[-1])) is not None:
        if parent in seen:
            return min(seen[seen.index(parent) :])
        seen.append(parent)
    return seen[-1]


def _outline(unit: Unit) -> Hashable:
    """What units of one signature share, quickly told: most units share it with none, and need no signature."""
    terms = unit.wording.terms
    return len(terms), terms.total(), unit.tolls, unit.published


def _signature(unit: Unit) -> Hashable:
    wording = unit.wording
    return frozenset(wording.terms.items()), frozenset(wording.names), unit.tolls, unit.published
