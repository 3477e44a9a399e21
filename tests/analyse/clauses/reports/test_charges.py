"""What somebody is accused of is no part of his name."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Role
from allege.settings import Settings


def said(text: str, role: Role) -> dict[str, list[str]]:
    """By anchor the words that fill a role."""
    record = allege.annotate(text, settings=Settings(workers=1))
    quote = record.document.quote
    return {
        quote(claim.anchor): [quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is role]
        for claim in record.claims
    }


@pytest.mark.parametrize(
    ("text", "verb", "whom"),
    [
        ("Orlen Watch has accused the army of mass slaughter of villagers.", "accused", "the army"),
        ("The council accused the rebels of war crimes in Nisra.", "accused", "the rebels"),
        ("A court convicted two officers of murder.", "convicted", "two officers"),
        ("The mayor accuses the head of the guard of torture.", "accuses", "the head of the guard"),
        ("They accused the army of Orlen of attacks.", "accused", "the army of Orlen"),
    ],
)
def test_a_charge_is_no_part_of_the_name_of_the_accused(text: str, verb: str, whom: str) -> None:
    assert said(text, Role.RECIPIENT)[verb] == [whom]


@pytest.mark.parametrize(
    ("text", "deed", "who"),
    [
        ("A court convicted two officers of murder.", "murder", "two officers"),
        ("The mayor accuses the head of the guard of torture.", "torture", "the head of the guard"),
    ],
)
def test_the_accused_is_who_is_said_to_have_done_it(text: str, deed: str, who: str) -> None:
    assert said(text, Role.ACTOR)[deed] == [who]


def test_who_accuses_keeps_a_name_with_of_in_it() -> None:
    found = said("The army rejected accusations by the council of elders.", Role.RECIPIENT)
    assert found["rejected"] == ["the council of elders"]
    found = said("The army rejected accusations by the council of genocide.", Role.RECIPIENT)
    assert found["rejected"] == ["the council"]
