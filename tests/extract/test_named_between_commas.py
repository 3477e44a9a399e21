"""A name between commas is that of whoever is told of before it, and whoever comes behind it is another."""

from __future__ import annotations

import pytest
from finding import event


def test_a_name_behind_a_title_is_no_second_one_who_is_met() -> None:
    text = "The prime minister has received the Osk Ambassador to Norland, Abdul Karim Hask, to discuss the ties."
    assert event(text, "received")["recipient"] == ["the Osk Ambassador to Norland, Abdul Karim Hask"]


@pytest.mark.parametrize(
    ("text", "verb", "others"),
    [
        ("The minister met the envoy, Ola Brann, and a general.", "met", ["a general"]),
        ("Police arrested the mayor, Tessa Lorn, and two clerks.", "arrested", ["two clerks"]),
        ("Gunmen killed the editor, Tessa Lorn, and her driver.", "killed", ["her driver"]),
    ],
)
def test_whoever_comes_behind_the_name_is_another(text: str, verb: str, others: list[str]) -> None:
    assert event(text, verb)["recipient"][1:] == others


def test_two_names_behind_a_title_are_those_of_its_bearers() -> None:
    text = "The minister met the two envoys, Ola Brann and Tessa Lorn."
    assert len(event(text, "met")["recipient"]) == 1
