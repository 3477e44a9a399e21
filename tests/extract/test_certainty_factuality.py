"""The author's commitment as a number: its bounds, its order, and that no text is too odd for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import factuality, read

from allege.claim import ClaimKind, Span
from allege.extract.certainty import judge
from allege.extract.certainty.path import MAX_STEPS, Reader
from allege.extract.predication import Predication

VOCABULARY = """
the rebels army did not never may will attack attacked said that denied if ? ! , . " ” no to of and or because why
"""


def test_what_happened_stands_above_what_may_happen_and_that_above_what_did_not() -> None:
    happened = factuality("The rebels attacked the town.", "attacked")
    possible = factuality("The rebels may attack the town.", "attack")
    denied = factuality("The rebels did not attack the town.", "attack")
    assert happened > 2 > possible > denied
    assert denied <= -1


def test_what_is_reported_stands_between_what_is_stated_and_what_is_asked() -> None:
    text = "The mayor said the rebels shelled the port. The rebels attacked the town. Did the rebels raid the camp?"
    reported, stated, asked = (factuality(text, word) for word in ("shelled", "attacked", "raid"))
    assert stated > reported > asked


@pytest.mark.parametrize("wish", ["wants to attack", "plans to attack", "was ordered to attack"])
def test_what_is_only_wished_or_planned_stands_below_what_was_managed(wish: str) -> None:
    managed = factuality("The army managed to attack the town.", "attack")
    assert factuality(f"The army {wish} the town.", "attack") < managed - 1


@given(st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=14))
@settings(max_examples=60)
def test_every_word_of_any_text_is_judged_within_bounds_and_the_same_each_time(words: list[str]) -> None:
    analysis = read(" ".join(words))
    for token in analysis.doc:
        item = Predication(ClaimKind.EVENT, "ASSAULT", (Span(token.idx, token.idx + len(token)),), token.i)
        judged = judge(analysis, item, ())
        assert -3 <= judged.factuality <= 3
        assert judged == judge(analysis, item, ())
        assert judged.commitments[0].why


def test_a_very_long_chain_of_clauses_is_read_only_so_far_up() -> None:
    analysis = read("The mayor said that " * 60 + "the rebels attacked the town.")
    reader = Reader(analysis.doc)
    assert max(len(reader.path(token)) for token in analysis.doc) <= MAX_STEPS
