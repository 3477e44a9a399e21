"""How two answers to one slot stand to each other: the same, one coarser, apart, or side by side."""

from __future__ import annotations

from allege.link.model import Slot
from allege.link.positions import figures, sides, where
from allege.link.positions.lexicon import singular, tokens
from allege.link.positions.records import EXCLUSIVE, FIGURES, Value


def coarser(slot: Slot, coarse: Value, fine: Value) -> bool:
    """Whether `coarse` says no more than that something like `fine` is so: "dozens" of 17, a province of its town."""
    if coarse.key == fine.key:
        return False
    if slot in FIGURES:
        return figures.covers(coarse, fine) and not figures.covers(fine, coarse)
    if slot is Slot.DATE:
        return where.covers_days(coarse, fine)
    if slot is Slot.PLACE:
        return where.finer_place(coarse, fine)
    if slot is Slot.RECIPIENT:
        return not coarse.entity and _telling(coarse) < _telling(fine)
    return slot is Slot.ACTOR and sides.coarser(coarse, fine)


def _telling(value: Value) -> set[str]:
    """The words that tell whom or what it is: of something that the lists know those of its name."""
    return {singular(word) for word in tokens(value.words)} if value.entity else set(value.key.split())


def apart(slot: Slot, one: Value, other: Value) -> bool:
    """Whether both cannot be right. Never so in slots with room for several answers, and never for one answer."""
    if slot not in EXCLUSIVE or one.key == other.key:
        return False
    if slot in FIGURES:
        return figures.apart(one, other)
    if slot is Slot.DATE:
        return where.apart_days(one, other)
    if slot is Slot.PLACE:
        return where.apart_places(one, other)
    return sides.apart(one, other)
