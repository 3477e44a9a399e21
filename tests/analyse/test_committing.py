"""Verbs of committing: groups that a rule takes by name."""

from __future__ import annotations

from itertools import combinations

import pytest

from allege.analyse.committing import committing

GROUPS = ("doing", "waging", "planning", "ordering")


def test_no_verb_is_in_two_groups() -> None:
    assert not any(committing(a) & committing(b) for a, b in combinations(GROUPS, 2))


def test_groups_add_up() -> None:
    assert committing(*GROUPS) == frozenset().union(*map(committing, GROUPS))


def test_a_group_that_the_list_lacks_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        committing("sparing")
