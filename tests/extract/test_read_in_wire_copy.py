"""Sentences of wire copy by other hands: whose word a clause before the teller is, who does it, what nobody denies."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def _author(text: str, word: str) -> Certainty:
    return event_at(text, word).certainty[0].value


@pytest.mark.parametrize(
    ("text", "source", "deed", "actor"),
    [
        ("A weaver in Dunmar starved after raiders burned her shed, her son told the court.",
         "her son", "burned", "raiders"),
        ("Six miners of the Orsel pit suffocated when guards sealed the shaft, their widows' lawyer told the inquest.",
         "their widows' lawyer", "sealed", "guards"),
        ("Unless the level of the lake falls, rebels will burn the mills again, a miller at Dunmar predicted.",
         "a miller at Dunmar", "burn", "rebels"),
    ],
)  # fmt: skip
def test_what_stands_before_who_tells_it_is_told(text: str, source: str, deed: str, actor: str) -> None:
    assert [who for who, _, _ in speeches(text)] == [source]
    assert fillers(text, event_at(text, deed), Role.ACTOR) == [actor]
    assert _author(text, deed) is Certainty.UU


def test_a_participle_of_who_tells_is_left_to_be_one() -> None:
    text = "A weaver beaten by raiders told the court that soldiers burned her shed."
    assert [content for _, _, content in speeches(text)] == ["that soldiers burned her shed"]


@pytest.mark.parametrize("which", ["which, the skipper claimed,", "that, the skipper insisted,"])
def test_a_relative_clause_is_the_word_of_who_is_set_into_it(which: str) -> None:
    text = f"Customs men seized nine vans {which} rebels had burned without his knowledge."
    burned = event_at(text, "burned")
    assert fillers(text, burned, Role.ACTOR) == ["rebels"]
    assert burned.certainty[0].value is Certainty.UU


def test_whom_somebody_shot_shot_nobody() -> None:
    text = "They buried the weavers whom, the mayor alleged, soldiers had shot at the ford."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["soldiers"]
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) == ["the weavers"]
    text = "They held the guard who, the mayor said, had shot the weaver."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["the guard"]


@pytest.mark.parametrize(
    "text",
    [
        "Word went round the Dunmar bazaar all day that the miller's son had been stabbed by smugglers.",
        "Word reached the camp that smugglers had stabbed the miller.",
        "Talk went round the harbour that the governor had been stabbed by smugglers.",
    ],
)
def test_what_goes_round_is_talk(text: str) -> None:
    assert _author(text, "stabbed") is Certainty.UU
    assert fillers(text, event_at(text, "stabbed"), Role.ACTOR) == ["smugglers"]


def test_where_a_convoy_comes_nobody_says_so() -> None:
    text = "The convoy reached the camp that smugglers had burned."
    assert speeches(text) == []
    assert fillers(text, event_at(text, "burned"), Role.RECIPIENT) == ["the camp"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("We are hearing from our correspondent in Dunmar that militiamen have burned the hall.",
         "our correspondent in Dunmar"),
        ("The paper heard from two survivors that guards had burned the hall.", "two survivors"),
        ("We understand from the ministry that rebels have burned the hall.", "the ministry"),
        ("The minister learned from his aides that rebels had burned the hall.", "The minister"),
    ],
)  # fmt: skip
def test_what_a_paper_hears_from_somebody_is_his_word(text: str, source: str) -> None:
    assert [who for who, _, _ in speeches(text)] == [source]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("No group has claimed the bombing of the Dunmar mosque on Friday.", "bombing"),
        ("Nobody has claimed the attack on the Dunmar market.", "attack"),
    ],
)
def test_what_nobody_owns_up_to_was_done(text: str, deed: str) -> None:
    assert speeches(text) == []
    assert _author(text, deed) is Certainty.CT_PLUS


def test_nobody_claims_that_it_is_so() -> None:
    assert speeches("No group claimed the town was safe.") != []
    assert speeches("The Dunmar Front has claimed the bombing of the mosque.") != []


def test_a_curfew_behind_a_semicolon_is_not_denied_with_the_claim_before_it() -> None:
    text = "Two vans were burned in Dunmar; no group has claimed it; curfew in force from 1900."
    curfew = event_at(text, "curfew")
    assert curfew.certainty[0].value is Certainty.CT_PLUS
    assert fillers(text, curfew, Role.RECIPIENT) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The Dunmar Brigade threatened the weavers with death unless the road is reopened.", Certainty.CT_PLUS),
        ("Gunmen threatened villagers with beatings if they voted.", Certainty.CT_PLUS),
        ("The rebels may threaten the mayor with death if he stays.", Certainty.UU),
        ("The rebels would threaten the mayor if he stayed.", Certainty.UU),
    ],
)
def test_a_threat_is_uttered_whatever_it_depends_on(text: str, sure: Certainty) -> None:
    assert _author(text, "threaten") is sure


def test_aid_workers_who_warn_of_others_threaten_no_camp() -> None:
    text = "Relief groups warned on Friday that Kirelia's soldiers could storm the refugee camp within days."
    assert fillers(text, event_at(text, "warned"), Role.RECIPIENT) == []
    text = "The front warned that it would storm the camp."
    assert fillers(text, event_at(text, "warned"), Role.RECIPIENT) == ["the camp"]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Did soldiers really shoot the wounded at Dunmar bridge?", "shoot"),
        ("Rebels executed the injured on the road to Dunmar.", "executed"),
    ],
)
def test_the_wounded_are_people(text: str, deed: str) -> None:
    assert [c.type for c in events(text)] == ["ASSAULT"]
    assert fillers(text, event_at(text, deed), Role.RECIPIENT)[0].startswith("the ")


def test_who_wounded_somebody_did_it() -> None:
    text = "The police wounded three men at the bridge."
    assert fillers(text, event_at(text, "wounded"), Role.ACTOR) == ["The police"]


@pytest.mark.parametrize(
    "text",
    [
        "Ola Brann rejected as “a lie” the claim that he had armed the rebels of Dunmar.",
        'The minister dismissed as "pure fantasy" the allegation that police had tortured the student.',
    ],
)
def test_a_charge_behind_what_it_is_rejected_as_is_denied(text: str) -> None:
    deed = event_at(text, "armed" if "armed" in text else "tortured")
    assert [c.value for c in deed.certainty] == [Certainty.UU, Certainty.CT_MINUS]


def test_who_is_shot_dead_in_a_headline_shot_nobody() -> None:
    text = "DUNMAR, 3 May – Two constables shot dead at toll gate, three rifles stolen; curfew in force."
    shot = event_at(text, "shot")
    assert fillers(text, shot, Role.ACTOR) == []
    assert fillers(text, shot, Role.RECIPIENT) == ["Two constables"]
    text = "Guards shot dead two clerks at the toll gate."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["Guards"]


def test_whom_an_arrest_on_a_day_is_of() -> None:
    text = "The arrest on Monday of lawyer Ola Brann by secret agents drew criticism from weavers."
    arrest = event_at(text, "arrest")
    assert fillers(text, arrest, Role.RECIPIENT) == ["Ola Brann"]
    assert fillers(text, arrest, Role.ACTOR) == ["secret agents"]
    assert fillers(text, event_at(text, "drew"), Role.ACTOR) == ["weavers"]


def test_gunners_who_are_told_to_shell_do_it() -> None:
    text = "The general told his gunners to shell the market."
    assert fillers(text, event_at(text, "shell"), Role.ACTOR) == ["his gunners"]


def test_a_tent_can_be_struck() -> None:
    text = "Kirelia's navy admitted that one of its drones had mistakenly struck a wedding tent in Dunmar."
    struck = event_at(text, "struck")
    assert struck.type == "ASSAULT"
    assert fillers(text, struck, Role.RECIPIENT)[0].startswith("a wedding tent")


def test_what_police_find_they_do_not_state() -> None:
    text = "Police found the lorry that, the driver insisted, rebels had stolen at Dunmar in May."
    assert [who for who, _, _ in speeches(text)] == ["the driver"]
    assert annotated(text).claims
