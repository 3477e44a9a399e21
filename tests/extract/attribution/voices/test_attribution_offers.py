"""What a cue's source could be: there is always an offer, if only that of nobody."""

from __future__ import annotations

from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import grow
from allege.extract.attribution.voices.likely import Likely
from allege.extract.attribution.voices.offer import MaybeCue
from allege.extract.attribution.voices.offers import sources
from tests.extract.attributing import read

NOTHING = Likely(0, [], [0.0], 0.0)


def test_a_source_that_a_rule_plainly_hears_inside_the_cue_leaves_the_cue_without_one():
    """ "Its position that …": the owner was taken for source and cue, and the text could not be read at all."""
    tree = grow(read("Kirelia stated its position that the camps must be closed."))
    rule = Heard(3, "noun", "position", "that", (2, 3), ((2, 3),), ((4, 10),))
    offers = sources(tree, MaybeCue(((rule, 0.9),), None, frozenset({2, 3}), (), NOTHING, NOTHING))
    assert [one.words for one in offers] == [frozenset()]


def test_a_source_that_a_rule_plainly_hears_is_never_given_up_for_nobody():
    tree = grow(read("Kirelia stated its position that the camps must be closed."))
    rule = Heard(3, "noun", "position", "that", (3,), ((2, 3),), ((4, 10),))
    offers = sources(tree, MaybeCue(((rule, 0.9),), None, frozenset({3}), (), NOTHING, NOTHING))
    assert offers
    assert all(one.words for one in offers)
