"""Relations in press releases and reports that were read wrongly: lists, reduced clauses, what stands far off."""

from __future__ import annotations

import pytest

from allege.extract import relations
from tests.extract.finding import found

ALONGSIDE = "In the north, Dannic air forces conducted 11 strikes coordinated with and in support of the government of "
ALONGSIDE += "Orsa using bombers, fighters and drones as well as rocket artillery against Harrow Front targets."


def told(text: str) -> set[tuple[str, str, str]]:
    """All relations of a text: left, type, right."""
    here = found(text, relations.find)
    return {(left, f.type, right) for f in here for left in f["actor"] for right in f["recipient"]}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("As Kirelians unite against the Harrow Front, aid comes in.", ("Kirelians", "FIGHTS", "the Harrow Front")),
        ("The campaign by Dannic forces against the Harrow Front entered its third month.",
         ("Dannic forces", "FIGHTS", "the Harrow Front")),
        ("He is committed to destroying the terrorist scourge of the Harrow Front.",
         ("He", "FIGHTS", "the Harrow Front")),
        (ALONGSIDE, ("Dannic air forces", "FIGHTS", "Harrow Front")),
        (ALONGSIDE, ("Dannic air forces", "ALLIED_WITH", "the government of Orsa")),
        ("Kirelia and Norland support the recapture of Tarvik by the Dannic army.",
         ("Norland", "ALLIED_WITH", "the Dannic army")),
        ("The regime and its backers, notably Kirelia, are bombing Tarvik.", ("Kirelia", "ALLIED_WITH", "The regime")),
        ("Minister Tessin met a number of ministers in Orsa.",
         ("Minister Tessin", "COMMUNICATED_WITH", "a number of ministers")),
        ("Minister Tessin met local companies in Orsa.", ("Minister Tessin", "COMMUNICATED_WITH", "local companies")),
        ("The group was one of the founding members of the Valley Alliance.",
         ("The group", "MEMBER_OF", "the Valley Alliance")),
        ("Joren Abery is one of the leaders of the Harrow Front.", ("Joren Abery", "MEMBER_OF", "the Harrow Front")),
        ("The Mirna Column is known to take part in the Dannic insurgency.",
         ("The Mirna Column", "MEMBER_OF", "the Dannic insurgency")),
    ],
)  # fmt: skip
def test_is_told(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in told(text)


def test_those_by_whom_a_body_is_made_up_are_of_it() -> None:
    text = "The Valley Alliance, made up in part by local farmers, began the operation."
    assert ("local farmers", "MEMBER_OF") in {(left, kind) for left, kind, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "left", "right"),
    [
        ("Local hill fighters continue to join the Valley Alliance and fight to free their own land.",
         "FIGHTS", "Local hill fighters", "the Valley Alliance"),
        ("The Dannic Government, led by Joren Abery, and the Valley Council, led by Karel Osk, agreed.",
         "LED_BY", "the Valley Council", "Joren Abery"),
        ("Joren Abery and his fellow fighters left the town.", "LED_BY", "his fellow fighters", "Joren Abery"),
        ("Kirelia respects innocent civilians, including women and children.",
         "MEMBER_OF", "women", "innocent civilians"),
        ("The people of Kirelia spoke.", "MEMBER_OF", "The people of Kirelia", "Kirelia"),
        ("Secretary Tessin will host foreign ministers of the Valley Alliance in Orsa.",
         "SHELTERED_BY", "foreign ministers of the Valley Alliance", "Secretary Tessin"),
    ],
)  # fmt: skip
def test_is_not_told(text: str, kind: str, left: str, right: str) -> None:
    assert (left, kind, right) not in told(text)
