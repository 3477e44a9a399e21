"""Deeds that are known to be done, whatever word stands over them."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty
from tests.extract.annotating import annotated, event_at, events
from tests.extract.judging import held


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The mayor called the attack an attempt to stop the talks.", "attack", Certainty.CT_PLUS),
        ("This raid must be seen as an act of despair.", "raid", Certainty.CT_PLUS),
        ("The council called for an attack on the post.", "attack", Certainty.UU),
        ("The fire was part of the Kelt Front's campaign of sabotage.", "sabotage", Certainty.CT_PLUS),
        ("They are nothing but thugs who shelled the market.", "shelled", Certainty.CT_PLUS),
        ("Nobody shelled the market.", "shelled", Certainty.CT_MINUS),
    ],
)
def test_a_deed_that_is_only_called_something_or_under_way_is_done(text: str, word: str, value: Certainty) -> None:
    assert held(text, word)["author"].value == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The guards started shelling the market.", "shelling", Certainty.CT_PLUS),
        ("The guards did not start shelling the market.", "shelling", Certainty.CT_MINUS),
        ("The guards may begin shelling the market.", "shelling", Certainty.PS_PLUS),
        ("The guards have stopped shelling the market.", "shelling", Certainty.CT_PLUS),
        ("This was not a case where guards shelled the market.", "shelled", Certainty.CT_MINUS),
        ("This was a case where guards shelled the market.", "shelled", Certainty.CT_PLUS),
    ],
)
def test_what_was_not_begun_was_not_done_nor_what_is_not_the_case(text: str, word: str, value: Certainty) -> None:
    """To stop a deed takes for granted that it was done; to start it does not."""
    assert held(text, word)["author"].value == value


def test_a_date_in_may_is_no_modal_verb() -> None:
    """In lower case "24 may" is read as "may"."""
    text = "during the evening of 24 may two farmers were murdered by the kelt column."
    assert held(text, "murdered")["author"].value == Certainty.CT_PLUS
    assert held("The farmers may be murdered.", "murdered")["author"].value == Certainty.PS_PLUS


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The report advised us that three people were killed in the bombing.", Act.ASSERT),
        ("The ministry advised that residents should leave the town.", Act.DEMAND),
    ],
)
def test_to_advise_of_what_happened_is_to_tell_it(text: str, act: Act) -> None:
    assert annotated(text).attributions[0].act == act


def test_who_calls_a_deed_something_holds_that_it_was() -> None:
    claim = event_at("President Dorn called the attack an attempt to stop the talks.", "attack")
    assert [c.value for c in claim.certainty][-1] == Certainty.CT_PLUS


@pytest.mark.parametrize(
    "text",
    [
        "The Front said it did not order the killing of the mayor.",
        "The Front denied that it had ordered the killing of the mayor.",
        "The Front denied ordering the killing of the mayor.",
        "The army, it said, did not plan the massacre.",
    ],
)
def test_whoever_says_that_he_did_not_order_a_deed_owns_up_to_nothing(text: str) -> None:
    deed = next(c for c in events(text) if c.type == "ASSAULT")
    assert deed.certainty[-1].value is Certainty.CT_MINUS
    assert Act.CLAIM_RESPONSIBILITY not in {a.act for a in annotated(text).attributions}


def test_a_deed_that_somebody_is_said_to_have_ordered_is_his() -> None:
    text = "The prosecutor said Osk ordered the killing of the mayor."
    deed = next(c for c in events(text) if c.type == "ASSAULT")
    assert deed.certainty[-1].value is Certainty.CT_PLUS
