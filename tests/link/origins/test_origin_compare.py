"""Blocks of shared words: what they cover, whatever the texts are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allege.link.origins.compare import SIZE, Reading, blocks

NUMBERS = st.lists(st.integers(1, 6), max_size=40)


@given(NUMBERS, NUMBERS)
def test_a_block_lies_in_both_texts_and_counts_no_word_twice(left: list[int], right: list[int]) -> None:
    for block in blocks(Reading(left), Reading(right)):
        assert 0 <= block.left < block.left_end <= len(left)
        assert 0 <= block.right < block.right_end <= len(right)
        assert SIZE <= block.run <= block.words <= block.left_end - block.left


@given(st.lists(st.integers(1, 10_000), min_size=SIZE, max_size=60, unique=True))
def test_a_text_shares_one_block_with_itself_that_holds_all_of_it(text: list[int]) -> None:
    (block,) = blocks(Reading(text), Reading(text))
    assert (block.left, block.left_end, block.words, block.run) == (0, len(text), len(text), len(text))


@given(st.lists(st.integers(1, 10_000), min_size=20, max_size=60, unique=True), st.integers(8, 12))
def test_a_changed_word_leaves_one_block_with_a_shorter_run(text: list[int], at: int) -> None:
    changed = [*text[:at], 0, *text[at + 1 :]]
    (block,) = blocks(Reading(changed), Reading(text))
    assert block.words == len(text) - 1
    assert block.run == max(at, len(text) - at - 1)


def test_words_that_are_formula_in_a_text_are_no_shared_words() -> None:
    text = list(range(1, 11))
    assert blocks(Reading(text, [True] * 10), Reading(text)) == []
    (block,) = blocks(Reading(text, [True] * 6 + [False] * 4), Reading(text))
    assert block.left_end == 10


def test_quoted_and_folded_words_are_marked() -> None:
    text = 'He said: "We heard one loud blast and then shooting." Share this page.'
    reading = Reading(list(range(13)), (), text, folded=())
    assert reading.quoted == [False] * 2 + [True] * 8 + [False] * 3
    folded = Reading(list(range(13)), (), text, folded=((text.index("Share"), len(text)),))  # type: ignore[arg-type]
    assert folded.furniture == [False] * 10 + [True] * 3


def test_words_that_a_text_has_twice_do_not_break_a_quotation() -> None:
    """ "of the harbour" stands in the right text before the quotation, too."""
    quotation = list(range(10, 30))
    left = Reading([1, 2, 3, *quotation, 4, 5])
    right = Reading([quotation[9], quotation[10], quotation[11], 7, 8, 9, *quotation, 6])
    assert max(blocks(left, right), key=lambda block: block.words).run == len(quotation)
