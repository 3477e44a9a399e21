"""The words of Allege as data: the algebra of certainty, whose word a claim is, records narrowed, keys, spans."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege import claim as words
from allege.claim import (
    Certainty,
    Claim,
    ClaimKind,
    Document,
    Record,
    SourceKind,
    Span,
    covers,
    make_key,
    merge_spans,
    whose_word,
)

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: Span(min(p), max(p))), max_size=8)


@given(st.sampled_from(Certainty))
def test_denying_twice_is_saying_once(value: Certainty) -> None:
    assert value.negated().negated() is value


@given(st.sampled_from(Certainty), st.sampled_from(["CT", "PR", "PS", "U"]))
def test_a_hedge_never_makes_firmer_and_never_turns_round(value: Certainty, modality: str) -> None:
    order = ("CT", "PR", "PS", "U")
    weaker = value.at_most(modality)
    assert order.index(weaker.modality) >= order.index(value.modality)
    assert weaker.polarity in (value.polarity, "u")


@pytest.mark.parametrize(
    ("kinds", "named", "word"),
    [
        ([], False, "author"),
        ([SourceKind.OFFICIAL], True, "named"),
        ([SourceKind.WITNESS], False, "unnamed"),
        ([SourceKind.MEDIA, SourceKind.WITNESS], False, "unnamed"),
        ([SourceKind.AUTHOR, SourceKind.STATE], True, "author"),
    ],
)
def test_a_claim_rests_on_its_innermost_source_unless_all_rests_on_the_authors_own_earlier_report(
    kinds: list[SourceKind], named: bool, word: str
) -> None:
    assert whose_word(kinds, named=named) == word


def test_a_record_without_its_weak_claims_supports_nothing_that_is_gone() -> None:
    strong = Claim("c1", (Span(0, 1),), ClaimKind.EVENT, "ASSAULT", supports=("c2",), score=0.9)
    weak = Claim("c2", (Span(2, 3),), ClaimKind.STATE, "STATE", score=0.2)
    left = Record(Document("sha256:0", "x", "a b"), claims=(strong, weak)).at_least(0.4)
    assert [(c.id, c.supports) for c in left.claims] == [("c1", ())]


@given(SPANS)
def test_merged_spans_cover_the_same_characters_in_order_without_touching(spans: list[Span]) -> None:
    merged = merge_spans(spans)
    assert {i for s, e in merged for i in range(s, e)} == {i for s, e in spans for i in range(s, e)}
    assert all(a.end < b.start for a, b in pairwise(merged))
    assert all(covers(merged, s) for s, e in spans if e > s)


def test_keys_depend_on_every_part_and_on_where_one_ends() -> None:
    assert make_key("a", "bc") == make_key("a", "bc")
    assert make_key("a", "bc") != make_key("ab", "c")


@pytest.mark.parametrize("name", [n for n, kind in inspect.getmembers(words, inspect.isclass) if is_dataclass(kind)])
def test_what_goes_to_another_process_comes_back_the_same(name: str) -> None:
    """Whatever a field holds: it is taken apart and made again by its fields, unchecked."""
    kind = getattr(words, name)
    made = kind(*(f"{name}.{field.name}" for field in fields(kind)))
    back = pickle.loads(pickle.dumps(made))
    assert type(back) is kind
    assert back == made
    assert replace(back, **{fields(kind)[0].name: "else"}) != made
