"""Which number is whose: totals that are brought up, lists of labels with numbers, and what an accusation is about."""

from __future__ import annotations

import pytest

from allege.claim import ClaimKind, Role
from tests.extract.annotating import annotated, event_at, fillers


def _dead(text: str) -> list[tuple[str, str]]:
    """Who is heard on each toll that is told without a deed, and the toll."""
    record = annotated(text)
    said = {a.id: record.document.quote(a.source) for a in record.attributions}
    return [
        (said[c.attributions[-1]] if c.attributions else "-", record.document.quote(record.mention(a.mention).spans))
        for c in record.claims
        if c.kind is ClaimKind.STATE
        for a in c.arguments
        if a.role is Role.DEATHS
    ]


@pytest.mark.parametrize(
    ("text", "word", "dead"),
    [
        ("The raid on Orsa brings to 40 the number of clerks killed there since March.", "raid", []),
        ("The blast in Orsa takes the toll to 40 since March.", "blast", []),
        ("The toll of the blast rose to 12 after three people died of burns, a clinic said.", "blast", ["12"]),
    ],
)
def test_what_is_added_up_over_months_is_no_toll_of_one_day(text: str, word: str, dead: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.DEATHS) == dead


def test_those_who_died_since_are_in_the_total() -> None:
    assert _dead("The toll rose to 12 after three people died of burns, a clinic said.") == [("a clinic", "12")]


def test_each_label_of_a_list_gives_its_own_number() -> None:
    text = "Shells hit the mill in Orsa.\nPolice: four dead. Army: two dead. Village elder: nine dead."
    assert _dead(text) == [("Police", "four"), ("Army", "two"), ("Village elder", "nine")]
    assert fillers(text, event_at(text, "hit"), Role.DEATHS) == []
    inside = "Shells hit the mill in Orsa. Police: four dead. Army: two dead."
    assert _dead(inside) == [("Police", "four"), ("Army", "two")]


def test_figures_shell_nobody() -> None:
    text = "New figures for the market shelling of this morning."
    claim = event_at(text, "shelling")
    assert fillers(text, claim, Role.ACTOR) == []
    assert fillers(text, claim, Role.RECIPIENT) == ["market"]


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit the ferry port on Monday, killing two people and wounding nine. The mayor blamed the army.",
        "Rockets hit the ferry port on Monday and killed two people. The mayor blamed the army.",
    ],
)
def test_an_accusation_is_of_the_attack_and_not_of_what_came_of_it(text: str) -> None:
    claims = [c for c in annotated(text).claims if c.type == "ASSAULT" and c.anchor == event_at(text, "blamed").anchor]
    assert [(fillers(text, c, Role.ACTOR), fillers(text, c, Role.RECIPIENT)) for c in claims] == [
        (["the army"], ["the ferry port"])
    ]
