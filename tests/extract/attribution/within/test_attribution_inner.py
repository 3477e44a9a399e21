"""Whose words lie within a source's words."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Act, Attribution


def voices(text: str) -> dict[str, Attribution]:
    """Attributions by the words of their source."""
    record = allege.annotate(text)
    return {record.document.quote(a.source): a for a in record.attributions}


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("The abbot said the mayor had told him that gunmen would return.", "the mayor", "The abbot"),
        ("A clerk said she had been told by the sentry that two men shot the cook.", "the sentry", "A clerk"),
    ],
)
def test_who_told_the_source_speaks_within_its_words(text: str, inner: str, outer: str) -> None:
    heard = voices(text)
    assert heard[inner].within == heard[outer].id


@pytest.mark.parametrize(
    "text",
    [
        "The abbot said he had told nobody that gunmen would return.",
        "The abbot said gunmen had told jokes.",
        "The mayor said the plan had been told in full.",
        "The abbot said that he had told the mayor that gunmen would return.",
        "The clerk said the sentry had not told her that gunmen would return.",
    ],
)
def test_who_is_told_or_tells_nothing_has_no_voice_within(text: str) -> None:
    assert len(voices(text)) == 1


def test_a_rejected_report_is_the_word_of_whoever_made_it() -> None:
    heard = voices("The Ministry of Trade dismissed the claim by Radio Lisko that its lorries carried shells.")
    assert heard["The Ministry of Trade"].act is Act.DENY
    assert heard["Radio Lisko"].act is Act.ASSERT
