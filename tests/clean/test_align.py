"""Alignment of a cleaned text with its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from true_runs import true

from allege.claim import Run
from allege.clean.align import align

WORDS = st.lists(st.sampled_from(("the", "sides", "met", "again", "in", "town", "left", ".", ",")), max_size=60)


def covered(runs: tuple[Run, ...]) -> int:
    return sum(run.length for run in runs)


def test_an_unchanged_text_is_one_run() -> None:
    assert align("Both sides met.", "Both sides met.") == (Run(0, 0, 15),)


def test_words_are_found_again_around_a_menu_and_an_advertisement() -> None:
    text = "Both sides met in the town on Monday. They agreed to meet once more."
    source = "Home News\nBoth sides met in the town on Monday.\nBUY NOW\nThey agreed to meet once more.\nContact"
    runs = align(text, source)
    assert true(runs, text, source)
    assert covered(runs) == len(text) - 1


def test_a_phrase_repeated_below_does_not_pull_the_alignment_down() -> None:
    text = "Both sides met in the town. A third talk is planned for May in the north."
    source = f"{text}\nMost read: Both sides met in the town."
    assert align(text, source) == (Run(0, 0, len(text)),)


def test_a_changed_word_has_no_run_and_its_neighbours_do() -> None:
    text, source = "the old café stayed open for years", "the old cafÃ© stayed open for years"
    runs = align(text, source)
    assert true(runs, text, source)
    assert covered(runs) >= len(text) - 1


def test_a_long_line_of_repeated_words_is_aligned_at_its_ends_in_linear_time() -> None:
    text = "the sides met. " * 20_000
    runs = align(text + "end", text + "\x07end")
    assert covered(runs) == len(text) + 3


@given(WORDS, WORDS)
def test_runs_are_true_for_any_two_texts(ours: list[str], theirs: list[str]) -> None:
    text, source = " ".join(ours), "  ".join(theirs)
    assert true(align(text, source), text, source)


@given(st.text(max_size=60), st.text(max_size=60))
def test_runs_are_true_for_any_characters(text: str, source: str) -> None:
    assert true(align(text, source), text, source)
