"""Which answers are of another occurrence at another place or day, and are left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from allege.link.incidents.where import PRECISE
from allege.link.model import Slot
from allege.link.positions.compare import apart
from allege.link.positions.records import Given, Material, Value


def at_the_scene(found: Sequence[Given], material: Material) -> Iterator[Given]:
    """The answers without those of sentences that plainly tell of another occurrence at another place or day.

    "The attack came five days after an ambush near Halsey Bridge in which four soldiers were killed": a report that
    puts its incident where most do, and in this sentence names a place or day that cannot be the same. A report that
    puts the whole incident elsewhere is a dispute and stays.
    """
    out = list(_no_place_did_it(found))
    out = list(_same_names(out))
    for slot in (Slot.PLACE, Slot.DATE):
        out = list(_one_scene(out, slot, material))
    yield from out


def _same_names(found: Sequence[Given]) -> Iterator[Given]:
    """The answers, places of one name being the one that most mean: two towns of one name are hardly in one story."""
    told: dict[str, Counter[Value]] = defaultdict(Counter)
    for one in found:
        if one.slot is Slot.PLACE:
            told[one.value.words.casefold()][one.value] += 1
    meant = {name: min(values, key=lambda value: (-values[value], value.key)) for name, values in told.items()}
    for one in found:
        yield replace(one, value=meant[one.value.words.casefold()]) if one.slot is Slot.PLACE else one


def _no_place_did_it(found: Sequence[Given]) -> Iterator[Given]:
    """The answers without a doer that is the very place where it was: "the depot attack" was not done by the depot."""
    places = {one.value.key for one in found if one.slot is Slot.PLACE and (one.value.precision or 9) <= PRECISE}
    yield from (one for one in found if one.slot is not Slot.ACTOR or one.value.key.removeprefix("not ") not in places)


def _one_scene(found: Sequence[Given], slot: Slot, material: Material) -> Iterator[Given]:
    told: dict[str, tuple[Value, set[str]]] = {}
    for one in found:
        if one.slot is slot:
            told.setdefault(one.value.key, (one.value, set()))[1].add(one.document)
    if not told:
        yield from found
        return
    scene, there = max(told.values(), key=lambda item: (len(item[1]), item[0].key))
    near: set[tuple[str, int]] = set()
    away: set[tuple[str, int]] = set()
    for one in found:
        if one.slot is slot and one.document in there:
            (away if apart(slot, scene, one.value) else near).add(_sentence(one, material))
    yield from (one for one in found if _sentence(one, material) not in away - near)


def _sentence(one: Given, material: Material) -> tuple[str, int]:
    return one.document, material.claims[one.claim].start
