"""The record of each source over all incidents: what it claimed, what became of that. Counted anew when asked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from allege.claim import SourceKind
from allege.link.model import Judgement, JudgementKind
from allege.link.positions.credibility import UNKNOWN_GRADE, Credibility, credibilities
from allege.link.positions.records import Given, SlotAnswers, Standing, View, Voice
from allege.link.positions.voices import AUTHOR_OF, house

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

    `words`: how it is written, the commonest first. `also`: other identities of the same source: a ministry speaks in
    reports under its id, and as the publisher of its own statements under its name. `several`: the words do not tell
    one such source from another ("residents"), nor "police" of one incident from those of the next. `claims` and
    `answers` count what rests on its word, `incidents` those it bears on, `first` those of which it was among the
    first to tell where another source tells later. `corroborated`: answers that an independent origin holds too,
    firmly; `contradicted`: answers that do not fit another source's, which that one holds firmly; `corrected`:
    answers since given up. `grade` is an analyst's, F where none is given. `proposed` counts its claims by the
    credibility that is proposed for them, each with the commonest reason; it says nothing of the grade.
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
    also: tuple[str, ...] = ()
    several: bool = False
    words: tuple[str, ...] = ()

    @property
    def known_by(self) -> tuple[str, ...]:
        """All by which a person may ask for it: its name, the ways of writing it, its identities."""
        return self.name, *self.words, self.identity, *self.also


@dataclass(slots=True)
class _Tally:
    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
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
    also: set[str] = field(default_factory=set)
    told_apart: bool = False

    def take(self, other: _Tally) -> None:
        """Counts what the same source said under another identity."""
        self.names.update(other.names)
        self.words.update(other.words)
        self.kinds.update(other.kinds)
        self.named, self.told_apart = self.named or other.named, self.told_apart or other.told_apart
        self.claims |= other.claims
        self.incidents |= other.incidents
        self.proposed |= other.proposed
        self.also |= other.also
        for name in ("answers", "first", "corroborated", "contradicted", "corrected"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def track_records(views: Iterable[View], grades: Mapping[str, str]) -> tuple[TrackRecord, ...]:
    """The records of all sources in these incidents, those with most claims first."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for view in views:
        judged, known = credibilities(view), _known_as(_names(view))
        for slot in view.slots:
            _count_slot(view, slot, tallies, judged, known)
        for identity in {known.get(one, one) for one in _first(view)}:
            tallies[identity].first += 1
    for name, identity in _known_as({one: tally.names for one, tally in tallies.items()}).items():
        tallies[identity].also.add(name)
        tallies[identity].take(tallies.pop(name))
    records = (_record(identity, tally, grades) for identity, tally in tallies.items())
    return tuple(sorted(records, key=lambda one: (-one.claims, -one.incidents, one.identity)))


def grades(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """The grades in force by the identity of the source; the last one given wins."""
    return {one.subject: one.value for one in judgements if one.kind is JudgementKind.GRADE_SOURCE and one.value}


def _known_as(names: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """For an identity that is a name, the identity of the one body that goes by it; `names` by identity.

    A name that two bodies go by stays a source of its own.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    for identity, written in names.items():
        for name in set(map(house, written)) & names.keys() - {identity}:
            bodies[name].add(identity)
    only = {name: next(iter(found)) for name, found in bodies.items() if len(found) == 1}
    return {name: identity for name, identity in only.items() if identity not in only}


def _names(view: View) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for voice in _voices(view):
        found[voice.identity].add(voice.called or voice.words)
    return found


def _voices(view: View) -> Iterator[Voice]:
    return (one.voice for slot in view.slots for answer in slot.answers for one in answer.given)


def _count_slot(
    view: View,
    slot: SlotAnswers,
    tallies: Mapping[str, _Tally],
    judged: Mapping[str, Credibility],
    known: Mapping[str, str],
) -> None:
    """An answer that one source gives in several documents or claims counts once; `known`: see `_known_as`."""
    for answer in slot.answers:
        by_source: dict[str, list[Given]] = defaultdict(list)
        for one in answer.given:
            by_source[known.get(one.voice.identity, one.voice.identity)].append(one)
        clashing = (slot.answers[at] for at in (*answer.disputes, *answer.differs))
        against = [one for other in clashing for one in other.given if one.certainty.firm]
        for identity, given in by_source.items():
            tally = tallies[identity]
            tally.answers += 1
            tally.claims |= {one.claim for one in given}
            tally.proposed |= {one.claim: judged[one.claim] for one in given if one.claim in judged}
            tally.incidents.add(view.incident.id)
            tally.names.update(one.voice.called or one.voice.words for one in given)
            tally.words.update(one.voice.words for one in given)
            tally.kinds.update(one.voice.kind for one in given)
            tally.named = tally.named or any(one.voice.named for one in given)
            tally.told_apart = tally.told_apart or any(one.voice.key is not None for one in given)
            tally.also |= {one.voice.identity for one in given} - {identity}
            own = {one.group for one in given}
            standing = [one for one in answer.given if one.standing is Standing.STANDS]
            tally.corroborated += any(one.known and one.certainty.firm and one.group not in own for one in standing)
            tally.contradicted += any(
                known.get(other.voice.identity, other.voice.identity) != identity for other in against
            )
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
    elsewhere = len(tally.incidents) > 1  # "police" of one incident need not be those of the next
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
        grade=next((given[one] for one in (identity, *sorted(tally.also)) if one in given), UNKNOWN_GRADE),
        proposed=tuple(_proposed(tally.proposed.values())),
        also=tuple(sorted(tally.also)),
        words=_written(tally.words),
        several=not identity.startswith(AUTHOR_OF) and not (tally.told_apart and (tally.named or not elsewhere)),
    )


def _written(words: Counter[str]) -> tuple[str, ...]:
    """How a source is written, the commonest first, ways that differ in article or case being one."""
    ways: dict[str, list[str]] = defaultdict(list)
    for way in sorted(words, key=lambda text: (-words[text], text)):
        ways[re.sub(r"^(?:the|an?) ", "", way.casefold())].append(way)
    counted = sorted(ways.values(), key=lambda same: -sum(words[way] for way in same))
    return tuple(same[0] for same in counted)


def _proposed(found: Iterable[Credibility]) -> Iterator[Proposed]:
    """The proposals by their number, the best first."""
    reasons: dict[int, Counter[str]] = defaultdict(Counter)
    for one in found:
        reasons[one.value][one.why] += 1
    for value in sorted(reasons):
        counted = reasons[value]
        yield Proposed(value, counted.total(), min(counted, key=lambda why: (-counted[why], why)))
