"""Runs: frozen text back to raw text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from true_runs import true

from allege.claim import Document, Run
from allege.clean.align import align
from allege.clean.offsets import composed, joined, raw_offset, shifted, whole

TEXT = st.text(alphabet=st.sampled_from("ab é.,\n\t“&<x"), max_size=80)


def test_an_offset_leads_back_through_its_run_and_nowhere_from_a_made_up_character() -> None:
    document = Document("i", "u", "ab cd", raw="<p>ab</p>cd", runs=(Run(0, 3, 2), Run(3, 9, 2)))
    assert [raw_offset(document, n) for n in (-1, 0, 1, 2, 3, 4, 5)] == [None, 3, 4, None, 9, 10, None]


def test_a_document_without_a_raw_text_is_its_own() -> None:
    assert raw_offset(Document("i", "u", "abc"), 2) == 2


def test_touching_runs_become_one_and_empty_ones_go() -> None:
    assert joined([Run(0, 5, 2), Run(2, 7, 0), Run(2, 7, 3), Run(6, 11, 1)]) == (Run(0, 5, 5), Run(6, 11, 1))


def test_a_piece_s_runs_move_with_the_piece() -> None:
    assert tuple(shifted(whole("abc"), 10, 20)) == (Run(10, 20, 3),)


@given(TEXT, TEXT, TEXT)
def test_composed_runs_are_true_from_end_to_end(text: str, middle: str, raw: str) -> None:
    assert true(composed(align(text, middle), align(middle, raw)), text, raw)


@given(TEXT)
def test_composing_with_the_whole_changes_nothing(text: str) -> None:
    runs = align(text, "x " + text)
    assert composed(whole(text), runs) == runs
