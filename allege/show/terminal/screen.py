"""The screen we write to: how wide it is, whether it has colours and more than ASCII, and what may be sent to it."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TextIO

PIPED_WIDTH = 100
"""Columns that prose is wrapped to where nobody looks at a terminal; a pipe is cut to none but those of COLUMNS."""

NARROWEST = 30

STYLES: Mapping[str, str] = {
    "bold": "1", "dim": "2", "source": "1;36", "cue": "4;33", "content": "3", "anchor": "1", "good": "32", "bad": "31",
}  # fmt: skip
"""SGR codes. Source is bold, cue underlined and content italic too, so that no meaning hangs on colour alone."""

_SGR = re.compile(r"\x1b\[[0-9;]*m")
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Screen:
    """`width` in columns; `colour` and `unicode`: whether they may be used; `piped`: a program may read it.

    Lines of a table are cut to the width on a terminal, and in a pipe where COLUMNS asks for one (`cuts`).
    """

    width: int = PIPED_WIDTH
    colour: bool = False
    unicode: bool = True
    piped: bool = True
    cuts: bool = False

    @classmethod
    def of(cls, stream: TextIO, environ: Mapping[str, str] | None = None) -> Screen:
        """The screen behind `stream`. NO_COLOR (no-color.org) and TERM=dumb forbid colours; COLUMNS sets the width."""
        environ = os.environ if environ is None else environ
        tty = stream.isatty()
        given = environ.get("COLUMNS", "")
        asked = given.isdigit() and int(given) > 0
        width = int(given) if asked else _terminal_width() if tty else PIPED_WIDTH
        colour = tty and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"
        encoding = (stream.encoding or "ascii").lower().replace("-", "")
        return cls(max(width, NARROWEST), colour, encoding.startswith("utf"), not tty, asked)

    def style(self, text: str, *names: str) -> str:
        """The same text in the named styles where the screen has colours."""
        if not self.colour or not names or not text:
            return text
        return f"\x1b[{';'.join(STYLES[name] for name in names)}m{text}\x1b[0m"

    @property
    def bounded(self) -> bool:
        """Whether lines of a table must keep to the width."""
        return self.cuts or not self.piped

    def fit(self, text: str, width: int) -> str:
        """At most `width` columns of one line of text, cut with … (or ...); whole in a pipe without a width."""
        if not self.bounded or columns(text) <= width:
            return text
        dots = "…" if self.unicode else "..."
        return cut(text, max(width - len(dots), 0)).rstrip() + dots


def safe(text: str) -> str:
    """Text that can do a terminal no harm: control, direction and surrogate characters are shown as \\x1b and the like.

    Documents come from anywhere; an escape sequence in one must not move the cursor of whoever reads it.
    """
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """The same words on one line, safe to show."""
    return safe(" ".join(text.split()))


def columns(text: str) -> int:
    """How many columns a terminal needs: wide characters take two; combining ones and our own colour codes none."""
    text = _SGR.sub("", text) if "\x1b" in text else text
    return len(text) if text.isascii() else sum(_width(character) for character in text)


def cut(text: str, width: int) -> str:
    """The longest beginning of `text` that needs no more than `width` columns."""
    if text.isascii():
        return text[:width]
    used = 0
    for index, character in enumerate(text):
        used += _width(character)
        if used > width:
            return text[:index]
    return text


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> Iterator[str]:
    """Lines of at most `width` columns; `indent` before the first, `hanging` (else `indent`) before the others."""
    hanging = indent if hanging is None else hanging
    before = indent
    for start, end in breaks(text, max(width - max(columns(indent), columns(hanging)), 10)):
        yield before + text[start:end]
        before = hanging


def breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where lines of at most `width` columns start and end in one line of text; a longer word is cut.

    Blanks at the end of a line belong to no line; every other character belongs to exactly one.
    """
    start, end, used = 0, 0, 0
    for word in re.finditer(r"\S+", text):
        gap = columns(text[end : word.start()])
        size = columns(word.group())
        if end > start and used + gap + size > width:
            yield start, end
            start, used, gap = word.start(), 0, 0
        end, used = word.end(), used + gap + size
        while used > width and start < end:
            piece = max(len(cut(text[start : min(end, start + 8 * width)], width)), 1)
            yield start, start + piece
            used -= columns(text[start : start + piece])
            start += piece
    if end > start:
        yield start, end


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _terminal_width() -> int:
    return shutil.get_terminal_size((80, 24)).columns
