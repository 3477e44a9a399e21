"""A name before an event noun says who did it or where it was: a town is not accused of the attack on it."""

from __future__ import annotations

import pytest

import allege
from allege.claim import ClaimKind, Role
from allege.settings import Settings


def doers(text: str) -> set[str]:
    """All that fill the actor of an event or a relation of fighting."""
    record = allege.annotate(text, settings=Settings(workers=1))
    return {
        record.document.quote(record.mention(a.mention).spans)
        for claim in record.claims
        if claim.kind in (ClaimKind.EVENT, ClaimKind.RELATION) and claim.type in ("ASSAULT", "FIGHTS")
        for a in claim.arguments
        if a.role is Role.ACTOR
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Velmar attack killed six people.",
        "The army condemned the Velmar prison raid.",
        "The minister spoke of the Orlen market bombing.",
        "The Marrow attack killed two.",
        "Nobody has been held for the Lodd station attack.",
    ],
)
def test_the_name_of_a_place_accuses_nobody(text: str) -> None:
    assert doers(text) == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Dawn Front ambush wounded two.", "Dawn Front"),
        ("A Hill League raid on Pell killed two.", "Hill League"),
        ("A Tarnist attack wounded two.", "Tarnist"),
        ("The EUF raid killed two.", "EUF"),
        ("The Kirelian Army shelling of Pell killed two.", "Kirelian Army"),
    ],
)
def test_the_name_of_a_body_is_the_doer(text: str, who: str) -> None:
    assert any(who in doer for doer in doers(text))
