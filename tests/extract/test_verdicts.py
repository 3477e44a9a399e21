"""What a court says of a deed: whoever is convicted did it on its word, whoever is acquitted did not."""

from __future__ import annotations

import pytest

from allege.claim import Act, Role
from tests.extract.annotating import annotated, event_at, fillers

GUILTY, INNOCENT = (Act.ACCUSE, "CT+"), (Act.DENY, "CT-")

VERDICTS = [
    ("A court found Ilo Brann guilty of murdering two clerks.", "murdering", "Ilo Brann", "A court", GUILTY),
    ("Ilo Brann was convicted of shooting a clerk in Velm.", "shooting", "Ilo Brann", "", GUILTY),
    ("A jury convicted Ilo Brann of abducting a nurse.", "abducting", "Ilo Brann", "A jury", GUILTY),
    (
        "The tribunal sentenced Ilo Brann to life for ordering the massacre in Velm.",
        "massacre",
        "Ilo Brann",
        "The tribunal",
        GUILTY,
    ),
    ("Two officers were acquitted of torturing a clerk.", "torturing", "Two officers", "", INNOCENT),
    ("A judge acquitted Ilo Brann of bombing the mill.", "bombing", "Ilo Brann", "A judge", INNOCENT),
    ("The court cleared two guards of shooting a pupil.", "shooting", "two guards", "The court", INNOCENT),
    ("Ilo Brann was found not guilty of the murder of a clerk.", "murder", "Ilo Brann", "", INNOCENT),
]


@pytest.mark.parametrize(("text", "word", "who", "court", "verdict"), VERDICTS)
def test_a_verdict_is_the_word_of_the_court(
    text: str, word: str, who: str, court: str, verdict: tuple[Act, str]
) -> None:
    record, deed = annotated(text), event_at(text, word)
    (said,) = [a for a in record.attributions if a.id in deed.attributions]
    assert (record.document.quote(said.source), said.act) == (court, verdict[0])
    assert fillers(text, deed, Role.ACTOR) == [who]
    assert [c.value for c in deed.certainty] == ["Uu", verdict[1]]


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("A court found Ilo Brann guilty of murdering two clerks.", "guilty", "SANCTION"),
        ("Ilo Brann was found not guilty of the murder of a clerk.", "found", "RETREAT"),
        ("The court cleared Ilo Brann of shooting a pupil.", "cleared", "RETREAT"),
    ],
)
def test_a_verdict_is_done_to_the_accused(text: str, word: str, type_: str) -> None:
    verdict = event_at(text, word)
    assert (verdict.type, fillers(text, verdict, Role.RECIPIENT)) == (type_, ["Ilo Brann"])


def test_who_is_acquitted_or_released_does_not_do_it() -> None:
    assert fillers(VERDICTS[4][0], event_at(VERDICTS[4][0], "acquitted"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The court ruled that the guards had killed a clerk.", "CT+"),
        ("The court ruled that the guards had not killed a clerk.", "CT-"),
        ("The court ruled out that the guards had killed a clerk.", "CT-"),
    ],
)
def test_to_rule_is_not_to_rule_out(text: str, held: str) -> None:
    assert event_at(text, "killed").certainty[-1].value == held
