"""What analysts have decided about pairs, ready to be followed: the latest word on each stands, clashes are named.

A judgement outranks every score. It enters as a scored pair of its own with a score that no sum of features reaches, so
it is followed wherever links are, survives every rebuild, and says whose word it is where contributions are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allege.link.model import Band, Judgement, JudgementKind, Lineage, LineageKind, ScoredPair

SAME = (JudgementKind.SAME_INCIDENT, JudgementKind.OTHER_INCIDENT)
DERIVED = (JudgementKind.DERIVED, JudgementKind.NOT_DERIVED)

TOGETHER, APART = 1e6, -1e12
"""Scores of judged links. What belongs together joins after all else, each with its group (see `incidents.asides`);
average link joins nothing with two sides that are apart: the mean over a million pairs stays below any threshold."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgement that stands for each pair, and what contradicts what, a line each. Pairs are ordered for DERIVED
    alone (child, parent)."""

    pairs: Mapping[tuple[str, str], Judgement]
    conflicts: tuple[str, ...] = ()


def decisions(judgements: Iterable[Judgement], kinds: tuple[JudgementKind, JudgementKind]) -> Decisions:
    """The last word on each pair among judgements in force, in the order appended; `kinds`: for it, against it."""
    ordered = kinds == DERIVED
    pairs: dict[tuple[str, str], Judgement] = {}
    conflicts: list[str] = []
    for item in judgements:
        if item.kind not in kinds or item.other is None or item.other == item.subject:
            continue
        pair = (item.subject, item.other)
        pair = pair if ordered else (min(pair), max(pair))
        before = pairs.get(pair)
        if before is not None and before.kind is not item.kind:
            conflicts.append(_contradiction(before, item))
        pairs[pair] = item
    return Decisions(pairs, (*conflicts, *_rings(pairs, kinds)))


def judged_links(found: Decisions, unit_of: Mapping[str, str]) -> list[ScoredPair]:
    """Pairs that carry the decisions; `unit_of`: the unit of each claim's or document's id. Unknown ids say nothing."""
    links: dict[tuple[str, str], ScoredPair] = {}
    for (one, other), item in found.pairs.items():
        left, right = sorted((unit_of.get(one, ""), unit_of.get(other, "")))
        if left and left != right:
            same = item.kind is JudgementKind.SAME_INCIDENT
            score, band = (TOGETHER, Band.SAME) if same else (APART, Band.DIFFERENT)
            told = "one incident" if same else "two incidents"
            note = f": {item.note}" if item.note else ""
            words = f"{item.analyst} decided on {item.at:%Y-%m-%d} that they are of {told}{note}"
            links[left, right] = ScoredPair(left, right, score, band, decided=words)
    return list(links.values())


def judged_lineage(edges: Iterable[Lineage], found: Decisions, known: Iterable[str]) -> list[Lineage]:
    """The edges with what analysts decided: edges they deny are left out, edges they state are there."""
    held = set(known)
    out = []
    for edge in edges:
        item = found.pairs.get((edge.document, edge.derived_from or edge.upstream or ""))
        if item is None or item.kind is JudgementKind.DERIVED:
            out.append(edge)
    there = {(edge.document, edge.derived_from) for edge in out}
    for (child, parent), item in sorted(found.pairs.items()):
        if item.kind is JudgementKind.DERIVED and {child, parent} <= held and (child, parent) not in there:
            why = f"{item.analyst} decided so on {item.at:%Y-%m-%d}"
            out.append(Lineage(child, parent, LineageKind.EDITED, 1.0, why))
    return out


def _contradiction(before: Judgement, now: Judgement) -> str:
    return (
        f"{now.subject} and {now.other}: {now.analyst} says {now.kind.value} ({now.id}), {before.analyst} said "
        f"{before.kind.value} ({before.id}); the later word is followed; take one of them back"
    )


def _rings(pairs: Mapping[tuple[str, str], Judgement], kinds: tuple[JudgementKind, JudgementKind]) -> list[str]:
    """Pairs decided to be apart that other decisions put together by way of a third."""
    if kinds == DERIVED:
        return []
    root: dict[str, str] = {}

    def find(name: str) -> str:
        while root.get(name, name) != name:
            name = root[name]
        return name

    for (one, other), item in pairs.items():
        if item.kind is kinds[0]:
            low, high = sorted((find(one), find(other)))
            root[high] = low
    return [
        f"{one} and {other}: {item.analyst} says {item.kind.value} ({item.id}), but other judgements put both together "
        "with a third; they are kept apart; take one of the judgements back"
        for (one, other), item in sorted(pairs.items())
        if item.kind is kinds[1] and find(one) == find(other)
    ]
