"""Days, weeks, months and years as inclusive ranges of dates, and how wide each is.

"Early" is the first third of a month, a year or a decade, "mid" the second, "late" the last (early June = 1–10 June;
late 2001 = September–December 2001). A week is Monday to Sunday. `precision` is UCDP's `date_prec`: 1 a day, 2 two to
six days, 3 a week, 4 a month, 5 longer.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(days=7)
"""How long after publication a day may lie that is told without its year."""

_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


@dataclass(frozen=True, slots=True)
class Range:
    """Inclusive days; `precision` is UCDP's `date_prec`."""

    first: date
    last: date
    precision: int


def spanning(first: date, last: date) -> Range:
    """These days, with the precision that their number has."""
    days = (last - first).days + 1
    precision = next((p for p, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)
    return Range(first, last, precision)


def month_of(year: int, month: int) -> Range:
    """A month of a year, January being 1."""
    return Range(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), 4)


def year_of(year: int) -> Range:
    """A whole year."""
    return Range(date(year, 1, 1), date(year, 12, 31), 5)


def third_of(whole: Range, part: str | None) -> Range:
    """The named third of a month, year or longer."""
    third = _THIRDS.get((part or "").lower())
    if third is None:
        return whole
    if whole.precision == 4:
        bounds = ((1, 10), (11, 20), (21, whole.last.day))[third]
        return Range(whole.first.replace(day=bounds[0]), whole.last.replace(day=bounds[1]), 4)
    if whole.first.year == whole.last.year:
        year = whole.first.year
        return Range(date(year, 4 * third + 1, 1), month_of(year, 4 * third + 4).last, 5)
    years = ((0, 3), (4, 6), (7, 9))[third]
    return Range(date(whole.first.year + years[0], 1, 1), date(whole.first.year + years[1], 12, 31), 5)


def no_later(published: date, month: int, day: int) -> date:
    """That day and month in the year that puts it last before a week after publication; ValueError for "31 June"."""
    for year in range(published.year, published.year - 9, -1):  # eight years may lie between two leap days
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= published + WEEK:
            return date(year, month, day)
    raise ValueError("no such day")


def week_from(published: date, step: int, *, weekend: bool) -> Range:
    """The week so many after that of publication, or its weekend.

    "This weekend" before its Saturday is the one that has passed. "Last week" in a text of a Saturday or Sunday
    may be the one that ends then: both are in the range.
    """
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    if not weekend and step == -1 and published.weekday() > 4:
        return Range(monday, published - timedelta(days=1), 4)
    if not weekend:
        return Range(monday, monday + timedelta(days=6), 3)
    saturday = monday + timedelta(days=5 - 7 * (step == 0 and published.weekday() < 5))
    return Range(saturday, saturday + timedelta(days=1), 2)


def month_from(published: date, step: int) -> Range:
    """The month so many after that of publication; before it where negative."""
    months = published.year * 12 + published.month - 1 + step
    return month_of(months // 12, months % 12 + 1)


def back_from(published: date, count: int, unit: str) -> Range:
    """So many days, weeks (and so on to decades) up to the day of publication."""
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
    return spanning(published - timedelta(days=days * count), published)
