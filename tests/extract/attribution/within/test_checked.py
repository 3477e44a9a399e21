"""Cards of fact checks, and what a text takes back in its next sentence: the author holds that it is not so."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, SourceKind
from allege.extract import cards
from tests.extract.annotating import annotated, event_at

BURNED = "Soldiers of the Ninth Column burned the mill in Torv"


@pytest.mark.parametrize(
    "text",
    [
        f"Claim: {BURNED}. Verdict: False.",
        f"Claim: {BURNED}.\n\nVerdict: Completely false\n\nThe mill stands.",
        f"CLAIM\n{BURNED}.\n\nVERDICT\nFalse. The mill stands.",
        f'Rumour: "{BURNED}"\n\nOur rating: Fabricated',
    ],
)
def test_a_card_claims_in_nobodys_name_what_the_author_calls_false(text: str) -> None:
    deed = event_at(text, "burned")
    (said,) = [a for a in annotated(text).attributions if a.id in deed.attributions]
    assert (said.source, said.source_kind) == ((), SourceKind.UNNAMED)
    assert annotated(text).document.quote(said.content) == BURNED
    assert deed.certainty[0].value is Certainty.CT_MINUS
    assert deed.certainty[1].value.polarity == "+"


@pytest.mark.parametrize(
    ("verdict", "value"),
    [("True", Certainty.CT_PLUS), ("Misleading", Certainty.UU), ("Mostly false", Certainty.UU)],
)
def test_a_card_is_held_as_its_verdict_goes(verdict: str, value: Certainty) -> None:
    assert event_at(f"Claim: {BURNED}. Verdict: {verdict}.", "burned").certainty[0].value is value


@pytest.mark.parametrize("text", [f"Claim: {BURNED}.", f"The claim is old. {BURNED}. Verdict: guilty."])
def test_without_label_and_verdict_there_is_no_card(text: str) -> None:
    assert list(cards.find(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Earlier we reported that {BURNED.lower()}. That was incorrect. It stands.",
        f"A post says that {BURNED.lower()}. This is false.",
        f"The mayor said {BURNED.lower()}. The claim is untrue.",
        f"{BURNED}. That is a lie.",
    ],
)
def test_what_the_next_sentence_calls_false_is_not_held_by_the_author(text: str) -> None:
    assert event_at(text, "burned").certainty[0].value is Certainty.CT_MINUS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"The mayor said {BURNED.lower()}. That is not false.", Certainty.UU),
        (f"{BURNED}. That was wrong, and the council will pay for it.", Certainty.CT_PLUS),
        (f"{BURNED}. The decision was wrong.", Certainty.CT_PLUS),
    ],
)
def test_other_verdicts_leave_it_as_it_was(text: str, value: Certainty) -> None:
    assert event_at(text, "burned").certainty[0].value is value
