"""What the encoder reads at once: windows of whole sentences whose pieces point at the text's own characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.analyse.encoder.model import load_model
from allege.analyse.encoder.windows import PIECES, Window, windows
from allege.claim import Span

TOKENIZER = load_model("on").tokenizer

WORDS = st.sampled_from(
    [
        "The", "council", "said.", "“Rebels", "left”,", "it", "reported!", "\n\n", "Why?", "U.N.", "12,000", "\ud800",
        "\x00", "\u200b", "\ufeff", "🚒", "👩‍👩‍👧", "한국어", "각", "é́", "İ", "ﬁ", "#Peace_Now", "'s", "\u202e", "中文",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=120).map(" ".join),
    st.text(alphabet="한국각a.\u0301 \n", max_size=300),
)


def cut(text: str, longest: int = PIECES) -> list[Window]:
    return list(windows(TOKENIZER, text.encode("utf-8", "replace").decode("utf-8"), longest))


@given(TEXTS, st.sampled_from([2, 7, PIECES]))
@settings(max_examples=150)
def test_windows_hold_every_piece_once_in_order(text, longest):
    found = cut(text, longest)
    whole = TOKENIZER.encode(text.encode("utf-8", "replace").decode("utf-8"), add_special_tokens=False)
    assert [n for one in found for n in one.ids] == whole.ids
    assert [at for one in found for at in one.offsets] == whole.offsets
    assert all(0 < len(one.ids) == len(one.offsets) <= longest for one in found)


@given(TEXTS)
@settings(max_examples=150)
def test_no_character_is_in_two_windows_and_offsets_lie_in_the_text(text):
    found = cut(text, 7)
    assert all(one.span.end <= after.span.start for one, after in pairwise(found))
    assert all(0 <= start < end <= len(text) for one in found for start, end in one.offsets)


@given(st.lists(st.sampled_from(["the", "army", "left", "Nisra", "🚒", "x\u200by"]), min_size=1, max_size=60))
@settings(max_examples=60)
def test_a_known_word_is_under_its_own_piece(words):
    text = " ".join(words)
    offsets = {at for one in cut(text) for at in one.offsets}
    start = 0
    for word in words:
        if word in {"the", "army", "left"}:
            assert (start, start + len(word)) in offsets
        start += len(word) + 1


def test_sentences_stay_whole_where_they_fit():
    text = " ".join(f"The council of district {n} met on Monday and left on Tuesday." for n in range(60))
    found = cut(text)
    assert len(found) > 2
    assert all(text[one.span.end - 1] == "." for one in found)
    assert all(text[one.span.start :].startswith("The council") for one in found)


def test_a_sentence_of_twenty_thousand_words_is_cut():
    text = "and rain fell " * 6_666 + "there"
    found = cut(text)
    assert sum(len(one.ids) for one in found) >= 19_999
    assert max(len(one.ids) for one in found) == PIECES
    assert found[-1].span.end == len(text)


def test_a_character_of_several_pieces_is_not_cut_through():
    """A syllable of Hangul is up to three pieces; windows of five must not end within one."""
    found = cut("각각각각", 5)
    assert [len(one.ids) for one in found] == [3, 3, 3, 3]


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x00", "\u200b\ufeff\u2060", "\ufffd"])
def test_where_nothing_can_be_read_there_is_no_window(text):
    assert cut(text) == []


def test_pieces_are_those_that_share_a_character():
    (window,) = cut("The army left Nisra.")
    assert [window.offsets[n] for n in window.pieces([Span(4, 8)])] == [(4, 8)]
    assert [window.offsets[n] for n in window.pieces([Span(5, 6), Span(9, 10)])] == [(4, 8), (9, 13)]
    assert window.pieces([Span(3, 4)]) == []
    assert window.pieces([]) == []
