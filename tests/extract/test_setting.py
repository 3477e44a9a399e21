"""Where a claim is set when its own rule saw no place."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import analyse
from allege.claim import Document, Record, Role
from allege.extract.assemble import extract
from allege.settings import Settings


def record(text: str) -> Record:
    """What the tool says of a text."""
    return next(extract(analyse([Document(id="sha256:0", uri="test", text=text)], Settings(workers=1))))


def places(text: str, anchor: str) -> list[str]:
    """The words in the place role of the claims anchored at `anchor`."""
    found = record(text)
    spans = [
        found.mention(a.mention).spans
        for c in found.claims
        if found.document.quote(c.anchor) == anchor
        for a in c.arguments
        if a.role is Role.PLACE
    ]
    return [found.document.quote(span) for span in spans]


@pytest.mark.parametrize(
    ("text", "anchor", "place"),
    [
        ("Nine people were killed and many others were injured yesterday in Lisbon.", "killed", "Lisbon"),
        ("Nine people were injured in a clash at a market in Lisbon.", "injured", "Lisbon"),
        ("The storm spread through the hills above Lisbon.", "spread", "Lisbon"),
    ],
)
def test_a_place_of_the_clause_or_of_one_joined_to_it_is_where_it_is_set(text: str, anchor: str, place: str) -> None:
    assert place in places(text, anchor)


@pytest.mark.parametrize(
    ("text", "anchor", "place"),
    [
        ("Riots began in the town of Kallumo, where crowds burned the tax office.", "burned", "Kallumo"),
        ("Partners distributed food to 900 households in Wendorra.", "distributed", "Wendorra"),
        ("Two soldiers die as a mine rips through their truck on the Borgart road.", "die", "Borgart road"),
    ],
)
def test_a_place_in_no_list_that_the_rules_tie_to_it_is_where_it_is_set(text: str, anchor: str, place: str) -> None:
    assert place in places(text, anchor)


def test_a_place_that_only_names_somebody_sets_nothing() -> None:
    assert places("The Lisbon council met the governor.", "met") == []


def test_a_place_in_another_sentence_sets_nothing() -> None:
    assert places("Gunmen killed nine people. The council sits in Lisbon.", "killed") == []


def test_a_claim_has_one_place_of_this_kind_at_most() -> None:
    assert len(places("Troops captured the port of Lisbon while shells fell in Porto.", "captured")) <= 1


@pytest.mark.parametrize(
    ("text", "anchor", "place"),
    [
        ("Torrun: two men were shot on 6 May outside the mill.", "shot", "Torrun"),
        ("Sarnat district: rebels withdrew on Sunday.", "withdrew", "Sarnat district"),
        ("A convoy was attacked by rebels 8 km south of Quorrel.", "attacked", "Quorrel"),
        ("Fighting went on for a third day around Maddersham.", "Fighting", "Maddersham"),
        ("Incidents:\n- 6 May, Osgar: a teacher was shot dead at noon.", "shot … dead", "Osgar"),
        ("Incidents:\n* 8 May 2023, Tarvish Ford: a teacher was shot dead.", "shot … dead", "Tarvish Ford"),
        ("A bomb exploded beneath the railway bridge at Halsey on Wednesday.", "exploded", "Halsey"),
    ],
)
def test_places_of_bulletins_and_of_small_places(text: str, anchor: str, place: str) -> None:
    assert place in places(text, anchor)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Update: two men were shot on Sunday.", "shot"),
        ("Abery: the gunmen killed two guards.", "killed"),
        ("Police: two men were shot on Sunday.", "shot"),
        ("BREAKING: two men were shot on Sunday.", "shot"),
        ("Note: a guard was shot on Sunday.", "shot"),
        ("Minister: gunmen killed two guards at a mill.", "killed"),
    ],
)
def test_other_labels_are_no_places(text: str, anchor: str) -> None:
    assert places(text, anchor) == []


def test_a_deed_that_is_called_by_a_place_is_not_where_others_speak_of_it() -> None:
    """Marchers in one town may ask about what befell another."""
    text = "Thousands marched in Wendorra to demand an inquiry into the Kallumo strike."
    assert places(text, "marched") == ["Wendorra"]
    assert "Wendorra" not in places(text, "strike")
    assert places("Thousands marched in Wendorra after the strike.", "strike") == ["Wendorra"]
