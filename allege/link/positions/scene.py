"""Which answers are of another occurrence at another place or day, and are left out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from allege.claim import Role
from allege.link.incidents.since import adds_up, counts_deeds
from allege.link.incidents.where import PRECISE
from allege.link.model import EventClaim, Filler, Slot
from allege.link.positions.compare import apart
from allege.link.positions.records import FIGURES, Given, Material, Value

LONG = timedelta(days=28)
FRESH = timedelta(days=14)
"""How long before its scene what a report tells is no word on when that was, and how soon after it the report is."""

MONTHS = timedelta(days=60)
_SEASON = re.compile(r"^(?:last|the previous|the past) (?:spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:the|this|these|past|recent)\b.*\b(?:months|years?|decades?)$", re.IGNORECASE)


def at_the_scene(found: Sequence[Given], material: Material) -> Iterator[Given]:
    """The answers without those of sentences that plainly tell of another occurrence at another place or day.

    "The attack came five days after an ambush near Halsey Bridge in which four soldiers were killed": a report that
    puts its incident where most do, and in this sentence names a place or day that cannot be the same; or one of these
    days, and a time long before. A report that puts the whole incident elsewhere is a dispute and stays.
    """
    out = list(_no_place_did_it(found))
    out = list(_same_names(out))
    for slot in (Slot.PLACE, Slot.DATE):
        out = list(_one_scene(out, slot, material))
    yield from _of_its_days(out, material)


def _of_its_days(found: Sequence[Given], material: Material) -> Iterator[Given]:
    """The answers without figures of months up to their report: "eight killings this year" beside a dated attack."""
    days = (one.value for one in found if one.slot is Slot.DATE)
    dated = any(when.start and when.end and when.end - when.start < LONG for when in days)
    for one in found:
        if dated and one.slot in FIGURES and _is_of_many(material.claims[one.claim]):
            continue
        times = material.claims[one.claim].of(Role.TIME) if dated and one.slot in FIGURES else ()
        if not any(_until_now(filler, one.as_of) for filler in times):
            yield one


def _is_of_many(claim: EventClaim) -> bool:
    """Whether a toll is that of a whole time or of many deeds."""
    return adds_up(claim) or counts_deeds(claim)


def _until_now(filler: Filler, published: date | None) -> bool:
    """Whether a time is of months or years that last until its report; "in June", "last year" is a time of its own."""
    if filler.start is None or filler.end is None or published is None:
        return _LASTING.search(filler.words) is not None
    return filler.end - filler.start >= MONTHS and filler.start <= published <= filler.end + timedelta(days=1)


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
        if one.slot is slot and (one.document in there or _of_the_past(one, scene)):
            (away if apart(slot, scene, one.value) else near).add(_sentence(one, material))
        elif slot is Slot.DATE and _fresh(one, scene) and any(map(_ago, material.claims[one.claim].of(Role.TIME))):
            away.add(_sentence(one, material))
    yield from (one for one in found if _sentence(one, material) not in away - near)


def _of_the_past(one: Given, scene: Value) -> bool:
    """Whether a report that came out right after the scene names a time long before it: "last year a man was shot"."""
    if one.slot is not Slot.DATE or one.value.end is None or scene.start is None:
        return False
    return scene.start - LONG > one.value.end and _fresh(one, scene)


def _fresh(one: Given, scene: Value) -> bool:
    """Whether a report came out right after the scene."""
    return one.as_of is not None and scene.start is not None and abs(one.as_of - scene.start) <= FRESH


def _ago(filler: Filler) -> bool:
    """Whether a time that no day is known of is long past: "last summer"."""
    return filler.start is None and _SEASON.search(filler.words) is not None


def _sentence(one: Given, material: Material) -> tuple[str, int]:
    return one.document, material.claims[one.claim].start
