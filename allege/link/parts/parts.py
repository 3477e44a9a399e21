"""The parts of an incident: its claims, grouped by the occurrence within it that they tell of.

"Gunmen stormed the hotel", "two guards were shot": one incident, and the shooting is a part of it, not another one.
Parts are a partition of the claims; nothing is merged or lost by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from allege.link.model import EventClaim, Link
from allege.link.parts.circle import Circle, wording_of
from allege.link.parts.group import LEADERS, average_link, grouped, square
from allege.link.parts.sheet import Gathering, Sheet
from allege.link.parts.telling import Telling, of_claim
from allege.link.parts.weights import Weights, explain, weights

AT_ONCE = 3_000
"""Claims that are worked on together: what bounds the memory."""
MOST_SENTENCES = 40
"""Sentences of one document that are read for what it is about."""

Parts = tuple[tuple[str, ...], ...]


def parts(claims: Iterable[EventClaim], scale: Weights | None = None) -> Parts:
    """Ids of an incident's claims by occurrence, the one told most often first; () where there is but one.

    The same whatever the order of the claims; the work grows with their number, not its square (see `group`).
    """
    (found,) = parts_of([claims], scale)
    return found


def parts_of(incidents: Iterable[Iterable[EventClaim]], scale: Weights | None = None) -> Iterator[Parts]:
    """The parts of many incidents, given by their claims; each gets what it gets by itself."""
    waiting: list[list[EventClaim]] = []
    for claims in incidents:
        waiting.append(sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id))
        if sum(map(len, waiting)) >= AT_ONCE:
            yield from _parts(waiting, scale or weights("claims"))
            waiting = []
    yield from _parts(waiting, scale or weights("claims"))


def _parts(incidents: Sequence[Sequence[EventClaim]], scale: Weights) -> Iterator[Parts]:
    gatherings = []
    for claims in incidents:
        tellings = [of_claim(claim) for claim in claims]
        gatherings.append(Gathering(tellings, circle(claims, tellings)))
    for claims, found in zip(incidents, tellings_grouped(gatherings, scale), strict=True):
        named = (tuple(claims[i].id for i in group) for group in found)
        yield tuple(sorted(named, key=lambda group: (-len(group), group))) if len(found) > 1 else ()


def tellings_grouped(gatherings: Sequence[Gathering], scale: Weights) -> list[list[list[int]]]:
    """For each gathering the positions of its tellings by occurrence."""
    sheet = Sheet(gatherings)
    sizes = [len(one.told) if len(one.told) <= LEADERS else 0 for one in gatherings]
    begins = sheet.begins.tolist()
    pairs = [np.array(np.triu_indices(size, 1)) + begin for size, begin in zip(sizes, begins[:-1], strict=True)]
    left, right = np.concatenate([np.zeros((2, 0), dtype=np.int64), *pairs], axis=1)
    scores = sheet.scores(left, right, scale)
    ends = np.cumsum([0, *(pair.shape[1] for pair in pairs)]).tolist()
    return [
        average_link(square(size, scores[first:last]), scale.same)
        if size == len(one.told)
        else _crowd(sheet, begin, len(one.told), scale)
        for one, size, begin, (first, last) in zip(gatherings, sizes, begins[:-1], pairwise(ends), strict=True)
    ]


def _crowd(sheet: Sheet, begin: int, count: int, scale: Weights) -> list[list[int]]:
    """More tellings than all can be compared with each other."""
    return grouped(
        count,
        lambda i, j: sheet.scores(i + begin, j + begin, scale),
        scale.same,
        may=lambda i, j: sheet.comparable(i + begin, j + begin),
    )


def circle(claims: Iterable[EventClaim], told: Iterable[Telling]) -> Circle:
    """The documents of some claims, known by the sentences that the claims stand in, and their tellings."""
    sentences: dict[str, dict[int, str]] = {}
    for claim in sorted(claims, key=lambda one: (one.document, one.start, one.id)):
        known = sentences.setdefault(claim.document, {})
        if len(known) < MOST_SENTENCES:
            known.setdefault(claim.start, claim.sentence)
    return Circle({name: wording_of(known.values()) for name, known in sorted(sentences.items())}, told)


def why(a: EventClaim, b: EventClaim, claims: Iterable[EventClaim] = ()) -> Link:
    """The score of two claims telling of one occurrence, among `claims`, with what each signal adds."""
    among = list({claim.id: claim for claim in (*claims, a, b)}.values())
    around = circle(among, [of_claim(claim) for claim in among])
    return explain(of_claim(a), of_claim(b), around, weights("claims"))
