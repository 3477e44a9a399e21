"""What is worked out about one incident: answers to its slots, who gives them, what may be said of it. Never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from allege.claim import Certainty, SourceKind
from allege.link.model import EventClaim, Incident, Lineage, Origin, Position, Slot, Status, Story

EXCLUSIVE = frozenset({Slot.ACTOR, Slot.PLACE, Slot.DATE, Slot.DEATHS, Slot.INJURIES})
"""Slots with one true answer, so that two answers that do not fit each other are a dispute. An attack may hit several
people with several weapons: answers to the other slots stand beside each other."""

FIGURES = frozenset({Slot.DEATHS, Slot.INJURIES})


QUESTIONS: Mapping[Slot, str] = {
    Slot.ACTOR: "who", Slot.RECIPIENT: "whom", Slot.PLACE: "where", Slot.DATE: "when", Slot.DEATHS: "killed",
    Slot.INJURIES: "injured", Slot.WEAPON: "with what", Slot.OUTCOME: "outcome",
}  # fmt: skip
"""The slots as a person reads them, the same in every list and sentence."""


class Standing(StrEnum):
    """What has become of an answer in one document.

    `PART`: whoever gives it counts more in all. `OF_PART`: it counts the dead of a sub-event, of fewer than in all.
    """

    STANDS = "stands"
    PART = "part of a toll"
    OF_PART = "toll of one part"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


COUNTED_WITHIN = frozenset({Standing.PART, Standing.OF_PART})
"""A toll that is not of the whole, and that nobody has taken back."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever is said to know: the innermost source of a claim, or the author under the name of the publisher.

    `key` is the same for words that plainly name one source within an incident ("police", "police chief Abery"); None
    where the words do not tell one such source from another ("a witness"). `identity` is the same across incidents.
    `called` is the name of the source where `words` are one of several ways of writing it ("the Council").
    """

    words: str
    kind: SourceKind
    named: bool
    key: str | None
    identity: str
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """An answer as such. Two with one `key` are the same answer; `words` say it to a person.

    `low`, `high`, `best` on figures, `start`, `end` on dates, `entity`, coordinates and `precision` (UCDP's where_prec)
    where known. `side` is what a description says of an actor: see `who`. `denied`: that it was not so.
    """

    key: str
    words: str
    entity: str | None = None
    low: int | None = None
    high: int | None = None
    best: int | None = None
    start: date | None = None
    end: date | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    side: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One claim's answer to one slot: who gives it, from which origin, as of when, how firmly, and what became of it.

    `group` is the same for those who give one answer without being independent: one origin, one publisher or one
    innermost source. `ties` name these three, to tell whether those who give different answers are independent. `by` is
    the claim that supersedes or retracts it.
    """

    slot: Slot
    value: Value
    claim: str
    document: str
    origin: str
    known: bool
    voice: Voice
    certainty: Certainty
    as_of: date | None
    group: str = ""
    ties: tuple[str, ...] = ()
    standing: Standing = Standing.STANDS
    by: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A position with everybody who gives it. The indexes lead to others of its slot.

    `differs`: those that it does not fit where one of the two is only called possible: a hedge contradicts nobody.
    """

    position: Position
    value: Value
    given: tuple[Given, ...]
    disputes: tuple[int, ...] = ()
    coarser_than: tuple[int, ...] = ()
    differs: tuple[int, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether anybody who still gives it holds it certain or probable."""
        return any(one.certainty.firm for one in self.given if one.standing is Standing.STANDS)

    @property
    def standing(self) -> Standing:
        """`STANDS` where anybody still gives it; else what became of the last who did."""
        held = {given.standing for given in self.given}
        return next(one for one in Standing if one in held)


@dataclass(frozen=True, slots=True)
class SlotAnswers:
    """All answers to one slot, best supported first. `low`, `high` are the extremes of the answers that stand."""

    slot: Slot
    answers: tuple[Answer, ...]
    disputed: bool
    low: int | None = None
    high: int | None = None

    @property
    def standing(self) -> tuple[Answer, ...]:
        """The answers that somebody still gives."""
        return tuple(answer for answer in self.answers if answer.standing is Standing.STANDS)


@dataclass(frozen=True, slots=True)
class Denial:
    """Somebody says that it did not happen, or that `actor` did not do it.

    `partial`: whoever speaks says elsewhere in the document that `actor` did it, and denies a part ("we did not fire on
    the market"). `own`: `actor` is the one who speaks. `toll`: not the occurrence is denied but who or how many are
    said to have been hurt in it ("no fighter was killed in the raid"). `unproven`: whoever looked into it found nothing
    that shows it ("we found no evidence that an attack took place").
    """

    claim: str
    document: str
    voice: Voice
    actor: Value | None
    certainty: Certainty
    as_of: date | None
    words: str
    partial: bool = False
    own: bool = False
    toll: bool = False
    unproven: bool = False

    @property
    def flat(self) -> bool:
        """Whether it is denied that it happened at all."""
        return self.actor is None and not self.toll and not self.unproven


@dataclass(frozen=True, slots=True)
class Correction:
    """`document` says that it corrects (`withdrawn`: withdraws) the reports `corrected`; `why` quotes its words.

    `retold`: claims of `document` that only tell again what it withdraws ("withdraws its report that ten died").
    """

    document: str
    corrected: tuple[str, ...]
    withdrawn: bool
    why: str
    retold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of an incident's timeline; `on` None where the date is not known."""

    on: date | None
    document: str
    words: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """An incident as it may be shown. `origins` counts independent known origins that tell of it, `reports` documents
    that do; `reason` says the status in words; `mode` is that of most of its claims, where most have one.

    `doers_of_parts`: who is said to have done a part of it, which no slot holds. `speech`: claims of it that tell
    of no deed and only speak of it: an accusation, a denial, a demand. `passing`: documents that only pass on what
    other reports say of it, with where those come from.
    """

    incident: Incident
    status: Status
    reason: str
    origins: int
    unknown: int
    reports: int
    slots: tuple[SlotAnswers, ...]
    denials: tuple[Denial, ...]
    corrections: tuple[Correction, ...]
    timeline: tuple[Moment, ...]
    mode: str | None = None
    doers_of_parts: tuple[Given, ...] = ()
    speech: tuple[str, ...] = ()
    passing: Mapping[str, Origin] = field(default_factory=dict)

    @property
    def beside(self) -> int:
        """How many documents only speak of it, and do not report it."""
        return len(self.incident.documents) - self.reports

    def slot(self, wanted: Slot) -> SlotAnswers:
        """The answers to one slot; none where nobody gives any."""
        return next((one for one in self.slots if one.slot is wanted), SlotAnswers(wanted, (), disputed=False))

    @property
    def disputed(self) -> tuple[Slot, ...]:
        """The slots whose answers do not fit each other."""
        return tuple(one.slot for one in self.slots if one.disputed)


@dataclass(frozen=True, slots=True)
class Material:
    """What positions are worked out from: claims by id, stories and origins by document id, and the lineage.

    `claims` may hold more than an incident's own: names that a document gives elsewhere resolve "the brigade" here.
    `grades` are analysts' grades of sources by identity.
    """

    claims: Mapping[str, EventClaim]
    stories: Mapping[str, Story]
    origins: Mapping[str, Origin]
    lineage: tuple[Lineage, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)
