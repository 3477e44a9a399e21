"""Whom one meets, who is made what, who brings a defeat about, and who is named before a comma."""

from __future__ import annotations

import pytest
from finding import event, relation


def test_those_of_whom_it_is_said_where_they_work_are_met_too() -> None:
    text = "The minister held meetings with Kirelian businesses trading in Velm, alumni of Velm University and nurses."
    assert event(text, "meetings")["recipient"] == ["Kirelian businesses", "alumni of Velm University"]
    made = relation(text, "COMMUNICATED_WITH")
    assert made is not None
    assert made["recipient"][0] == "Kirelian businesses"


@pytest.mark.parametrize("verb", ["appointed", "elected"])
def test_who_is_appointed_leads_what_he_is_made_leader_of(verb: str) -> None:
    made = relation(f"Abu Hask {verb} Ola Brann commander of the Tarn Front.", "LED_BY")
    assert made is not None
    assert (made["actor"], made["recipient"]) == (["the Tarn Front"], ["Ola Brann"])


def test_who_is_said_to_be_somebody_behind_a_comma_is_the_one_named_before_it() -> None:
    made = relation("Ola Brann, a former student who was one of the founders of the Tarn Front, died.", "MEMBER_OF")
    assert made is not None
    assert made["actor"] == ["Ola Brann"]


def test_a_part_that_is_named_behind_a_comma_belongs_to_the_whole() -> None:
    text = "The Front, made up in part by local Kirelians and its trained wing, the Kirelian Army, began the march."
    made = relation(text, "MEMBER_OF")
    assert made is not None
    assert len(made["actor"]) == 2


@pytest.mark.parametrize("verb", ["hasten", "ensure"])
def test_who_brings_a_defeat_about_fights_those_defeated(verb: str) -> None:
    made = relation(f"The Coalition carried out strikes to {verb} the defeat of the Tarn Front.", "FIGHTS")
    assert made is not None
    assert (made["actor"], made["recipient"]) == (["The Coalition"], ["the Tarn Front"])
