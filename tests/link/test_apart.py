"""Why two reports stand in two incidents: a veto, a threshold, their groups, or no comparison at all."""

from __future__ import annotations

import pytest

from allege.errors import NotFound
from allege.ledger import Ledger
from allege.link.apart import Likeness, explained, never_compared, reason
from allege.link.job import link_ledger
from allege.link.model import Band, Contribution, Link, ScoredPair
from allege.settings import Settings
from bench.invented import records


def scored(score: float, band: Band, *others: Contribution) -> Link:
    base = Contribution("base", 1.0, -7.0, "any two texts that share something rare")
    return Link("a", "b", score, band, (base, *others))


def test_what_rules_a_pair_out_is_named() -> None:
    clash = Contribution("clash", 1.0, -6.0, "name other places and other days")
    assert reason(scored(0.01, Band.DIFFERENT, clash)) == "ruled out: name other places and other days (-6.00)"


def test_the_threshold_that_a_score_misses_is_named_with_what_weighs_against_it() -> None:
    days = Contribution("days", 9.0, -8.0, "tell of days 9 apart")
    low = reason(scored(0.02, Band.DIFFERENT, days))
    assert low.startswith("the score 0.020 is below 0.27")
    assert low.endswith("what weighs most against it: tell of days 9 apart (-8.00)")
    assert reason(scored(0.4, Band.POSSIBLY, days)).startswith("the score 0.400 is below 0.54")


def test_a_likely_pair_is_held_apart_by_the_rest_of_its_groups() -> None:
    assert "the mean over all pairs of the two incidents does not" in reason(scored(0.9, Band.SAME))


def test_what_was_never_compared_says_what_was_missing() -> None:
    link = scored(0.1, Band.DIFFERENT)
    assert "nothing rare in common" in never_compared(None)
    assert "nothing rare in common" in never_compared(Likeness(link, 0.0))
    assert "weigh 3.7, and 4.0 make a pair" in never_compared(Likeness(link, 3.7))


def test_what_adds_up_to_a_stored_score_is_put_into_words_when_asked_for() -> None:
    with Ledger(":memory:") as ledger:
        for record in records(300, seed=7, reports=(3,)):
            ledger.add(record)
        link_ledger(ledger, Settings())
        stored = list(ledger.links())
        links = explained(ledger, stored)
        for pair, link in zip(stored, links, strict=True):
            assert (link.a, link.b, link.band) == (pair.a, pair.b, pair.band)
            odds = sum(one.amount for one in link.contributions)
            assert 1 / (1 + 2.718281828459045**-odds) == pytest.approx(pair.score, abs=1e-3)
        assert stored
        assert any(one.words.startswith("share names") for link in links for one in link.contributions)


def test_of_a_pair_whose_reports_were_read_anew_it_says_so() -> None:
    with Ledger(":memory:") as ledger:
        for record in records(24, seed=7, reports=(3,)):
            ledger.add(record)
        link_ledger(ledger, Settings())
        heads = {incident.claims[0] for incident in ledger.incidents()}
        others = [one.id for one in ledger.event_claims() if one.id not in heads]
        with pytest.raises(NotFound, match="read anew"):
            explained(ledger, [ScoredPair(others[-1], others[-2], 0.9, Band.SAME, (1.0,))])
