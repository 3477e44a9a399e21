"""What interviews, situation reports, logs and communiques were read wrongly."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Three gangs abducted and killed two nurses.", "abducted"),
        ("Gunmen abducted, tortured and killed two nurses.", "tortured"),
    ],
)
def test_who_does_the_last_of_a_row_does_them_all(text: str, word: str) -> None:
    deed = event_at(text, word)
    assert fillers(text, deed, Role.ACTOR)
    assert fillers(text, deed, Role.RECIPIENT) == ["two nurses"]


def test_what_befalls_people_in_a_row_befalls_them_to_the_last() -> None:
    text = "Two men abducted and killed in Velm."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "killed"), Role.RECIPIENT) == ["Two men"]


@pytest.mark.parametrize("verb", ["was captured", "captured"])
def test_one_more_of_those_told_of_is_somebody(verb: str) -> None:
    text = f"Two soldiers were wounded and a third {verb}."
    assert fillers(text, event_at(text, "captured"), Role.RECIPIENT) == ["a third"]


def test_one_more_is_no_count() -> None:
    text = "Soldiers captured two clerks, and a third was killed."
    assert fillers(text, event_at(text, "captured"), Role.DEATHS) == []


def test_no_doubt_accuses_nobody() -> None:
    assert [c.type for c in events("The envoy expressed no doubt that the army shelled the mill.")] == ["ASSAULT"]


def test_armed_formations_act() -> None:
    text = "Armed formations shelled Velm."
    assert fillers(text, event_at(text, "shelled"), Role.ACTOR) == ["Armed formations"]


def test_guns_silenced_by_fire_are_not_banned() -> None:
    assert "COERCE" not in [c.type for c in events("The machine gun was silenced by fire.")]


def test_who_rejects_reports_denies_them() -> None:
    text = "The envoy rejects reports that rebels burned the mill."
    assert [(who, act) for who, act, _ in speeches(text)] == [("The envoy", "deny")]
    assert event_at(text, "burned").certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize("verb", ["declined", "ignored", "refused"])
def test_who_gives_no_comment_rejects_nothing(verb: str) -> None:
    assert "REJECT" not in [c.type for c in events(f"The ministry {verb} a request for comment.")]


@pytest.mark.parametrize(
    "text", ["It was an accusation that Norland's neighbour denied.", "It was a charge that the mayor denied."]
)
def test_a_denial_in_a_relative_clause_is_a_denial(text: str) -> None:
    assert [a.act for a in annotated(text).attributions] == [Act.DENY]


def test_whoever_asks_says_nothing() -> None:
    assert speeches("Q: Did the rebels shell the clinic?") == []
