"""What heads the entries of lists of incidents says when and where, and nobody says it."""

from __future__ import annotations

import pytest

from allege.analyse.entries import entries
from allege.claim import Role
from tests.extract.annotating import annotated, event_at, fillers

LIST = (
    "Incidents logged by the Ardel Watch, week 9:\n"
    "3 Mar, Pelm: grenade thrown at a customs post, two guards injured.\n"
    "5 Mar, Tusk: house of councillor Ola Brenn burned by unknown men.\n"
    "6 Mar, Pelm: pupil abducted by the Reed Guard."
)


def test_the_head_of_an_entry_is_time_and_place_and_no_speaker() -> None:
    assert not annotated(LIST).attributions
    burned = event_at(LIST, "burned")
    assert fillers(LIST, burned, Role.ACTOR) == ["unknown men"]
    assert fillers(LIST, burned, Role.PLACE) == ["Tusk"]
    assert fillers(LIST, burned, Role.TIME) == ["5 Mar"]


def test_who_recorded_what_was_done_did_none_of_it() -> None:
    assert fillers(LIST, event_at(LIST, "thrown"), Role.ACTOR) == []
    assert fillers(LIST, event_at(LIST, "abducted"), Role.ACTOR) == ["Reed Guard"]


@pytest.mark.parametrize(
    "text",
    [
        "4 Feb, Pelm, grenade thrown.\n5 Feb, Tusk, two men shot.",
        "* 2 Jan. Tusk. School shelled.\n* 3 Jan. Pelm. Nine youths rounded up.",
        "Lower Pelm, 8 July: ambulance fired on; Tusk, 21 July: pharmacy ransacked.",
        "Log: 6 June, Pelm - two nurses held. 9 June, Tusk - clinic looted.",
    ],
)
def test_entries_are_set_out_in_many_ways(text: str) -> None:
    assert [text[slice(*e.place)] for e in entries(text) if e.place][-2:] in (
        ["Pelm", "Tusk"],
        ["Tusk", "Pelm"],
        ["Lower Pelm", "Tusk"],
    )
    assert len(entries(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May rebels took Pelm. On 5 May, Tusk fell.",
        "PELM, 4 May - Gunmen shot two men.",
        "4 May, Monday, was quiet.\n5 May, Tuesday, was not: Pelm was shelled.",
    ],
)
def test_prose_with_days_in_it_is_no_list(text: str) -> None:
    assert not entries(text)


NUMBERED = (
    "Log of alleged violations:\n\n1. 3 June, 04:10, Pelm. Small-arms fire on a post. Casualties: one wounded.\n\n"
    "2. 5 June, 21:30, near Tusk Ridge. Mortar fire, nine rounds.\n"
)


def test_a_number_and_an_hour_may_stand_at_the_head_and_no_entry_goes_on_with_another() -> None:
    fire = event_at(NUMBERED, "Mortar")
    assert (fillers(NUMBERED, fire, Role.PLACE), fillers(NUMBERED, fire, Role.TIME)) == (["Tusk Ridge"], ["5 June"])
    assert fillers(NUMBERED, fire, Role.RECIPIENT) == []
    wounded = event_at(NUMBERED, "wounded")
    assert fillers(NUMBERED, wounded, Role.PLACE) == ["Pelm"]
    assert "Tusk Ridge" not in fillers(NUMBERED, wounded, Role.RECIPIENT)
