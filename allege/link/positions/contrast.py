"""Two sources of one incident beside each other: what each answers, and where the answers clash."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from allege.link.model import Slot
from allege.link.positions.compare import apart, coarser
from allege.link.positions.records import COUNTED_WITHIN, Answer, View

SOURCES = 60
"""Sources among which the two that clash most are looked for: those with most answers."""


@dataclass(frozen=True, slots=True)
class Side:
    """A source in an incident: `key` unites its several descriptions, `words` are the commonest of `names`."""

    key: str
    words: str
    answers: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The answers of two sources to one slot. `relation`: "clash", "same", "partly", "fits", "differs" or "".

    "partly": of several answers one is the same; "fits": one says less than the other.

    What differs cannot both be right, and one of the two is only called possible; "" stands beside each other.
    """

    slot: Slot
    left: tuple[Answer, ...]
    right: tuple[Answer, ...]
    relation: str


def bare(words: str) -> str:
    """A source's words as one compares them, without an article: "The army" is "army"."""
    plain = words.casefold().strip()
    return next((plain.removeprefix(one) for one in ("the ", "a ", "an ") if plain.startswith(one)), plain)


def sides(view: View) -> tuple[Side, ...]:
    """The sources that answer something about an incident, those with most answers first."""
    counted: Counter[str] = Counter()
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for slot in view.slots:
        for answer in slot.answers:
            counted.update({one.voice.key or one.voice.identity for one in answer.given})
            for one in answer.given:
                words[one.voice.key or one.voice.identity][one.voice.words] += 1
    names = {key: tuple(sorted(said, key=lambda text: (-said[text], len(text), text))) for key, said in words.items()}
    order = sorted(counted, key=lambda key: (-counted[key], key))
    return tuple(Side(key, names[key][0], counted[key], names[key]) for key in order)


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
            yield Row(slot.slot, one, other, _relation(slot.slot, (one, left), (other, right)))


def _relation(slot: Slot, left: tuple[tuple[Answer, ...], Side], right: tuple[tuple[Answer, ...], Side]) -> str:
    found = [(one, other) for one in left[0] for other in right[0]]
    clashing = [(one, other) for one, other in found if apart(slot, one.value, other.value)]
    if any(_holds(one, left[1]) and _holds(other, right[1]) for one, other in clashing):
        return "clash"
    pairs = [(one.value, other.value) for one, other in found]
    if clashing and not any(one.key == other.key for one, other in pairs):
        return "differs"
    if any(one.key == other.key for one, other in pairs):
        alike = {one.value.key for one in left[0]} == {other.value.key for other in right[0]}
        return "same" if alike else "partly"
    return "fits" if any(coarser(slot, one, other) or coarser(slot, other, one) for one, other in pairs) else ""


def _says(answer: Answer, side: Side) -> bool:
    standing = [one for one in answer.given if one.standing not in COUNTED_WITHIN]
    return any((one.voice.key or one.voice.identity) == side.key for one in standing)


def _holds(answer: Answer, side: Side) -> bool:
    """Whether the source holds the answer certain or probable."""
    return any(one.certainty.firm for one in answer.given if (one.voice.key or one.voice.identity) == side.key)


def _clashes(view: View, left: Side, right: Side) -> int:
    return sum(row.relation == "clash" for row in _rows(view, left, right))
