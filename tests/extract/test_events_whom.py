"""To whom something is done: the party among the things that stand around a predicate."""

from __future__ import annotations

import pytest
from finding import event

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
