"""Wordings of translated agency reports: what happened, by whom, to whom, how many."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers


@pytest.mark.parametrize(
    ("text", "word", "doer", "struck"),
    [
        ("Two weavers fell as martyrs in a raid by the Lisko army on Velm.", "fell", "the Lisko army", "Two weavers"),
        ("Two weavers fell martyrs when guards shot at a bus.", "fell", "guards", "Two weavers"),
        ("A weaver was martyred by army gunfire in Velm.", "martyred", "army", "A weaver"),
        ("The militants opened fire in the direction of a patrol.", "fire", "The militants", "a patrol"),
        ("The mill of Osk was subjected to shelling by the rebels.", "shelling", "the rebels", "The mill of Osk"),
        ("The rebels subjected the mill to shelling.", "shelling", "The rebels", "the mill"),
        ("An attempt on the life of the abbot was made by gunmen.", "attempt", "gunmen", "the abbot"),
        ("The gunmen made an attempt on the life of a judge.", "attempt", "The gunmen", "a judge"),
        ("The guards carried out an aggression against the abbey.", "aggression", "The guards", "the abbey"),
        ("Subversives blew up a bridge near Velm.", "blew", "Subversives", "a bridge"),
        ("The guards liquidated two rebels.", "liquidated", "The guards", "two rebels"),
    ],
)
def test_who_did_it_to_whom(text: str, word: str, doer: str, struck: str) -> None:
    deed = event_at(text, word)
    assert deed.type == "ASSAULT"
    assert (fillers(text, deed, Role.ACTOR), fillers(text, deed, Role.RECIPIENT)) == ([doer], [struck])


def test_who_fell_as_a_martyr_is_counted_dead() -> None:
    text = "Three weavers fell as martyrs in Velm."
    (dead,) = [a.mention for a in event_at(text, "fell").arguments if a.role is Role.DEATHS]
    assert annotated(text).mention(dead).low == 3


def test_who_produced_a_detonation_set_it_off() -> None:
    text = "Unknown men produced a detonation of an explosive device near the mill."
    assert fillers(text, event_at(text, "detonation"), Role.ACTOR) == ["Unknown men"]


@pytest.mark.parametrize(
    "text", ["The price fell as traders sold.", "The abbot died as a martyr to his faith in 1420."]
)
def test_who_did_not_fall_in_war_was_struck_by_nobody(text: str) -> None:
    assert "ASSAULT" not in [c.type for c in events(text)]


def test_a_bombardment_is_no_disaster_by_its_sound() -> None:
    text = "The bombardment affected the villages of Osk and Velm."
    assert event_at(text, "bombardment").type == "ASSAULT"
