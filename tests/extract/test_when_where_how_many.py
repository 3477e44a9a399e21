"""When, where and how many: what an analyst gets of the time, the place and the numbers of a deed."""

from __future__ import annotations

from datetime import date

import pytest
from annotating import annotated, event_at

import allege
from allege.claim import Mention, MentionType, Role


def only(text: str, word: str, role: Role) -> Mention | None:
    """The mention in that role of the event at a word; None where there is none."""
    record, claim = annotated(text), event_at(text, word)
    found = [record.mention(a.mention) for a in claim.arguments if a.role is role]
    assert len(found) < 2, found
    return found[0] if found else None


def numbers(text: str) -> list[tuple[int | None, int | None]]:
    """The bounds of the numbers of a text."""
    return [(m.low, m.high) for m in annotated(text).mentions if m.type is MentionType.QUANTITY]


def deaths(text: str, word: str) -> tuple[int | None, int | None] | None:
    """The bounds of the dead of the event at a word."""
    found = only(text, word, Role.DEATHS)
    return None if found is None else (found.low, found.high)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The rebels turned over 12 captives to the elders of Velm.", [(12, 12)]),
        ("Two jets flew over five villages of the coast.", [(2, 2), (5, 5)]),
        ("They killed over 12 captives in Velm.", [(13, None)]),
        ("Half a million villagers left their homes.", [(500_000, 500_000)]),
        ("Two million villagers left their homes.", [(2_000_000, 2_000_000)]),
        ("The bridge cost $4.1 billion and a clerk took $3 million.", []),
    ],
)
def test_a_number_is_read_with_its_own_limits_and_scale(
    text: str, bounds: list[tuple[int | None, int | None]]
) -> None:
    assert numbers(text) == bounds


@pytest.mark.parametrize(
    ("text", "word", "bounds"),
    [
        ("Guards at the quarry killed a carter, Ben Sollo, on Monday.", "killed", (1, 1)),
        ("His uncle was killed at the ferry.", "killed", (1, 1)),
        ("Gunmen killed a teacher and her husband in Velm.", "killed", (2, 2)),
        ("His uncle was killed at the ferry, and his aunt died a year later.", "killed", (1, 1)),
        ("Gunmen killed two teachers in Velm.", "killed", (2, 2)),
        ("No carter was killed at the quarry.", "killed", None),
        ("A carter or a guard was killed at the quarry.", "killed", None),
        ("The patrol was killed at the quarry.", "killed", None),
        ("The herders said that over 200 goats were killed by the youths.", "killed", None),
        ("The herders said that over 200 people were killed by the youths.", "killed", (201, None)),
        ("The raid on Velm, which killed at least six carters whatever guards say, was a sin.", "killed", (6, None)),
    ],
)
def test_who_is_killed_is_counted(text: str, word: str, bounds: tuple[int | None, int | None] | None) -> None:
    assert deaths(text, word) == bounds


@pytest.mark.parametrize(
    ("text", "role", "low"),
    [
        ("The injured numbered 19.", Role.INJURIES, 19),
        ("Nurses counted 11 bodies by noon.", Role.DEATHS, 11),
        ("Eleven bodies were recovered from the river.", Role.DEATHS, 11),
        ("The town's records list 13 dead.", Role.DEATHS, 13),
        ("Sheriff Odo Marn put the number of dead at 13.", Role.DEATHS, 13),
        ("Nurses counted 11 beds by noon.", Role.DEATHS, None),
    ],
)
def test_whoever_counts_the_dead_gives_a_toll(text: str, role: Role, low: int | None) -> None:
    record = annotated(text)
    found = {record.mention(a.mention).low for c in record.claims for a in c.arguments if a.role is role}
    assert found == (set() if low is None else {low})


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("It was the worst raid since April, when rebels burned the mill of Orsk.", "burned", date(2024, 4, 1)),
        ("The dam broke in 1991, when soldiers shelled Orsk and killed two boys.", "shelled", date(1991, 1, 1)),
        ("The dam broke in 1991, when soldiers shelled Orsk and killed two boys.", "killed", date(1991, 1, 1)),
        ("On 3 May she was buying salt when the first bomb hit the quay of Orsk.", "hit", date(2024, 5, 3)),
        ("On 28 January they raided the mine and killed two guards.", "killed", date(2024, 1, 28)),
        ("On Monday she said that a bomb had hit the quay of Orsk.", "hit", None),
        ("The pair were jailed for 25 years.", "jailed", None),
        ("Porters ended a 40-day strike at the harbour.", "ended", None),
        ("The pair were jailed 25 years ago.", "jailed", date(1999, 1, 1)),
    ],
)
def test_when_it_was(text: str, word: str, start: date | None) -> None:
    found = only(text, word, Role.TIME)
    assert (found and found.start) == start


def test_a_month_is_no_part_of_whoever_stands_behind_it() -> None:
    text = "In April, raiders burned a car, and in February parliament banned the League."
    record, claim = annotated(text), event_at(text, "banned")
    found = {a.role: record.document.quote(record.mention(a.mention).spans) for a in claim.arguments}
    assert found[Role.ACTOR] == "parliament"
    assert found[Role.TIME] == "February"


def test_days_without_a_year_are_of_the_year_of_a_day_beside_them() -> None:
    record = allege.annotate("On 22 April 2020 troops shot a man. Some 46 fled between 18 and 21 April, and 5 in May.")
    found = [(m.start, m.end) for m in record.mentions if m.type is MentionType.TIME]
    day = date(2020, 4, 22)
    assert found[:2] == [(day, day), (date(2020, 4, 18), date(2020, 4, 21))]
    record = allege.annotate("On 22 April 2020 troops shot a man. On 5 November they fled.")
    assert [m.start for m in record.mentions if m.type is MentionType.TIME] == [day, None]


def places(text: str, word: str) -> list[str]:
    """The words of the places of the event at a word."""
    record, claim = annotated(text), event_at(text, word)
    found = (record.mention(a.mention) for a in claim.arguments if a.role is Role.PLACE)
    return [record.document.quote(mention.spans) for mention in found]


@pytest.mark.parametrize(
    ("text", "word", "where"),
    [
        ("A shell hit a mill in the rebel-held town of Kamra on Sunday. The Jal Kamra group shot two men.", "hit",
         ["Kamra"]),
        ("In the northern town of Bell, masked men attacked a court with axes.", "attacked", ["Bell"]),
        ("Police officers in Orlaz shot four boys.", "shot", ["Orlaz"]),
        ("The rebels have been kidnapping nurses since 2022, and nobody in Orlaz lifts a hand.", "kidnapping", []),
        ("Nine were killed and two were hurt in Orlaz.", "killed", ["Orlaz"]),
        ("Drones attacked a mill in the Vorlanian city of Pelsk on Sunday.", "attacked", ["Pelsk"]),
        ("The army blamed the Dusk Valley Front for a raid.", "blamed", []),
        ("The army shelled farms in the Dusk Valley.", "shelled", ["Dusk Valley"]),
        ("The guards killed a miller, Tom Arlo, at the ferry.", "killed", []),
        ("Envoy Holm met President Ayo Kanto on Monday.", "met", []),
    ],
)  # fmt: skip
def test_where_it_was(text: str, word: str, where: list[str]) -> None:
    assert places(text, word) == where


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb went off in Aldon Bay.", {"Aldon Bay"}),
        ("Many have fled from Korte since the spring.", {"Korte"}),
        ("In France, many have fled from Korte since the spring.", {"France", "Corte"}),
        ("Miners in the Vorlanian region of Sorn ended a strike.", {"Sorn"}),
    ],
)
def test_which_places_are_meant(text: str, names: set[str]) -> None:
    found = {m.name for m in annotated(text).mentions if m.type is MentionType.PLACE and m.name}
    assert found == names


def test_a_day_between_commas_is_that_of_the_main_deed() -> None:
    text = "Rangers of the Third Column, helped by scouts, on 22 April shot nine poachers near Orlaz."
    found = only(text, "shot", Role.TIME)
    assert found is not None
    assert found.start == date(2024, 4, 22)
