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
