"""A unit: what one document tells of one occurrence. Units are compared and grouped; a group of them is an incident."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allege.claim import Certainty, ClaimKind, Role
from allege.link.bag import Bag, tally
from allege.link.incidents.back import counted_back
from allege.link.incidents.cut import Apart
from allege.link.incidents.kinds import kind, lasting
from allege.link.incidents.scenes import OCCURS, Scene, occurs, scenes
from allege.link.incidents.since import goes_on
from allege.link.incidents.where import Spot, place_id, precise, to_come
from allege.link.incidents.words import Wording, wording
from allege.link.model import EventClaim, Filler, Story
from allege.link.parts.speech import only_spoken
from allege.link.parts.telling import of_claim

DAYS = 3
"""A time longer than so many days does not date an occurrence."""
OPEN = frozenset({Certainty.UU})
"""What nobody commits himself to (a headline) makes no unit, but its day, place and numbers help to tell one."""
FRESH = 1
"""Days after an occurrence within which a report that names its day hardly errs about it."""
NIGHT = frozenset(
    {"night", "overnight", "evening", "midnight", "morning", "dawn", "early", "late", "weekend", "earlier"}
)
"""Times that two days share."""
PARTIES = (Role.ACTOR, Role.RECIPIENT)
BRIEF = 25
"""A text of fewer words is compared as a brief mention is: by what it names, not by how it is worded."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Claims of one document about one occurrence, and what tells it from others.

    `id` is that of its smallest claim, `type` the commonest of its claims' (those that are more than speech, if any).
    `published` is the document's day, None where the unit tells of violence besides the document's main occurrence;
    `days` are those that its claims name, as ordinals. `places` counts the claims that name a place no coarser than a
    district, by its id; `spots` counts the points of those places, `tolls` pairs of a role and a number, `parties` the
    actors and recipients whose identity is known, `kinds` the types with their modes, `sorts` the coarser kinds of
    kinds.toml, `anchors` the stems that it is told by. `brief`: it is a sentence or two, of a longer text or in all.
    `dated`: the one day on which it puts an occurrence that does not last, told within a day of it; else None.
    """

    id: str
    document: str
    claims: tuple[str, ...]
    type: str
    wording: Wording
    published: int | None
    days: tuple[int, ...]
    places: Bag[str]
    spots: Bag[Spot]
    tolls: frozenset[tuple[str, int]]
    parties: frozenset[str]
    kinds: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    anchors: tuple[tuple[str, ...], ...] = ()
    main: bool = True
    brief: bool = False
    dated: int | None = None

    @property
    def numbers(self) -> frozenset[Hashable]:
        """Its tolls and ages: what reports of one occurrence share even where they differ about its day."""
        return frozenset({*self.tolls, *self.wording.ages, *self.wording.aged})

    @property
    def day(self) -> int | None:
        """The likeliest day of the occurrence as an ordinal: the one named most often, or the day of publication."""
        if not self.days:
            return self.published
        if len(self.days) == 1:
            return self.days[0]
        counted = tally(self.days)
        return min(counted, key=lambda day: (-counted[day], day))


def units(story: Story, claims: Iterable[EventClaim], decided: Apart | None = None) -> tuple[Unit, ...]:
    """The occurrences that a document tells of, its main one first; none where nobody holds any claim to be so.

    Nor is a sentence or two that only denies, demands or vows one: with whom it would be put together is chance. A
    longer text of that sort may say by its words which it speaks of, and makes none alone (see `link.batch.told_of`).
    `decided`: the claims that a person told apart.
    """
    claims = list(claims)
    held = (claim for claim in claims if claim.kind is ClaimKind.EVENT and claim.certainty in OCCURS | OPEN)
    about = [claim for claim in held if not goes_on(claim)]
    if not any(occurs(claim) for claim in about):
        return ()
    found = {unit.id: unit for unit in _units(story, scenes(about, story.published, story.text, decided))}
    told = {claim.id: claim for claim in claims}
    brief = {unit.id: [told[name] for name in unit.claims] for unit in found.values() if unit.brief}
    spoken = only_spoken(brief, told.values())
    return tuple(unit for name, unit in found.items() if name not in spoken)


def in_passing(story: Story, claims: Sequence[EventClaim]) -> Unit:
    """The unit that these claims would be if the document told of their occurrence with nothing else."""
    return _unit(
        story, Scene(tuple(claims), main=False), wording(_words(claims, {c.start: 1 for c in claims}))
    )


def _units(story: Story, found: Sequence[Scene]) -> Iterator[Unit]:
    """One unit a scene; the main one is known by all words of the document, for where its story ends is never sure.

    (Leaving out the sentences of the other scenes cost half a point of CoNLL on news of gun violence.)
    """
    held = tally(start for scene in found for start in {claim.start for claim in scene.claims})
    beside = any(scene.main for scene in found)
    for scene in found:
        if scene.main:
            yield _unit(story, scene, wording(story.text, story.title, story.folded))
        else:
            yield _unit(story, scene, wording(_words(scene.claims, held)), beside=beside)


def _words(claims: Sequence[EventClaim], held: Mapping[int, int]) -> str:
    """The sentences of some claims; of one that tells of other occurrences too, the claims' own words."""
    said: dict[str, None] = {}
    for claim in claims:
        if held[claim.start] == 1:
            said[claim.sentence] = None
        else:
            said |= dict.fromkeys((f", {claim.anchor}", *(f", {filler.words}" for filler in claim.fillers)))
    return "\n".join(said)


def _unit(story: Story, scene: Scene, words: Wording, *, beside: bool = True) -> Unit:
    """`beside`: whether the document has a main occurrence that this one, if told in passing, is told beside."""
    told = [claim for claim in scene.claims if occurs(claim)]
    about = scene.claims
    violent = [claim for claim in about if claim.type == "ASSAULT"] or about
    sorts = [(claim, sort) for claim in told if (sort := kind(claim)) is not None]
    types = tally([claim.type for claim, _ in sorts] or [claim.type for claim in told])
    placed = [(claim.id, there) for claim in about if (there := precise(claim))]
    named = {claim for claim, _ in placed}
    days = tuple(_days(violent, story.published) if violent is about else _days_of(violent, about, story.published))
    central = named.intersection(claim.id for claim in violent) or named
    return Unit(
        min(claim.id for claim in told),
        story.id,
        tuple(claim.id for claim in told),
        min(types, key=lambda name: (-types[name], name)),
        words,
        None if story.published is None or (beside and _elsewhen(scene)) else story.published.toordinal(),
        days,
        Bag(tally(name for _, there in placed for name in sorted({place_id(place) for place in there}))),
        Bag(tally(_spots(place for claim, there in placed if claim in central for place in there))),
        frozenset(_tolls(about)),
        frozenset(_parties(about)),
        frozenset(f"{claim.type}/{claim.mode}" for claim, _ in sorts if claim.mode),
        frozenset(sort.name for _, sort in sorts),
        tuple(sorted({of_claim(claim).words for claim, _ in sorts})),
        scene.main,
        not scene.main or words.terms.total() < BRIEF,
        _dated(violent, story.published),
    )


def _spots(places: Iterable[Filler]) -> Iterable[Spot]:
    for place in places:
        if place.latitude is not None and place.longitude is not None:
            yield place.latitude, place.longitude


def _elsewhen(scene: Scene) -> bool:
    """Whether the scene's day need not be about that of the document: it is a violent one beside the main one."""
    return not scene.main and any(claim.type == "ASSAULT" for claim in scene.claims)


def _tolls(claims: Iterable[EventClaim]) -> Iterable[tuple[str, int]]:
    for claim in claims:
        for role in (Role.DEATHS, Role.INJURIES):
            yield from ((role.value, filler.low) for filler in claim.of(role) if filler.low is not None)


def _parties(claims: Iterable[EventClaim]) -> Iterable[str]:
    for claim in claims:
        for role in PARTIES:
            names = (filler.entity or (filler.name or "").casefold() for filler in claim.of(role))
            yield from (name for name in names if name)


def _dated(claims: Sequence[EventClaim], published: date | None) -> int | None:
    """The day of an occurrence that all its claims put on one day, where the document came out on it or on the next.

    A night is no day: of its reports one names the evening and another the morning. What lasts has many.
    """
    named = [f for claim in claims for f in claim.of(Role.TIME) if not to_come(f, published)]
    known = {day for f in named for day in (f.start, f.end) if day is not None}
    if len(known) != 1 or published is None or any(not NIGHT.isdisjoint(f.words.casefold().split()) for f in named):
        return None
    (day,) = known
    if not 0 <= (published - day).days <= FRESH:
        return None
    lasts = any(not lasting().isdisjoint(of_claim(claim).words) for claim in claims)
    return None if lasts else day.toordinal()


def _days_of(violent: Sequence[EventClaim], about: Sequence[EventClaim], published: date | None) -> list[int]:
    """The days that the violence names, else those of a protest in one sentence with it: "shot at a rally on 3 May"."""
    sentences = {claim.start for claim in violent}
    beside = (claim for claim in about if claim.type == "PROTEST" and claim.start in sentences)
    return list(_days(violent, published)) or list(_days(beside, published))


def _days(claims: Iterable[EventClaim], published: date | None) -> Iterable[int]:
    claims = list(claims)
    yield from (day.toordinal() for claim in claims if (day := counted_back(claim, published)) is not None)
    for filler in (filler for claim in claims for filler in claim.of(Role.TIME)):
        if not to_come(filler, published):
            yield from (day.toordinal() for day in _day(filler))


def _day(filler: Filler) -> Iterable[date]:
    if filler.start is not None and filler.end is not None and (filler.end - filler.start).days < DAYS:
        yield filler.start
