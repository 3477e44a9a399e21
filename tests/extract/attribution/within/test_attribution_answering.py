"""Whose word a report is that somebody else rejects, confirms or repeats."""

from __future__ import annotations

import pytest

from allege.claim import Certainty
from tests.extract.annotating import annotated, event_at


def chain_of(text: str, word: str) -> list[tuple[str, Certainty]]:
    """Who is said to say so, outermost first, and what each holds."""
    record, claim = annotated(text), event_at(text, word)
    sources = {a.id: record.document.quote(a.source) for a in record.attributions}
    return [(sources[c.source], c.value) for c in claim.certainty if c.source in sources]


@pytest.mark.parametrize(
    ("text", "outer", "held", "inner"),
    [
        (
            "The elders rejected a claim by the Lisko Brigade that guards had shelled the mill.",
            "The elders",
            "CT-",
            "the Lisko Brigade",
        ),
        (
            "The ministry dismissed allegations by the Osk League that guards had shelled a mill.",
            "The ministry",
            "CT-",
            "the Osk League",
        ),
        (
            "The elders denied an accusation from the Osk League that guards had shelled the mill.",
            "The elders",
            "CT-",
            "the Osk League",
        ),
        (
            "The claim by the Lisko Brigade that guards had shelled the mill was rejected by the elders.",
            "the elders",
            "CT-",
            "the Lisko Brigade",
        ),
        (
            "The abbot disputed the Osk League's assertion that guards had shelled the mill.",
            "The abbot",
            "PR-",
            "the Osk League's",
        ),
        (
            "The guards rejected as baseless the Osk League's allegation that they had shelled a mill.",
            "The guards",
            "CT-",
            "the Osk League's",
        ),
        (
            "The army confirmed a report by the Osk League that its guards had shelled the mill.",
            "The army",
            "CT+",
            "the Osk League",
        ),
        (
            "The abbot repeated a claim by the Osk League that guards had shelled the mill.",
            "The abbot",
            "Uu",
            "the Osk League",
        ),
    ],
)
def test_a_report_stays_its_givers_word_within_the_answer_to_it(text: str, outer: str, held: str, inner: str) -> None:
    assert chain_of(text, "shelled") == [(outer, held), (inner, "CT+")]


def test_a_report_of_ones_own_is_no_other_ones_word() -> None:
    assert [name for name, _ in chain_of("The army denied that it had shelled the mill.", "shelled")] == ["The army"]
