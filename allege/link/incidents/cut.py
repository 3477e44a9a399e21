"""What a person told apart within one document: two claims of one scene that, he said, tell of two occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allege.claim import Role
from allege.link.incidents.where import place_id, place_words, precise
from allege.link.model import EventClaim

Apart = Mapping[str, frozenset[str]]
"""For a claim those that were decided to be of another incident; both ways."""


def apart(pairs: Iterable[tuple[str, str]]) -> Apart:
    """The claims of these pairs, each with its others."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


def cut(claims: Sequence[EventClaim], decided: Apart) -> list[list[EventClaim]]:
    """The claims of one scene, in text order, in as many parts as were told apart; one part where none were.

    The decision names two claims. Each other one goes with the named one whose place or day it shares, else with the
    last of them before it, else with the first.
    """
    own = {claim.id for claim in claims}
    seeds = [claim for claim in claims if not own.isdisjoint(decided.get(claim.id, ()))]
    if not seeds:
        return [list(claims)]
    parts: list[list[EventClaim]] = []
    part_of: dict[str, int] = {}
    for seed in seeds:  # claims that nobody told apart from one before go with it
        free = (n for n, part in enumerate(parts) if not any(c.id in decided[seed.id] for c in part))
        at = next(free, len(parts))
        if at == len(parts):
            parts.append([])
        parts[at].append(seed)
        part_of[seed.id] = at
    out: list[list[EventClaim]] = [[] for _ in parts]
    last = part_of[seeds[0].id]
    for claim in claims:
        last = part_of.get(claim.id, last)
        like = None if claim.id in part_of else _like(claim, parts)
        out[last if like is None else like].append(claim)
    return out


def _like(claim: EventClaim, parts: Sequence[Sequence[EventClaim]]) -> int | None:
    """The one part whose named claims share a place or a day with it; None for none, or several."""
    mine = _marks(claim)
    found = [n for n, part in enumerate(parts) if any(not mine.isdisjoint(_marks(seed)) for seed in part)]
    return found[0] if len(found) == 1 else None


def _marks(claim: EventClaim) -> frozenset[object]:
    places = (place_id(filler) for filler in precise(claim))
    days = (filler.start for filler in claim.of(Role.TIME) if filler.start is not None)
    return frozenset((*places, *place_words(claim), *days))
