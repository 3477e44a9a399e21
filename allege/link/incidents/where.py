"""Where claims put an occurrence: places precise enough to tell one from another, and how far they are apart."""

from __future__ import annotations

import math
from datetime import date

from allege.claim import Role
from allege.link.incidents.kinds import listed
from allege.link.model import EventClaim, Filler
from allege.link.parts.words import WORD

PRECISE = 3
"""UCDP's `where_prec` of a place no coarser than a district."""
TOWN = 5.0
"""Kilometres within which two places may be one town and a place in it."""
NEXT = 2
"""Words after a place's that may make it the name of something in it."""
SOON = 31
"""Days ahead within which a day is a term that is set, and no slip."""
EARTH = 6371.0
"""Its radius in kilometres."""

Spot = tuple[float, float]


def precise(claim: EventClaim) -> list[Filler]:
    """The places of a claim that are known and no coarser than a district."""
    known = (filler for filler in claim.of(Role.PLACE) if filler.geonames is not None or filler.entity)
    return [filler for filler in known if (filler.precision or 9) <= PRECISE]


def at_scene(claim: EventClaim) -> list[Filler]:
    """The precise places of a claim without those where people are taken afterwards."""
    return [filler for filler in precise(claim) if not afterwards(filler, claim.sentence)]


def place_words(claim: EventClaim) -> frozenset[str]:
    """The words with a capital in the names of a claim's places that no list knows; none of where people are taken."""
    unknown = (f for f in claim.of(Role.PLACE) if f.geonames is None and not f.entity)
    here = (f.words for f in unknown if not afterwards(f, claim.sentence))
    return frozenset(word.casefold() for words in here for word in WORD.findall(words) if word[0].isupper())


def place_id(filler: Filler) -> str:
    """The place's id in whichever list it is from."""
    return str(filler.geonames) if filler.geonames is not None else str(filler.entity)


def one_town(one: Filler, other: Filler) -> bool:
    """Whether two places may be one town; without coordinates nothing says that they are not."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return True
    return distance((one.latitude, one.longitude), (other.latitude, other.longitude)) <= TOWN


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two points (latitude, longitude in degrees), along the surface (haversine)."""
    (north, east), (north2, east2) = ((math.radians(a), math.radians(b)) for a, b in (one, other))
    half = math.sin((north2 - north) / 2) ** 2 + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def to_come(filler: Filler, published: date | None) -> bool:
    """Whether a day lies soon after its document's: what is told as done has not happened then.

    "If the curfew is not lifted by Sunday" dates no curfew. A day years ahead is a slip in one of the two dates.
    """
    if published is None or filler.start is None:
        return False
    return 1 < (filler.start - published).days <= SOON


def afterwards(filler: Filler, sentence: str) -> bool:
    """Whether a place is a hospital, a court or the like to which the sentence says that somebody was taken.

    The place may be the name's first words alone: "Quorrel" of "Quorrel General Hospital".
    """
    at = sentence.find(filler.words)
    after = sentence[at + len(filler.words) :].split()[:NEXT] if at >= 0 else []
    named = WORD.findall(" ".join([filler.words, *after]).casefold())
    if listed("afterwards").isdisjoint(named):
        return False
    return not listed("taken").isdisjoint(WORD.findall(sentence[: max(at, 0)].casefold()))
