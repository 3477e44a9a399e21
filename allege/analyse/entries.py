"""Entries of lists and tables of incidents: "4 Feb, Dolma: grenade thrown at a post", "Dolma, 4 Feb - two men shot".

What heads an entry says when and where; it is no part of the sentence behind it, and nobody who speaks. Two entries at
least make a list: a lone place and day before a dash may be the dateline of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allege.analyse.tables import tables
from allege.claim import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)(?:,? (?:19|20)\d\d)?"
)
_PLACE = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}"
_END = r"(?:[ ]?:[ \t]+|[ \t]+[-–—][ \t]+)"
_HOUR = r"(?:,[ \t]+(?:at )?\d{1,2}[:.]?\d\d(?: ?(?:hrs?|hours|h))?(?=,))?"
_HEAD = re.compile(
    rf"(?:(?P<line>^[ \t]*(?:(?:[-–—*•‣▪●]|\d{{1,3}}[.)])[ \t]*)?)|(?<=[.;:)] ))"
    rf"(?:(?P<date>{_DATE}){_HOUR}(?:(?:[.,:]|[ \t]+[-–—])?[ \t]+(?:near )?(?P<place>{_PLACE}))?"
    rf"(?:{_END}|(?P<weak>[.,][ \t]+))"
    rf"|(?P<place2>{_PLACE}),[ \t]+(?P<date2>{_DATE}){_END})"
    r"(?P<body>[^\n]*)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: where its words stand, and the day and the place that head it (None where there is none)."""

    body: Span
    date: Span | None
    place: Span | None


@lru_cache(maxsize=2)  # asked where lines are parted, and for the place and the day of what they tell
def entries(text: str) -> tuple[Entry, ...]:
    """The entries of the lists in a text, in order, none where there is but one; the rows of its tables among them."""
    found = tuple(_found(text))
    listed = found if len(found) > 1 else ()
    return tuple(sorted((*listed, *_rows(text)), key=lambda one: one.body))


def _rows(text: str) -> Iterator[Entry]:
    for table in tables(text):
        for row in table.rows:
            if "deed" in row.cells:
                yield Entry(row.cells["deed"], row.cells.get("date"), row.cells.get("place"))


def _found(text: str) -> Iterator[Entry]:
    at = 0
    while (m := _HEAD.search(text, at)) is not None:
        at = m.start("body")
        name = "2" if m["date2"] else ""
        place = m["place" + name]
        if m["weak"] and (m["line"] is None or place is None or (m["weak"][0] == "," and m["body"][:1].isupper())):
            continue  # a sentence that begins with a day
        later = _HEAD.search(text, at)
        end = m.end("body") if later is None else min(m.end("body"), later.start())
        yield Entry(
            Span(m.start("body"), end),
            Span(*m.span("date" + name)),
            Span(*m.span("place" + name)) if place else None,
        )
