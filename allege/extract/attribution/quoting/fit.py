"""Brings quotations and cues together: content reaches over the whole quotation that it begins or ends in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Stretch, joined, minus, words
from allege.extract.attribution.quoting.quotes import Quote
from allege.extract.attribution.tree import Tree

LONG = 5
"""Words from which a quotation is speech rather than a name or a term held at arm's length."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The token ranges of the quotations of a text, and for each token which of them it stands in (-1: none)."""

    ranges: tuple[Stretch, ...]
    at: list[int]
    length: tuple[int, ...]

    def closed(self) -> list[bool]:
        """For each token, whether it stands in a quotation long enough to be speech."""
        return [q >= 0 and self.length[q] >= LONG for q in self.at]


def quoted(tree: Tree, quotes: Sequence[Quote]) -> Quoted:
    """The quotations as token ranges; those between single marks only where they hold speech."""
    ranges: list[Stretch] = []
    at = [-1] * len(tree.start)
    for quote in quotes:
        first, last = bisect_left(tree.end, quote.span.start + 1), bisect_left(tree.start, quote.span.end)
        if first < last and (not quote.single or words(tree, (first, last)) >= LONG):
            at[first:last] = [len(ranges)] * (last - first)
            ranges.append((first, last))
    return Quoted(tuple(ranges), at, tuple(words(tree, r) for r in ranges))


def fit(tree: Tree, marks: Quoted, found: Sequence[Believed]) -> list[Believed]:
    """The same attributions with their contents fitted to the quotations."""
    return [grown(marks, b) for b in found]


def grown(marks: Quoted, b: Believed) -> Believed:
    """One attribution with its content fitted to the quotations."""
    return with_content(b, fitted(marks, b.heard.head, b.heard.content, b.heard.cue, b.heard.source))


def fitted(
    marks: Quoted, head: int, content: tuple[Stretch, ...], cue: Iterable[int], source: Iterable[Stretch]
) -> tuple[Stretch, ...]:
    """A content that reaches over the quotations it begins or ends in, or within that of its cue's head."""
    inside = marks.at[head]
    if inside >= 0:
        first, last = marks.ranges[inside]
        return tuple((max(first, a), min(last, z)) for a, z in content if a < last and z > first)
    held = {marks.at[end] for first, last in content for end in (first, last - 1)} - {-1}
    merged = joined([*content, *(marks.ranges[quote] for quote in held)])
    holes = [*((i, i + 1) for i in cue), *source]
    return tuple(p for piece in merged for p in minus(piece, holes))


def with_content(b: Believed, content: tuple[Stretch, ...]) -> Believed:
    return b if content == b.heard.content or not content else replace(b, heard=replace(b.heard, content=content))
