"""Which words name which event: types, modes and sub-event types."""

from __future__ import annotations

import pytest
from finding import event, found, types

from allege.extract import events


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "mode"),
    [
        ("Kirelia attacked the port of Orsa.", "attacked", "ASSAULT", None),
        ("Rebels opened fire on a convoy.", "opened fire", "ASSAULT", "firearms"),
        ("Police lobbed tear gas shells at the crowd.", "lobbed", "ASSAULT", "crowd-control"),
        ("Gunmen took a priest hostage in the harbour town.", "hostage", "ASSAULT", "abduct"),
        ("The fighters blew up a bridge.", "blew up", "ASSAULT", "explosives"),
        ("Youths set fire to two shops.", "set fire", "ASSAULT", "destroy"),
        ("Two ministers met in Varna.", "met", "CONSULT", None),
        ("Kirelia expelled three diplomats.", "expelled", "SANCTION", "expel"),
        ("The court freed four prisoners on Monday.", "freed", "RETREAT", "release"),
        ("The government lifted the ban on the party.", "lifted", "CONCEDE", None),
        ("The union called off the strike.", "called off", "CONCEDE", None),
        ("Police arrested nine students.", "arrested", "COERCE", "arrest"),
        ("The army imposed a curfew in Orsa.", "imposed", "COERCE", "curfew"),
        ("The envoy condemned the raid.", "condemned", "ACCUSE", "disapprove"),
        ("Prosecutors launched an investigation into the blast.", "launched investigation", "ACCUSE", "investigate"),
        ("The premier praised the mayor.", "praised", "SUPPORT", None),
        ("Norland sent food and medicine to the islands.", "sent", "AID", None),
        ("The two states share intelligence.", "share", "COOPERATE", None),
        ("Thousands of students marched against the tax.", "marched", "PROTEST", "demo"),
        ("Kirelia deployed troops along the border.", "deployed", "MOBILIZE", "troops"),
        ("The council urged the president to step down.", "urged", "REQUEST", "yield"),
        ("The militia threatened to attack the port.", "threatened", "THREATEN", "violence"),
        ("The party rejected the offer of talks.", "rejected", "REJECT", "meet"),
        ("Norland agreed to release the sailors.", "agreed", "AGREE", None),
        ("Kirelia launched air strikes against the camp.", "air strikes", "ASSAULT", "aerial"),
        ("Hackers launched cyber attacks on the grid.", "cyber attacks", "COERCE", "cyber"),
        ("Kirelia reneged on the treaty with Norland.", "reneged", "REJECT", "change"),
    ],
)
def test_a_word_names_its_event(text: str, anchor: str, kind: str, mode: str | None) -> None:
    got = event(text, anchor)
    assert (got.type, got.mode) == (kind, mode)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on the dispute.",
        "The premier expressed hope that the harvest would feed the islands.",
    ],
)
def test_words_that_commit_to_nothing_are_no_event(text: str) -> None:
    assert not types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The singer died of a heart attack.",
        "The crew shot a film in the old port.",
        "The minister spoke at a press conference.",
        "The plant met its target for the year.",
        "The new tax hit exports.",
        "Doctors fight the virus with a new vaccine.",
    ],
)
def test_figures_of_speech_are_no_assault_and_no_meeting(text: str) -> None:
    assert not {"ASSAULT", "CONSULT"} & set(types(text))


def test_a_weapon_that_is_named_makes_the_mode_more_exact() -> None:
    assert event("The car bomb attack killed nine people.", "attack").mode == "explosives"
    assert event("Gunmen attacked the station with rifles.", "attacked").mode == "firearms"


def test_cooperation_in_the_future_is_an_agreement_and_says_that_the_tense_is_spent() -> None:
    got = event("Norland will send food to the islands.", "send")
    assert got.type == "AGREE"
    assert got.predication.absorbed


def test_a_concession_that_will_not_come_is_a_refusal() -> None:
    got = event("Kirelia will not lift the embargo against Norland.", "lift")
    assert (got.type, got.mode) == ("REJECT", "yield")
    assert got.predication.absorbed


def test_a_plain_negation_does_not_change_the_type() -> None:
    got = event("Kirelia did not attack Norland.", "attack")
    assert got.type == "ASSAULT"
    assert not got.predication.absorbed


def test_what_an_expression_uses_up_is_no_second_event() -> None:
    assert types("The government lifted the ban on the party.") == ["CONCEDE"]
    assert types("The two sides reached an agreement.") == ["SUPPORT"]


def test_a_list_behind_including_gives_one_attack_for_each_target() -> None:
    text = "They carried out several attacks, including the Mirna base and the old Orsa prison."
    targets = [t for f in found(text, events.find) if f.type == "ASSAULT" for t in f["recipient"]]
    assert any("Mirna base" in t for t in targets)
    assert any("Orsa prison" in t for t in targets)


def test_a_diplomatic_summons_is_a_complaint() -> None:
    assert event("Norland summoned the Kirelian ambassador over the raid.", "summoned").type == "ACCUSE"


def test_troops_for_a_peace_mission_are_aid() -> None:
    assert event("Norland sent 200 soldiers to the islands on a peacekeeping mission.", "sent").type == "AID"
