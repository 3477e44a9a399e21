"""Verbs in a row before one object are told of who does it."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Three gangs abducted and killed two nurses.", ["abducted", "killed"]),
        ("Gunmen kidnapped, tortured and killed them.", ["kidnapped", "tortured", "killed"]),
    ],
)
def test_a_row_with_an_object_is_in_the_past_tense(text: str, verbs: list[str]) -> None:
    doc = parse(load(Settings().pipeline), text)
    row = [token for token in doc if token.text in verbs]
    assert {token.tag_ for token in row} == {"VBD"}
    assert [token.head.text for token in row[1:]] == verbs[:-1]


def test_a_row_without_an_object_is_left() -> None:
    doc = parse(load(Settings().pipeline), "Two clerks were kidnapped, beaten and killed.")
    assert {token.tag_ for token in doc if token.text in ("kidnapped", "beaten", "killed")} == {"VBN"}


def test_a_list_behind_a_deed_goes_on_with_its_doer() -> None:
    text = "On several occasions, the armed forces has assaulted Velm hospitals, captured, beaten, and murdered nurses."
    doc = parse(load(Settings().pipeline), text)
    row = {token.text: (token.dep_, token.head.text) for token in doc if token.text in ("captured", "beaten")}
    assert row == {"captured": ("conj", "assaulted"), "beaten": ("conj", "captured")}


def test_those_beaten_and_left_are_those_named_before() -> None:
    text = "Raiders robbed two drovers, beaten and left on the road, and burned a mill."
    doc = parse(load(Settings().pipeline), text)
    assert next((token.dep_, token.head.text) for token in doc if token.text == "beaten") == ("acl", "drovers")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Velk has a hard task in proving that he did not pull the trigger and, in the end, kill Brann.", "pull"),
        ("The rebels say they would take the town and kill the mayor.", "take"),
    ],
)
def test_a_bare_verb_in_a_row_goes_with_the_bare_verb_before(text: str, first: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert next(token for token in doc if token.text == "kill").head.text == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Velm is 80 km from Tarn, where a patrol killed 69 drovers, and women, and burned a mill.", "killed"),
        ("The mayor is ill and left Velm.", "is"),
    ],
)
def test_a_past_tense_in_a_row_goes_with_the_past_tense_before(text: str, first: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert next(token for token in doc if token.text in ("burned", "left")).head.text == first
