"""Doers and those whom it befell that an event coder found cut, lost or taken for something else."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers


def test_a_person_called_like_a_thing_that_is_thrown_is_no_weapon() -> None:
    text = "President Ada Stone, who is leaving, imposed a curfew in Pelm."
    claim = event_at(text, "imposed")
    assert [words.removeprefix("President ") for words in fillers(text, claim, Role.ACTOR)] == ["Ada Stone"]
    assert fillers(text, claim, Role.INSTRUMENT) == []
    thrown = "Crowds threw stones at a clerk."
    assert fillers(thrown, event_at(thrown, "threw"), Role.INSTRUMENT) == ["stones"]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Raiders entered the village, killing the village head and a cook.", "the village head"),
        ("Raiders shot the clan head in the head.", "the clan head"),
    ],
)
def test_the_head_of_a_village_is_somebody(text: str, victim: str) -> None:
    assert victim in fillers(text, event_at(text, "killing" if "killing" in text else "shot"), Role.RECIPIENT)


def test_a_part_of_the_body_is_nobody() -> None:
    text = "Raiders shot a cook in the head."
    (victim,) = fillers(text, event_at(text, "shot"), Role.RECIPIENT)
    assert victim.startswith("a cook")


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The presidents of Orvane and Tarl met in Pelm.", "The presidents of Orvane and Tarl"),
        ("The president of Orvane and the king of Tarl met in Pelm.", "The president of Orvane"),
    ],
)
def test_several_of_one_office_bear_all_their_names(text: str, doer: str) -> None:
    assert fillers(text, event_at(text, "met"), Role.ACTOR)[0] == doer


def test_who_calls_up_reserves_mobilizes() -> None:
    claim = event_at("The king of Tarl called up 30,000 reservists.", "called")
    assert (claim.type, claim.mode) == ("MOBILIZE", "troops")


def test_whoever_scuffles_does_so_with_somebody() -> None:
    text = "Marchers scuffled with police outside the court."
    assert fillers(text, event_at(text, "scuffled"), Role.RECIPIENT) == ["police"]


def test_somebody_whom_nobody_names_is_still_struck() -> None:
    text = "She was attacked when gunmen stormed the radio station."
    assert fillers(text, event_at(text, "attacked"), Role.RECIPIENT) == ["She"]
    assert fillers(text, event_at(text, "attacked"), Role.ACTOR) == []


def test_the_soldiers_of_whom_a_council_tells_are_not_the_council() -> None:
    text = "The junta said the soldiers had only fired warning shots."
    assert fillers(text, event_at(text, "fired"), Role.ACTOR) == ["the soldiers"]
