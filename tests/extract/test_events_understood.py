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
        ("One man was killed and six others injured on Monday when the guards opened fire.", "the guards"),
        ("A boy was killed and two injured when police fired several rounds.", "police"),
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
        ("the police have deployed Policemen at the gates.", "MOBILIZE"),
        ("The guards formed a ring around the court.", "MOBILIZE"),
        ("The police took effective steps against the looters.", "COERCE"),
        ("The police burst tear-gas shells to disperse the mob.", "ASSAULT"),
    ):
        got = [e for e in found(text, events.find) if e.type == kind]
        assert got, text
        assert got[0]["actor"], text


def test_to_hang_about_is_no_killing() -> None:
    assert not [
        e for e in found("A few policemen were hanging around the cross-roads.", events.find) if e.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The guards opened fire on the crowd. Three people were injured in the firing.", ["The guards"]),
        ("The guards fired on the crowd. Rebels fired at the gate. Three were injured in the firing.", []),
        ("The guards opened fire on the crowd. Three people were injured in the firing at the bridge.", []),
        ("The guards deployed on Monday. Three people were injured in the firing.", []),
    ],
)
def test_the_firing_is_the_one_told_just_before(text: str, doer: list[str]) -> None:
    """Only where one doer has been told, and nothing makes it another firing."""
    assert event(text, "injured")["actor"] == doer


def test_who_arrests_may_be_told_in_the_next_sentences() -> None:
    got = event(
        "Ana Voss was arrested in Orsa on Monday. She was seized by the police, who arrested nine others.", "arrested"
    )
    assert got["actor"] == ["the police"]


def test_tear_gas_is_used_by_the_police_who_are_at_work() -> None:
    got = event("The police entered the quarter. Tear gas was fired in the market.", "fired")
    assert got["actor"] == ["The police"]


@pytest.mark.parametrize(
    "text", ["Forty arrests have been made.", "A number of arrests have been made to calm the town."]
)
def test_arrests_that_have_been_made_are_told(text: str) -> None:
    assert event(text, "arrests")["actor"] == []
    assert event(f"The police entered the quarter. {text}", "arrests")["actor"] == ["The police"]
