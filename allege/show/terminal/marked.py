"""A document's text as it stands, with source, cue and content marked and its claims under the words of their sentence.

Where there are colours the words themselves are styled; else a line of marks stands under each line of text. What the
cleaning folded away is one line in brackets.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import groupby, pairwise

from allege.claim import Attribution, Block, BlockKind, Document, Record, Spans
from allege.ledger.rows import ClaimRow
from allege.show.terminal.claims import claim_block, told_in
from allege.show.terminal.screen import Screen, breaks, columns, one_line, safe, wrap

MARGIN = "    "

READ = frozenset({BlockKind.BODY, BlockKind.TITLE})
"""Blocks that are shown in full; the others are folded."""


class Paint(IntEnum):
    """What a character is to the attributions; a later one covers an earlier one."""

    NONE = 0
    CONTENT = 1
    NESTED = 2
    CUE = 3
    SOURCE = 4


MARKS = {Paint.NONE: " ", Paint.CONTENT: ".", Paint.NESTED: ":", Paint.CUE: "~", Paint.SOURCE: "="}
STYLE: Mapping[Paint, tuple[str, ...]] = {
    Paint.NONE: (),
    Paint.CONTENT: ("content",),
    Paint.NESTED: ("content", "dim"),
    Paint.CUE: ("cue",),
    Paint.SOURCE: ("source",),
}
KEY: Mapping[Paint, str] = {
    Paint.SOURCE: "who says it",
    Paint.CUE: "the words that say so",
    Paint.CONTENT: "what is said",
    Paint.NESTED: "speech within speech",
}


def document_page(record: Record, rows: Iterable[ClaimRow], screen: Screen) -> Iterator[str]:
    """The text line by line; `rows` are the record's claims, shown after the line in which their sentence ends."""
    before = ""
    for line in _lines(record, rows, screen):
        if line or before:
            yield line
        before = line


def _lines(record: Record, rows: Iterable[ClaimRow], screen: Screen) -> Iterator[str]:
    paint = painted(record)
    document = record.document
    if record.attributions:
        yield from _key(screen)
        yield ""
    ends = {claim.id: claim.sentence.end for claim in record.claims if claim.sentence}  # line breaks behind it too
    after: dict[int, list[ClaimRow]] = {}
    for row in rows:
        after.setdefault(ends.get(row.record_id, row.end), []).append(row)
    for start, end, block in pieces(document, after):
        bare = start + len(document.text[start:end].rstrip())
        if block is not None:
            yield screen.style(folded_line(document, block, screen), "dim")
        else:
            yield from _text(document.text, start, bare, paint, screen)
        for row in after.pop(end, ()):
            yield from claim_block(row, screen, MARGIN)
        yield from ("",) if document.text.count("\n", bare, end) > 1 else ()
    for row in (row for end in sorted(after) for row in after[end]):
        yield from told_in(row.quote, [row], screen)


def painted(record: Record) -> bytearray:
    """One `Paint` for each character of the text."""
    paint = bytearray(len(record.document.text))
    for kind, spans in sorted(_strokes(record.attributions), key=lambda stroke: stroke[0]):
        for start, end in spans:
            paint[start:end] = bytes([kind]) * (end - start)
    return paint


def _strokes(said: Iterable[Attribution]) -> Iterator[tuple[Paint, Spans]]:
    for item in said:
        yield (Paint.NESTED if item.within else Paint.CONTENT), item.content
        yield Paint.CUE, item.cue
        yield Paint.SOURCE, item.source


def pieces(document: Document, ends: Iterable[int]) -> Iterator[tuple[int, int, Block | None]]:
    """The text in order, cut at `ends` and around folded blocks: start, end, and the block where it is folded."""
    stops = sorted(set(ends))
    position = 0
    for block in document.blocks:
        if block.kind in READ or block.span.end <= position:
            continue
        yield from _cut(position, block.span.start, stops)
        yield block.span.start, block.span.end, block
        position = block.span.end
    yield from _cut(position, len(document.text), stops)


def _cut(start: int, end: int, stops: Sequence[int]) -> Iterator[tuple[int, int, None]]:
    inner = stops[bisect_right(stops, start) : bisect_left(stops, end)]
    for first, last in pairwise((start, *inner, end)):
        if last > first:
            yield first, last, None


def folded_line(document: Document, block: Block, screen: Screen) -> str:
    """`[folded: comment form, 12 lines]`; a byline, credit or dateline is short and keeps its words."""
    words = document.text[block.span.start : block.span.end]
    if block.kind != BlockKind.BOILERPLATE:
        return screen.fit(f"[{block.kind}: {one_line(words)}]", screen.width)
    lines = len([line for line in words.splitlines() if line.strip()]) or 1
    what = one_line(block.why) or "not part of the article"
    return screen.fit(f"[folded: {what}, {lines} line{'' if lines == 1 else 's'}]", screen.width)


def _text(text: str, start: int, end: int, paint: bytearray, screen: Screen) -> Iterator[str]:
    offset = start + len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    for line in text[offset:end].split("\n"):
        for first, last in breaks(line, screen.width):
            yield from _marked(line[first:last], paint[offset + first : offset + last], screen)
        if not line.strip() and offset + len(line) < end:
            yield ""
        offset += len(line) + 1


def _marked(line: str, paint: bytearray, screen: Screen) -> Iterator[str]:
    shown = "".join(" " if c.isspace() else c if safe(c) == c else "?" for c in line)
    if screen.colour:
        yield "".join(_styled(run, screen) for run in _runs(shown, paint))
        return
    yield shown
    marks = "".join(MARKS[Paint(kind)] * columns(run) for kind, run in _runs(shown, paint)).rstrip()
    if marks:
        yield marks


def _runs(line: str, paint: bytearray) -> Iterator[tuple[int, str]]:
    for kind, group in groupby(range(len(line)), key=paint.__getitem__):
        yield kind, "".join(line[index] for index in group)


def _styled(run: tuple[int, str], screen: Screen) -> str:
    return screen.style(run[1], *STYLE[Paint(run[0])])


def _key(screen: Screen) -> Iterator[str]:
    if screen.colour:
        yield "   ".join(screen.style(words, *STYLE[paint]) for paint, words in KEY.items() if paint != Paint.NESTED)
    else:
        yield from wrap("   ".join(f"{MARKS[paint]} {words}" for paint, words in KEY.items()), screen.width)
