"""Counts of words become chances that rise with evidence; the lists are well formed."""

from __future__ import annotations

import pytest

from allege.analyse import data
from allege.extract.attribution.believing.lexicon import learn, load, odds_times
from allege.extract.attribution.heard import Heard, minus, stretches

FEW = learn({("verb", "say", "that"): (100, 95), ("verb", "go", "that"): (100, 5), ("verb", "murmur", "that"): (2, 2)})


def candidate(word: str, frame: str = "that") -> Heard:
    return Heard(0, "verb", word, frame, (0,), (), ((1, 2),))


def test_a_word_that_always_reports_beats_one_that_never_does() -> None:
    assert FEW.chance(candidate("say")) > 0.85
    assert FEW.chance(candidate("go")) < 0.3


def test_a_rare_word_lies_between_its_own_counts_and_its_frame() -> None:
    frame = FEW.frames["verb", "that"]
    assert frame < FEW.chance(candidate("murmur")) < 1.0


def test_an_unknown_word_with_a_clause_is_judged_by_its_frame() -> None:
    assert FEW.chance(candidate("opine")) == pytest.approx(FEW.frames["verb", "that"])


def test_an_unknown_word_without_a_clause_is_not_believed() -> None:
    assert load().chance(candidate("defenestrate", "object")) < 0.05


def test_a_deed_never_reports_with_an_object_but_may_with_a_clause() -> None:
    assert load().chance(candidate("attack", "object")) == 0.0
    assert load().chance(candidate("fire", "that")) > 0.0


@pytest.mark.parametrize(("chance", "lift", "expected"), [(0.5, 1.0, 0.5), (0.5, 3.0, 0.75), (0.2, 1.0, 0.2)])
def test_a_lift_multiplies_odds(chance: float, lift: float, expected: float) -> None:
    assert odds_times(chance, lift) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["cues.csv", "own.csv"])
def test_no_word_reports_more_often_than_it_was_seen(name: str) -> None:
    rows = data.table(f"attribution/{name}")
    assert rows
    assert [r for r in rows if not 0 <= int(r["cues"]) <= int(r["seen"])] == []


def test_token_ranges_are_cut_and_joined() -> None:
    assert minus((0, 10), [(2, 4), (8, 12)]) == ((0, 2), (4, 8))
    assert stretches([5, 3, 4, 9]) == ((3, 6), (9, 10))
