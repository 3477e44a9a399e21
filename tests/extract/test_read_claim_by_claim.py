"""What whole texts were read wrongly, claim by claim: who did it, whether it was so, who says so."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers


def _values(text: str, word: str) -> list[Certainty]:
    return [item.value for item in event_at(text, word).certainty]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Officials said Brann was among the raiders who burned the mill.", "burned", "the raiders"),
        ("The clerk says Velk is one of the two men who shot the miller.", "shot", "the two men"),
    ],
)
def test_whoever_tells_of_doers_is_none(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Colonel Brann told the Herald that the guards could only hold drovers for seven days.", False),
        ("The clerk was told she did not want to see the mill.", False),
        ("Brann told a crowd that he would only speak if the mill paid nine crowns.", False),
        ("Brann told the clerks to leave.", True),
        ("Brann told the clerks that they should leave the mill.", True),
    ],
)
def test_whoever_is_told_that_it_is_so_is_asked_for_nothing(text: str, asked: bool) -> None:
    record = annotated(text)
    assert bool([c for c in record.claims if c.type == "REQUEST"]) is asked


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("He was found fatally shot inside a cart.", "shot", "He"),
        ("Clerk slain by gunfire at mill identified", "slain", "Clerk"),
    ],
)
def test_whoever_was_found_shot_or_slain_did_nothing(text: str, word: str, whom: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) == []
    assert whom in fillers(text, found, Role.RECIPIENT)
    assert _values(text, word) == [Certainty.CT_PLUS]


def test_whose_client_did_not_kill_killed_nobody_himself() -> None:
    text = "Velk has a hard task in proving that his client did not pull the trigger and, in the end, kill Brann."
    assert [e for e in events(text) if fillers(text, e, Role.ACTOR) == ["Velk"] and e.type == "ASSAULT"] == []


def test_who_did_the_first_of_a_list_of_deeds_did_the_last() -> None:
    text = "On several occasions, the armed forces has assaulted Velm hospitals, captured, beaten, and murdered nurses."
    found = event_at(text, "murdered")
    assert fillers(text, found, Role.ACTOR) == ["the armed forces"]
    assert fillers(text, event_at(text, "captured"), Role.RECIPIENT) == ["nurses"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("It was not an isolated attack.", "attack", Certainty.CT_PLUS),
        ("It was not the first raid on the mill.", "raid", Certainty.CT_PLUS),
        ("This is not a random shooting.", "shooting", Certainty.CT_PLUS),
        ("It was not an attack.", "attack", Certainty.CT_MINUS),
        ("It was not a deliberate attack.", "attack", Certainty.CT_MINUS),
        ("She is the second clerk to be shot in Velm.", "shot", Certainty.CT_PLUS),
        ("She is a clerk to be shot at dawn.", "shot", Certainty.UU),
        ("The mill is a mile north of where the raid took place.", "raid", Certainty.CT_PLUS),
        ("There is no evidence the guards shot him.", "shot", Certainty.UU),
        ("There is no sign the guards shot him.", "shot", Certainty.PR_MINUS),
    ],
)
def test_what_is_denied_of_a_deed_and_what_of_its_kind(text: str, word: str, value: Certainty) -> None:
    assert _values(text, word) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police have not determined a motive for the shooting and have made no arrests.", Certainty.CT_PLUS),
        ("The front did not claim responsibility for the shooting.", Certainty.UU),
    ],
)
def test_a_deed_of_which_the_motive_is_unknown_was_done(text: str, value: Certainty) -> None:
    assert _values(text, "shooting")[-1] == value


def test_what_was_not_done_besides_is_no_part_of_what_is_not_told() -> None:
    text = "Police have not determined a motive for the shooting and have made no arrests."
    assert _values(text, "arrests") == [Certainty.CT_MINUS]
