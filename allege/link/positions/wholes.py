"""What is told of a part and what of the whole: "the shooting" within "the siege" has doer and dead of its own.

What lasts (a siege, a battle) holds deeds of which it says nothing who did them, and so does any occurrence where the
text itself sets a deed within it ("during the attack", or fewer dead than in all of it). Words: `[wholes]` in
allege/data/link/positions.toml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from allege.claim import Role
from allege.link.model import EventClaim, Incident
from allege.link.parts.telling import of_claim
from allege.link.parts.words import line_tokens, stem
from allege.link.positions.lexicon import wholes

PROTEST = "PROTEST"
"""What was met with violence does not enclose it: the shots at a march are no part of the marching."""

LASTING, ATTACK = 2, 1
"""What encloses deeds and attacks, and what encloses a deed only where the text says so."""


def of_parts(incident: Incident, claims: Mapping[str, EventClaim]) -> frozenset[str]:
    """The claims, told or attached, that tell of a part alone: neither their doer nor their toll is the whole's."""
    told = [claims[name] for name in incident.claims if name in claims]
    every = [*told, *(claims[name] for name in incident.attached if name in claims)]
    rank = _whole([claim for claim in told if claim.type == incident.type or claim.type != PROTEST])
    if not rank:
        return frozenset()
    tolls = _tolls(told, rank)
    within = {claim.id for claim in every if _rank(claim) != rank and _within(claim, rank, tolls)}
    whole = {claim.id for claim in every if _rank(claim) == rank}
    sentences = _sentences(every, whole)
    said = {claim.id for claim in every if (claim.document, claim.start) in sentences} - within
    for part in incident.parts:
        if not within.isdisjoint(part) and whole.isdisjoint(part):
            within.update(claim for claim in part if claim not in said)
    return frozenset(within | _beside(every, within, whole))


def _whole(told: Sequence[EventClaim]) -> int:
    """The rank of what the incident is as a whole: the one that most claims have, two at least; 0 for none."""
    ranks = Counter(rank for rank in map(_rank, told) if rank)
    return max((rank for rank in ranks if ranks[rank] > 1), key=lambda rank: (ranks[rank], rank), default=0)


def _rank(claim: EventClaim) -> int:
    """How much the word for an occurrence encloses; 0 for a deed, and for words that any occurrence may go by."""
    words = of_claim(claim).words
    return next((rank for rank in (LASTING, ATTACK) if not _stems(rank).isdisjoint(words)), 0)


def _within(claim: EventClaim, rank: int, tolls: Mapping[str, int]) -> bool:
    """Whether a claim of another rank tells of what happened within the whole."""
    deed = not _stems(0).isdisjoint(of_claim(claim).words)
    if (rank == LASTING and deed) or _set_within(claim, rank):
        return True
    fewer = min((f.high or f.low or 0 for f in claim.of(Role.DEATHS)), default=0)
    return deed and 0 < fewer < tolls.get(claim.document, 0)


def _set_within(claim: EventClaim, rank: int) -> bool:
    """Whether its sentence says so: "during the siege", "in the midst of the fighting"."""
    for found in _during().finditer(claim.sentence):
        after = line_tokens(claim.sentence[found.end() :])[: wholes().near]
        if any(token.stem in _stems(rank) for token in after):
            return True
    return False


def _tolls(told: Iterable[EventClaim], rank: int) -> dict[str, int]:
    """By document the dead of the whole: those of sentences that tell of it."""
    found = list(told)
    sentences = {(claim.document, claim.start) for claim in found if _rank(claim) == rank}
    out: dict[str, int] = {}
    for claim in found:
        for filler in claim.of(Role.DEATHS) if (claim.document, claim.start) in sentences else ():
            out[claim.document] = max(out.get(claim.document, 0), filler.low or 0)
    return out


def _sentences(every: Iterable[EventClaim], of: set[str]) -> set[tuple[str, int]]:
    """The sentences that these claims stand in."""
    return {(claim.document, claim.start) for claim in every if claim.id in of}


def _beside(every: Sequence[EventClaim], within: set[str], whole: set[str]) -> set[str]:
    """What is told of in a sentence that tells of a part and not of the whole: "shot two men and filmed it"."""
    sentences = _sentences(every, within) - _sentences(every, whole)
    return {claim.id for claim in every if (claim.document, claim.start) in sentences and claim.id not in whole}


@cache
def _stems(rank: int) -> frozenset[str]:
    words = {LASTING: wholes().lasting, ATTACK: wholes().attacks}.get(rank, wholes().deeds)
    return frozenset(map(stem, words))


@cache
def _during() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wholes().during))})\b", re.IGNORECASE)
