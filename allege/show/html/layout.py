"""Cuts a document's text into the rows of the report: headings, paragraphs, folded stretches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from allege.claim import Block, BlockKind, Document, Span
from allege.show.html.view import RowKind

Stretch = tuple[RowKind, Span]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_NEWLINE = re.compile(r"\n\s*")

LONG = 4_000
"""Characters above which a paragraph is also cut at single line breaks."""


def stretches(document: Document, limit: int) -> list[Stretch]:
    """Kind and span of every row, in text order, up to `limit` characters; blank stretches belong to no row."""
    text = document.text
    breaks = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _NEWLINE
    out: list[Stretch] = []
    for kind, span in _parts(document):
        if span.start >= limit:
            break
        cut = Span(span.start, min(span.end, limit))
        if kind == RowKind.FOLDED:
            trimmed = _trim(text, cut)
            out += [(kind, trimmed)] if trimmed.end > trimmed.start else []
        else:
            out += ((kind, paragraph) for paragraph in _paragraphs(text, cut, breaks))
    return out


def _parts(document: Document) -> Iterator[Stretch]:
    """The text cut at its title and boilerplate blocks; neighbouring boilerplate is one part."""
    at = 0
    fold: Span | None = None
    for block in document.blocks:
        kind = _row_kind(block)
        if kind is None:
            continue
        if fold and (kind != RowKind.FOLDED or document.text[fold.end : block.span.start].strip()):
            yield RowKind.FOLDED, fold
            at, fold = fold.end, None
        if fold:
            fold = Span(fold.start, block.span.end)
            continue
        yield RowKind.TEXT, Span(at, block.span.start)
        if kind == RowKind.FOLDED:
            fold = block.span
        else:
            yield kind, block.span
            at = block.span.end
    if fold:
        yield RowKind.FOLDED, fold
        at = fold.end
    yield RowKind.TEXT, Span(at, len(document.text))


def _row_kind(block: Block) -> RowKind | None:
    """Blocks that make rows of their own; the others are marked within their paragraph."""
    return {BlockKind.BOILERPLATE: RowKind.FOLDED, BlockKind.TITLE: RowKind.TITLE}.get(block.kind)


def _paragraphs(text: str, span: Span, breaks: re.Pattern[str]) -> Iterator[Span]:
    at = span.start
    for gap in breaks.finditer(text, span.start, span.end):
        yield from _paragraph(text, Span(at, gap.start()))
        at = gap.end()
    yield from _paragraph(text, Span(at, span.end))


def _paragraph(text: str, span: Span) -> Iterator[Span]:
    trimmed = _trim(text, span)
    if trimmed.end - trimmed.start > LONG and "\n" in text[trimmed.start : trimmed.end]:
        yield from (
            Span(trimmed.start + m.start(), trimmed.start + m.end())
            for m in re.finditer(r"\S.*", text[trimmed.start : trimmed.end])
        )
    elif trimmed.end > trimmed.start:
        yield trimmed


def _trim(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.end - (len(piece) - len(piece.rstrip()))))
