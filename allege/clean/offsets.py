"""Runs: which characters of a cleaned text are which characters of the text it was made from.

A run says that `length` code points from `start` in the one equal those from `raw` in the other. Runs are in order on
both sides and never overlap; a character that cleaning made or changed is in none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from allege.claim import Document, Run


def raw_offset(document: Document, offset: int) -> int | None:
    """Where the character at `offset` of the frozen text stands in the raw decoded text; None where it does not."""
    if not 0 <= offset < len(document.text):
        return None
    if document.raw is None:
        return offset
    at = bisect_right(document.runs, offset, key=lambda run: run.start) - 1
    if at < 0 or offset >= document.runs[at].start + document.runs[at].length:
        return None
    return document.runs[at].raw + offset - document.runs[at].start


def whole(text: str) -> tuple[Run, ...]:
    """The runs of a text that was not changed."""
    return (Run(0, 0, len(text)),) if text else ()


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same runs without empty ones, touching ones made one."""
    out: list[Run] = []
    for run in runs:
        if out and run.start == out[-1].start + out[-1].length and run.raw == out[-1].raw + out[-1].length:
            out[-1] = Run(out[-1].start, out[-1].raw, out[-1].length + run.length)
        elif run.length:
            out.append(run)
    return tuple(out)


def shifted(runs: Iterable[Run], start: int, raw: int) -> Iterator[Run]:
    """The runs of a piece, as runs of the texts in which the piece begins at `start` and at `raw`."""
    return (Run(run.start + start, run.raw + raw, run.length) for run in runs)


def composed(first: tuple[Run, ...], second: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs from a text to its source's source: `first` leads to the text that `second` starts from."""
    out: list[Run] = []
    at = 0
    for run in first:
        while at < len(second) and second[at].start + second[at].length <= run.raw:
            at += 1
        here = at
        while here < len(second) and second[here].start < run.raw + run.length:
            other = second[here]
            low = max(run.raw, other.start)
            high = min(run.raw + run.length, other.start + other.length)
            out.append(Run(run.start + low - run.raw, other.raw + low - other.start, high - low))
            here += 1
    return joined(out)
