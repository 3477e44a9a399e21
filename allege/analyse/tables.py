"""Tables of incidents: rows of one occurrence each, with its day and place, what was done, by whom, how many it hit.

Cells stand between tabs or bars, as cleaning leaves them. Only a table whose head names what was done, and when or
where, is read so: of any other nobody knows what its columns mean. No cell goes on with the words of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allege.analyse.data import lexicon
from allege.claim import Span

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|:+-]+")
_NEAR = re.compile(r"(?:near|outside|around|in|at)\s+")
_BRACKET = re.compile(r"\s*\(.*")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by what their columns tell ("date", "place", "deed", "deaths", "injuries", "actor")."""

    cells: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: where its head stands, and the line under it that only parts the two; its rows; where cells begin."""

    furniture: tuple[Span, ...]
    rows: tuple[Row, ...]
    starts: tuple[int, ...]


@lru_cache(maxsize=2)
def tables(text: str) -> tuple[Table, ...]:
    """The tables of incidents in a text, in order."""
    return tuple(_found(text)) if "\t" in text or "|" in text else ()


def _found(text: str) -> Iterator[Table]:
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    at = 0
    while at < len(lines):
        head = _cells(text, lines[at])
        names = [_column(text[cell.start : cell.end]) for cell in head]
        at += 1
        if not _is_head(text, head):
            continue
        furniture, rows, starts = [lines[at - 1]], [], []
        while at < len(lines):
            if _RULE.fullmatch(text, *lines[at]):
                furniture.append(lines[at])
            elif len(cells := _cells(text, lines[at])) > 1 and not _is_head(text, cells):
                named = zip(names, cells, strict=False)
                told = ((name, _bare(text, name, cell)) for name, cell in named if name)
                rows.append(Row({name: cell for name, cell in told if cell.end > cell.start}))
                starts += [cell.start for cell in cells if cell.end > cell.start]
            else:
                break
            at += 1
        if rows:
            yield Table(tuple(furniture), tuple(rows), tuple(starts))


def _cells(text: str, line: Span) -> list[Span]:
    """The cells of a line, empty ones too; none of a line without tabs or bars. A bar at either end is its frame."""
    words = text[line.start : line.end]
    if "\t" not in words and "|" not in words:
        return []
    bar = "|" if "|" in words else "\t"
    frame = len(words) - len(words.lstrip(" ")) + 1 if words.lstrip(" ").startswith("|") else 0
    out, start = [], line.start + frame
    for piece in words[frame:].split(bar):
        out.append(_stripped(text, Span(start, start + len(piece))))
        start += len(piece) + 1
    return out[:-1] if out and out[-1].end <= out[-1].start else out


def _is_head(text: str, cells: Sequence[Span]) -> bool:
    """Whether cells head the columns of a table of incidents."""
    names = {_column(text[cell.start : cell.end]) for cell in cells}
    return len(cells) > 2 and "deed" in names and not names.isdisjoint(("date", "place"))


def _stripped(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _bare(text: str, name: str, cell: Span) -> Span:
    """A place without "near" before it; any other cell as it is."""
    near = _NEAR.match(text, *cell) if name == "place" else None
    return cell if near is None else Span(near.end(), cell.end)


def _column(head: str) -> str:
    said = _BRACKET.sub("", " ".join(head.casefold().split())).strip(" .:*")
    return _columns().get(said, "")


@lru_cache(maxsize=1)
def _columns() -> Mapping[str, str]:
    named = lexicon("mentions/tables.toml")["columns"]
    assert isinstance(named, dict)
    return {words: column for column, heads in named.items() for words in heads}
