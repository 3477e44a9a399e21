"""A bag is a mapping that takes less memory: it says what the dict says that it was made from."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.link.bag import Bag, tally

COUNTS = st.dictionaries(st.text(max_size=3), st.integers(1, 2_000), max_size=12)


@given(COUNTS)
def test_a_bag_says_what_it_was_made_from_in_the_same_order(counted):
    bag = Bag(counted)
    assert list(bag.items()) == list(counted.items())
    assert (list(bag), list(bag.values()), len(bag)) == (list(counted), list(counted.values()), len(counted))
    assert bag == counted
    assert all(bag[value] == count and value in bag for value, count in counted.items())


@given(COUNTS, COUNTS)
def test_what_two_have_in_common_is_what_counters_have(one, other):
    assert Bag(one).common(Bag(other)) == (Counter(one) & Counter(other)).total()
    assert Bag(one).total() == Counter(one).total()


def test_what_is_not_there_has_no_count():
    bag = Bag({"bridge": 2})
    assert bag.get("river") is None
    with pytest.raises(KeyError, match="river"):
        bag["river"]


@given(st.lists(st.sampled_from("abcdef")))
def test_a_tally_is_what_a_counter_counts_in_the_same_order(values):
    assert list(tally(values).items()) == list(Counter(values).items())
