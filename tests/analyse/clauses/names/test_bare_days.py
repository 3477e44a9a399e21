"""A weekday right before a subject, and predicates that headings put between quotation marks."""

from __future__ import annotations

import pytest

import allege
from allege.analyse.reading import scare_quotes
from allege.claim import Role
from tests.told_parts import parts


@pytest.mark.parametrize(
    ("text", "anchor", "actor", "time"),
    [
        ("Thursday hooded men raided the chapel in Lisko.", "raided", "hooded men", "Thursday"),
        ("Monday army troops shelled the hamlet.", "shelled", "army troops", "Monday"),
        ("Saturday rebel fighters burned the toll house.", "burned", "rebel fighters", "Saturday"),
    ],
)
def test_a_weekday_before_the_subject_says_when_and_is_no_part_of_it(
    text: str, anchor: str, actor: str, time: str
) -> None:
    assert parts(text, anchor, Role.ACTOR) == [actor]
    assert parts(text, anchor, Role.TIME) == [time]


@pytest.mark.parametrize(
    ("text", "anchor", "actor"),
    [
        ("Sunday school teachers marched through Velm.", "marched", "Sunday school teachers"),
        ("Monday night raiders burned the mill.", "burned", "Monday night raiders"),
    ],
)
def test_a_weekday_that_says_which_stays(text: str, anchor: str, actor: str) -> None:
    assert parts(text, anchor, Role.ACTOR) == [actor]


def test_a_heading_s_scare_quotes_hide_no_doer_and_bind_no_author() -> None:
    text = "Guards 'tortured prisoners' at Velm fort"
    record = allege.annotate(text)
    (claim,) = [c for c in record.claims if c.type == "ASSAULT"]
    assert parts(text, "tortured", Role.ACTOR) == ["Guards"]
    assert claim.certainty[0].value == "Uu"
    assert record.document.text == text


def test_scare_quotes_are_told_by_whoever_the_heading_names() -> None:
    record = allege.annotate("Guards 'tortured prisoners' at Velm fort, charity says")
    (claim,) = [c for c in record.claims if c.type == "ASSAULT"]
    (voice,) = record.attributions
    assert claim.attributions == (voice.id,)
    assert record.document.quote(voice.source) == "charity"


@pytest.mark.parametrize(
    "text",
    [
        "The minister called the raid 'botched and stupid'",
        "The guards 'tortured prisoners' at the fort.",
        "Guards tortured prisoners at Velm fort",
        "The song 'Burned Bridges' won the prize",
        "Minister says raid 'failed'",
    ],
)
def test_other_quotation_marks_stay(text: str) -> None:
    assert list(scare_quotes(text)) == []
