"""The screen: text breaks and is cut by columns, and nothing in a document can command the terminal."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.show.terminal.screen import NARROWEST, Screen, breaks, columns, cut, one_line, safe, wrap

TTY = Screen(width=40, colour=True, piped=False)


class Terminal(io.StringIO):
    """A stream that says that a person looks at it."""

    encoding = "utf-8"

    def isatty(self):
        return True


@given(st.text(), st.integers(1, 60))
def test_breaking_loses_only_blanks_and_keeps_the_width(text, width):
    line = text.replace("\n", " ")
    pieces = list(breaks(line, width))
    kept = "".join(line[start:end] for start, end in pieces)
    assert "".join(kept.split()) == "".join(line.split())
    assert all(first[1] <= second[0] for first, second in pairwise(pieces))
    assert all(columns(line[start:end].strip()) <= max(width, 2) for start, end in pieces)


@given(st.text(), st.integers(0, 30))
def test_a_cut_text_needs_no_more_columns_than_it_has(text, width):
    assert columns(cut(text, width)) <= width
    assert text.startswith(cut(text, width))


@given(st.text(st.characters(codec=None)))
def test_no_control_direction_or_surrogate_character_reaches_the_terminal(text):
    shown = one_line(text)
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert "\u202e" not in shown
    shown.encode()


def test_an_escape_sequence_in_a_document_is_shown_not_obeyed():
    assert safe("a\x1b[2Jb") == "a\\x1b[2Jb"


@pytest.mark.parametrize(("text", "width"), [("平和", 4), ("é", 1), ("abc", 3), ("\x1b[1mabc\x1b[0m", 3)])
def test_wide_combining_and_styled_text_is_measured_in_columns(text, width):
    assert columns(text) == width


def test_a_word_of_five_million_letters_is_broken_in_linear_time():
    pieces = list(breaks("x" * 5_000_000, 100))
    assert len(pieces) == 50_000
    assert pieces[-1] == (4_999_900, 5_000_000)


def test_a_long_line_is_cut_with_dots_on_a_terminal_and_whole_in_a_pipe():
    assert TTY.fit("the ferry office burned", 10) == "the ferry…"
    assert Screen().fit("the ferry office burned", 10) == "the ferry office burned"


def test_wrapped_lines_carry_their_indents():
    assert list(wrap("one two three", 12, "- ", "  ")) == ["- one two", "  three"]


def test_colours_need_a_terminal_and_no_word_against_them():
    assert Screen.of(Terminal(), {}).colour
    assert not Screen.of(Terminal(), {"NO_COLOR": "1"}).colour
    assert not Screen.of(Terminal(), {"TERM": "dumb"}).colour
    assert not Screen.of(io.StringIO(), {}).colour


def test_columns_sets_the_width_and_nonsense_does_not():
    assert Screen.of(io.StringIO(), {"COLUMNS": "61"}).width == 61
    assert Screen.of(io.StringIO(), {"COLUMNS": "wide"}).width == Screen().width
    assert Screen.of(io.StringIO(), {"COLUMNS": "3"}).width == NARROWEST


def test_a_stream_that_cannot_carry_unicode_gets_ascii_dots():
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert not Screen.of(narrow, {}).unicode
    assert Screen(width=40, unicode=False, piped=False).fit("the ferry office", 9) == "the fe..."
