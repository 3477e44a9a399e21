"""Tolls of a part of the dead, and how many are dead where nobody says so in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from claimed import about, material, said, story

from allege.claim import Certainty, Role, Span
from allege.link.model import EventClaim, Filler, Slot
from allege.link.positions import Standing, View, view
from allege.link.positions.whom import COUNT


def seen(*claims: EventClaim) -> View:
    documents = dict.fromkeys(claim.document for claim in claims)
    return view(about(claims), material(claims, map(story, documents)))


def disputed(*claims: EventClaim) -> bool:
    return seen(*claims).slot(Slot.DEATHS).disputed


def worded(claim: EventClaim, sentence: str) -> EventClaim:
    """The claim with its anchor where it stands in the sentence."""
    at = claim.start + sentence.index(claim.anchor)
    return replace(claim, sentence=sentence, anchor_spans=(Span(at, at + len(claim.anchor)),))


def killed(document: str, number: int, deaths: int | None, whom: str, **more: object) -> EventClaim:
    counted = {} if deaths is None else {"deaths": deaths}
    return said(document, number, anchor="killed", recipient=whom, **counted, **more)  # type: ignore[arg-type]


def test_people_of_one_kind_are_a_part_of_all_once_a_report_counts_both() -> None:
    clerks, people = killed("a", 1, 2, "two clerks"), killed("b", 1, 3, "three people")
    assert disputed(clerks, people)
    both = killed("b", 2, 2, "two clerks")
    shown = seen(clerks, people, both)
    assert not shown.slot(Slot.DEATHS).disputed
    assert {one.position.value: one.standing for one in shown.slot(Slot.DEATHS).answers} == {
        "3": Standing.STANDS,
        "2": Standing.OF_PART,
    }
    assert disputed(killed("a", 1, 2, "two people"), people, both)


def test_kinds_that_make_up_a_toll_of_the_same_text_are_its_parts() -> None:
    """Also where they are told on the word of two sources."""
    whole = killed("a", 1, 4, "four of his relatives")
    sons = killed("a", 2, 2, "his two sons", by=("a clerk", said("x").speakers[0].kind))
    assert not disputed(whole, sons, killed("a", 3, 2, "two nephews"), killed("b", 1, 4, "four people"))


def test_a_toll_that_includes_the_doer_is_one_more_than_one_that_does_not() -> None:
    all_told = worded(killed("a", 1, 3, "three people"), "In all three people were killed, including the gunman.")
    assert not disputed(all_told, killed("b", 1, 2, "two people"))
    assert disputed(all_told, killed("b", 1, 1, "one person"))


def test_one_of_two_is_no_toll_of_the_whole() -> None:
    told = said("a", anchor="wounded", recipient="two guards", injuries=2)
    each = worded(said("b", anchor="wounded", recipient="One guard", injuries=1),
                  "One guard was wounded in the foot and the other in the arm.")  # fmt: skip
    assert not seen(told, each).slot(Slot.INJURIES).disputed


def test_a_time_without_a_day_has_its_toll_all_the_same() -> None:
    told = killed("a", 1, 3, "three people", time=date(2031, 3, 1))
    after = killed("b", 1, 9, "nine people", time="a year")
    assert disputed(told, after)


def test_the_killings_of_a_year_are_no_toll_of_a_day() -> None:
    told = killed("a", 1, 3, "three people", time=date(2031, 3, 1))
    year = killed("b", 1, 9, "nine people", time="this year")
    assert [one.position.value for one in seen(told, year).slot(Slot.DEATHS).answers] == ["3"]


def test_who_were_hurt_or_killed_are_neither_so_many_hurt_nor_killed() -> None:
    eight = worded(killed("a", 1, 8, "Eight"), "Eight were hurt or killed.")
    assert seen(eight).slot(Slot.DEATHS).answers == ()


@pytest.mark.parametrize(
    ("whom", "least"),
    [
        ("a clerk", "at least 1"),
        ("Ada Brook", "at least 1"),
        ("16-year-old girl", "at least 1"),
        ("the clerk's daughter", "at least 1"),
        ("farmers", None),
        ("the Grey Wolves", None),
        ("the bill", None),
    ],
)
def test_whoever_was_killed_is_one_dead_where_no_number_is_told(whom: str, least: str | None) -> None:
    found = [one.position.value for one in seen(killed("a", 1, None, whom)).slot(Slot.DEATHS).answers]
    assert found == ([least] if least else [])


def test_no_dead_are_counted_beside_a_toll_of_the_same_text_nor_where_nobody_died() -> None:
    assert len(seen(killed("a", 1, None, "a clerk"), killed("a", 2, 4, "four people")).slot(Slot.DEATHS).answers) == 1
    spared = killed("a", 1, None, "a clerk", value=Certainty.CT_MINUS)
    tried = worded(replace(killed("a", 2, None, "a clerk"), anchor="murder"), "the attempted murder of a clerk")
    assert seen(spared, tried).slot(Slot.DEATHS).answers == ()


def test_whoever_stopped_the_doer_did_not_do_it() -> None:
    """Where two sides fight, each is hit by the other, and both are doers."""
    shot = said("a", 1, anchor="shot", actor="a gunman", recipient="two clerks")
    stopped = said("a", 2, anchor="shot", actor="an officer", recipient="the gunman")
    assert [one.position.value for one in seen(shot, stopped).slot(Slot.ACTOR).answers] == ["gunman"]
    rebels = said("a", 1, anchor="shot", actor="rebels", recipient="soldiers")
    soldiers = said("a", 2, anchor="shot", actor="soldiers", recipient="rebels")
    assert len(seen(rebels, soldiers).slot(Slot.ACTOR).answers) == 2


def test_what_somebody_is_stands_before_his_name_and_is_no_part_of_it() -> None:
    told = [said("a", actor="Army veteran Dorn Vost"), said("b", actor="Dorn Vost")]
    assert [one.position.value for one in seen(*told).slot(Slot.ACTOR).answers] == ["Dorn Vost"]


def test_last_year_in_a_report_of_yesterday_is_no_day_of_it() -> None:
    last_year = Filler(Role.TIME, "last year", start=date(2030, 1, 1), end=date(2030, 12, 31))
    told = [said(name, time=date(2031, 3, 1)) for name in "ab"]
    shown = seen(*told, said("c", 1, time=last_year, recipient="Orl"))
    assert [one.position.value for one in shown.slot(Slot.DATE).answers] == ["2031-03-01"]
    assert shown.slot(Slot.RECIPIENT).answers == ()


def test_last_summer_in_a_report_of_yesterday_is_another_story() -> None:
    told = [said(name, time=date(2031, 3, 1), deaths=3) for name in "ab"]
    before = killed("c", 1, 9, "nine clerks", time=Filler(Role.TIME, "Last summer"))
    assert [one.position.value for one in seen(*told, before).slot(Slot.DEATHS).answers] == ["3"]


def test_last_week_may_be_the_week_before() -> None:
    week = Filler(Role.TIME, "last week", start=date(2031, 2, 17), end=date(2031, 2, 23))
    assert not seen(said("a", time=date(2031, 2, 15)), said("b", time=week)).slot(Slot.DATE).disputed
    assert seen(said("a", time=date(2031, 2, 10)), said("b", time=week)).slot(Slot.DATE).disputed


@pytest.mark.parametrize(
    ("words", "whom"),
    [("three officers", "officers"), ("three of the clerks", "the clerks"), ("40 offenders", "offenders")],
)
def test_a_count_ends_with_its_word(words: str, whom: str) -> None:
    assert COUNT.sub("", words) == whom
