"""Deeds in a row, each with a bare noun for what it was done to."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, fillers


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Raiders attacked the post, burned carts and killed a guard.",
            {"attacked": "the post", "burned": "carts", "killed": "a guard"},
        ),
        (
            "Guards entered the town on Monday, looted shops and beat traders.",
            {"looted": "shops", "beat": "traders"},
        ),
        (
            "The brigade shelled Pelm, destroyed houses and displaced families.",
            {"shelled": "Pelm", "destroyed": "houses", "displaced": "families"},
        ),
        (
            "The raiders raided the mill, beat clerks, looted grain and burned the office.",
            {"raided": "the mill", "beat": "clerks", "looted": "grain", "burned": "the office"},
        ),
    ],
)
def test_each_of_several_deeds_is_done_to_what_stands_behind_it(text: str, deeds: dict[str, str]) -> None:
    doer = next(word for word in text.split() if word != "The")
    for word, whom in deeds.items():
        claim = event_at(text, word)
        assert fillers(text, claim, Role.RECIPIENT) == [whom], word
        assert doer in fillers(text, claim, Role.ACTOR)[0], word


def test_what_only_tells_how_things_are_is_nobodys_deed() -> None:
    text = "Clerks saw looted shops, wounded traders and burned carts."
    assert fillers(text, event_at(text, "looted"), Role.ACTOR) == []


def test_whoever_attacks_something_and_goes_on_says_nothing() -> None:
    assert annotated("Raiders attacked the army post, burned carts and killed a guard.").attributions == ()
