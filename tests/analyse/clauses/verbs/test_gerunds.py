"""Deeds that go by their gerund are what their verb is told of."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import event_at, events, fillers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Shelling continued around Orlen on Sunday.", "Shelling"),
        ("Fighting raged near Orlen overnight.", "Fighting"),
        ("Looting resumed in the old town.", "Looting"),
        ("Shelling intensified on Monday as troops advanced.", "Shelling"),
    ],
)
def test_what_continued_is_told_as_a_deed(text: str, word: str) -> None:
    deed = event_at(text, word)
    assert deed.type == "ASSAULT"
    assert deed.certainty[0].value is Certainty.CT_PLUS


def test_what_it_left_is_its_toll() -> None:
    text = "Shelling continued around Orlen on Sunday, leaving four people dead."
    assert fillers(text, event_at(text, "Shelling"), Role.DEATHS) == ["four"]


@pytest.mark.parametrize("text", ["Shelling would make things worse.", "Bombing villages is a crime."])
def test_what_deeds_do_in_general_is_no_deed(text: str) -> None:
    assert all(c.certainty[0].value is not Certainty.CT_PLUS for c in events(text) if c.type == "ASSAULT")


def test_how_much_of_a_deed_there_was_is_nobody_struck() -> None:
    text = "Heavy shelling resumed at dawn."
    assert fillers(text, event_at(text, "shelling"), Role.RECIPIENT) == []
