"""Who did it and to whom where no plain verb says so: whose a deed is, at whose hands, what was used, who was lost."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, parties, rows


@pytest.mark.parametrize(
    ("text", "word", "doer", "hit"),
    rows("""
    The militia's abduction of two nurses drew a protest. | abduction | The militia | two nurses
    Orlen's expulsion of the Kirelian envoy came late. | expulsion | Orlen | the Kirelian envoy
    The ministry's arrest of nine clerks angered Tarn. | arrest | The ministry | nine clerks
    The guards denied the warden's killing of two boys. | killing | the warden | two boys
    The envoy's expulsion came late. | expulsion | - | The envoy
    The mayor's murder of last week was a shock. | murder | - | The mayor
    The mayor's assassination in May was a shock. | assassination | - | The mayor
    """),
)
def test_whose_a_deed_is_did_it_where_of_tells_to_whom(text: str, word: str, doer: str, hit: str) -> None:
    assert parties(text, word) == (doer, hit)


@pytest.mark.parametrize(
    ("text", "word", "doer", "hit"),
    rows("""
    Scores of shepherds died at the hands of the Sons of Tarn. | died | the Sons of Tarn | Scores of shepherds
    Nine shepherds were killed at the hands of the guards. | killed | the guards | Nine shepherds
    The clerks suffered beatings at the hands of their guards. | beatings | their guards | The clerks
    """),
)
def test_at_whose_hands_somebody_died_did_it(text: str, word: str, doer: str, hit: str) -> None:
    assert parties(text, word) == (doer, hit)


@pytest.mark.parametrize(
    ("text", "word", "doer", "hit"),
    rows("""
    Nine shoppers lost their lives in a bombing outside the mill. | lost | - | Nine shoppers
    The regiment suffered nine dead in a raid by the rebels. | suffered | the rebels | The regiment
    """),
)
def test_who_lost_lives_did_not_take_them(text: str, word: str, doer: str, hit: str) -> None:
    assert parties(text, word) == (doer, hit)


def test_the_dead_of_a_unit_are_counted() -> None:
    text = "The regiment suffered nine dead in a raid by the rebels."
    assert fillers(text, event_at(text, "suffered"), Role.DEATHS) == ["nine"]


@pytest.mark.parametrize("text", ["Nine clerks lost their lives in the flood.", "The club suffered nine defeats."])
def test_what_no_attack_did_is_no_assault(text: str) -> None:
    assert not [claim for claim in events(text) if claim.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word", "doer", "hit"),
    rows("""
    Weavers evicted from their camp by mill guards marched on the port. | evicted | mill guards | Weavers
    Men dismissed by the mill burned two cars on Monday. | dismissed | the mill | Men
    Men dismissed by the mill burned two cars on Monday. | burned | Men | two cars
    """),
)
def test_what_was_done_to_somebody_before_what_he_did(text: str, word: str, doer: str, hit: str) -> None:
    assert parties(text, word) == (doer, hit)


def test_who_fires_by_a_river_and_marches_did_both() -> None:
    text = "The rebels fired from the hill by the river and marched on the port."
    assert [parties(text, word)[0] for word in ("fired", "marched")] == ["The rebels", "The rebels"]


def test_a_thing_is_used_by_whoever_then_acts() -> None:
    text = "Clubs were used by the guards to beat the clerks."
    assert parties(text, "beat") == ("the guards", "the clerks")
    assert not [claim for claim in annotated(text).claims if "Clubs" in fillers(text, claim, Role.ACTOR)]
