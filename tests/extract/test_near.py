"""What stands at a stretch of text is found as if all had been looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allege.extract.near import Near

PLACES = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda at: (at[0], at[0] + at[1]))


@given(st.lists(PLACES), PLACES)
def test_it_finds_what_a_look_at_each_finds(stretches: list[tuple[int, int]], asked: tuple[int, int]):
    near = Near((stretch, number) for number, stretch in enumerate(stretches))
    start, end = asked
    each = [n for n, (first, last) in enumerate(stretches) if first < end and start < last]
    assert sorted(near.at(asked)) == each


def test_what_is_found_stands_in_the_order_of_the_text():
    near = Near([((9, 12), "later"), ((2, 5), "sooner")])
    assert near.at((0, 20)) == ["sooner", "later"]


def test_nothing_is_near_nothing():
    assert Near(()).at((0, 5)) == []
