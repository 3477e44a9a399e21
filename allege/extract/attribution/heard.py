"""What a rule hands over: one possible attribution, in token indices, before anybody decides whether to believe it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allege.claim import Span, Spans
from allege.extract.attribution.tree import Tree

Stretch = tuple[int, int]
"""`[first, last)` tokens."""

PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ('"', '"'), ("''", "''"), ("``", "''"), ("‘", "’"))
"""Marks that come in pairs."""


@dataclass(frozen=True, slots=True)
class Heard:
    """`head`: the cue's head token. `kind`, `key`, `frame`: what the lexicon knows it under; the frame names the rule.

    `source` is empty where nobody is named. `speaker` is the source's head token.
    """

    head: int
    kind: str
    key: str
    frame: str
    cue: tuple[int, ...]
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    speaker: int | None = None


def minus(whole: Stretch, holes: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """`whole` without `holes`, in order; empty pieces left out."""
    out: list[Stretch] = []
    first, last = whole
    for start, end in sorted(holes):
        if end <= first or start >= last:
            continue
        if start > first:
            out.append((first, start))
        first = max(first, end)
    if first < last:
        out.append((first, last))
    return tuple(out)


def stretches(tokens: Iterable[int]) -> tuple[Stretch, ...]:
    """Runs of neighbouring tokens."""
    out: list[Stretch] = []
    for i in sorted(set(tokens)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return tuple(out)


def trimmed(tree: Tree, stretch: Stretch) -> Stretch | None:
    """The stretch without blanks and marks at its ends; None when it holds no word."""
    first, last = stretch
    while first < last and not tree.word[first]:
        first += 1
    while first < last and not tree.word[last - 1]:
        last -= 1
    return (first, last) if first < last else None


def spans(tree: Tree, pieces: Iterable[Stretch]) -> Spans:
    """Character offsets of pieces of tokens, each trimmed to its first and last word (a lone mark stays)."""
    pieces = sorted(pieces)
    kept = [p for p in (trimmed(tree, piece) for piece in pieces) if p is not None] or pieces
    return tuple(Span(tree.start[first], tree.end[last - 1]) for first, last in (_closed(tree, p) for p in kept))


def _closed(tree: Tree, piece: Stretch) -> Stretch:
    """The piece with the bracket or quotation mark behind it that closes one inside it, or before it that opens one."""
    first, last = piece
    inside = tree.lower[first:last]
    for opening, closing in PAIRS:
        opened = inside.count(opening) - (inside.count(closing) if closing != opening else 0)
        odd = opened % 2 == 1 if closing == opening else opened > 0
        for reach in range(last, min(last + 3, len(tree.lower))) if odd else ():
            if tree.lower[reach] == closing:
                return first, reach + 1
            if tree.word[reach]:
                break
        if (odd or opened < 0) and first > 0 and tree.lower[first - 1] == opening:
            return first - 1, last
    return piece


def joined(pieces: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same tokens as ordered pieces that neither overlap nor touch."""
    out: list[Stretch] = []
    for first, last in sorted(pieces):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        elif first < last:
            out.append((first, last))
    return tuple(out)


def words(tree: Tree, stretch: Stretch) -> int:
    """How many words a stretch has."""
    return sum(tree.word[stretch[0] : stretch[1]])
