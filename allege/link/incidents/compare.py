"""What two units have in common, as numbers that a regression weighs: one small function a signal, each with its words.

Every number takes the collection into account: what is shared counts by how rare it is there. `FEATURES` is the list;
its names are those of the weights' file.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import islice, product

from allege.claim import Role
from allege.link.incidents.collection import cosine, shared
from allege.link.incidents.pair import FEW, Pair
from allege.link.incidents.unit import Unit
from allege.link.incidents.where import TOWN, Spot, distance
from allege.link.parts.kin import of_one_kind

NO_DAY = 30
"""Days between two units where one of them has no date: neither for nor against."""
MOST_WORDS = 400
"""Pairs of words of two units that are looked at."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A signal: its name, whether more of it speaks for one occurrence (1) or against it (-1), its value, its words."""

    name: str
    sign: int
    value: Callable[[Pair], float]
    words: Callable[[Pair, float], str]


def _said(values: Sequence[Hashable], most: int = 4) -> str:
    """The first few values as words."""
    words = [" ".join(str(part) for part in value) if isinstance(value, tuple) else str(value) for value in values]
    return ", ".join(words[:most]) + (f" and {len(words) - most} more" if len(words) > most else "")


def _by_rarity(pair: Pair, field: str) -> list[Hashable]:
    return sorted(pair.shared(field), key=lambda value: (-pair.collection.rarity(field, value), str(value)))


def _names(pair: Pair, least: int, most: int) -> list[Hashable]:
    """Shared names that `least` to `most` units besides these two have."""
    return [name for name in _by_rarity(pair, "names") if least <= pair.collection.others("names", name) - 1 <= most]


def _names_of(least: int, most: int) -> Feature:
    elsewhere = {0: "nowhere else", 1: "in one other text"}.get(most, f"in {least} to {most} other texts")

    def words(pair: Pair, value: float) -> str:
        if not value:
            return f"share no name found {elsewhere}"
        found = _names(pair, least, most)  # none: they were so rare when the pair was scored, and are not any more
        return f"share names found {elsewhere}: {_said(found)}" if found else f"share names found {elsewhere}"

    return Feature(f"names_{most}", 1, lambda pair: math.log1p(pair.few(least, most)), words)


def _rarity_of(field: str, what: str) -> Feature:
    def words(pair: Pair, _: float) -> str:
        found = _by_rarity(pair, field)
        return f"share {what}: {_said(found)}" if found else f"share no {what}"

    return Feature(field, 1, lambda pair: pair.rarity(field, pair.shared(field)), words)


def _claimed_of(field: str, what: str) -> Feature:
    def both(pair: Pair) -> list[Hashable]:
        return sorted(shared(getattr(pair.left.unit, field), getattr(pair.right.unit, field)), key=str)

    def words(pair: Pair, _: float) -> str:
        found = both(pair)
        return f"share {what} ({len(found)})" if found else f"share no {what}"

    return Feature(field, 1, lambda pair: pair.rarity(field, both(pair)), words)


def _days(pair: Pair) -> int | None:
    left, right = pair.left.day, pair.right.day
    return None if left is None or right is None else abs(left - right)


def _gap(pair: Pair) -> float:
    days = _days(pair)
    return math.log1p(NO_DAY if days is None else days)


def _gap_words(pair: Pair, _: float) -> str:
    days = _days(pair)
    if days is None:
        return "one of them has no date"
    return "tell of the same day" if days == 0 else f"tell of days {days} apart"


def _few_ages(pair: Pair) -> float:
    return math.log1p(min(len(pair.left.unit.wording.ages), len(pair.right.unit.wording.ages)))


def _same_place(pair: Pair) -> float:
    """The cosine of how often their claims name each place, rare or not: it holds where all reports are of one town."""
    left, right = pair.left.unit.places, pair.right.unit.places
    both = sum(n * right[value] for value, n in left.items() if value in right)
    return both / math.sqrt(sum(n * n for n in left.values()) * sum(n * n for n in right.values())) if both else 0.0


def main_spots(unit: Unit) -> list[Spot]:
    """The places that most of its claims name."""
    most = max(unit.spots.values(), default=0)
    return [spot for spot, count in unit.spots.items() if count == most]


def _elsewhere(pair: Pair) -> float:
    """Whether the main places of each are further apart than a town is wide."""
    apart = (distance(a, b) for a in main_spots(pair.left.unit) for b in main_spots(pair.right.unit))
    return float(min(apart, default=0.0) > TOWN)


def deaths(unit: Unit) -> set[int]:
    """The numbers of dead that it gives."""
    return {number for role, number in unit.tolls if role == Role.DEATHS.value}


def _same_deaths(pair: Pair) -> float:
    return float(bool(deaths(pair.left.unit) & deaths(pair.right.unit)))


def _named_days(pair: Pair) -> float:
    return float(bool(set(pair.left.unit.days) & set(pair.right.unit.days)))


def _other_days(pair: Pair) -> float:
    left, right = set(pair.left.unit.days), set(pair.right.unit.days)
    return float(bool(left and right) and not left & right)


def clash(pair: Pair) -> float:
    """Whether they name other places, and days more than one apart: each may be a slip, both hardly ever are.

    Or each, told at once, puts it on one day, these differ, and they share no toll and no age: a hospital that is
    shelled on Monday and on Tuesday. Reports of one occurrence that differ about its day mostly share numbers, tell of
    a night, or come later: on the dev news no figure changes.

    Or one is a sentence or two, their days are as far apart and they share no toll and no age: where little is told,
    two days that are named are no slip.

    Or no name that tells is in both, and their days are as far apart, or one is a sentence or two and they name other
    places: in a war much is shelled, one town after the other, and told in the same words.

    Or one document tells them apart.
    """
    if pair.left.unit.document == pair.right.unit.document:
        return 1.0
    if strikes(pair.left.unit, pair.right.unit):
        return 1.0
    nameless = cosine(pair.left.names, pair.right.names) == 0.0
    named = bool(pair.left.unit.wording.names) and bool(pair.right.unit.wording.names)
    unlike = pair.brief and pair.left.unit.numbers.isdisjoint(pair.right.unit.numbers)
    if _days_apart(pair) and (unlike or (nameless and named) or _elsewhere(pair)):
        return 1.0
    return float(pair.brief and nameless and bool(_elsewhere(pair)))


def _days_apart(pair: Pair) -> bool:
    """Whether they name days more than one apart."""
    left, right = pair.left.unit.days, pair.right.unit.days
    return bool(left and right) and max(min(left) - max(right), min(right) - max(left)) > 1


def strikes(left: Unit, right: Unit) -> bool:
    """Whether both are dated strikes, of two days, that share no number."""
    if left.dated is None or right.dated is None or left.dated == right.dated:
        return False
    return left.numbers.isdisjoint(right.numbers)


def _before(pair: Pair) -> float:
    """Whether one was published before the days that the other names: nobody reports what has yet to happen."""
    left, right = pair.left.unit, pair.right.unit
    return float(any(a.published is not None and b.days and a.published < min(b.days)
                     for a, b in ((left, right), (right, left))))  # fmt: skip


def _parties(pair: Pair) -> float:
    return math.log1p(len(pair.left.unit.parties & pair.right.unit.parties))


def _whether(what: str, otherwise: str) -> Callable[[Pair, float], str]:
    return lambda _, value: what if value else otherwise


FEATURES: tuple[Feature, ...] = (
    Feature("wording", 1, lambda p: math.sqrt(p.wording), lambda _, v: f"wording alike (cosine {v * v:.2f})"),
    Feature(
        "names",
        1,
        lambda p: math.sqrt(cosine(p.left.names, p.right.names)),
        lambda p, v: f"names alike (cosine {v * v:.2f})",
    ),
    _names_of(0, 0),
    _names_of(1, 1),
    _names_of(2, 3),
    _names_of(4, 8),
    _names_of(9, FEW - 2),
    _rarity_of("ages", "ages"),
    _rarity_of("aged", "names with their age"),
    _rarity_of("blocks", "a block of a street"),
    _claimed_of("tolls", "tolls"),
    Feature("days", -1, _gap, _gap_words),
    Feature("same_place", 1, _same_place, lambda _, v: f"places of their claims alike (cosine {v:.2f})"),
    Feature("elsewhere", -1, _elsewhere, _whether("name other places most", "their main places do not clash")),
    Feature("same_deaths", 1, _same_deaths, _whether("give the same number of dead", "share no number of dead")),
    Feature("named_days", 1, _named_days, _whether("name the same day", "do not both name one day")),
    Feature("other_days", -1, _other_days, _whether("name other days", "the days that they name do not clash")),
    Feature(
        "clash",
        -1,
        clash,
        _whether("days, places, numbers, names or one text part them", "no clash of place and day"),
    ),
    Feature(
        "before", -1, _before, _whether("one was published before the day of the other", "no day is still to come")
    ),
    Feature("parties", 1, _parties, lambda _, v: f"share actors or victims that are known ({round(math.expm1(v))})"),
    Feature("few_ages", -1, _few_ages, lambda p, _: "how many ages the text with fewer of them gives"),
)


def other_kind(left: Unit, right: Unit) -> bool:
    """Whether no kind of one is the other's and no word of one names what the other tells; speech tells of no kind."""
    if not left.sorts or not right.sorts:
        return bool(left.sorts) != bool(right.sorts)
    if not left.sorts.isdisjoint(right.sorts):
        return False
    return not any(of_one_kind(a, b) for a, b in islice(product(left.anchors, right.anchors), MOST_WORDS))


BRIEF_FEATURES: tuple[Feature, ...] = (
    *FEATURES,
    _claimed_of("kinds", "kinds of occurrence"),
    Feature(
        "other_kind",
        -1,
        lambda p: float(other_kind(p.left.unit, p.right.unit)),
        _whether("tell of other kinds of occurrence", "their kinds do not clash"),
    ),
)
"""What is looked at where one of the two is a sentence or two: how it is worded says less, what it names says more.

Tried and worth nothing beside the rest: how rare shared places are, and whether places lie within one town.
"""


def values(pair: Pair) -> tuple[float, ...]:
    """The value of each feature, in the order of `FEATURES`."""
    return tuple(feature.value(pair) for feature in FEATURES)


def brief_values(pair: Pair) -> tuple[float, ...]:
    """The value of each feature, in the order of `BRIEF_FEATURES`."""
    return tuple(feature.value(pair) for feature in BRIEF_FEATURES)
