"""The words of an HTML source without its tags, with offsets into the source.

No parser gives offsets of characters with entities undone, so this reads the source once with one expression. It does
not choose the article (trafilatura does); it serves to find the article's words in the source again.
"""

from __future__ import annotations

import html
import re

from allege.claim import Run
from allege.clean.offsets import joined

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|template|svg)\b[^<>]*>.*?(?:</\1\s*>|\Z)"
    r"|</?(?P<tag>[a-z][a-z0-9]*)[^<>]*>"
    r"|<[!?][^<>]*>"
    r"|(?P<entity>&(?:\#x?[0-9a-f]{1,7};?|[a-z][a-z0-9]{1,30};))",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub
    sup time tt u var wbr""".split()  # noqa: SIM905 - among forty quoted strings nobody would find a tag
)


def strip_tags(source: str) -> tuple[str, tuple[Run, ...]]:
    """The text between the tags, a line break for each tag that starts or ends a block, and its runs to `source`."""
    pieces: list[str] = []
    runs: list[Run] = []
    size = at = 0
    for found in _PIECE.finditer(source):
        made = _made_of(found)
        between = source[at : found.start()]
        runs.append(Run(size, at, len(between)))
        pieces += (between, made)
        size += len(between) + len(made)
        at = found.end()
    pieces.append(source[at:])
    runs.append(Run(size, at, len(source) - at))
    return "".join(pieces), joined(runs)


def _made_of(found: re.Match[str]) -> str:
    if found["entity"]:
        return html.unescape(found["entity"])
    return "" if (found["tag"] or "br").lower() in _INLINE else "\n"
