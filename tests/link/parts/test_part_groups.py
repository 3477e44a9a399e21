"""Average link: the mean of all pairs decides, and a crowd costs no more than its leaders."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.link.parts.group import LEADERS, average_link, grouped
from allege.link.table import Numbers, Reals


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    scores = np.array([[1, 0.9, 0.0], [0.9, 1, 0.8], [0.0, 0.8, 1]])
    assert average_link(scores, 0.5) == [[0, 1], [2]]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=25))
@settings(max_examples=50)
def test_clear_groups_are_found_in_any_order(labels: list[int]) -> None:
    scores = np.array([[0.9 if a == b else 0.1 for b in labels] for a in labels])
    expected = sorted([i for i, one in enumerate(labels) if one == label] for label in set(labels))
    assert sorted(average_link(scores, 0.5)) == expected


def test_every_position_of_a_crowd_is_in_one_group_and_pairs_are_bounded() -> None:
    count, asked = LEADERS + 500, 0

    def score(i: Numbers, j: Numbers) -> Reals:
        nonlocal asked
        asked += len(i)
        return np.where(i % 5 == j % 5, 1.0, 0.0)

    found = grouped(count, score, 0.5, may=lambda i, j: i % 5 == j % 5)
    assert sorted(i for group in found for i in group) == list(range(count))
    assert [len(group) for group in found] == [count // 5] * 5
    assert asked < LEADERS * LEADERS / 2 + 500 * 5 * 3
