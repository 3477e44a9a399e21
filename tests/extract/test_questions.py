"""A question asserts nothing: whoever it names may or may not have done it."""

from __future__ import annotations

import pytest

from allege.claim import Act, Role
from tests.extract.annotating import annotated, event_at, fillers


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Did the guards shell Velm?", "shell"),
        ("Was the charge planted by the Osk League?", "planted"),
        ("Were the weavers shot by guards?", "shot"),
        ("Is it true that the Osk League killed the abbot?", "killed"),
        ("The question is whether guards shot the weavers.", "shot"),
        ("Opinion is split on whether rebels or guards shot the abbot.", "shot"),
        ("There are questions over whether guards shot first.", "shot"),
        ("Whether the militia attacked the ferry is disputed.", "attacked"),
        ("Guards shell mill?", "shell"),
    ],
)
def test_what_is_asked_is_unknown(text: str, word: str) -> None:
    assert {c.value for c in event_at(text, word).certainty} == {"Uu"}


@pytest.mark.parametrize(
    "text",
    [
        "Who ordered the killing of the abbot of Velm?",
        "It remains unclear who ordered the killing of the abbot.",
        "Which side did the killing of the abbot?",
        "So who is behind the killing of the abbot?",
    ],
)
def test_whoever_is_asked_after_neither_does_nor_says_it(text: str) -> None:
    record = annotated(text)
    assert fillers(text, event_at(text, "killing"), Role.ACTOR) == []
    assert "who" not in {record.document.quote(a.source).lower() for a in record.attributions}


def test_which_side_is_nobody() -> None:
    text = "Which side fired on the ferry?"
    assert fillers(text, event_at(text, "fired"), Role.ACTOR) == []


def test_a_question_put_to_somebody_demands_nothing() -> None:
    (said,) = annotated('"Did your men burn the mill?" the judge asked the colonel.').attributions
    assert said.act is Act.ASK
