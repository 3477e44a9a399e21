"""Datelines: "KARACHI, June 9 (Example Wire) —", "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- [TEXT]", "(Reuters) -".

A place in capitals and a dash are enough; a place in small letters needs a date or an agency in brackets beside it; an
agency alone must be a known one. Names and words are in allege/data/clean/credits.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from allege.clean.lines import rule_file
from allege.read.dates import parse_date

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}|\d{2})(?!\d))?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
_DATE = rf"(?i:no date|{_WEEKDAY}(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH}){_YEAR})"
_WORD = r"[^\W\d_][\w.'’-]*"
_PLACE = rf"(?:{_WORD}|d'|of|the|de|la|al)(?:[ /]+{_WORD}){{0,4}}"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}(?:,\s+(?!(?i:{_MONTH}\s+\d|no date)){_PLACE}){{0,2}}(?:\s*\([A-Z][A-Z .]{{1,30}}\)(?=,))?)"
    rf"(?P<comma>,?)\s*)?(?P<date>{_DATE})?,?\s*(?:\((?P<agency>[^()\n]{{2,60}})\))?,?\s*(?:--+|[—–]|-(?=\s)|:(?=\s))\s*"
)
_MARK = re.compile(r"\[([^\]]{2,120})\]\s*")

WINDOW = 200
"""Code points at the start of a paragraph in which a dateline must end."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """`[start, end)` of a dateline with its dash, and of the parts it has; offsets like those of the text given."""

    start: int
    end: int
    place: str | None
    agency: tuple[int, int] | None
    date_text: str | None
    has_year: bool

    def dated(self, near: date | None) -> date | None:
        """The date it gives; one without a year takes the year that puts it at most a week after `near`."""
        if self.date_text is None:
            return None
        if self.has_year or near is None:
            return parse_date(self.date_text) if self.has_year else None
        guess = parse_date(f"{self.date_text} {near.year}")
        late = guess is not None and guess > near + timedelta(days=7)
        return parse_date(f"{self.date_text} {near.year - 1}") if late else guess


def dateline(text: str, start: int) -> Dateline | None:
    """The dateline that `text` begins with at `start`, if it does."""
    found = _DATELINE.match(text, start, start + WINDOW)
    if not found or not _counts(found, shouting=text[start : start + 2 * WINDOW].isupper()):
        return None
    agency = (found.start("agency"), found.end("agency")) if found["agency"] else None
    end = _past_marks(text, found.end())
    return Dateline(start, end, found["place"], agency, found["date"], found["year"] is not None)


def _counts(found: re.Match[str], *, shouting: bool) -> bool:
    """Whether what looks like a dateline is one; in a text that is all capitals, a place's capitals tell nothing."""
    place, agency, when = found["place"], found["agency"], found["date"]
    colon = found.group().rstrip().endswith(":")
    if place is None:
        return agency is not None and not colon and (agency.lower() in wires() or when is not None)
    first = place.split(",")[0]
    if first.lower() in _not_places() or len(first) < 3:
        return False
    if agency and not agency[0].isupper():
        return False
    if (agency or when) and not (colon and not first.isupper()):
        return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in first.split())
    return first.isupper() and not colon and not shouting


def _past_marks(text: str, at: int) -> int:
    """Past marks such as [TEXT]; a bracket between two of them ("[REPORT] [some name] [TEXT]") goes along."""
    end = here = at
    while found := _MARK.match(text, here):
        here = found.end()
        if found[1].upper().startswith(_marks()):
            end = here
    return end


@lru_cache(maxsize=1)
def wires() -> frozenset[str]:
    """Names of agencies that credit a text by themselves, in small letters."""
    return frozenset(name.lower() for name in rule_file("credits")["wires"])


@lru_cache(maxsize=1)
def _not_places() -> frozenset[str]:
    return frozenset(rule_file("credits")["not_places"])


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return tuple(rule_file("credits")["marks"])
