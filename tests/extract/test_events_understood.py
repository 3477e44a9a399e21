"""Who did it where the words around an act tell, and where they do not."""

from __future__ import annotations

import pytest
from finding import event, found

from allege.extract import events


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("One man was killed when the guards opened fire on the crowd.", "the guards"),
        ("Two people were killed in police firing in the town.", "police"),
        ("Seventy people have been killed in firing by the police.", "the police"),
    ],
)
def test_who_kills_is_who_does_the_act_that_the_death_hangs_on(text: str, doer: str) -> None:
    got = event(text, "killed")
    assert got["actor"] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "The police fired in the air and forty people were arrested.",
        "The police entered the quarter on Monday. Forty people were arrested.",
        "the police entered the quarter on monday. forty people were arrested.",
    ],
)
def test_arrests_are_made_by_the_police_who_are_at_work_there(text: str) -> None:
    got = event(text, "arrested")
    assert [word.lower() for word in got["actor"]] == ["the police"]
    assert "understood" in got.predication.why
    assert got.score < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Police said that forty people were arrested.",
        "Forty people were arrested, police said.",
        "Forty people were arrested.",
        "The army entered the quarter on Monday. Forty people were arrested.",
        "The rebels fought the police for days and forty people were detained.",
    ],
)
def test_nobody_is_understood_who_only_tells_or_where_others_act(text: str) -> None:
    got = event(text, "detained" if "detained" in text else "arrested")
    assert got["actor"] == []


def test_police_at_work_are_told_as_events() -> None:
    for text, kind in (
        ("Heavy posses of security personnel were deployed at the temple.", "MOBILIZE"),
        ("Police officials are keeping a close watch on the trains.", "MOBILIZE"),
        ("The police intercepted the marchers.", "COERCE"),
        ("The police burst tear-gas shells to disperse the mob.", "ASSAULT"),
    ):
        got = [e for e in found(text, events.find) if e.type == kind]
        assert got, text
        assert got[0]["actor"], text


def test_to_hang_about_is_no_killing() -> None:
    assert not [
        e for e in found("A few policemen were hanging around the cross-roads.", events.find) if e.type == "ASSAULT"
    ]
