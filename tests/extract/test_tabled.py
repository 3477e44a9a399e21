"""What the cells of a table of incidents tell of the deed in their row."""

from __future__ import annotations

import pytest

from allege.claim import Claim, Role
from tests.extract.annotating import annotated, event_at, fillers

HEAD = "The tower was shut on Monday, and the road was open.\n\nDate\tPlace\tIncident\tKilled\tInjured\tPerpetrator\n"


def row(cells: str) -> tuple[str, Claim]:
    text = f"{HEAD}{cells}\n3 May 2031\tOrven\tarson at the depot\t0\t0\tunknown\n"
    return text, event_at(text, "shelling")


def test_a_row_is_told_with_its_day_place_doer_and_tolls() -> None:
    text, claim = row("2 May 2031\tnear Pelm\tshelling of a mill\t11\t4\tthe 5th Brigade")
    roles = (Role.ACTOR, Role.PLACE, Role.TIME, Role.DEATHS, Role.INJURIES)
    told = {role: fillers(text, claim, role) for role in roles}
    assert told == {
        Role.ACTOR: ["the 5th Brigade"], Role.PLACE: ["Pelm"], Role.TIME: ["2 May 2031"], Role.DEATHS: ["11"],
        Role.INJURIES: ["4"],
    }  # fmt: skip
    record = annotated(text)
    low = {record.document.quote(m.spans): m.low for m in record.mentions if m.low is not None}
    assert (low["11"], low["4"]) == (11, 4)


@pytest.mark.parametrize(
    "doer", ["not established", "unknown armed men", "the 5th Brigade (claimed)", "the army or the Front"]
)
def test_a_doer_who_is_left_open_is_none_and_no_toll_is_nought(doer: str) -> None:
    text, claim = row(f"2 May 2031\tPelm\tshelling of a mill\t0\t-\t{doer}")
    assert [fillers(text, claim, role) for role in (Role.ACTOR, Role.DEATHS, Role.INJURIES)] == [[], [], []]


def test_the_head_of_a_table_tells_of_nothing() -> None:
    text, _ = row("2 May 2031\tPelm\tshelling of a mill\t11\t4\tthe army")
    head = range(text.index("Date"), text.index("2 May"))
    assert not any(start in head for claim in annotated(text).claims for start, _ in claim.anchor)
