"""Why a claim that only bears on an occurrence cannot be about an incident: another place, another day, other people.

Such a clash rules the incident out, whatever else is shared: a denial of one shelling is no word on the next one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from allege.claim import Role
from allege.link.model import EventClaim, Filler
from allege.link.parts.telling import Particulars, of_claim
from allege.link.parts.words import line_tokens, listed

DISTRICT = 3
"""UCDP's `where_prec` of a place no coarser than a district."""
EXACT = 1
"""UCDP's `where_prec` of a place known exactly."""
EXACT_KM = 5.0
"""Exact places that are farther apart are two: as where reports are taken apart (`link.incidents.scenes`)."""

EARTH = 6371.0
"""Its mean radius, in kilometres."""

_PLACED = re.compile(r"\b(?:in|at|near|outside|around|inside)\s+(?:the\s+)?((?:[^\W\d_a-z][\w’'-]*[ ]?)+)")
"""A capitalised name behind a word of place."""
_CLAUSE = re.compile(r"[,;:]|\b(?:said|says|told)\b")

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where something is said to be: points, whether all are exact, and the stems of names that have no point.

    `said` are the stems of all names in the sentences, `known` whether any place is told.
    """

    spots: tuple[Spot, ...] = ()
    exact: bool = True
    names: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Sides:
    """What the claim says (`mine`), and who, whom, when (in order) and where the incident has by its claims."""

    mine: Particulars
    actors: frozenset[str]
    recipients: frozenset[str]
    days: tuple[int, ...]
    same_document: bool
    places: frozenset[str] = field(default_factory=frozenset)


def whereabouts(claims: Iterable[EventClaim]) -> Whereabouts:
    """Where the incident of these claims is said to be."""
    spots: set[Spot] = set()
    said: set[str] = set()
    exact, known = True, False
    for claim in claims:
        telling = of_claim(claim)
        said |= telling.names_before | telling.names_after | telling.names_inside
        for filler in claim.of(Role.PLACE):
            known = True
            said |= _stems(filler.words)
            if spot := _spot(filler):
                spots.add(spot)
                exact = exact and (filler.precision or DISTRICT) <= EXACT
    return Whereabouts(tuple(sorted(spots)), exact, said=frozenset(said), known=known)


def where_meant(claim: EventClaim) -> Whereabouts:
    """Where what it bears on would be: the claim's places, a place that is hit, else names behind a word of place."""
    places = claim.of(Role.PLACE)
    found = [filler for filler in (*places, *claim.of(Role.RECIPIENT)) if _spot(filler)]
    exact = all((filler.precision or DISTRICT) <= EXACT for filler in found)
    names = frozenset[str]().union(*(_stems(filler.words) for filler in places if filler.latitude is None))
    if not places and not found:
        names = _behind(claim)
    return Whereabouts(tuple(spot for filler in found if (spot := _spot(filler))), exact, names)


def clash(meant: Whereabouts, there: Whereabouts, sides: Sides, *, near_km: float, near_days: float) -> str | None:
    """Why the claim cannot be about the incident, in words; None where nothing speaks against it."""
    apart = days_apart(sides.mine.days, sides.days)
    if apart > near_days:
        return f"another day, {apart} days away"
    same_day = sides.mine.days is not None and bool(sides.days)
    same_place = not sides.mine.places.isdisjoint(sides.places)
    gap = min((kilometres(a, b) for a in meant.spots for b in there.spots), default=None)
    bound = EXACT_KM if meant.exact and there.exact else near_km
    if gap is not None and gap > bound and not same_place:
        return f"another place, {gap:.0f} km away"
    if gap is None and meant.names and there.known and meant.names.isdisjoint(there.said):
        return "another place: nobody who tells of it names it"
    place = same_place or gap is not None or not meant.names.isdisjoint(there.said)
    return None if place or same_day else _others(sides)


def days_apart(mine: tuple[int, int] | None, days: Sequence[int]) -> int:
    """How many days the claim's lie before or after those of the incident, in order; 0 where either names none."""
    return max(mine[0] - days[-1], days[0] - mine[1], 0) if mine is not None and days else 0


def _others(sides: Sides) -> str | None:
    """Whether others are said to have done it or been hit, where neither place nor day ties the two together."""
    mine = sides.mine
    if not (mine.actors and sides.actors) or mine.actors & sides.actors or mine.recipients & sides.recipients:
        return None
    hit = mine.recipients and sides.recipients
    return "other people, and neither place nor day is shared" if hit or not sides.same_document else None


def _spot(filler: Filler) -> Spot | None:
    if filler.latitude is None or filler.longitude is None or (filler.precision or 9) > DISTRICT:
        return None
    return filler.latitude, filler.longitude


def _behind(claim: EventClaim) -> frozenset[str]:
    """The names behind a word of place, from the anchor to the end of its clause."""
    at = max(0, claim.anchor_spans[0].start - claim.start) if claim.anchor_spans else 0
    clause = _CLAUSE.split(claim.sentence[at:], maxsplit=1)[0]
    return frozenset[str]().union(*(_stems(found[1]) for found in _PLACED.finditer(clause)))


def _stems(words: str) -> frozenset[str]:
    """The stems of a name's words: of "the market in Dunmarrow" the one with a capital letter."""
    dull = listed("empty") | listed("counted")
    return frozenset(one.stem for one in line_tokens(words) if one.word[0].isupper() and one.stem not in dull)


def kilometres(a: Spot, b: Spot) -> float:
    """Along the surface (haversine)."""
    north, south = math.radians(a[0]), math.radians(b[0])
    east = math.radians(a[1] - b[1])
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))
