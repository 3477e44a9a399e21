"""Who says it where the parser hangs the speaker on what is told; whom the shots killed."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers, speeches


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Gunmen killed six porters in the raid, a survivor, Om Relk, said.", "Om Relk"),
        ("Guards beat two nurses, a doctor, Om Relk, said.", "Om Relk"),
        ("The guards killed ten porters, said an officer of the army.", "an officer of the army"),
    ],
)
def test_who_says_it_is_not_struck(text: str, speaker: str) -> None:
    (deed, *_) = events(text)
    ((source, _, content),) = speeches(text)
    assert source.endswith(speaker)
    assert not any("Relk" in who or "officer" in who for who in fillers(text, deed, Role.RECIPIENT))
    assert "," not in content


def test_who_is_named_beside_a_victim_stays_one() -> None:
    text = "The guards killed a clerk, Om Relk, and fled."
    assert fillers(text, event_at(text, "killed"), Role.RECIPIENT) == ["a clerk, Om Relk"]


@pytest.mark.parametrize("text", ["Guards shot dead two judges, police said.", "Guards shot dead two judges."])
def test_the_dead_are_no_part_of_whom_the_shots_struck(text: str) -> None:
    deed = event_at(text, "shot")
    assert fillers(text, deed, Role.RECIPIENT) == ["two judges"]
    assert fillers(text, deed, Role.DEATHS) == ["two"]
