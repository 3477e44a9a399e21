"""Denials by the way: what a sentence tells stays as firm as it was, and the denial is a claim of its own."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers


def assaults(text):
    return [c for c in events(text) if c.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word", "denier"),
    [
        ("The attack, which the army denies, killed four.", "attack", "the army"),
        ("The massacre, which the militia denied committing, shocked the town.", "massacre", "the militia"),
    ],
)
def test_a_deed_that_somebody_denies_by_the_way_is_not_theirs_by_the_authors_word(text, word, denier):
    deed = event_at(text, word)
    assert fillers(text, deed, Role.ACTOR) == []
    assert deed.certainty[0].value is Certainty.CT_PLUS
    (denied,) = [c for c in assaults(text) if c.attributions]
    assert fillers(text, denied, Role.ACTOR) == [denier]
    assert [c.value for c in denied.certainty] == [Certainty.UU, Certainty.CT_MINUS]


@pytest.mark.parametrize(
    ("text", "doer", "denier"),
    [
        ("The army shelled the village, which Orsenne denies.", "The army", "Orsenne"),
        ("Soldiers beat two students, something the ministry denies.", "Soldiers", "the ministry"),
        ("Villagers said the army shelled Pell, a charge it denies.", "the army", "it"),
        ("The council accused guards of burning the mill, an allegation the guards rejected.", "guards", "the guards"),
    ],
)
def test_who_denies_what_others_did_is_not_made_its_doer(text, doer, denier):
    told, denied = assaults(text)
    assert fillers(text, told, Role.ACTOR) == fillers(text, denied, Role.ACTOR) == [doer]
    (speech,) = [a for a in annotated(text).attributions if a.id == denied.attributions[-1]]
    assert speech.act is Act.DENY
    assert annotated(text).document.quote(speech.source) == denier
    assert told.attributions != denied.attributions


def test_an_offer_that_is_rejected_by_the_way_denies_no_deed():
    assert len(assaults("Gunmen killed a guard after the truce, which the front rejected.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The officer denied having taken part in the attack on the clinic.",
        "The officer denied participating in the attack on the clinic.",
    ],
)
def test_who_denies_having_taken_part_denies_the_deed_as_his(text):
    (deed,) = assaults(text)
    assert deed.certainty[-1].value is Certainty.CT_MINUS


def test_having_taken_part_is_as_firm_as_the_words_say():
    (deed,) = assaults("Witnesses said that dozens of fighters took part in the raid on Pell.")
    assert [c.value for c in deed.certainty] == [Certainty.UU, Certainty.CT_PLUS]


@pytest.mark.parametrize(
    "text",
    [
        "The general refused to confirm or deny the raid.",
        "The general could neither confirm nor deny the raid on the depot.",
    ],
)
def test_who_neither_confirms_nor_denies_a_deed_has_not_done_it(text):
    (deed,) = assaults(text)
    assert fillers(text, deed, Role.ACTOR) == []
    assert {a.act for a in annotated(text).attributions} <= {Act.ASSERT, Act.DOUBT}


def test_no_part_in_it_denies_the_deed_told_before():
    text = "Gunmen killed two teachers in Orlen on Monday; the front denied any part in it."
    assert fillers(text, assaults(text)[-1], Role.ACTOR) == ["the front"]
    assert assaults(text)[-1].certainty[-1].value is Certainty.CT_MINUS
