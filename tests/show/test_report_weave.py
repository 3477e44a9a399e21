"""Weaving marks into a text: balanced, complete, and linear whatever the marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from allege.claim import Document, Span
from allege.show.html.layout import stretches
from allege.show.html.view import TokenKind
from allege.show.html.weave import DEEPEST, Mark, deal, weave

TEXT = "abcdefghijklmnopqrstuvwxyz"
SPANS = st.tuples(st.integers(0, 25), st.integers(1, 12)).map(lambda p: (p[0], min(p[0] + p[1], 26)))
MARKS = st.lists(st.tuples(SPANS, st.integers(0, 4)), max_size=30).map(
    lambda drawn: [
        Mark(start, end, (order, n), "x", claim=f"c{n}", ref=str(n)) for n, ((start, end), order) in enumerate(drawn)
    ]
)


@given(MARKS)
def test_tokens_balance_and_keep_every_letter(marks: list[Mark]) -> None:
    depth, words = 0, ""
    for token in weave(TEXT, Span(0, 26), marks):
        depth += {TokenKind.OPEN: 1, TokenKind.CLOSE: -1}.get(token.kind, 0)
        assert 0 <= depth <= DEEPEST
        words += token.text if token.kind == TokenKind.TEXT else ""
    assert depth == 0
    assert words == TEXT


@given(MARKS)
def test_every_number_is_shown_once(marks: list[Mark]) -> None:
    shown = [t.text for t in weave(TEXT, Span(0, 26), marks) if t.kind == TokenKind.REF]
    assert sorted(shown) == sorted(m.ref for m in marks)


@given(MARKS, st.lists(st.integers(1, 25), unique=True, max_size=5))
def test_dealing_to_paragraphs_keeps_every_marked_letter_and_number(marks: list[Mark], cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 26]
    parts = [Span(a, b) for a, b in pairwise(edges)]
    dealt = [piece for part in deal(marks, parts) for piece in part]
    assert sum(p.end - p.start for p in dealt) == sum(m.end - m.start for m in marks)
    assert sorted(p.ref for p in dealt if p.ref) == sorted(m.ref for m in marks)
    for part, pieces in zip(parts, deal(marks, parts), strict=True):
        assert all(part.start <= p.start < p.end <= part.end for p in pieces)


@given(st.text(alphabet="ab \n\t", max_size=80))
def test_rows_hold_every_letter_in_order(text: str) -> None:
    spans = [span for _, span in stretches(Document("sha256:0", "x", text), 1_000)]
    assert "".join("".join(text[slice(*s)] for s in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_deeply_nested_marks_cost_little() -> None:
    """Two thousand attributions around one another still give a page: only the outermost are drawn."""
    text = "x" * 4_000
    marks = [Mark(n, 4_000 - n, (1, n), "x") for n in range(1, 1_999)]
    tokens = list(weave(text, Span(0, 4_000), marks))
    assert len(tokens) < 30_000
