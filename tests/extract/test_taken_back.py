"""Reports that turned out false, and reports taken back: what is left of what they told."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty
from tests.extract.annotating import annotated, events


def assault(text):
    (found,) = [c for c in events(text) if c.type == "ASSAULT"]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Reports that rebels had shelled the clinic turned out to be false.",
        "Reports of a massacre in Orlen turned out to be untrue.",
        "A report of an attack on the bridge was shown to be false.",
        "The allegation that the army bombed the school has been proven wrong.",
        "The claim that rebels killed the mayor proved to be a lie.",
        "The attack turned out to be a hoax.",
    ],
)
def test_what_turned_out_false_did_not_happen_by_the_authors_word(text):
    assert assault(text).certainty[0].value is Certainty.CT_MINUS


@pytest.mark.parametrize("text", ["The raid proved costly.", "The attack proved to be the deadliest in years."])
def test_what_proved_something_else_happened(text):
    assert assault(text).certainty[0].value is Certainty.CT_PLUS


@pytest.mark.parametrize(
    "text",
    [
        "The ministry walked back its claim that rebels had killed twelve villagers.",
        "The ministry withdrew its claim that rebels had killed twelve villagers.",
        "The paper retracted its report that the militia had burned the mill.",
    ],
)
def test_who_takes_a_report_back_holds_it_no_longer(text):
    (speech,) = annotated(text).attributions
    assert speech.act is Act.DOUBT
    assert [c.value for c in assault(text).certainty] == [Certainty.UU, Certainty.UU]


@pytest.mark.parametrize(
    "text",
    [
        "We reported at noon that a second village, Orlen, had been bombed. That was wrong.",
        "We wrote on Monday that rebels had shot the mayor. This was wrong.",
    ],
)
def test_an_own_report_that_is_called_wrong_is_taken_back(text):
    assert assault(text).certainty[0].value is Certainty.CT_MINUS


@pytest.mark.parametrize("text", ["Soldiers shot the mayor. That was wrong.", "We shot the mayor. That was wrong."])
def test_a_deed_that_is_called_wrong_was_done(text):
    assert assault(text).certainty[0].value is Certainty.CT_PLUS
