"""What another hand's long sentences, written without sight of the code, were read wrongly: who did it, who says so."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def held(text: str, word: str) -> str:
    """What the innermost source, or the author where nobody is cited, holds of the event at a word."""
    return event_at(text, word).certainty[-1].value.value


def doers(text: str, word: str) -> set[str]:
    """Who did what is told at a word."""
    return set(fillers(text, event_at(text, word), Role.ACTOR))


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("It would be wrong to say that the militia killed the abbot; it let him starve.", "killed", "PR-"),
        ("It is false to claim that wardens burned the mill, the mayor said.", "burned", "CT-"),
        ("It would not be wrong to say that wardens burned the mill.", "burned", "PR+"),
        ("It is impossible to say whether wardens burned the mill.", "burned", "Uu"),
        ("The mayor was wrong to say that wardens burned the mill.", "burned", "CT+"),
        ("The settlers came within two days of seizing the port.", "seizing", "CT-"),
        ("The crew got within a mile of seizing the port.", "seizing", "CT-"),
        ("The settlers shot the mayor within hours of seizing the port.", "seizing", "CT+"),
    ],
)
def test_what_it_is_wrong_to_say_and_what_came_near_to_be_done(text: str, word: str, value: str) -> None:
    assert held(text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Fishermen insist the ferry was torpedoed by a submarine off Velm.", "torpedoed", "a submarine"),
        ("The lighthouse was shelled by a frigate.", "shelled", "a frigate"),
    ],
)
def test_whoever_sails_in_it_attacks(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == {doer}


def test_a_ship_that_hits_something_attacks_nobody() -> None:
    assert not [e for e in events("The lighthouse was hit by a cargo ship.") if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Wardens clapped when the mob stormed the inn, beat two porters and burned the files.", "beat", "the mob"),
        ("Wardens stood by and watched while the mob stormed the inn, beat two porters and fled.", "beat", "the mob"),
        ("Wardens came and, when the mob stormed the inn, beat two porters and arrested nine.", "beat", "Wardens"),
        ("Wardens looked on as the mob stormed the inn, and arrested nobody.", "arrested", "Wardens"),
        ("Between Monday and Friday Sergeant Arn Ossik shot two porters.", "shot", "Sergeant Arn Ossik"),
        ("Between 4 March and 9 June Major Olan Terd killed nine men.", "killed", "Olan Terd"),
        ("Between 2019 and 2021 rebels killed nine men.", "killed", "rebels"),
        ("An order signed in May instructs guards at Velm prison to beat inmates.", "beat", "guards"),
        ("The decree instructs mayors to expel migrants.", "expel", "mayors"),
        ("The army directed fire at the inn to kill the rebels.", "kill", "The army"),
    ],
)
def test_who_does_it(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == {doer}


def test_who_armed_them_between_two_months() -> None:
    text = "Prosecutors allege that between May and July Captain Olan Terd sold guns from the depot to the very gangs."
    record = annotated(text)
    (armed,) = [c for c in record.claims if c.type == "ARMED_BY"]
    assert fillers(text, armed, Role.RECIPIENT) == ["Olan Terd"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Their captains met in a mill in May, an envoy told the Courier, and shot two porters.", "shot", "CT+"),
        ("The captains shot two porters near Velm and robbed inns, an envoy told the Courier.", "shot", "CT+"),
        ("The captains shot two porters near Velm, an envoy told the Courier, and robbed inns.", "shot", "CT+"),
        ("The elders have no seat. Their aides met in May, a broker told Radio Orsa, and shot a porter.", "met", "CT+"),
        ("Denying a revolt, the elder said they had just 'moved camp' and that no man had shot at it.", "shot", "CT-"),
        ("The elder said the band had 'left town' and that it had shot nobody.", "shot", "CT-"),
    ],
)
def test_all_that_is_told_is_his_who_told_it(text: str, word: str, value: str) -> None:
    certainty = event_at(text, word).certainty
    assert [c.value.value for c in certainty] == ["Uu", value]


def test_whoever_is_named_after_the_deed_is_told_of_goes_on_himself() -> None:
    text = "The mill was burned at dawn, the general told the Courier, and visited the site."
    assert speeches(text) == [("the general", "assert", "The mill was burned at dawn")]


@pytest.mark.parametrize(
    ("text", "word", "doer", "value"),
    [
        ('"We did not," the elder said, "burn the inn."', "burn", "We", "CT-"),
        ('"Our men will never," the elder said, "shoot a porter."', "shoot", "Our men", "PR-"),
        ('"My men have never," the elder told us, "never once shot at a porter."', "shot", "My men", "CT-"),
        ('"The rebels had," she said, "already burned the mill."', "burned", "The rebels", "CT+"),
        ('"They were," the abbot said, "beaten by guards."', "beaten", "guards", "CT+"),
    ],
)
def test_a_speaker_between_a_verb_and_what_helps_it(text: str, word: str, doer: str, value: str) -> None:
    assert doers(text, word) == {doer}
    assert held(text, word) == value


def test_a_command_parted_by_its_speaker_is_none_of_denial() -> None:
    assert held('"Do not," the elder said, "burn the inn."', "burn") == "Uu"


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Arrested in the raid were two monks and a porter, the elder said.", "Arrested", {"two monks", "a porter"}),
        ("Killed near Velm were two monks and a porter.", "Killed", {"two monks", "a porter"}),
        ("Nurses vaccinating children in Velm were chased out of the town by men with clubs.", "chased", {"Nurses"}),
    ],
)
def test_whom_it_is_done_to(text: str, word: str, whom: set[str]) -> None:
    assert set(fillers(text, event_at(text, word), Role.RECIPIENT)) == whom


def test_a_deed_that_is_a_crime_has_its_doers() -> None:
    assert doers("Wardens beating nurses was a crime.", "beating") == {"Wardens"}


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ('"The guards are," the abbot said, "guilty of burning the mill."', "burning", "The guards"),
        ("The porters told us they had watched wardens beat a boy until he stopped moving.", "beat", "wardens"),
        ("She saw they beat the clerk.", "beat", "they"),
    ],
)
def test_whose_deed_is_told_by_another(text: str, word: str, doer: str) -> None:
    assert doers(text, word) == {doer}


def test_who_sees_it_done_holds_it_for_certain() -> None:
    assert held("Two porters told us they had watched wardens beat a boy until he stopped moving.", "beat") == "CT+"


def test_a_hall_may_be_burned() -> None:
    text = "The council mourned the burning of its meeting hall by soldiers."
    assert fillers(text, event_at(text, "burning"), Role.RECIPIENT) == ["its meeting hall"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Nine porters were abducted when rebels raided the mill.", {"rebels"}),
        ("Two guards were killed and a third abducted when rebels overran the mill.", {"rebels"}),
        ("Nine porters were abducted as police raided an inn.", set()),
        ("Nine porters were abducted when soldiers clashed with rebels.", set()),
    ],
)
def test_who_takes_them_away(text: str, doer: set[str]) -> None:
    assert doers(text, "abducted") == doer
