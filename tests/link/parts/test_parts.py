"""Which claims tell of one occurrence within an incident."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from allege.link.model import Band, EventClaim
from allege.link.parts.parts import parts, why
from allege.link.parts.signals import SIGNALS
from allege.link.parts.weights import weights
from tests.link.parts.told import BRIGADE, DUNMARROW, VARRICK, claim, on

BLAST = "An explosion tore through the fuel depot in Dunmarrow before dawn, police said."
BLAST_TOO = "The blast at the fuel depot in Dunmarrow was heard across the valley."
SHOT = "Two guards of the depot were shot when the Red Heron Brigade stormed the gate."
SHOOTING = "The shooting of the two guards at the gate lasted ten minutes."

SIEGE = (
    claim("a", BLAST, "explosion", DUNMARROW, mode="explosives"),
    claim("b", BLAST_TOO, "blast", DUNMARROW, mode="explosives"),
    claim("c", SHOT, "shot", BRIGADE, mode="firearms", document="doc-a", start=200),
    claim("d", SHOOTING, "shooting", mode="firearms", document="doc-b", start=200),
)


def test_a_shooting_within_a_siege_is_a_part_of_its_own() -> None:
    assert parts(SIEGE) == (("a", "b"), ("c", "d"))


def test_one_occurrence_has_no_parts() -> None:
    assert parts(SIEGE[:2]) == ()
    assert parts(SIEGE[:1]) == ()
    assert parts([]) == ()


@given(st.permutations(SIEGE))
@settings(max_examples=20)
def test_the_order_of_the_claims_does_not_matter(claims: list[EventClaim]) -> None:
    assert parts(claims) == parts(SIEGE)


def test_every_claim_is_in_exactly_one_part() -> None:
    found = [name for group in parts(SIEGE) for name in group]
    assert sorted(found) == ["a", "b", "c", "d"]


def test_contributions_add_up_to_the_score_and_say_why() -> None:
    link = why(SIEGE[0], SIEGE[1], SIEGE)
    odds = sum(part.amount for part in link.contributions)
    assert abs(link.score - 1 / (1 + 2.718281828459045**-odds)) < 1e-9
    assert link.band is Band.SAME
    assert any("explosion" in part.words and "blast" in part.words for part in link.contributions)
    assert (link.a, link.b) == ("a", "b")


def test_a_pair_scores_the_same_from_either_side() -> None:
    there, back = why(SIEGE[2], SIEGE[3], SIEGE), why(SIEGE[3], SIEGE[2], SIEGE)
    assert there == back


def test_no_particular_weighs_the_wrong_way_round() -> None:
    scale = dict(zip(SIGNALS, weights("claims").weights, strict=True))
    assert all(v >= 0 for n, v in scale.items() if n in ("place_shared", "day_same", "toll_same", "actor_shared"))
    assert all(v <= 0 for n, v in scale.items() if n in ("place_other", "day_other", "toll_other", "actor_other"))


def test_two_thousand_claims_of_one_incident_are_grouped_in_bounded_time() -> None:
    """No quadratic blow-up: 2,000 claims have 1,999,000 pairs; scoring those would take a minute."""
    kinds = (("explosion", BLAST), ("blast", BLAST_TOO), ("shot", SHOT), ("shooting", SHOOTING))
    many = [
        claim(f"{n:04d}", f"{kinds[n % 4][1]} Report {n}.", kinds[n % 4][0], DUNMARROW, document=f"d{n % 500}", start=n)
        for n in range(2_000)
    ]
    began = time.process_time()
    found = parts(many)
    assert time.process_time() - began < 20
    assert sum(len(group) for group in found) == 2_000
    assert len(found[0]) > 500


def test_claims_without_a_date_and_with_a_wrong_year_are_grouped_all_the_same() -> None:
    undated = claim("x", BLAST, "explosion", DUNMARROW)
    wrong = claim("y", BLAST_TOO, "blast", DUNMARROW, on(date(1023, 3, 14)))
    right = claim("z", BLAST_TOO.replace("valley", "town"), "blast", DUNMARROW, on(date(2023, 3, 14)))
    elsewhere = claim("w", "Farmers marched through Varrick on Sunday.", "marched", VARRICK, sort="PROTEST")
    found = parts([undated, wrong, right, elsewhere])
    assert ("w",) in found
    assert sorted(name for group in found for name in group) == ["w", "x", "y", "z"]


def test_a_claim_whose_anchor_is_empty_or_not_in_its_sentence_stands_alone() -> None:
    lost = replace(claim("lost", BLAST, "explosion"), anchor="", anchor_spans=(), sentence="")
    assert ("lost",) in parts([*SIEGE, lost])
