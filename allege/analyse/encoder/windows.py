"""What the encoder reads at once: whole sentences in a row, as word pieces with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer

from allege.claim import Span, Spans

PIECES = 192
"""Word pieces in a window at most; the weights were fitted on windows of up to this length."""

_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n\s*\n|\n(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text as word pieces. `offsets` are code points of that text; `ids` without [CLS] and [SEP]."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    _edges: tuple[list[int], list[int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Where pieces start and where they end, apart: windows are asked for the pieces under spans all the time."""
        object.__setattr__(self, "_edges", tuple(map(list, zip(*self.offsets, strict=True))) or ([], []))

    @property
    def span(self) -> Span:
        """From the first piece to the last."""
        return Span(self.offsets[0][0], self.offsets[-1][1])

    def pieces(self, spans: Spans | Sequence[Sequence[int]]) -> list[int]:
        """Positions of the pieces that share a character with any of `spans`."""
        starts, ends = self._edges
        found: set[int] = set()
        for start, end in spans:
            found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
        return sorted(found)


def windows(tokenizer: Tokenizer, text: str, longest: int = PIECES) -> Iterator[Window]:
    """`text` in windows of whole sentences, in order; a sentence longer than a window is cut.

    Sentences are cut at marks of punctuation alone, so that fitting and running see the same windows whatever parser
    stands beside them. The same characters are never in two windows.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids, offsets = encoding.ids, encoding.offsets
    starts = [start for start, _ in offsets]
    ends = sorted({bisect_left(starts, cut.end()) for cut in _END.finditer(text)} | {len(ids)})
    first, following = 0, 0
    while first < len(ids):
        last = first
        while following < len(ends) and ends[following] <= first + longest:
            last = ends[following]
            following += 1
        last = last if last > first else _cut(offsets, first, min(first + longest, len(ids)))
        yield Window(tuple(ids[first:last]), tuple(offsets[first:last]))
        first = last


def _cut(offsets: Sequence[tuple[int, int]], first: int, last: int) -> int:
    """The nearest place at or before `last` that no character lies across: one may be several pieces (Hangul)."""
    at = last
    while first < at < len(offsets) and offsets[at][0] < offsets[at - 1][1]:
        at -= 1
    return at if at > first else last
