"""What holds for any text: sound spans, content never empty, no circles; the same text gives the same answer."""

from __future__ import annotations

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from allege.claim import Attribution
from allege.extract import attribution
from tests.extract.attributing import read

PARTS = st.sampled_from(
    [
        *("said", "that", "The mayor", "“", "”", '"', "''", "'", ",", ".", ":", "\n", "\n\n", "according to", "he"),
        *("citing", "a guard", "denied", "rebels burned the school", "(", ")", "-", "reports", "was blamed for"),
        *("\u200b", "\ud800", "\x00", "ال", "#HashTag"),
    ]
)
TEXTS = st.lists(PARTS, max_size=40).map(" ".join) | st.text(max_size=120)


def sound(text: str, found: tuple[Attribution, ...]) -> None:
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    for a in found:
        assert a.content
        assert 0.0 <= a.score <= 1.0
        assert a.why
        assert a.within is None or (a.within in ids and a.within != a.id)
        for spans in (a.source, a.cue, a.content):
            last = 0
            for start, end in spans:
                assert last <= start < end <= len(text)
                last = end


@settings(max_examples=120)
@given(TEXTS)
@example("said \u200b said")
@example("\u200b \u200b said said")
@example("said “ reports was blamed for , ” a guard")
def test_any_text_gives_sound_attributions(text: str) -> None:
    analysis = read.__wrapped__(text)
    found = attribution.find(analysis)
    sound(text, found)
    assert attribution.find(analysis) == found


@settings(max_examples=60)
@given(TEXTS)
def test_nesting_never_goes_in_a_circle(text: str) -> None:
    found = {a.id: a for a in attribution.find(read.__wrapped__(text))}
    for a in found.values():
        seen = {a.id}
        outer = a.within
        while outer is not None:
            assert outer not in seen
            seen.add(outer)
            outer = found[outer].within


def test_cost_grows_with_the_text_and_not_faster() -> None:
    unit = "the mayor said that the guard said that "
    small, large = read.__wrapped__(unit * 60), read.__wrapped__(unit * 600)
    for analysis in (small, large):
        attribution.find(analysis)
    started = time.perf_counter()
    attribution.find(small)
    middle = time.perf_counter()
    attribution.find(large)
    assert time.perf_counter() - middle < 60 * (middle - started) + 0.2
