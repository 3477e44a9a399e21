"""Sources that do not want to be named ask nothing and say nothing by it; blasts that tear through do harm."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "text",
    [
        "Guards burned the mill, an official who asked not to be named said.",
        "An aide who declined to be identified said guards had burned the mill.",
        "A clerk who asked for anonymity said guards had burned the mill.",
        "Guards burned the mill, said a clerk, who requested anonymity.",
    ],
)
def test_to_stay_unnamed_is_no_event_and_no_speech(text: str) -> None:
    assert len(speeches(text)) == 1
    assert [c.type for c in events(text)] == ["ASSAULT"]


def test_to_ask_not_to_be_attacked_is_a_demand() -> None:
    assert "REQUEST" in [c.type for c in events("The rebels asked not to be attacked.")]


@pytest.mark.parametrize(
    ("text", "word", "struck", "toll"),
    [
        ("A blast tore through a tram near Velm, killing six.", "tore", "a tram", "six"),
        ("An explosion ripped through the market, killing at least 14 people.", "ripped", "the market", "at least 14"),
        ("A car bomb tore apart a guard post, leaving nine dead.", "tore", "a guard post", "nine"),
        ("A blast rocked the mill, killing two clerks.", "rocked", "the mill", "two"),
    ],
)
def test_what_a_blast_tears_through_is_struck_by_nobody_named(text: str, word: str, struck: str, toll: str) -> None:
    deed = event_at(text, word)
    assert deed.type == "ASSAULT"
    assert fillers(text, deed, Role.ACTOR) == []
    assert (fillers(text, deed, Role.RECIPIENT), fillers(text, deed, Role.DEATHS)) == ([struck], [toll])
