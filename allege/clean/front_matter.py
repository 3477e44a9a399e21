"""Front matter: the YAML between two `---` lines at the head of a text, as Jekyll, Hugo and Pandoc write it.

PyYAML reads it. The names of its fields are those of a table's columns (`allege.read.table.COLUMNS`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import yaml

from allege.claim import Block, BlockKind, Span
from allege.read.dates import parse_date
from allege.read.table import COLUMNS

_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.{1,10000}?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


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
        return Block(Span(0, self.end), BlockKind.BOILERPLATE, "front matter")


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of `text`; None where there is none, or none that YAML can read as named fields."""
    found = _FRONT.match(text)
    if not found:
        return None
    try:
        fields = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(fields, dict):
        return None
    named = {str(key).lower(): _words(value) for key, value in fields.items()}
    said = {column: next((named[n] for n in names if named.get(n)), None) for column, names in COLUMNS.items()}
    return FrontMatter(
        end=found.end(),
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
