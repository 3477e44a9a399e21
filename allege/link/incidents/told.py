"""What a document tells of in one claim, claims that go together, and what makes two of them two occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from allege.claim import Role
from allege.link.incidents.kinds import COERCION, PROTEST, VIOLENCE, Kind, listed
from allege.link.incidents.where import one_town, place_id
from allege.link.model import EventClaim, Filler
from allege.link.parts.words import WORD

BEFORE = 3
"""Days before the main day from which an occurrence is an earlier one. Later days are what came of it: victims die,
suspects are caught."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with what may set it apart. `days`: its first and last day, as ordinals, where it names any.

    `occurs`: whether somebody holds that it happened.
    """

    claim: EventClaim
    kind: Kind | None
    places: tuple[Filler, ...]
    days: tuple[int, int] | None
    occurs: bool

    @property
    def sentence(self) -> int:
        """Where the claim's sentence begins, which tells one sentence of a document from another."""
        return self.claim.start


def in_text(one: Told) -> tuple[int, int, str]:
    """Where a claim stands in its text."""
    return one.sentence, anchored(one.claim), one.claim.id


def anchored(claim: EventClaim) -> int:
    """Where the claim's own word begins, or its sentence."""
    return claim.anchor_spans[0].start if claim.anchor_spans else claim.start


@dataclass(slots=True)
class Group:
    """Claims of one kind at one place; `places` are all that they name, by id."""

    kind: str
    told: list[Told] = field(default_factory=list)
    places: dict[str, Filler] = field(default_factory=dict)

    def take(self, told: Iterable[Told]) -> None:
        """Adds claims."""
        for one in told:
            self.told.append(one)
            for place in one.places:
                self.places.setdefault(place_id(place), place)

    @classmethod
    def of(cls, kind: str, told: Iterable[Told]) -> Group:
        """A group of these claims."""
        group = cls(kind)
        group.take(told)
        return group

    def without(self, told: Sequence[Told]) -> Group:
        """The same group without some claims; itself where it has none of them."""
        kept = [one for one in self.told if one not in told]
        return self if len(kept) == len(self.told) else Group.of(self.kind, kept)

    @property
    def size(self) -> int:
        """How many of its claims somebody holds to be so."""
        return sum([one.occurs for one in self.told])


def struck_by(group: Group, main: Group) -> list[Told]:
    """What tells of a protest that was met with the main violence.

    That is what stands in one sentence with it, and all else of the group that is of no other day.

    "Police fired on people protesting in the square on Tuesday" tells of one occurrence, "a strike on Friday over the
    killings of Tuesday" of another.
    """
    violent = [one for one in main.told if one.occurs and one.kind is not None and one.kind.name == VIOLENCE]
    met = [
        one
        for one in (group.told if group.kind == PROTEST else ())
        if any(one.sentence == other.sentence and joins(other, group) for other in violent)
        and not any(other_days(one, other) for other in violent if other.sentence == one.sentence)
    ]
    return [one for one in group.told if met and not any(other_days(one, other) for other in (*met, *violent))]


ARTICLES = frozenset({"the", "a", "an", "this", "that"})
"""Words before one person; a number stands before several."""


def caught(group: Group, main: Group) -> bool:
    """Whether a group tells of the arrest of those who are said to have done the main violence, wherever it was.

    "Two men were held in Tarn in connection with the killings", "the suspect was arrested in Tarn", or somebody who is
    named as the doer. Who else is arrested elsewhere is another story, as "four suspects" in a village are.
    """
    arrests = [one for one in group.told if one.claim.mode == "arrest"]
    if group.kind != COERCION or not arrests:
        return False
    violent = [one for one in main.told if one.kind is not None and one.kind.name == VIOLENCE]
    sentences = {one.sentence for one in violent}
    doers = {name for one in violent for filler in one.claim.of(Role.ACTOR) if (name := _name(filler))}
    return all(
        one.sentence in sentences
        or any(_name(filler) in doers or _is_suspect(filler) for filler in one.claim.of(Role.RECIPIENT))
        for one in arrests
    )


def _is_suspect(filler: Filler) -> bool:
    """Whether it is the suspect of whom the report tells: "the suspect", "a suspected gunman"; no number of them."""
    first, *rest = WORD.findall(filler.words.casefold()) or [""]
    return first in ARTICLES and not listed("suspects").isdisjoint(rest)


def _name(filler: Filler) -> str | None:
    return filler.entity or (filler.name.casefold() if filler.name else None)


def other_days(one: Told, other: Told) -> bool:
    """Whether both name days, and none in common."""
    if one.days is None or other.days is None:
        return False
    return one.days[1] < other.days[0] or other.days[1] < one.days[0]


def joins(one: Told, group: Group) -> bool:
    """Whether the claim's place is one of the group's, or not known to be another."""
    if not one.places or not group.places:
        return True
    if any(place_id(place) in group.places for place in one.places):
        return True
    return any(one_town(a, b) for a in one.places for b in group.places.values())


def another(one: Told, own: Sequence[Told]) -> bool:
    """Whether what is told of a day or two before is another occurrence: it has dead and a place of its own.

    "Two soldiers were killed on Wednesday near Stoke. On Monday three people were killed in Alder."
    """
    if not own or any(other.sentence == one.sentence for other in own):
        return False
    tolls, places = _tolls([one]), _places([one])
    theirs = _tolls(own)
    return bool(tolls and theirs and places) and tolls.isdisjoint(theirs) and places.isdisjoint(_places(own))


def _tolls(told: Iterable[Told]) -> set[int | None]:
    return {filler.low for one in told for filler in one.claim.of(Role.DEATHS)}


def _places(told: Iterable[Told]) -> set[str]:
    return {filler.words.casefold() for one in told for filler in one.claim.of(Role.PLACE)}


def near_days(one: Told, other: Told) -> bool:
    """Whether both name days, of which two lie at most `BEFORE` apart."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] + BEFORE and other.days[0] <= one.days[1] + BEFORE
