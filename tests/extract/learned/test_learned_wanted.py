"""Whose request it is: what a speaker says that somebody must do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from refining import argument_words, predications, read, record, said_by, words_of

from allege.claim import ClaimKind, Role
from allege.extract.learned.wanted import requested

TEXT = "Orland says that Kirelia must end the raids on Nisra."


def taken_for_a_request(analysis, anchor="end"):
    (found,) = [p for p in predications(analysis) if analysis.doc[p.head].lower_ == anchor]
    return replace(found, type="REQUEST", why=f"{found.why}, encoder REQUEST 0.80")


def test_who_says_that_it_must_be_done_requests_it_of_who_should_act():
    analysis = read(TEXT)
    said = said_by(analysis, "Orland", "says", "Kirelia must end the raids on Nisra")
    (made,) = requested(analysis, [taken_for_a_request(analysis)], [said])
    assert words_of(analysis, made, Role.ACTOR) == ["Orland"]
    assert words_of(analysis, made, Role.RECIPIENT) == ["Kirelia"]


def test_what_nobody_says_stays():
    analysis = read(TEXT)
    asked = taken_for_a_request(analysis)
    assert requested(analysis, [asked], []) == [asked]


@pytest.mark.parametrize("verb", ["will end", "ended"])
def test_what_is_only_told_stays(verb: str):
    analysis = read(f"Orland says that Kirelia {verb} the raids on Nisra.")
    asked = taken_for_a_request(analysis, verb.rsplit(maxsplit=1)[-1])
    said = said_by(analysis, "Orland", "says", f"Kirelia {verb} the raids on Nisra")
    assert requested(analysis, [asked], [said]) == [asked]


def test_an_event_of_another_type_stays():
    analysis = read(TEXT)
    found = predications(analysis)
    said = said_by(analysis, "Orland", "says", "Kirelia must end the raids on Nisra")
    assert requested(analysis, found, [said]) == found


def test_in_a_text_the_minister_requests():
    made = record("Foreign Minister Urda Pell said that all factions in Orland must support the northern government.")
    (asked,) = [c for c in made.claims if c.kind is ClaimKind.EVENT and c.type == "REQUEST"]
    assert argument_words(made, asked, Role.ACTOR) == ["Foreign Minister Urda Pell"]
    assert argument_words(made, asked, Role.RECIPIENT) == ["all factions in Orland"]
