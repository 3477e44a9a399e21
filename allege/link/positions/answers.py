"""Answers put together: who gives the same one, from how many independent origins, and how they fit each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from allege.claim import SourceKind
from allege.link.grouped import grouped
from allege.link.model import Position, Slot
from allege.link.positions.compare import apart, coarser
from allege.link.positions.records import FIGURES, Answer, Given, SlotAnswers, Standing, Value

COMPARED = 100
"""Answers of one slot that every other is compared with, the best supported first: a bound for incidents with
thousands of claims (100 different answers to one question are more than anybody reads)."""

TOGETHER = frozenset({Slot.ACTOR, Slot.PLACE})
"""Slots of which one claim may give several answers that hold at once: two doers, a town and what lies in it."""

NAMED_TOGETHER = 3
"""Different words for one vague answer ("gunmen", "attackers") that are shown."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What decides which of two answers with equally many origins is shown first: analysts' grades of the sources.

    `houses`: the publisher of each document as one compares it; `grades`: A–F by the identity of a source. `tellers`:
    see there.
    """

    houses: Mapping[str, str]
    grades: Mapping[str, str]
    tellers: Mapping[tuple[Slot, str], frozenset[tuple[str, str]]] = field(default_factory=dict)


def slot_answers(slot: Slot, found: Sequence[Given], weighing: Weighing) -> SlotAnswers:
    """The answers to one slot: standing ones first, then by independent origins, documents, grade and date.

    The order says who is heard more, not who is right.
    """
    grouped: dict[str, list[Given]] = defaultdict(list)
    for one in found:
        grouped[one.value.key].append(one)
    answers = [_answer(slot, group, weighing) for group in grouped.values()]
    answers.sort(key=lambda answer: _rank(answer, weighing))
    related = _related(slot, answers, weighing)
    standing = [answer for answer in related if answer.standing is Standing.STANDS]
    low, high = _range(standing) if slot in FIGURES else (None, None)
    return SlotAnswers(slot, tuple(related), any(answer.disputes for answer in standing), low, high)


def independent(found: Iterable[Given], houses: Mapping[str, str]) -> dict[int, str]:
    """A group for each answer, by its place in `found`: one for those that share an origin, a publisher or a source."""
    tied = [ties(one, houses) for one in found]
    groups = grouped(tied)
    return {at: groups[first] for at, (first, *_) in enumerate(tied)}


def ties(one: Given, houses: Mapping[str, str]) -> list[str]:
    """What an answer has in common with others that are not independent of it; its origin first."""
    found = [f"origin {one.origin}"]
    if one.voice.key is not None:
        found.append(f"source {one.voice.key}")
    if one.document in houses:
        found.append(f"source {houses[one.document]}")
    return found


def tellers(found: Iterable[Given]) -> Mapping[tuple[Slot, str], frozenset[tuple[str, str]]]:
    """By slot and answer the documents that hold it, each with on whose word: the author's, or one source's."""
    out: dict[tuple[Slot, str], set[tuple[str, str]]] = defaultdict(set)
    for one in found:
        if one.certainty.firm and (one.voice.key is not None or one.voice.kind is SourceKind.AUTHOR):
            out[one.slot, one.value.key].add((one.document, one.voice.identity))
    return {answer: frozenset(who) for answer, who in out.items()}


def _answer(slot: Slot, group: Sequence[Given], weighing: Weighing) -> Answer:
    groups = independent(group, weighing.houses)
    given = tuple(
        replace(one, group=groups[at], ties=tuple(ties(one, weighing.houses))) for at, one in enumerate(group)
    )
    live = [one for one in given if one.standing is Standing.STANDS] or list(given)
    value = _worded(live)
    firm = [one for one in live if one.certainty.firm]
    known = {one.group for one in firm if one.known}
    unknown = {one.origin for one in firm if not one.known and one.group not in known}
    committed = {one.group for one in firm}
    replaced = None if any(one.standing is Standing.STANDS for one in given) else live[0].by
    position = Position(
        slot,
        value.words,
        tuple(dict.fromkeys(one.claim for one in given)),
        tuple(dict.fromkeys(one.document for one in given)),
        len(known),
        len(unknown),
        max((one.as_of for one in live if one.as_of is not None), default=None),
        tuple(dict.fromkeys(one.voice.words for one in live)),
        tuple(dict.fromkeys(one.certainty for one in (*firm, *live))),
        low=min((one.value.low for one in given if one.value.low is not None), default=None),
        high=_widest(given),
        entity=value.entity,
        superseded=replaced,
        best=value.best,
        hedged=len({one.group for one in live} - committed),
    )
    return Answer(position, value, given)


def _worded(given: Sequence[Given]) -> Value:
    """The value in the words that most use; a vague answer in the several words that are used for it."""
    counted = Counter(one.value.words.casefold() for one in given)
    values = {one.value.words.casefold(): one.value for one in reversed(given)}
    common = sorted(counted, key=lambda words: (-counted[words], words))
    value = values[common[0]]
    if value.key == "anybody" and len(common) > 1:
        return replace(value, words=", ".join(values[words].words for words in common[:NAMED_TOGETHER]).lower())
    return value


def _widest(given: Sequence[Given]) -> int | None:
    highs = [one.value.high for one in given]
    return None if not highs or None in highs else max(high for high in highs if high is not None)


def _rank(answer: Answer, weighing: Weighing) -> tuple[object, ...]:
    position = answer.position
    live = [one for one in answer.given if one.standing is Standing.STANDS] or list(answer.given)
    documents = len({one.document for one in live})
    names = {name for one in live for name in (one.voice.identity, weighing.houses.get(one.document, ""))}
    grade = min((weighing.grades.get(name, "F") for name in names), default="F")
    stands = answer.standing is Standing.STANDS
    first = min((one.as_of for one in live if one.as_of is not None), default=date.max)
    return (not stands, -position.origins, -documents, grade, first, position.value)


def _related(slot: Slot, answers: Sequence[Answer], weighing: Weighing) -> list[Answer]:
    """The same answers, each with those that it disputes and those that it is only coarser than.

    What one claim says in one breath ("in Orlando, Florida") is said to go together, and so is what one text tells on
    one word: whoever says that he fired in one town and drove on to fire in the next disputes nothing. What is only
    called possible disputes nothing that it does not fit, and differs from it.
    """
    disputes: dict[int, set[int]] = defaultdict(set)
    differs: dict[int, set[int]] = defaultdict(set)
    finer: dict[int, set[int]] = defaultdict(set)
    standing = [at for at, answer in enumerate(answers) if answer.standing is Standing.STANDS]
    claims = [frozenset(answer.position.claims) for answer in answers]
    held = [weighing.tellers.get((slot, answer.value.key), frozenset()) for answer in answers]
    firm = [answer.firm for answer in answers]
    for place, a in enumerate(standing[:COMPARED]):
        for b in standing[place + 1 :]:
            one, other = answers[a].value, answers[b].value
            together = slot in TOGETHER and one.denied == other.denied
            if together and not claims[a].isdisjoint(claims[b]):
                continue
            if slot not in FIGURES and one.denied == other.denied and not held[a].isdisjoint(held[b]):
                continue
            if apart(slot, one, other):
                clash = disputes if firm[a] and firm[b] else differs
                clash[a].add(b)
                clash[b].add(a)
            elif coarser(slot, one, other):
                finer[a].add(b)
            elif coarser(slot, other, one):
                finer[b].add(a)
    return [replace(answer, disputes=tuple(sorted(disputes[at])), coarser_than=tuple(sorted(finer[at])),
                    differs=tuple(sorted(differs[at]))) for at, answer in enumerate(answers)]  # fmt: skip


def _range(standing: Sequence[Answer]) -> tuple[int | None, int | None]:
    """The least and the greatest figure that somebody gives; an open end ("at least 12") counts as its number.

    What is only called possible widens nothing that somebody holds.
    """
    held = [one for one in standing if one.firm] or standing
    lows = [one.value.low for one in held if one.value.low is not None]
    highs = [one.value.low if one.value.high is None else one.value.high for one in held]
    return min(lows, default=None), max((high for high in highs if high is not None), default=None)
