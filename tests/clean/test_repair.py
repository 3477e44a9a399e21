"""Repair of broken characters, with offsets kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from true_runs import true

from allege.claim import Run
from allege.clean.repair import repair


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("Both sides met.\r\nThey left.\r\n", "Both sides met.\nThey left.\n"),
        ("one\rtwo", "one\ntwo"),
        ("the cafÃ© was shut, she said â€œforeverâ€\x9d", "the café was shut, she said “forever”"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("ki\u00adlo\u200bmetre", "kilometre"),
        ("be\x00fore \x07after", "before after"),
        ("“kept” ‘as’ they — are…", "“kept” ‘as’ they — are…"),
        ("e\u0301 stays apart", "e\u0301 stays apart"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
    ],
)
def test_damage_is_mended_and_the_writer_s_own_signs_stay(raw: str, mended: str) -> None:
    text, runs = repair(raw)
    assert text == mended
    assert true(runs, text, raw)


def test_a_sound_text_is_one_run() -> None:
    assert repair("Both sides met.\nThey left.") == ("Both sides met.\nThey left.", (Run(0, 0, 26),))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n\x00&;Ã©â€œ ab")), max_size=120))
def test_every_run_quotes_equal_characters_whatever_the_text(raw: str) -> None:
    text, runs = repair(raw)
    assert true(runs, text, raw)


@given(st.text(alphabet=st.sampled_from("abc .,\n"), max_size=120))
def test_clean_ascii_is_never_touched(raw: str) -> None:
    assert repair(raw)[0] == raw
