"""Average link over sparse scores equals the textbook's, whatever the order of the scores."""

import math
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from allege.link.incidents.group import average_link

CUT = 0.5
edges = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] < e[1]),
    st.sampled_from([0.1, 0.3, 0.4, 0.6, 0.7, 0.9, 0.95]),
)


def slow(size, scores, cut):
    """The definition: join the two groups with the best mean score while it reaches the cut."""
    groups = [[i] for i in range(size)]

    def mean(a, b):
        return sum(scores.get((min(i, j), max(i, j)), 0.0) for i in a for j in b) / (len(a) * len(b))

    while True:
        ranked = sorted((-round(mean(a, b), 9), min(a), min(b)) for a, b in combinations(groups, 2))
        if not ranked or -ranked[0][0] < cut - 1e-9:
            return sorted(tuple(sorted(g)) for g in groups), ranked
        _, first, second = ranked[0]
        a, b = (next(g for g in groups if item in g) for item in (first, second))
        groups = [g for g in groups if g is not a and g is not b] + [a + b]


@given(edges)
def test_no_two_groups_are_left_that_reach_the_cut_and_every_item_is_in_one_group(scores):
    found = average_link(9, scores, CUT)
    assert sorted(item for group in found.groups for item in group) == list(range(9))
    assert all(mean < CUT for mean in found.means.values())


def apart(scores):
    """The scores, each moved by a sine: no mean of some sines is that of others, as the means of multiples may be.

    Which of two equal means joins first is open.
    """
    return {edge: score + math.sin(n + 1) / 2000 for n, (edge, score) in enumerate(sorted(scores.items()))}


@given(edges)
@example({(0, 1): 0.1, (0, 2): 0.1, (0, 3): 0.1, (1, 4): 0.7, (1, 5): 0.7, (1, 6): 0.7, (4, 6): 0.9})
def test_the_groups_are_those_of_the_definition(scores):
    distinct = apart(scores)
    assert sorted(average_link(9, distinct, CUT).groups) == slow(9, distinct, CUT)[0]


@given(edges, st.randoms(use_true_random=False))
def test_the_order_of_the_scores_does_not_matter(scores, shuffle):
    items = list(scores.items())
    shuffle.shuffle(items)
    assert average_link(9, dict(items), CUT) == average_link(9, scores, CUT)


def test_one_likeness_does_not_chain_two_groups():
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.9}
    assert len(average_link(4, {**scores, (0, 1): 0.95, (2, 3): 0.95}, CUT).groups) == 2


def test_nothing_scored_is_nothing_joined():
    assert average_link(3, {}, CUT).groups == ((0,), (1,), (2,))
