"""How far a text counts back to what it tells of: "a year after police fired on …", "two years to the day after …"."""

from __future__ import annotations

import re
from datetime import date

from allege.link.model import EventClaim

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_BACK = re.compile(
    rf"(?<!half )(?<!than )(?<!nearly )(?<!almost )(?<!about )\b(?P<number>an?|{'|'.join(_NUMBERS)}|\d{{1,2}}) years?"
    r"(?: to the day)?,? (?:ago(?P<today>,? today\b)?|after\b|since\b)",
    re.IGNORECASE,
)


COUNTED = "year"
"""What whoever counts back so says: most sentences do not, and the pattern takes far longer to find out."""


def counted_back(claim: EventClaim, published: date | None) -> date | None:
    """The day so many years before the document's, where the claim's sentence counts back to what it tells of.

    An anniversary is told on its day: "laid flowers on Wednesday, a year after police shot ten people there". "A year
    ago" alone tells no day, "a year ago today" does; what a comma parts from the counting is not counted back to.
    """
    if published is None or COUNTED not in claim.sentence.casefold():
        return None
    at = claim.anchor_spans[0].start - claim.start if claim.anchor_spans else 0
    found = _BACK.search(claim.sentence[: max(0, at)])
    if found is None:
        return None
    ago = found.group().casefold().endswith("ago")
    between = claim.sentence[found.end() : at]
    if ago or ("," in between and not found["today"]):
        return None
    number = found["number"].casefold()
    years = int(number) if number.isdigit() else _NUMBERS.index(number) + 1 if number in _NUMBERS else 1
    return _years_before(published, years)


def _years_before(day: date, years: int) -> date | None:
    """The same day in an earlier year, 28 February for the 29th; None for no year or one before the first."""
    if not 0 < years < day.year:
        return None
    return (day.replace(day=28) if (day.month, day.day) == (2, 29) else day).replace(year=day.year - years)
