"""The parts of an incident: its claims, grouped by the occurrence within it that they tell of.

"Gunmen stormed the hotel", "two guards were shot": one incident, and the shooting is a part of it, not another one.
Parts are a partition of the claims; nothing is merged or lost by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allege.link.model import EventClaim, Link
from allege.link.parts.circle import Circle, wording
from allege.link.parts.group import grouped
from allege.link.parts.kin import kin
from allege.link.parts.signals import compare
from allege.link.parts.telling import Telling, of_claim
from allege.link.parts.weights import Weights, explain, weights

NEAR = 0.3
"""Anchors whose words are no nearer than this in meaning, and that no table joins, are not compared."""
MOST_SENTENCES = 40
"""Sentences of one document that are read for what it is about."""

Parts = tuple[tuple[str, ...], ...]


def parts(claims: Iterable[EventClaim], scale: Weights | None = None) -> Parts:
    """Ids of an incident's claims by occurrence, the one told most often first; () where there is but one.

    The same whatever the order of the claims; the work grows with their number, not its square (see `group`).
    """
    told = sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id)
    if len(told) < 2:
        return ()
    tellings = [of_claim(claim) for claim in told]
    found = tellings_grouped(tellings, circle(told, tellings), scale or weights("claims"))
    if len(found) < 2:
        return ()
    named = (tuple(told[i].id for i in group) for group in found)
    return tuple(sorted(named, key=lambda group: (-len(group), group)))


def tellings_grouped(told: Sequence[Telling], around: Circle, scale: Weights) -> list[list[int]]:
    """Positions of tellings by occurrence."""

    def score(i: int, j: int) -> float:
        a, b = told[i], told[j]
        return scale.score(compare(a, b, around)) if comparable(a, b) else 0.0

    return grouped(len(told), score, scale.same, may=lambda i, j: comparable(told[i], told[j]))


def comparable(a: Telling, b: Telling) -> bool:
    """Whether two anchors can name one occurrence at all."""
    close = kin(a.words, b.words)
    return close.related or close.near >= NEAR


def circle(claims: Iterable[EventClaim], told: Iterable[Telling]) -> Circle:
    """The documents of some claims, known by the sentences that the claims stand in, and their tellings."""
    sentences: dict[str, dict[int, str]] = {}
    for claim in sorted(claims, key=lambda one: (one.document, one.start, one.id)):
        known = sentences.setdefault(claim.document, {})
        if len(known) < MOST_SENTENCES:
            known.setdefault(claim.start, claim.sentence)
    return Circle({name: wording("\n".join(known.values())) for name, known in sorted(sentences.items())}, told)


def why(a: EventClaim, b: EventClaim, claims: Iterable[EventClaim] = ()) -> Link:
    """The score of two claims telling of one occurrence, among `claims`, with what each signal adds."""
    among = list({claim.id: claim for claim in (*claims, a, b)}.values())
    around = circle(among, [of_claim(claim) for claim in among])
    return explain(of_claim(a), of_claim(b), around, weights("claims"))
