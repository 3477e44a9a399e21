"""What goes off, and what a charge is hidden in: a parcel that explodes does nothing, and nobody hit it."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers


@pytest.mark.parametrize(
    ("text", "word", "tools"),
    [
        ("A bag exploded at the station.", "exploded", ["A bag"]),
        ("A parked motorcycle blew up outside the court in Velm.", "blew", ["A parked motorcycle"]),
        ("A car that had been parked at the gate blew up.", "blew", ["A car"]),
        ("Two cars exploded in Velm.", "exploded", ["Two cars"]),
        ("A booby-trapped car detonated around midday in a market in Velm.", "detonated", ["A booby-trapped car"]),
        ("Four police died in a car bombing.", "bombing", ["car"]),
        ("A truck bombing killed nine in Velm.", "bombing", ["truck"]),
    ],
)
def test_what_a_charge_is_hidden_in_is_a_tool(text: str, word: str, tools: list[str]) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.INSTRUMENT) == tools
    assert fillers(text, found, Role.ACTOR) == []
    assert not {*tools} & {*fillers(text, found, Role.RECIPIENT)}


@pytest.mark.parametrize(
    ("text", "word", "struck"),
    [
        ("The house exploded after the shell hit.", "exploded", "The house"),
        ("The fuel tanker exploded on the road, killing nine.", "exploded", "The fuel tanker"),
        ("The bus bombing killed nine.", "bombing", "bus"),
        ("A suicide bomber blew up a car near the gate.", "blew", "a car"),
    ],
)
def test_what_blows_up_is_what_is_hit(text: str, word: str, struck: str) -> None:
    found = event_at(text, word)
    assert struck in fillers(text, found, Role.RECIPIENT)
    assert struck not in fillers(text, found, Role.ACTOR)


def test_who_blows_himself_up_does_it() -> None:
    text = "A suicide bomber blew himself up in Velm."
    assert fillers(text, event_at(text, "blew"), Role.ACTOR) == ["A suicide bomber"]


def test_what_somebody_detonates_is_his_tool() -> None:
    text = "A militant detonated a car in Velm."
    found = event_at(text, "detonated")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.INSTRUMENT)) == (["A militant"], ["a car"])
