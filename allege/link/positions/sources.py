"""The record of each source over all incidents: what it claimed, what became of that. Counted anew when asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from allege.claim import SourceKind
from allege.link.model import Judgement, JudgementKind
from allege.link.positions.credibility import UNKNOWN_GRADE, Credibility, credibilities
from allege.link.positions.records import Given, SlotAnswers, Standing, View

GRADES = "ABCDEF"
"""Admiralty grades of a source's reliability, A (reliable) to E (unreliable); F: cannot be judged."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """For how many claims of a source one credibility is proposed, and why mostly."""

    credibility: int
    claims: int
    why: str


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """A source's record. `identity` is what `allege grade` takes; `name` is how the source is mostly written.

    `claims` and `answers` count what rests on its word, `incidents` those it bears on, `first` those of which it was
    among the first to tell where another source tells later. `corroborated`: answers that an independent origin gives
    too; `contradicted`: answers that do not fit another source's; `corrected`: answers since given up. `grade` is an
    analyst's, F where none is given. `proposed` counts its claims by the credibility that is proposed for them, each
    with the commonest reason; it says nothing of the grade.
    """

    identity: str
    name: str
    kind: SourceKind
    named: bool
    claims: int
    answers: int
    incidents: int
    first: int
    corroborated: int
    contradicted: int
    corrected: int
    grade: str = UNKNOWN_GRADE
    proposed: tuple[Proposed, ...] = ()


@dataclass(slots=True)
class _Tally:
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[SourceKind] = field(default_factory=Counter)
    named: bool = False
    claims: set[str] = field(default_factory=set)
    incidents: set[str] = field(default_factory=set)
    answers: int = 0
    first: int = 0
    corroborated: int = 0
    contradicted: int = 0
    corrected: int = 0
    proposed: dict[str, Credibility] = field(default_factory=dict)


def track_records(views: Iterable[View], grades: Mapping[str, str]) -> tuple[TrackRecord, ...]:
    """The records of all sources in these incidents, those with most answers first."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for view in views:
        judged = credibilities(view)
        for slot in view.slots:
            _count_slot(view, slot, tallies, judged)
        for identity in _first(view):
            tallies[identity].first += 1
    records = (_record(identity, tally, grades) for identity, tally in tallies.items())
    return tuple(sorted(records, key=lambda one: (-one.answers, one.identity)))


def grades(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """The grades in force by the identity of the source; the last one given wins."""
    return {one.subject: one.value for one in judgements if one.kind is JudgementKind.GRADE_SOURCE and one.value}


def _count_slot(
    view: View, slot: SlotAnswers, tallies: Mapping[str, _Tally], judged: Mapping[str, Credibility]
) -> None:
    """An answer that one source gives in several documents or claims counts once."""
    for answer in slot.answers:
        by_source: dict[str, list[Given]] = defaultdict(list)
        for one in answer.given:
            by_source[one.voice.identity].append(one)
        against = [other for at in answer.disputes for other in slot.answers[at].given]
        for identity, given in by_source.items():
            tally = tallies[identity]
            tally.answers += 1
            tally.claims |= {one.claim for one in given}
            tally.proposed |= {one.claim: judged[one.claim] for one in given if one.claim in judged}
            tally.incidents.add(view.incident.id)
            tally.names.update(one.voice.words for one in given)
            tally.kinds.update(one.voice.kind for one in given)
            tally.named = tally.named or any(one.voice.named for one in given)
            own = {one.group for one in given}
            standing = [one for one in answer.given if one.standing is Standing.STANDS]
            tally.corroborated += any(one.known and one.group not in own for one in standing)
            tally.contradicted += any(other.voice.identity != identity for other in against)
            tally.corrected += any(one.standing in (Standing.SUPERSEDED, Standing.RETRACTED) for one in given)


def _first(view: View) -> set[str]:
    """The sources heard on the first day of an incident of which others tell later; none where all tell on one day."""
    days: dict[str, date] = {}
    for slot in view.slots:
        for answer in slot.answers:
            for one in answer.given:
                if one.as_of is not None:
                    days[one.voice.identity] = min(one.as_of, days.get(one.voice.identity, one.as_of))
    first = min(days.values(), default=None)
    return {who for who, day in days.items() if day == first} if len(set(days.values())) > 1 else set()


def _record(identity: str, tally: _Tally, given: Mapping[str, str]) -> TrackRecord:
    return TrackRecord(
        identity=identity,
        name=min(tally.names, key=lambda name: (-tally.names[name], name)),
        kind=min(tally.kinds, key=lambda kind: (-tally.kinds[kind], kind)),
        named=tally.named,
        claims=len(tally.claims),
        answers=tally.answers,
        incidents=len(tally.incidents),
        first=tally.first,
        corroborated=tally.corroborated,
        contradicted=tally.contradicted,
        corrected=tally.corrected,
        grade=given.get(identity, UNKNOWN_GRADE),
        proposed=tuple(_proposed(tally.proposed.values())),
    )


def _proposed(found: Iterable[Credibility]) -> Iterator[Proposed]:
    """The proposals by their number, the best first."""
    reasons: dict[int, Counter[str]] = defaultdict(Counter)
    for one in found:
        reasons[one.value][one.why] += 1
    for value in sorted(reasons):
        counted = reasons[value]
        yield Proposed(value, counted.total(), min(counted, key=lambda why: (-counted[why], why)))
