"""What has gone on since some day is no toll of the day's attack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allege.claim import Certainty, ClaimKind, Role, Span
from allege.link.incidents.since import adds_up, counts_deeds
from allege.link.model import EventClaim, Filler

DAY = date(2031, 5, 5)


def killed(sentence: str) -> EventClaim:
    """A claim that seven were killed, in that sentence."""
    at = sentence.index("killed")
    return EventClaim(
        id="c", record_id="c1", document="a", kind=ClaimKind.EVENT, type="ASSAULT", mode=None, subtype=None,
        anchor="killed", anchor_spans=(Span(at, at + 6),), sentence=sentence, start=0, end=len(sentence),
        fillers=(Filler(Role.DEATHS, "seven", low=7, high=7),), speakers=(), voice="author",
        certainty=Certainty.CT_PLUS, score=1.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Seven people have been killed in the valley since then.", True),
        ("Some 700 clerks have been killed since the war began.", True),
        ("The insurgency has killed seven.", True),
        ("Seven people were killed in the deadliest raid since May.", False),
        ("Seven have been killed in the deadliest raid since May.", False),
        ("A bomb killed seven in Orsa, and two have since died.", False),
        ("The blast has killed seven.", False),
    ],
)
def test_the_dead_of_a_whole_time_are_told_from_those_of_a_day(sentence: str, whole: bool) -> None:
    assert adds_up(killed(sentence)) is whole


@pytest.mark.parametrize(
    ("sentence", "many"),
    [
        ("In April monitors recorded 58 attacks, in which seven people were killed.", True),
        ("Seven people were killed in dozens of armed raids over the past year.", True),
        ("Seven people were killed in two raids in April.", False),
        ("Seven people were killed in 12 raids on Monday.", False),
        ("Rebels burned 58 houses in April, and seven were killed.", False),
    ],
)
def test_the_dead_of_a_month_of_deeds_are_those_of_none(sentence: str, many: bool) -> None:
    assert counts_deeds(killed(sentence)) is many


def test_a_count_of_deeds_is_no_deed() -> None:
    sentence = "The army was behind 31 of the attacks, monitors said."
    at = sentence.index("attacks")
    claim = replace(killed("Seven were killed."), anchor="attacks", anchor_spans=(Span(at, at + 7),), sentence=sentence)
    assert counts_deeds(claim)
    assert not counts_deeds(replace(claim, fillers=(Filler(Role.TIME, "Monday", start=DAY, end=DAY),)))
