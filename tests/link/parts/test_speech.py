"""Denials, demands and vows are words about an occurrence: they make no incident and go with what they speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allege.claim import Act, Certainty, Role
from allege.link.batch import attached, told_of
from allege.link.incidents import units
from allege.link.model import EventClaim, Filler, Incident, Story
from allege.link.parts.bearing import Bearing, bearing
from allege.link.parts.speech import is_speech, only_spoken
from tests.link.parts.told import BRIGADE, DUNMARROW, claim

SAID = "The Red Heron Brigade denied attacking the depot in Dunmarrow."
DENIED = claim("denied", SAID, "denied", BRIGADE, document="d", sort="REJECT")
ATTACKING = claim(
    "attacking", SAID, "attacking", BRIGADE, DUNMARROW, document="d", value=Certainty.CT_MINUS, act=Act.DENY
)
RAID = claim("raid", "Men attacked the depot in Dunmarrow.", "attacked", DUNMARROW)


def of_one_sentence(words: str, anchor: str, sort: str) -> tuple[str, ...]:
    one = claim("a", words, anchor, document="d", sort=sort)
    return tuple(unit.id for unit in units(Story("d", "d", None, words), [one]))


@pytest.mark.parametrize(
    ("words", "anchor", "sort"),
    [
        ("The army denied any part in it.", "denied", "REJECT"),
        ("The council demanded the release of three teachers.", "demanded", "REQUEST"),
        ("The Red Heron Brigade vowed to retaliate.", "vowed", "THREATEN"),
        ("The army promised to look into it.", "promised", "AGREE"),
    ],
)
def test_a_sentence_that_only_denies_demands_or_vows_tells_of_no_occurrence(words: str, anchor: str, sort: str) -> None:
    assert of_one_sentence(words, anchor, sort) == ()


@pytest.mark.parametrize(
    ("words", "anchor", "sort"),
    [
        ("Envoys met in Dunmarrow.", "met", "CONSULT"),
        ("The council condemned the army.", "condemned", "ACCUSE"),
        ("The brigade rejected the offer of a truce.", "rejected", "REJECT"),
        ("Both sides agreed to a truce.", "agreed", "AGREE"),
    ],
)
def test_what_people_decide_or_do_by_speaking_stands_by_itself(words: str, anchor: str, sort: str) -> None:
    assert of_one_sentence(words, anchor, sort) == ("a",)


def test_an_accusation_of_what_is_only_planned_is_words_and_one_of_a_deed_tells_of_the_deed() -> None:
    said = "The council accused the brigade of planning an attack."
    accused = claim("accused", said, "accused", sort="ACCUSE")
    planned = claim("planned", said, "attack", act=Act.ACCUSE, value=Certainty.UU)
    done = replace(planned, certainty=Certainty.CT_PLUS)
    assert is_speech(accused, [accused, planned])
    assert not is_speech(accused, [accused, done])


def test_an_incident_of_words_alone_is_none_and_what_it_may_be_the_same_as_forgets_it() -> None:
    words = Incident("i-words", "REJECT", ("d",), ("denied",), possibly=("i-raid",))
    deed = Incident("i-raid", "ASSAULT", (RAID.document,), ("raid",), possibly=("i-words",))
    told = {one.id: one for one in (DENIED, ATTACKING, RAID)}
    assert told_of([words, deed], told) == (replace(deed, possibly=()),)
    both = replace(deed, documents=("d", RAID.document), claims=("denied", "raid"), possibly=())
    assert told_of([both], told) == (both,)
    assert only_spoken({"i": [DENIED, RAID]}, told.values()) == frozenset()


def test_the_word_of_a_denial_goes_with_the_raid_that_it_denies() -> None:
    raid = Incident("i-raid", "ASSAULT", (RAID.document,), ("raid",))
    told = {one.id: one for one in (DENIED, ATTACKING, RAID)}
    assert attached([raid], [DENIED, ATTACKING], told, ()) == {"i-raid": ["attacking", "denied"]}
    elsewhere = claim("elsewhere", "It denied a plot.", "denied", document="e", sort="REJECT")
    assert attached([raid], [elsewhere], told | {"elsewhere": elsewhere}, ()) == {}


def in_condition(words: str, anchor: str) -> EventClaim:
    return claim("c", words, anchor, sort="COERCE", mode="curfew", document="d")


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("It will march if the curfew is not lifted by Friday.", "curfew"),
        ("Bakers will go hungry unless the siege ends.", "siege"),
        ("“Should the shelling go on, we leave,” she said.", "shelling"),
        ("In the event of a raid the road is shut.", "raid"),
        ("They stay as long as the blockade lasts.", "blockade"),
    ],
)
def test_what_a_condition_names_makes_no_incident(words: str, anchor: str) -> None:
    one = in_condition(words, anchor)
    assert bearing(one) is Bearing.POSSIBLE
    assert units(Story("d", "d", None, words), [one]) == ()


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("If they refuse, he said, the curfew that began today goes on.", "curfew"),
        ("Nobody will rest if those who shelled the market are not tried.", "shelled"),
        ("Dozens if not hundreds fled the shelling.", "shelling"),
        ("Even if the raid failed, the road is shut.", "raid"),
        ("The army should have stopped the raid.", "raid"),
    ],
)
def test_what_stands_beside_a_condition_or_is_told_within_it_is_told(words: str, anchor: str) -> None:
    assert bearing(in_condition(words, anchor)) is None


def test_a_day_or_dead_of_its_own_tells_of_it_within_a_condition_too() -> None:
    words = "They will march unless Monday’s raid on three farms is looked into by Friday."
    monday, friday, dead = Filler(Role.TIME, "Monday"), Filler(Role.TIME, "Friday"), Filler(Role.DEATHS, "three", low=3)
    assert bearing(claim("a", words, "raid", monday, friday)) is None
    assert bearing(claim("b", words, "raid", friday)) is Bearing.POSSIBLE
    assert bearing(claim("c", words, "raid", friday, dead)) is None
