"""What another hand's long sentences, written without sight of the code, were read wrongly: who did it, who says so."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers


def held(text: str, word: str) -> str:
    """What the innermost source, or the author where nobody is cited, holds of the event at a word."""
    return event_at(text, word).certainty[-1].value.value


def doers(text: str, word: str) -> set[str]:
    """Who did what is told at a word."""
    return set(fillers(text, event_at(text, word), Role.ACTOR))


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("It would be wrong to say that the militia killed the abbot; it let him starve.", "killed", "PR-"),
        ("It is false to claim that wardens burned the mill, the mayor said.", "burned", "CT-"),
        ("It would not be wrong to say that wardens burned the mill.", "burned", "PR+"),
        ("It is impossible to say whether wardens burned the mill.", "burned", "Uu"),
        ("The mayor was wrong to say that wardens burned the mill.", "burned", "CT+"),
        ("The settlers came within two days of seizing the port.", "seizing", "CT-"),
        ("The crew got within a mile of seizing the port.", "seizing", "CT-"),
        ("The settlers shot the mayor within hours of seizing the port.", "seizing", "CT+"),
    ],
)
def test_what_it_is_wrong_to_say_and_what_came_near_to_be_done(text: str, word: str, value: str) -> None:
    assert held(text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Fishermen insist the ferry was torpedoed by a submarine off Velm.", "torpedoed", "a submarine"),
        ("The lighthouse was shelled by a frigate.", "shelled", "a frigate"),
    ],
)
def test_whoever_sails_in_it_attacks(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == {doer}


def test_a_ship_that_hits_something_attacks_nobody() -> None:
    assert not [e for e in events("The lighthouse was hit by a cargo ship.") if e.type == "ASSAULT"]
