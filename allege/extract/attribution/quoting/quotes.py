"""Where a text quotes: stretches between quotation marks, found by one pass over each paragraph.

Marks are the double ones of several scripts, the typewriter's `"`, doubled single marks (`''`, two backticks) and,
where they plainly open and close, single ones. A mark that closes nothing is passed over. One that opens and never
closes reaches to the end of its paragraph when it stands at the paragraph's start or when the next paragraph opens with
a mark again (the convention for a quotation that runs over paragraphs); elsewhere it is passed over. Bounded by
`LONGEST`. Cost is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allege.claim import Span

LONGEST = 6_000
"""Code points of a quotation at most; a longer one is a stray mark."""

MARK = re.compile(
    r"""(?P<open>[“„«‟])|(?P<close>[”»])|(?P<both>"|''|``|＂)"""
    r"""|(?P<single_open>(?<![\w‘'])[‘'](?=\w))|(?P<single_close>(?<=[\w.,?!…])[’'](?![\w’']))"""
)
PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks. `single`: between single marks; `goes_on`: it never closes in its paragraph."""

    span: Span
    single: bool = False
    goes_on: bool = False


def quotations(text: str) -> tuple[Quote, ...]:
    """The quotations of a text, in order, without overlap (of nested ones only the outer)."""
    found: list[Quote] = []
    paragraphs = list(_paragraphs(text))
    for n, paragraph in enumerate(paragraphs):
        after = text[paragraphs[n + 1].start :][:1] if n + 1 < len(paragraphs) else ""
        found += _in_paragraph(text, paragraph, continued=bool(after) and after in "“\"'`„«")
    return tuple(found)


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in PARAGRAPH.finditer(text):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _in_paragraph(text: str, paragraph: Span, *, continued: bool) -> Iterator[Quote]:
    opened: int | None = None
    single_at: int | None = None
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        kind = match.lastgroup
        if opened is None:
            if kind == "open" or (kind == "both" and _opens(text, match)):
                opened, single_at = match.start(), None
            elif kind == "single_open":
                single_at = match.start()
            elif kind == "single_close" and single_at is not None and match.end() - single_at <= LONGEST:
                yield Quote(Span(single_at, match.end()), single=True)
                single_at = None
        elif kind == "close" or (kind == "both" and not _reopens(text, match, opened)):
            if match.end() - opened <= LONGEST:
                yield Quote(Span(opened, match.end()))
            opened = None
        elif kind == "both":
            opened = match.start()
    if opened is not None and paragraph.end - opened <= LONGEST and (continued or opened == paragraph.start):
        yield Quote(Span(opened, paragraph.end), goes_on=True)


def _opens(text: str, match: re.Match[str]) -> bool:
    """A typewriter's mark opens when something other than a blank follows it."""
    return not text[match.end() : match.end() + 1].isspace() and match.end() < len(text)


def _reopens(text: str, match: re.Match[str], opened: int) -> bool:
    """A mark after a blank and before a letter cannot close: the one before it was stray."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match.start() > opened + 1 and before.isspace() and after.isalnum()
