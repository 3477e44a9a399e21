"""Front matter: the YAML between two `---` lines at the head of a text, as Jekyll, Hugo and Pandoc write it.

PyYAML reads it. A first paragraph of nothing but fields ("date: …", "publisher: …") is front matter, too.
The names of its fields are those of a table's columns (`allege.read.table.COLUMNS`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from allege.claim import FRONT_MATTER, Block, BlockKind, Span
from allege.read.dates import parse_date
from allege.read.table import COLUMNS

_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.{1,10000}?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)

_FIELDS = re.compile(r"\A\s*((?:[A-Za-z][\w-]{0,20}:[ \t]+\S[^\n]{0,500}\n){2,20})[ \t]*\n(?=\s*\S)")
_FIELD = re.compile(r"^([\w-]+):(.*)$", re.MULTILINE)

LEAST = 2
"""Fields with a known name that a paragraph has which is front matter without being marked as such."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a text's front matter says; it ends at `end`, an offset into the text."""

    end: int
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    uri: str | None = None

    @property
    def block(self) -> Block:
        """The stretch that it takes up, folded."""
        return Block(Span(0, self.end), BlockKind.BOILERPLATE, FRONT_MATTER)


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of `text`; None where there is none, or none that YAML can read as named fields."""
    found = _FRONT.match(text)
    if not found:
        return _unmarked(text)
    try:
        fields = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain(found[1], found.end())  # as "title: Retraction: toll", where YAML wants quotation marks
    if not isinstance(fields, dict):
        return None
    return _told({str(key).lower(): _words(value) for key, value in fields.items()}, found.end())


def _unmarked(text: str) -> FrontMatter | None:
    """The same without the lines of dashes: a paragraph at the head where every line is a field, two of them known."""
    found = _FIELDS.match(text)
    return _plain(found[1], found.end()) if found else None


def _plain(lines: str, end: int) -> FrontMatter | None:
    """Front matter of a field a line, read as it stands; None where too few of the fields are known ones."""
    named = {key.lower(): value.strip() for key, value in _FIELD.findall(lines)}
    known = sum(any(named.get(name) for name in names) for names in COLUMNS.values())
    return _told(named, end) if known >= LEAST else None


def _told(named: Mapping[str, str], end: int) -> FrontMatter:
    said = {column: next((named[n] for n in names if named.get(n)), None) for column, names in COLUMNS.items()}
    return FrontMatter(
        end=end,
        title=said["title"],
        byline=said["byline"],
        publisher=said["publisher"],
        published=parse_date(said["published"]) if said["published"] else None,
        uri=said["uri"],
    )


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if isinstance(item, str | int))
    return str(value).strip() if isinstance(value, str | int | float | date) else ""
