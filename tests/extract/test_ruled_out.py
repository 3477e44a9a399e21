"""Who is ruled out as a doer, what is looted hours after, whose the jets are, and who tells a hearing."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers, speeches


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The mill at Osk was burned by rebels, not by government troops.", "burned", "rebels"),
        ("He was shot by rebels and not by guards.", "shot", "rebels"),
        ("He was shot not by guards but by rebels.", "shot", "rebels"),
        ("The barn had been raided by agents of the Bureau, not by the police.", "raided", "agents of the Bureau"),
    ],
)
def test_who_is_ruled_out_did_not_do_it(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


def test_what_is_looted_hours_after_loots_nothing() -> None:
    text = "Grain convoy looted hours after truce, drivers tell Radio Osk"
    claim = event_at(text, "looted")
    assert fillers(text, claim, Role.ACTOR) == []
    assert fillers(text, claim, Role.RECIPIENT) == ["Grain convoy"]
    text = "Rebels looted hours after the truce."
    assert fillers(text, event_at(text, "looted"), Role.ACTOR) == ["Rebels"]


def test_what_a_hearing_is_told_is_told_to_the_end() -> None:
    text = "A fisherman told the hearing that guards had boarded his skiff, thrown his nets out and beaten his sons."
    (said,) = speeches(text)
    assert said[0] == "A fisherman"
    claim = event_at(text, "beaten")
    assert fillers(text, claim, Role.ACTOR) == ["guards"]
    assert len(claim.certainty) == len(("author", "fisherman"))
