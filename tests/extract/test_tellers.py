"""Who documents, counts, films, mourns or condemns a deed has not done it; who is named behind "by" has."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers


@pytest.mark.parametrize(
    "text",
    [
        "The Osk Observatory recorded 12 attacks on clinics in Velm.",
        "The abbot's prayers for the victims of the massacre were filmed.",
        "The League's report on the killings was published on Monday.",
        "The Mayor's condemnation of the attack drew praise.",
        "The Osk Observatory's map of air strikes has 90 entries.",
        "The elders' grief over the massacre of nine nuns was plain.",
        "A crew filmed the bombing of the market.",
        "The commission that investigates the shelling of Velm met on Monday.",
        "The League, which tracks attacks on journalists, has closed.",
    ],
)
def test_who_tells_of_a_deed_has_not_done_it(text: str) -> None:
    assaults = [c for c in events(text) if c.type == "ASSAULT"]
    assert assaults
    assert [fillers(text, c, Role.ACTOR) for c in assaults] == [[] for _ in assaults]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The Osk Observatory documented 40 killings of farmers by the army.", "killings", "the army"),
        ("The Osk Observatory counted 30 deaths in shelling by the Lisko League.", "shelling", "Lisko League"),
        ("The Osk Observatory has a list of attacks by the army.", "attacks", "the army"),
        ("The Lisko League's role in the massacre is known.", "massacre", "Lisko League"),
        ("The army responded by shelling the mill.", "shelling", "The army"),
    ],
)
def test_who_did_it_is_named_beside_who_tells(text: str, word: str, doer: str) -> None:
    deed = event_at(text, word)
    assert fillers(text, deed, Role.ACTOR) == [doer]
    assert doer not in fillers(text, deed, Role.RECIPIENT)
