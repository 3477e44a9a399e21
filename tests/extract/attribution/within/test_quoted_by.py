"""Who was quoted by a paper speaks, and not the paper."""

from __future__ import annotations

from allege.claim import Certainty
from tests.extract.annotating import event_at, speeches


def test_who_was_quoted_by_a_paper_speaks() -> None:
    text = "Dar Velin was quoted by the Pell Courier as saying that soldiers had burned the mill."
    assert speeches(text) == [("Dar Velin", "assert", "that soldiers had burned the mill")]
    assert event_at(text, "burned").certainty[-1].value is Certainty.CT_PLUS


def test_who_was_quoted_behind_his_own_words_speaks_and_not_the_paper() -> None:
    text = '"The raiders shot two millers," Sergeant Ola Tenn was quoted by the Pell Courier as saying.'
    assert [(source, act) for source, act, _ in speeches(text)] == [("Sergeant Ola Tenn", "assert")]
    text = "Raiders had shelled two chapels, the prefect was cited by state television as saying."
    assert [source for source, _, _ in speeches(text)] == ["the prefect"]
    assert event_at(text, "shelled").certainty[-1].value is Certainty.CT_PLUS
