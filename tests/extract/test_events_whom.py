"""To whom something is done: the party among the things that stand around a predicate."""

from __future__ import annotations

import pytest
from finding import event, found

from allege.extract import events

PAIRS = [
    ("Orland closed its borders with Kirelia.", "closed", "Kirelia"),
    ("Orland shut the northern frontier to Kirelian traders.", "shut", "Kirelian traders"),
    ("The council conceded to the demands of the striking miners.", "conceded", "the striking miners"),
    ("The ministry bowed to pressure from the Nisra Tenants' Association.", "bowed", "the Nisra Tenants' Association"),
    ("Students held a rally at the university against the governor.", "held rally", "the governor"),
    ("The envoy had lunch with Prime Minister Urda Pell.", "had", "Prime Minister Urda Pell"),
]


@pytest.mark.parametrize(("text", "anchor", "recipient"), PAIRS)
def test_the_party_among_the_things(text: str, anchor: str, recipient: str) -> None:
    assert event(text, anchor)["recipient"] == [recipient]


def test_a_border_that_is_closed_to_nobody_is_closed_itself() -> None:
    assert event("Orland closed the border.", "closed")["recipient"] == ["the border"]


def test_a_phrase_that_opens_the_sentence_is_nobody_who_is_called_on() -> None:
    got = event("On Novar, Minister Karo Osk called Minister Urda Pell to discuss the dam.", "called")
    assert (got.type, got["recipient"]) == ("CONSULT", ["Minister Urda Pell"])


def test_who_issues_a_statement_asks_and_no_statement_does() -> None:
    text = "Karo Osk, the head of the council, issued a statement on Monday calling on the ministry to open the port."
    got = event(text, "calling")
    assert (got["actor"], got["recipient"]) == (["Karo Osk"], ["the ministry"])


def test_what_is_asked_may_hang_higher_than_the_asking() -> None:
    text = (
        "Top envoys of the member states of the Association of Northern Orland Nations (ANON) issued a statement "
        "urging Kirelia to comply with its duties under the council resolutions."
    )
    assert (event(text, "urging").type, event(text, "urging")["recipient"]) == ("REQUEST", ["Kirelia"])


def test_who_summons_an_envoy_to_complain_complains() -> None:
    text = "Orland has summoned a top Kirelian diplomat to complain about spying."
    assert event(text, "complain")["actor"] == ["Orland"]


def test_a_word_for_what_something_is_called_is_no_deed_of_it() -> None:
    text = 'Kirelian leaders rejected the decision, calling it "dangerous" and "insulting".'
    assert [f.anchor for f in found(text, events.find)] == ["rejected"]


def test_aid_that_comes_from_somebody_is_given_by_him() -> None:
    got = event("Food aid has poured into Novar from Kirelia.", "poured")
    assert (got.type, got["actor"], got["recipient"]) == ("AID", ["Kirelia"], ["Novar"])


def test_nouns_in_a_row_do_not_join_across_what_hangs_elsewhere() -> None:
    text = "The Kirelian government has rejected accusations by Orland of genocide and other abuses."
    assert event(text, "rejected")["recipient"] == ["Orland"]


@pytest.mark.parametrize("anchor", ["attack", "killed"])
def test_a_name_before_a_deed_says_where_when_its_doer_is_told(anchor: str) -> None:
    text = "The army held a man suspected of carrying out a Nisra shooting attack that killed two guards."
    assert event(text, anchor)["actor"] == ["a man"]


def test_a_body_before_a_deed_that_somebody_else_answers_stays_its_doer() -> None:
    assert event("Kirelia answered a police raid on the port.", "raid")["actor"] == ["police"]


@pytest.mark.parametrize("where", ["to", "in"])
def test_whom_what_is_suspended_was_for(where: str) -> None:
    got = event(f"The council announced a suspension of aid {where} Orland.", "suspension")
    assert (got.type, got["recipient"]) == ("SANCTION", ["Orland"])
