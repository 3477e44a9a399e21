"""A text in searchable pieces: the sentences that claims stand in, and what lies between them cut at sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from allege.claim import Span, merge_spans

LONGEST = 1_000
"""Code points of one piece between claims; a longer stretch without a sentence end is cut at a blank."""

LONG = 300_000
"""Code points of a text above which only LONGEST cuts it: 50 MB in sentences took 57 s and 1.4 GB to store."""

_END = re.compile(r"[.!?…。؟۔][\"'”’»)\]]*\s+|\s*\n\s*")


def pieces(text: str, told: Iterable[Span]) -> tuple[Span, ...]:
    """The spans `told` and the rest of the text, in text order; blank stretches are left out."""
    known = {span for span in told if span.end > span.start}
    out, past = set(known), 0
    for start, end in (*merge_spans(known), Span(len(text), len(text))):
        out.update(_cut(text, past, start))
        past = end
    return tuple(sorted(out))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _END.finditer(text, start, end) if len(text) <= LONG else ():
        yield from _short(text, start, found.end())
        start = found.end()
    yield from _short(text, start, end)


def _short(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece and not piece.isspace():
        yield Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))
