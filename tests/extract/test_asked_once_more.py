"""What sentences by a third hand were read wrongly: who says it, who did it, and what is left open or denied."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers, speeches


def held(text: str, word: str) -> str:
    """What the innermost source, or the author where nobody is cited, holds of the event at a word."""
    return event_at(text, word).certainty[-1].value.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is far from clear whether settlers shelled the dam.", "Uu"),
        ("It remains far from proven that settlers shelled the dam.", "Uu"),
        ("It is anything but clear that settlers shelled the dam.", "Uu"),
        ("It is not at all clear that settlers shelled the dam.", "Uu"),
        ("It is by no means certain that settlers shelled the dam.", "Uu"),
        ("It does not mean that settlers shelled the dam.", "Uu"),
        ("It is not true that settlers shelled the dam.", "CT-"),
        ("It is clear that settlers shelled the dam.", "CT+"),
        ("It is clear who shelled the dam.", "CT+"),
        ("It is not certain who shelled the dam.", "CT+"),
    ],
)
def test_what_is_not_clear_is_left_open(text: str, value: str) -> None:
    assert held(text, "shelled") == value


def test_what_was_never_proven_is_not_taken_for_granted() -> None:
    assert event_at("It was never proven that settlers shelled the dam.", "shelled").certainty[0].value == "Uu"
    assert event_at("The film proves that settlers shelled the dam.", "shelled").certainty[0].value == "CT+"


@pytest.mark.parametrize(
    ("judged", "value"), [("not true", "CT-"), ("a lie", "CT-"), ("untrue", "CT-"), ("possible", "PS+")]
)
def test_what_is_judged_before_whoever_tells_it(judged: str, value: str) -> None:
    text = f"It is {judged}, the abbot told us, that settlers shelled the dam."
    assert [who for who, _, _ in speeches(text)] == ["the abbot"]
    assert held(text, "shelled") == value


@pytest.mark.parametrize(
    "text",
    [
        "The porters came home to find that settlers had shelled the dam.",
        "The porters woke to find settlers had shelled the dam.",
        "The porters returned to discover that settlers had shelled the dam.",
    ],
)
def test_what_people_come_upon_is_so(text: str) -> None:
    assert not speeches(text)
    assert held(text, "shelled") == "CT+"
    assert fillers(text, event_at(text, "shelled"), Role.ACTOR) == ["settlers"]


def test_what_a_judge_wants_to_find_out_is_open() -> None:
    assert held("The judge wants to find out whether settlers shelled the dam.", "shelled") == "Uu"


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Customs men thwarted a plot by settlers to shell the dam.", "shell", "CT-"),
        ("A plan to shell the dam was foiled.", "shell", "CT-"),
        ("Without the nurse's warning, settlers would have whipped the porters, boys included.", "whipped", "CT-"),
        ("No evidence has emerged that settlers whipped the porters.", "whipped", "Uu"),
    ],
)
def test_what_nobody_says_and_did_not_come_about(text: str, word: str, value: str) -> None:
    assert not speeches(text)
    assert held(text, word) == value


def test_evidence_that_speaks() -> None:
    assert held("The abbot said that evidence has emerged that settlers whipped the porters.", "whipped") != "CT-"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Our reporter heard from two nurses that guards had whipped the porters.", ["two nurses"]),
        ("In the words of one nurse, the guards whipped the porters.", ["one nurse"]),
        ("Three of the nurses, the abbey said in a note, were whipped by their guards.", ["the abbey"]),
        ("The clerk said his aunt had rung to say that guards had whipped the porters.", ["The clerk", "his aunt"]),
        ("Her lawyer said she had told the judge that guards had whipped the porters.", ["Her lawyer", "she"]),
        ("The paper cites a nurse, who says guards had whipped the porters.", ["The paper", "who"]),
    ],
)
def test_whose_word_it_is(text: str, sources: list[str]) -> None:
    assert [who for who, _, _ in speeches(text)] == sources
    certainty = event_at(text, "whipped").certainty
    assert [one.value.value for one in certainty[:-1]] == ["Uu"] * len(sources)
    assert certainty[-1].value.value == "CT+"


def test_what_is_told_around_an_inquiry() -> None:
    text = "The brigade, the inquiry concludes, neither disarmed nor left; it hid in the hills."
    assert [who for who, _, _ in speeches(text)] == ["the inquiry"]
    assert held(text, "disarmed") == "CT-"


def test_a_plan_that_nobody_thwarted_is_open() -> None:
    assert held("The settlers made a plan to shell the dam.", "shell") != "CT-"


def test_whoever_boycotts_says_nothing() -> None:
    assert not speeches("The nuns of Ammel have never boycotted a fair.")
    assert not speeches("The abbey refused to grant the nuns access to Elm Square.")


@pytest.mark.parametrize(
    ("text", "word", "role", "who"),
    [
        ("Jets bombed a fort on Friday, and on Saturday settlers, in revenge, shelled the mill.", "shelled",
         Role.ACTOR, "settlers"),
        ("Rebels took a fort in May, and in June army units, by their account, shelled the mill.", "shelled",
         Role.ACTOR, "army units"),
        ("The abbey denied the nuns access to the mill.", "denied", Role.RECIPIENT, "the nuns"),
        ("The abbot said detainees at Fort 9 were whipped by guards.", "whipped", Role.RECIPIENT,
         "detainees at Fort 9"),
        ("She confessed to her cellmate that she burned the mill.", "burned", Role.ACTOR, "she"),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom(text: str, word: str, role: Role, who: str) -> None:
    assert who.lower() in [one.lower() for one in fillers(text, event_at(text, word), role)]
