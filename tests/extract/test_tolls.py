"""Tolls: how many a phrase counts, which words state them, and to which event they belong."""

from __future__ import annotations

import pytest
from finding import event, read, stated

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Mention, Role
from allege.extract import events
from allege.extract.book import MentionBook


def toll(analysis: Analysis, anchor: str, role: Role) -> Mention:
    """The mention of the only toll in that role of the event at `anchor`."""
    found = list(events.find(analysis))
    said: tuple[Attribution, ...] = ()
    book = MentionBook(analysis, found, said)
    text = analysis.document.text
    (here,) = (p for p in found if text[p.anchor[0].start : p.anchor[-1].end] == anchor)
    (filler,) = (f for f in here.fillers if f.role is role)
    return next(m for m in book.mentions if m.id == book.id_for(filler))


@pytest.mark.parametrize(
    ("text", "anchor", "hurt"),
    [
        ("Nine people were killed and 40 injured in Ambrick.", "injured", ["40"]),
        ("Nine people were killed and another wounded in Ambrick.", "wounded", ["another"]),
        ("A shell fell on the mill. Six killed. Eleven wounded.", "killed", ["Six"]),
        ("Two nurses were abducted in May and released on Sunday.", "released", ["Two nurses"]),
    ],
)
def test_who_stands_before_a_passive_without_its_auxiliary_suffers_it(text: str, anchor: str, hurt: list[str]) -> None:
    got = event(text, anchor)
    assert got["recipient"] == hurt
    assert got["actor"] == []


def test_whoever_kills_without_an_object_is_no_victim() -> None:
    assert event("The gunmen came at dawn and killed nine.", "killed")["actor"] == ["The gunmen"]


@pytest.mark.parametrize(
    ("text", "anchor", "role", "bounds"),
    [
        ("Militants killed a sergeant and his three brothers.", "killed", Role.DEATHS, (4, 4)),
        ("Militants killed two nurses and six patients.", "killed", Role.DEATHS, (8, 8)),
        ("Several hundred villagers were killed.", "killed", Role.DEATHS, (300, None)),
        ("Half a dozen villagers were hurt in the raid.", "hurt", Role.INJURIES, (6, 6)),
        ("As many as nine villagers were hurt in the raid.", "hurt", Role.INJURIES, (None, 9)),
        ("The police documented the killing of 46 villagers.", "killing", Role.DEATHS, (46, 46)),
    ],
)
def test_a_toll_has_bounds(text: str, anchor: str, role: Role, bounds: tuple[int | None, int | None]) -> None:
    found = toll(read(text), anchor, role)
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        ("Militants killed two nurses and some patients.", "killed", ["two"]),
        ("Militants killed two nurses and an army patrol.", "killed", ["two"]),
        ("No one was killed in the raid.", "killed", []),
        ("Nobody died in the raid.", "raid", []),
        ("The raid left one dead.", "raid", ["one"]),
    ],
)
def test_only_what_is_counted_adds_up(text: str, anchor: str, deaths: list[str]) -> None:
    assert event(text, anchor)["deaths"] == deaths


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        ("The blast claimed the lives of nine people.", "blast", ["nine"]),
        ("The number of people killed in the bombing of a mill rose to 13 after two died of burns.", "bombing", ["13"]),
        ("The number of those who died in the raid reached 22.", "raid", ["22"]),
        ("A total of 16 people lost their lives in the attack.", "attack", ["16"]),
        ("The militia lost 30 fighters in the battle.", "battle", ["30"]),
        ("The number of dead from the blast rose to 19.", "blast", ["19"]),
        ("Police revised the toll of the blast down from 18 to 15.", "blast", ["15"]),
        ("The toll of the blast reached 54.", "blast", ["54"]),
        ("7 dead, 20+ injured in mill blast", "blast", ["7"]),
        ("The blast left 13 people dead and 40 injured.", "blast", ["13"]),
        ("The militia lost 30 seats after the blast.", "blast", []),
    ],
)
def test_words_that_state_the_dead_of_an_act(text: str, anchor: str, deaths: list[str]) -> None:
    assert event(text, anchor)["deaths"] == deaths


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        ("The blast, the worst since a 2019 raid that left 45 dead, killed 17 people.", "killed", ["17"]),
        ("The blast, the worst since a 2019 raid that left 45 dead, killed 17 people.", "raid", ["45"]),
        ("Officials say three men were killed in the raid, while residents say 12 died.", "raid", ["three"]),
        ("The agency reported 10 deaths in the clashes, but the army gave a toll of six.", "clashes", []),
        ("Three girls died and their father was injured in the explosion.", "injured", []),
        ("Three girls died and their father was injured in the explosion.", "explosion", ["Three"]),
        ("Nine people were killed and 40 hurt when gunmen attacked a market.", "attacked", ["Nine"]),
        ("Houses were burned and nine people killed in the raid.", "raid", ["nine"]),
        ("Houses were burned and nine people killed in the raid.", "burned", []),
    ],
)
def test_a_toll_stays_with_its_own_act_and_in_its_own_mouth(text: str, anchor: str, deaths: list[str]) -> None:
    assert event(text, anchor)["deaths"] == deaths


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("The hospital put the number of dead at 33.", ["33"]),
        ("Two more people died, bringing the toll to 11.", ["11"]),
    ],
)
def test_a_clause_that_gives_a_toll_holds_it(text: str, deaths: list[str]) -> None:
    assert [f["deaths"] for f in stated(text) if f["deaths"] == deaths]


def test_what_is_shelled_is_not_who_shells() -> None:
    got = event("Dozens died in the shelling of Ambrick.", "shelling")
    assert got["actor"] == []
    assert got["recipient"] == ["Ambrick"]


def test_a_speaker_who_tells_of_deaths_undergoes_nothing() -> None:
    assert event("The agency reported ten deaths in the clashes.", "clashes")["recipient"] == []


def test_who_foils_a_plot_does_not_carry_it_out() -> None:
    assert event("Guards foiled a plot to bomb the mill.", "bomb")["actor"] == []


@pytest.mark.parametrize(
    ("text", "anchor", "deaths"),
    [
        ("A drone strike killed a family of five.", "killed", ["five"]),
        ("The attack killed one and injured several others.", "killed", ["one"]),
        ("Four soldiers and a civilian died in the ambush.", "ambush", ["Four civilian"]),
    ],
)
def test_people_taken_together_are_counted(text: str, anchor: str, deaths: list[str]) -> None:
    assert event(text, anchor)["deaths"] == deaths
