"""Two sources of one incident beside each other: what each answers, and where the answers clash."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from allege.link.model import Slot
from allege.link.positions.compare import apart, coarser
from allege.link.positions.records import Answer, Standing, View

SOURCES = 60
"""Sources among which the two that clash most are looked for: those with most answers."""


@dataclass(frozen=True, slots=True)
class Side:
    """A source in an incident: `key` unites its several descriptions (`known_as`), `words` are the shortest of them."""

    key: str
    words: str
    answers: int
    known_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The answers of two sources to one slot. `relation`: "clash", "same", "fits" (one says less), or "" (beside)."""

    slot: Slot
    left: tuple[Answer, ...]
    right: tuple[Answer, ...]
    relation: str


def sides(view: View) -> tuple[Side, ...]:
    """The sources that answer something about an incident, those with most answers first."""
    counted: Counter[str] = Counter()
    words: defaultdict[str, set[str]] = defaultdict(set)
    for slot in view.slots:
        for answer in slot.answers:
            voices = [one.voice for one in answer.given]
            counted.update({voice.key or voice.identity for voice in voices})
            for voice in voices:
                words[voice.key or voice.identity].add(voice.words)
    return tuple(_side(key, counted[key], words[key]) for key in sorted(counted, key=lambda key: (-counted[key], key)))


def _side(key: str, answers: int, words: Iterable[str]) -> Side:
    known_as = tuple(sorted(words, key=lambda text: (len(text), text)))
    return Side(key, known_as[0], answers, known_as)


def most_apart(view: View) -> tuple[Side, Side] | None:
    """The two sources whose answers clash most, then those with most answers; None where fewer than two speak."""
    found = sides(view)[:SOURCES]
    pairs = combinations(found, 2)
    return max(pairs, key=lambda pair: (_clashes(view, *pair), pair[0].answers + pair[1].answers), default=None)


def rows(view: View, left: Side, right: Side) -> tuple[Row, ...]:
    """What the two sources answer, slot by slot; slots of which neither speaks are left out."""
    return tuple(_rows(view, left, right))


def _rows(view: View, left: Side, right: Side) -> Iterator[Row]:
    for slot in view.slots:
        one = tuple(answer for answer in slot.answers if _says(answer, left))
        other = tuple(answer for answer in slot.answers if _says(answer, right))
        if one or other:
            yield Row(slot.slot, one, other, _relation(slot.slot, one, other))


def _relation(slot: Slot, left: tuple[Answer, ...], right: tuple[Answer, ...]) -> str:
    pairs = [(one.value, other.value) for one in left for other in right]
    if any(apart(slot, one, other) for one, other in pairs):
        return "clash"
    if any(one.key == other.key for one, other in pairs):
        return "same"
    return "fits" if any(coarser(slot, one, other) or coarser(slot, other, one) for one, other in pairs) else ""


def _says(answer: Answer, side: Side) -> bool:
    standing = [one for one in answer.given if one.standing is not Standing.PART]
    return any((one.voice.key or one.voice.identity) == side.key for one in standing)


def _clashes(view: View, left: Side, right: Side) -> int:
    return sum(row.relation == "clash" for row in _rows(view, left, right))
