"""Denied, possible, demanded and foretold claims are attached to the incident that they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.claim import Act, Certainty, ClaimKind, Role
from allege.link.model import EventClaim, Filler, Incident
from allege.link.parts.attach import attach
from allege.link.parts.bearing import Bearing, bearing
from tests.link.parts.told import BRIGADE, DUNMARROW, VARRICK, claim, on

DAY = date(2023, 3, 14)
RAID = claim("raid", "The Red Heron Brigade attacked the depot in Dunmarrow.", "attacked", BRIGADE, DUNMARROW, on(DAY))
MARCH = claim("march", "Farmers marched through Varrick.", "marched", VARRICK, on(DAY), sort="PROTEST")
TOLD = {one.id: one for one in (RAID, MARCH)}
INCIDENTS = (
    Incident("i-raid", "ASSAULT", (RAID.document,), ("raid",)),
    Incident("i-march", "PROTEST", (MARCH.document,), ("march",)),
)
DENIAL = claim(
    "denial",
    "The Red Heron Brigade denied that it had attacked the depot.",
    "attacked",
    BRIGADE,
    value=Certainty.CT_MINUS,
    act=Act.DENY,
)
DEMAND = claim(
    "demand", "The council demanded that no depot be attacked.", "attacked", DUNMARROW, kind=ClaimKind.DEMAND
)
ELSEWHERE = claim("elsewhere", "Nobody attacked Varrick.", "attacked", VARRICK, value=Certainty.CT_MINUS)
NEXT_YEAR = claim(
    "next", "It may attack Dunmarrow.", "attack", BRIGADE, DUNMARROW, on(date(2024, 3, 14)), value=Certainty.PS_PLUS
)
ARMY, REBELS = Filler(Role.ACTOR, "the army"), Filler(Role.ACTOR, "the rebels")
MARKET, SCHOOL = Filler(Role.RECIPIENT, "the market"), Filler(Role.RECIPIENT, "a school")
BEARING = (DENIAL, DEMAND, ELSEWHERE, NEXT_YEAR)


def test_a_denial_is_attached_to_what_it_denies_with_its_reasons() -> None:
    found = attach([DENIAL], INCIDENTS, TOLD)["denial"]
    assert (found.incident, found.bearing) == ("i-raid", Bearing.DENIED)
    assert any("same actor" in reason for reason in found.why)


def test_a_demand_is_attached_to_the_occurrence_at_its_place() -> None:
    assert attach([DEMAND], INCIDENTS, TOLD)["demand"].incident == "i-raid"


def test_another_place_or_another_year_is_another_occurrence() -> None:
    assert attach([ELSEWHERE, NEXT_YEAR], INCIDENTS, TOLD) == {}


def test_claims_that_tell_of_an_occurrence_are_not_attached() -> None:
    assert attach([RAID], INCIDENTS, TOLD) == {}


def test_two_incidents_that_suit_equally_leave_a_claim_unattached() -> None:
    twin = Incident("i-twin", "ASSAULT", (RAID.document,), ("raid",))
    assert attach([DENIAL], (*INCIDENTS, twin), TOLD) == {}


def test_without_any_date_who_and_where_decide() -> None:
    undated = {"raid": claim("raid", RAID.sentence, "attacked", BRIGADE, DUNMARROW)}
    assert attach([DENIAL], INCIDENTS[:1], undated)["denial"].incident == "i-raid"


def test_a_document_dated_before_the_occurrence_does_not_deny_it() -> None:
    early, late = {DENIAL.document: date(2022, 1, 1)}, {DENIAL.document: date(2023, 3, 16)}
    assert attach([DENIAL], INCIDENTS, TOLD, early) == {}
    assert attach([DENIAL], INCIDENTS, TOLD, late)["denial"].incident == "i-raid"


@given(st.permutations(BEARING), st.permutations(INCIDENTS))
@settings(max_examples=20)
def test_the_order_of_claims_and_incidents_does_not_matter(claims: list[EventClaim], incidents: list[Incident]) -> None:
    assert attach(claims, incidents, TOLD) == attach(BEARING, INCIDENTS, TOLD)


def test_what_is_still_to_come_tells_of_no_occurrence() -> None:
    """The author's own future is as firm as a guess at the past: the words tell them apart."""
    likely = Certainty.PR_PLUS
    assert bearing(claim("a", "The army will shell Varrick on Friday.", "shell", value=likely)) is Bearing.FORETOLD
    assert bearing(claim("b", "They’ll surely attack it.", "attack", value=likely)) is Bearing.FORETOLD
    assert bearing(claim("c", "It is going to be bombed.", "bombed", value=likely)) is Bearing.FORETOLD
    assert bearing(claim("d", "Police suspect that it was bombed.", "bombed", value=likely)) is None
    assert bearing(claim("e", "More will have been killed by now.", "killed", value=likely)) is None


def test_how_a_claim_bears_on_an_occurrence() -> None:
    assert bearing(RAID) is None
    assert bearing(DENIAL) is Bearing.DENIED
    assert bearing(DEMAND) is Bearing.DEMANDED
    assert bearing(NEXT_YEAR) is Bearing.POSSIBLE
    foretold = claim("f", "It will attack Dunmarrow.", "attack", value=Certainty.PR_PLUS, act=Act.PREDICT)
    assert bearing(foretold) is Bearing.FORETOLD


def denied(sentence: str, anchor: str, *fillers: Filler, document: str = "") -> EventClaim:
    return claim("d", sentence, anchor, *fillers, value=Certainty.CT_MINUS, act=Act.DENY, document=document)


SHELLING = claim(
    "shelling", "The army shelled the market in Dunmarrow on Tuesday.", "shelled", ARMY, MARKET, DUNMARROW, on(DAY)
)
KNOWN = {"shelling": SHELLING}
SHELLED = (Incident("i-shelling", "ASSAULT", (SHELLING.document,), ("shelling",)),)


@pytest.mark.parametrize(
    "other",
    [
        denied("The army denied that it shelled the market in Varrick.", "shelled", ARMY, MARKET, VARRICK),
        denied("The army denied shelling Varrick.", "shelling", ARMY, replace(VARRICK, role=Role.RECIPIENT)),
        denied("The army denied that it shelled a market in Tarn Hollow.", "shelled", ARMY, MARKET),
        denied("The army denied that it shelled it on the 10th.", "shelled", ARMY, MARKET, on(date(2023, 3, 10))),
        denied("The rebels denied that they shelled a school.", "shelled", REBELS, SCHOOL, document=SHELLING.document),
    ],
    ids=["a far town", "a town that is hit", "a town that no list has", "another day", "others, in one document"],
)
def test_what_clashes_on_place_day_or_people_is_attached_to_none(other: EventClaim) -> None:
    assert attach([other], SHELLED, KNOWN) == {}


@pytest.mark.parametrize(
    "same",
    [
        denied("The army denied that it shelled the market in Dunmarrow.", "shelled", ARMY, MARKET),
        denied("The army denied that it shelled it on the 15th.", "shelled", ARMY, MARKET, on(date(2023, 3, 15))),
        denied("The rebels denied that they shelled Dunmarrow.", "shelled", REBELS, DUNMARROW, on(DAY)),
    ],
    ids=["its town by name", "the day after", "who else is asked about the same"],
)
def test_what_fits_on_place_or_day_is_attached(same: EventClaim) -> None:
    assert attach([same], SHELLED, KNOWN)["d"].incident == "i-shelling"


def test_two_villages_ten_kilometres_apart_are_two_places() -> None:
    near = replace(DUNMARROW, words="Tarn Hollow", latitude=10.09, geonames=7)
    asked = claim("d", "The council demanded an end to the shelling of Tarn Hollow.", "shelling", ARMY, near,
                  kind=ClaimKind.DEMAND)  # fmt: skip
    assert attach([asked], SHELLED, KNOWN) == {}


POLICE = Filler(Role.ACTOR, "police")
HELD = claim("held", "Police in Dunmarrow arrested two men on the 14th.", "arrested", POLICE, DUNMARROW, on(DAY),
             sort="COERCE")  # fmt: skip
STABBING = claim("stabbing", "A man was stabbed on a tram.", "stabbed", document="doc-tram")
ARRESTS = (Incident("i-held", "COERCE", (HELD.document,), ("held",)),)
TRAM = (*ARRESTS, Incident("i-tram", "ASSAULT", ("doc-tram",), ("stabbing",)))


def none_made(*fillers: Filler, sentence: str = "No arrests have been made by police.") -> EventClaim:
    """What a report says of the police that nobody else does."""
    return claim("none", sentence, "arrests", POLICE, *fillers, document="doc-tram", sort="COERCE",
                 value=Certainty.CT_MINUS)  # fmt: skip


def test_what_anybody_may_do_ties_a_report_of_one_occurrence_to_no_other() -> None:
    """ "No arrests have been made" is no word on a shooting that another paper reports."""
    told = {"held": HELD, "stabbing": STABBING}
    assert attach([none_made()], TRAM, told) == {}
    there = none_made(DUNMARROW, sentence="No arrests have been made by police in Dunmarrow.")
    assert attach([there], TRAM, told)["none"].incident == "i-held"
    assert attach([none_made()], ARRESTS, told)["none"].incident == "i-held"
