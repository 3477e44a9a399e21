"""Adjectives in a row before one noun, and participles that share their agent, give one set of people each."""

from __future__ import annotations

import pytest
from finding import event, relation


@pytest.mark.parametrize(
    "text",
    [
        "The depots were attacked by the uzbek, chechen & foreign militants in Orsa.",
        "They inspected the depots attacked by the uzbek, chechen & foreign militants.",
    ],
)
def test_lower_case_names_of_peoples_before_one_noun_are_one_actor(text: str) -> None:
    assert event(text, "attacked")["actor"] == ["the uzbek, chechen & foreign militants"]


def test_two_kinds_of_people_stay_two() -> None:
    assert event("The depots were attacked by police and foreign militants.", "attacked")["actor"] == [
        "police",
        "foreign militants",
    ]


def test_names_before_one_noun_behind_to_are_one_recipient() -> None:
    got = relation("They admitted to have given refuge to Karsic and Sindi separatists in the hills.", "SHELTERED_BY")
    assert got is not None
    assert got["actor"] == ["Karsic and Sindi separatists"]


@pytest.mark.parametrize("kind", ["ARMED_BY", "TRAINED_BY", "SHELTERED_BY"])
@pytest.mark.parametrize(
    "text",
    [
        "Fighters armed, trained or sheltered by Kirelia crossed the border.",
        "Fighters were armed, trained and sheltered by Kirelia.",
    ],
)
def test_each_of_several_participles_gives_its_relation(text: str, kind: str) -> None:
    got = relation(text, kind)
    assert got is not None
    assert (got["actor"], got["recipient"]) == (["Fighters"], ["Kirelia"])
