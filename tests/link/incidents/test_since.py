"""What has gone on since some day is no toll of the day's attack."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, ClaimKind, Role, Span
from allege.link.incidents.since import adds_up
from allege.link.model import EventClaim, Filler


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
