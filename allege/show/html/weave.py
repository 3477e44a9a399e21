"""Weaves overlapping marks into a text: spans in, a flat run of balanced tokens out.

Marks may cross each other (a quotation that ends inside an attribution); where they do, the inner one is closed and
opened again, so that the HTML always nests. One sweep over the boundaries: cost is linear in the marks, times how many
lie over one another, and that is bounded by `DEEPEST`.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from allege.claim import Span
from allege.show.html.view import Token, TokenKind

DEEPEST = 12
"""Marks drawn over one another at most; a text nested deeper keeps its outermost ones."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch to mark; a lower `order` lies outside a higher one. `ref` is the number shown after its end."""

    start: int
    end: int
    order: tuple[int, int]
    css: str
    title: str = ""
    claim: str = ""
    ref: str = ""

    @property
    def rank(self) -> tuple[tuple[int, int], int, int, str]:
        """The order in which marks over the same words nest."""
        return (self.order, self.start, -self.end, self.claim)


def deal(marks: Iterable[Mark], stretches: Sequence[Span]) -> list[list[Mark]]:
    """The marks cut to each of the stretches (in order, without overlap), with its number only on the last piece."""
    starts = [s.start for s in stretches]
    out: list[list[Mark]] = [[] for _ in stretches]
    for mark in marks:
        index = max(bisect_right(starts, mark.start) - 1, 0)
        while index < len(stretches) and stretches[index].start < mark.end:
            low, high = max(mark.start, stretches[index].start), min(mark.end, stretches[index].end)
            if low < high:
                ref = mark.ref if high == mark.end else ""
                out[index].append(Mark(low, high, mark.order, mark.css, mark.title, mark.claim, ref))
            index += 1
    return out


def weave(text: str, span: Span, marks: Iterable[Mark]) -> Iterator[Token]:
    """The words of `span` with its marks as balanced tokens; `marks` lie within `span`."""
    opening: dict[int, list[Mark]] = {}
    ends: set[int] = set()
    for mark in marks:
        opening.setdefault(mark.start, []).append(mark)
        ends.add(mark.end)
    stack: list[Mark] = []
    active: list[Mark] = []
    at = span.start
    for edge in sorted({span.end, *opening, *ends}):
        if edge > at:
            yield Token(TokenKind.TEXT, text[at:edge])
            at = edge
        ended = [m for m in active if m.end <= edge]
        active = [m for m in active if m.end > edge]
        for mark in opening.get(edge, ()):
            insort(active, mark, key=attrgetter("rank"))
        wanted = active[:DEEPEST] if edge < span.end else []
        yield from _restack(stack, wanted, [m for m in ended if m.ref])
        stack = list(wanted)


def _restack(stack: Sequence[Mark], wanted: Sequence[Mark], done: Sequence[Mark]) -> Iterator[Token]:
    """Closes what ended and opens what begins; numbers come before the marks around them are closed."""
    kept = 0
    while kept < min(len(stack), len(wanted)) and stack[kept] is wanted[kept]:
        kept += 1
    refs = {id(m) for m in done}
    for mark in reversed(stack[kept:]):
        yield Token(TokenKind.CLOSE)
        if id(mark) in refs:
            refs.discard(id(mark))
            yield Token(TokenKind.REF, mark.ref, claim=mark.claim)
    for mark in done:
        if id(mark) in refs:
            yield Token(TokenKind.REF, mark.ref, claim=mark.claim)
    for mark in wanted[kept:]:
        yield Token(TokenKind.OPEN, css=mark.css, title=mark.title, claim=mark.claim)
