"""A deed named after a place: the name belongs to the place."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("He survived the Quellin hospital attack.", "Quellin", "hospital"),
        ("The Torv prison siege ended.", "Torv", "prison"),
    ],
)
def test_the_name_before_a_place_hangs_on_the_place(text: str, name: str, place: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert [token.head.text for token in doc if token.text == name] == [place]


def test_the_name_before_a_weapon_hangs_on_the_deed() -> None:
    doc = parse(load(Settings().pipeline), "The Torv rocket attack killed two.")
    assert [token.head.text for token in doc if token.text == "Torv"] == ["attack"]
