"""A unit: what one document tells of one occurrence. Units are compared and grouped; a group of them is an incident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allege.claim import Certainty, ClaimKind, Role
from allege.link.incidents.words import Wording, wording
from allege.link.model import EventClaim, Filler, Story

PRECISE = 3
"""UCDP's `where_prec` of a place no coarser than a district."""
DAYS = 3
"""A time longer than so many days does not date an occurrence."""
OCCURS = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})
"""How firmly a claim must be held to tell of an occurrence: what is only possible, foretold or denied makes none."""
OPEN = frozenset({Certainty.UU})
"""What nobody commits himself to (a headline) makes no unit, but its day, place and numbers help to tell one."""
PARTIES = (Role.ACTOR, Role.RECIPIENT)

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Unit:
    """Claims of one document about one occurrence, and what tells it from others.

    `id` is that of its smallest claim. `published` is the document's day, `days` are those that its claims name, as
    ordinals. `places` counts the claims that name a place no coarser than a district, by its id; `spots` counts the
    points of those places, `tolls` pairs of a role and a number, `parties` the actors and recipients whose
    identity is known.
    """

    id: str
    document: str
    claims: tuple[str, ...]
    type: str
    wording: Wording
    published: int | None
    days: tuple[int, ...]
    places: Counter[str]
    spots: Counter[Spot]
    tolls: frozenset[tuple[str, int]]
    parties: frozenset[str]

    @property
    def day(self) -> int | None:
        """The likeliest day of the occurrence as an ordinal: the one named most often, or the day of publication."""
        if not self.days:
            return self.published
        counted = Counter(self.days)
        return min(counted, key=lambda day: (-counted[day], day))


def units(story: Story, claims: Iterable[EventClaim]) -> tuple[Unit, ...]:
    """The occurrences that one document tells of; none where it makes no event claim that anybody holds to be so."""
    about = [claim for claim in claims if claim.kind is ClaimKind.EVENT and claim.certainty in OCCURS | OPEN]
    told = [claim for claim in about if claim.certainty in OCCURS]
    if not told:
        return ()
    return (_unit(story, told, about),)


def _unit(story: Story, told: list[EventClaim], about: list[EventClaim]) -> Unit:
    violent = [claim for claim in about if claim.type == "ASSAULT"] or about
    types = Counter(claim.type for claim in told)
    return Unit(
        min(claim.id for claim in told),
        story.id,
        tuple(claim.id for claim in told),
        min(types, key=lambda name: (-types[name], name)),
        wording(story.text, story.title, story.folded),
        None if story.published is None else story.published.toordinal(),
        tuple(day.toordinal() for claim in violent for filler in claim.of(Role.TIME) for day in _day(filler)),
        Counter(name for claim in about for name in sorted({_place(filler) for filler in _precise(claim)})),
        Counter(
            (filler.latitude, filler.longitude)
            for claim in violent
            for filler in _precise(claim)
            if filler.latitude is not None and filler.longitude is not None
        ),
        frozenset(_tolls(about)),
        frozenset(_parties(about)),
    )


def _tolls(claims: Iterable[EventClaim]) -> Iterable[tuple[str, int]]:
    for claim in claims:
        for role in (Role.DEATHS, Role.INJURIES):
            yield from ((role.value, filler.low) for filler in claim.of(role) if filler.low is not None)


def _parties(claims: Iterable[EventClaim]) -> Iterable[str]:
    for claim in claims:
        for role in PARTIES:
            names = (filler.entity or (filler.name or "").casefold() for filler in claim.of(role))
            yield from (name for name in names if name)


def _day(filler: Filler) -> Iterable[date]:
    if filler.start is not None and filler.end is not None and (filler.end - filler.start).days < DAYS:
        yield filler.start


def _precise(claim: EventClaim) -> list[Filler]:
    """The places of a claim that are known and no coarser than a district."""
    known = (filler for filler in claim.of(Role.PLACE) if filler.geonames is not None or filler.entity)
    return [filler for filler in known if (filler.precision or 9) <= PRECISE]


def _place(filler: Filler) -> str:
    return str(filler.geonames) if filler.geonames is not None else str(filler.entity)
