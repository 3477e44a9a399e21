"""When an event happened whose own clause names no day."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.told_parts import parts


@pytest.mark.parametrize(
    ("text", "anchor", "time"),
    [
        ("Troops captured nine rebels and burned a mill on 12 May.", "captured", "12 May"),
        ("On Sunday robbers raided a farm and shot the owner.", "shot", "Sunday"),
        ("Rebels attacked a convoy on Monday, killing three drivers.", "killing", "Monday"),
        ("Four scouts were hurt on Tuesday when rebels fired at their boat.", "fired", "Tuesday"),
        ("The blast at the depot left six dead on Thursday.", "blast", "Thursday"),
        ("The blast displaced 300 families on Monday.", "blast", "Monday"),
    ],
)
def test_what_is_told_as_one_has_one_day(text: str, anchor: str, time: str) -> None:
    assert time in parts(text, anchor, Role.TIME)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("The army shelled the port on Monday after rebels killed two guards.", "killed"),
        ("Police arrested a man on Friday over the shooting of a clerk.", "shooting"),
        ("The mayor said on Friday that gunmen burned the mill.", "burned"),
        ("Troops shelled the port because rebels attacked a mill on Monday.", "shelled"),
        ("On Sunday people remembered the massacre of the shepherds.", "massacre"),
        ("Police on Friday arrested a man who had shot a clerk.", "shot"),
        ("The clerk was abducted and was found dead on Friday.", "abducted"),
        ("A teacher was kidnapped and freed on Monday.", "kidnapped"),
        ("Robbers raided a farm and were arrested on Friday.", "raided"),
    ],
)
def test_what_came_before_or_is_told_by_another_has_its_own_day(text: str, anchor: str) -> None:
    assert parts(text, anchor, Role.TIME) == []
