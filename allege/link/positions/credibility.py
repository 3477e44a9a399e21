"""A proposed credibility of each claim on the Admiralty scale, with its reason; an analyst's word outranks it.

1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged (NATO
AJP-2.1). The scale is kept apart from the source's own grade A–F, which only an analyst gives. 6 means unknown, not
middling: without a second independent origin nothing better is proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from allege.link.grouped import grouped
from allege.link.model import Slot
from allege.link.positions.records import COUNTED_WITHIN, EXCLUSIVE, Answer, Given, SlotAnswers, Standing, View
from allege.link.positions.sides import confirms

UNKNOWN_GRADE = "F"
"""The grade of a source that no analyst has graded: reliability cannot be judged."""


@dataclass(frozen=True, slots=True)
class Credibility:
    """A claim's proposed credibility, 1 to 6, and why."""

    claim: str
    value: int
    why: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What bears on one answer of one claim: independent known origins that give it too, and that contradict it."""

    agree: int
    against: int
    gone: str = ""


def of_answer(view: View, slot: SlotAnswers, answer: Answer) -> Callable[[Given], Credibility]:
    """What proposes for each claim that gives one answer: what other origins say of this very question."""
    sides, told = _Sides.of(slot, answer), view.origins > 1
    return lambda given: _proposal(given, [_weight(sides, given)], told=told)


def credibilities(view: View) -> Mapping[str, Credibility]:
    """The proposals for all claims that answer a slot of the incident, by the claim's id."""
    weights: dict[str, list[Weight]] = defaultdict(list)
    last: dict[str, Given] = {}
    for slot in view.slots:
        for answer in slot.answers:
            sides = _Sides.of(slot, answer)
            for given in answer.given:
                weights[given.claim].append(_weight(sides, given))
                last[given.claim] = given
    told = view.origins > 1
    return {claim: _proposal(last[claim], found, told=told) for claim, found in sorted(weights.items())}


@dataclass(frozen=True, slots=True)
class _Side:
    """Who is on one side, for each tie the group of those who are not independent of each other (`grouped`).

    Over all answers of a side: one office that gives two tolls on two days is one.
    """

    groups: Mapping[str, str]
    number: int

    @classmethod
    def of(cls, found: Iterable[Given]) -> _Side:
        groups = grouped(one.ties for one in found if one.known)
        return cls(groups, len(set(groups.values())))

    def others(self, given: Given) -> int:
        """How many of its groups whoever gives this answer does not belong to."""
        return self.number - len({self.groups[tie] for tie in given.ties if tie in self.groups})


@dataclass(frozen=True, slots=True)
class _Sides:
    """The known origins that hold an answer, or a finer one, certain or probable, and those that contradict it.

    Whoever only calls it possible neither confirms nor contradicts, and may be confirmed or contradicted.
    """

    agree: _Side
    against: _Side

    @classmethod
    def of(cls, slot: SlotAnswers, answer: Answer) -> _Sides:
        """Found once for all who give the answer: they may be thousands."""
        agree = _Side.of(one for one in _fitting(slot, answer) if one.certainty.firm)
        against = (*answer.disputes, *answer.differs) if slot.slot in EXCLUSIVE else ()
        told = (one for at in against for one in _standing(slot.answers[at]))
        return cls(agree, _Side.of(one for one in told if one.certainty.firm))


def _weight(sides: _Sides, given: Given) -> Weight:
    if given.standing is not Standing.STANDS:
        return Weight(0, 0, "" if given.standing in COUNTED_WITHIN else given.why)
    return Weight(sides.agree.others(given), sides.against.others(given))


def _fitting(slot: SlotAnswers, answer: Answer) -> list[Given]:
    """Who gives the same answer, or a finer one of which it only says less."""
    finer = [slot.answers[at] for at in answer.coarser_than]
    if slot.slot is Slot.ACTOR:
        finer = [one for one in finer if confirms(one.value, answer.value)]
    return [one for found in (answer, *finer) for one in _standing(found)]


def _standing(answer: Answer) -> list[Given]:
    return [one for one in answer.given if one.standing is Standing.STANDS]


def _proposal(given: Given, found: list[Weight], *, told: bool) -> Credibility:
    """What others say of all that a claim answers. 1 needs two origins that commit themselves, its own counted."""
    claim, known = given.claim, given.known
    gone = next((one.gone for one in found if one.gone), "")
    if gone:
        return Credibility(claim, 5, "given up by whoever said it")
    agree, against = max(one.agree for one in found), max(one.against for one in found)
    least = min(one.agree for one in found)
    enough = 1 if known else 2
    if against and agree < enough:
        value = 5 if against > 1 else 4
        return Credibility(claim, value, f"{_origins(against, 'contradicts', 'contradict')} it, none confirms it")
    if against:
        why = f"{_origins(agree, 'confirms', 'confirm')} it, {_origins(against, 'contradicts', 'contradict')} it"
        return Credibility(claim, 3, why)
    if agree >= enough:
        value = 1 if least >= (enough if given.certainty.firm else 2) else 2
        short = "; not all that it says" if least < enough else "; this one only calls it possible"
        rest = "" if value == 1 else short
        return Credibility(claim, value, f"{_origins(agree, 'confirms', 'confirm')} it{rest}")
    if told and known:
        return Credibility(claim, 3, "others tell of the incident; none confirms or contradicts this")
    return Credibility(claim, 6, "no other independent origin is known" if known else "its lineage is not known")


def _origins(number: int, one: str, many: str) -> str:
    return f"another origin {one}" if number == 1 else f"{number} other origins {many}"
