"""What a source calls false, and what is no word of anybody."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Act, Attribution


def voices(text: str) -> dict[str, Attribution]:
    """Attributions by the words of their source."""
    record = allege.annotate(text)
    return {record.document.quote(a.source): a for a in record.attributions}


@pytest.mark.parametrize(
    "text",
    [
        "The army called the account a lie.",
        "A spokesman called the allegation absurd.",
        "The governor described the report as exaggerated.",
        "His office calls the letter a forgery.",
        'Colonel Orn described them as "a fabrication".',
        "The mayor called the claim that guards had burned the mill a lie.",
    ],
)
def test_what_a_source_calls_false_it_denies(text: str) -> None:
    assert next(iter(voices(text).values())).act is Act.DENY


@pytest.mark.parametrize(
    "text",
    [
        "The minister called the general a liar.",
        "The mayor called the attack absurd.",
        "The observers called the report accurate.",
        "The judge described the charge as serious.",
        "The critics called the story a triumph.",
        "Neighbours described him as a false friend.",
    ],
)
def test_what_is_called_so_and_is_no_report_is_not_denied(text: str) -> None:
    assert Act.DENY not in {a.act for a in voices(text).values()}


@pytest.mark.parametrize(
    "text", ["Officers make arrest in Varrick market shooting", "Friday government troops shelled the village."]
)
def test_a_deed_and_a_day_are_no_words(text: str) -> None:
    assert voices(text) == {}
