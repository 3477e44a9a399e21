"""Brings quotations and cues together: content reaches over the whole quotation that it begins or ends in, a quotation
that goes on after the cue belongs to the same cue, and one that stands alone to the speaker before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from allege.extract.attribution.choose import Believed
from allege.extract.attribution.heard import Stretch, joined, minus, words
from allege.extract.attribution.quotes import Quote
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
    out = [_grown(tree, marks, b) for b in found]
    return _continued(tree, marks, out)


def _grown(tree: Tree, marks: Quoted, b: Believed) -> Believed:
    inside = marks.at[b.heard.head]
    if inside >= 0:
        first, last = marks.ranges[inside]
        pieces = tuple((max(first, a), min(last, z)) for a, z in b.heard.content if a < last and z > first)
        return b if not pieces else _with(b, pieces)
    pieces = list(b.heard.content)
    for first, last in b.heard.content:
        for end in (first, last - 1):
            if marks.at[end] >= 0:
                pieces.append(marks.ranges[marks.at[end]])
    holes = [(i, i + 1) for i in b.heard.cue] + list(b.heard.source)
    merged = joined(pieces)
    return _with(b, tuple(p for piece in merged for p in minus(piece, holes)))


def _with(b: Believed, content: tuple[Stretch, ...]) -> Believed:
    return b if content == b.heard.content or not content else replace(b, heard=replace(b.heard, content=content))


def _continued(tree: Tree, marks: Quoted, found: list[Believed]) -> list[Believed]:
    owner: dict[int, int] = {}
    for n, b in enumerate(found):
        for first, last in b.heard.content:
            for i in {first, last - 1, (first + last) // 2}:
                if marks.at[i] >= 0 and marks.at[b.heard.head] < 0:
                    owner.setdefault(marks.at[i], n)
    for q in range(1, len(marks.ranges)):
        if q in owner or q - 1 not in owner:
            continue
        n = owner[q - 1]
        if _follows(tree, marks, q, found[n]):
            owner[q] = n
            found[n] = _with(found[n], joined([*found[n].heard.content, marks.ranges[q]]))
    return found


def _follows(tree: Tree, marks: Quoted, q: int, b: Believed) -> bool:
    """Between two quotations stand only the cue, its source and what hangs on the cue, in one paragraph."""
    before, here = marks.ranges[q - 1][1], marks.ranges[q][0]
    if not before <= b.heard.head < here:
        return False
    gap = range(before, here)
    if any("\n" in tree.lower[i] for i in gap):
        return False
    return tree.sentence[b.heard.head] >= 0 and sum(tree.word[i] for i in gap) <= 40 and _ends_sentence(tree, b, here)


def _ends_sentence(tree: Tree, b: Believed, here: int) -> bool:
    last = tree.bounds[tree.sentence[b.heard.head]][1]
    return last <= here or tree.lower[here - 1] in (",", ";", ":", "-", "–", "—") or not any(tree.word[here:last])
