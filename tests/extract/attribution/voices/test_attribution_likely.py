"""The encoder's word on single tokens, smoothed into stretches."""

from __future__ import annotations

from itertools import accumulate, combinations

from hypothesis import given
from hypothesis import strategies as st

from allege.extract.attribution.voices.likely import Likely

GAINS = st.lists(st.floats(-3, 3, allow_nan=False), min_size=1, max_size=8)


def worth(gains: list[float], chosen: set[int], penalty: float) -> float:
    """What a choice of tokens wins, each change from out to in and back paid for."""
    turns = sum((n in chosen) != (n - 1 in chosen) for n in range(len(gains) + 1))
    return sum(gains[n] for n in chosen) - penalty * turns


@given(GAINS, st.sampled_from([0.7, 1.0, 2.5]))
def test_no_other_choice_of_tokens_is_worth_more_than_the_smoothed_one(gains, penalty):
    likely = Likely(7, [0.5] * len(gains), [0.0, *accumulate(gains)], 0.0)
    chosen = {i - 7 for i in next(likely.smoothed([penalty]))}
    every = (set(some) for size in range(len(gains) + 1) for some in combinations(range(len(gains)), size))
    best = max(worth(gains, some, penalty) for some in every)
    assert abs(worth(gains, chosen, penalty) - best) < 1e-9


@given(GAINS)
def test_no_words_fall_short_of_the_favourite_by_less_than_nothing(gains):
    best = sum(gain for gain in gains if gain > 0)
    likely = Likely(0, [0.5] * len(gains), [0.0, *accumulate(gains)], best)
    assert likely.short_of_best([(0, len(gains))]) <= 1e-9
    assert abs(likely.short_of_best([(n, n + 1) for n, gain in enumerate(gains) if gain > 0])) < 1e-9
