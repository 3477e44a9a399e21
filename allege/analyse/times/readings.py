"""What each form of words means: from its match and the date of publication to a range of days.

A weekday is the last such day up to the publication, "next Monday" the first after it, "will meet on Monday" the first
from it on. "Last week" is Monday to Sunday of the week before (at a weekend also the days of the week that ends), "the
past week" the seven days up to publication. "Overnight" and "last night" are the day before and the day of publication.
A season is three whole months of the northern year. A day and month without a year are the last such day up to a week
after publication. None: a time whose days are not known; ValueError: no time at all ("31 June").
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from allege.analyse.times.ranges import (
    Range,
    back_from,
    month_from,
    month_of,
    no_later,
    spanning,
    third_of,
    week_from,
    year_of,
)

_MONTHS = {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name}
_DAYS = {name[:3].lower(): n for n, name in enumerate(calendar.day_name)}
SMALL = "a an one two three four five six seven eight nine ten eleven twelve"
"""Words for small numbers, in order, after the two articles."""
_NUMBERS = dict(zip(SMALL.split(), (1, 1, *range(1, 13)), strict=True))
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}


def _month_number(text: str) -> int:
    """1 to 12, from a month's name or how it is shortened."""
    return _MONTHS[text[:3].lower()]


def _full_year(text: str) -> int:
    """A year of four digits, or of two as in reports of the last century ("4 Feb 90")."""
    return int(text) if len(text) == 4 else int(text) + (1900 if int(text) > 40 else 2000)


def iso(found: re.Match[str], published: date | None) -> Range | None:
    """ "2014-06-08"."""
    day = date.fromisoformat(found["iso"])
    return Range(day, day, 1)


def undated(found: re.Match[str], published: date | None) -> Range | None:
    """A feast: its days move from year to year and from church to church, so none are given."""
    return None


def eleventh(found: re.Match[str], published: date | None) -> Range | None:
    """ "9/11"."""
    return Range(date(2001, 9, 11), date(2001, 9, 11), 1)


def day_month(found: re.Match[str], published: date | None) -> Range | None:
    """ "8 June", "June 8, 2014", "8-10 June"."""
    month, day = _month_number(found["m"]), int(found["d"])
    if not 1 <= day <= 31:
        return None
    if found["y"]:
        first = date(_full_year(found["y"]), month, day)
    elif published is None:
        return None
    else:
        first = no_later(published, month, day)
    last = first.replace(day=int(found["to"])) if found.groupdict().get("to") else first
    return spanning(first, last) if first <= last else None


def month_year(found: re.Match[str], published: date | None) -> Range | None:
    """ "June 2014", "early in June 2014"."""
    return third_of(month_of(int(found["y"]), _month_number(found["m"])), found["part"])


def bare_month(found: re.Match[str], published: date | None) -> Range | None:
    """ "Next June", "in late June"."""
    if published is None:
        return None
    month = _month_number(found["m"])
    if found["m"] in ("may", "march", "mar"):
        raise ValueError("a verb")
    which = (found["which"] or "").lower()
    if which == "next":
        year = published.year + (month <= published.month)
    else:
        year = published.year - (month > published.month or (which == "last" and month == published.month))
    return third_of(month_of(year, month), found["part"])


def season(found: re.Match[str], published: date | None) -> Range | None:
    """ "The winter of 2014" ends in that year."""
    year, month = int(found["y"]), _SEASONS[found["season"].lower()]
    if month == 12:
        return Range(date(year - 1, 12, 1), month_of(year, 2).last, 5)
    return Range(date(year, month, 1), month_of(year, month + 2).last, 5)


def decade(found: re.Match[str], published: date | None) -> Range | None:
    """ "The 1990s", "the late 90s"."""
    first = int(found["y"]) if len(found["y"]) == 4 else 1900 + int(found["y"])
    return third_of(Range(date(first, 1, 1), date(first + 9, 12, 31), 5), found["part"])


def plain_year(found: re.Match[str], published: date | None) -> Range | None:
    """ "2014", "late 2014"."""
    return third_of(year_of(int(found["y"])), found["part"])


def years(found: re.Match[str], published: date | None) -> Range | None:
    """ "2014-16", "between 2014 and 2016"."""
    first, last = int(found["y"]), int(found["to"])
    last = last if last > 99 else first - first % 100 + last
    return Range(date(first, 1, 1), date(last, 12, 31), 5) if first <= last else None


_REACH = 80
"""Characters before a weekday in which the word stands that puts it ahead."""

_AHEAD = re.compile(
    r"(?:\b(?:will|shall|must)\b|['’]ll\b)[^.!?;,\n]*$|\b(?:unless|if)\b[^.!?;\n]* (?:by|before|until) (?:the )?$",
    re.IGNORECASE,
)
"""What makes a weekday the next one: "will meet on Friday", "if it is not lifted by Sunday"."""


def weekday(found: re.Match[str], published: date | None) -> Range | None:
    """ "Monday", "next Monday"."""
    if published is None:
        return None
    wanted = _DAYS[found["day"][:3].lower()]
    which = (found["which"] or "").lower()
    if which == "next":
        day = published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)
    elif which != "last" and _AHEAD.search(found.string, max(0, found.start() - _REACH), found.start()):
        day = published + timedelta(days=(wanted - published.weekday()) % 7)
    else:
        day = published - timedelta(days=(published.weekday() - wanted) % 7)
    return Range(day, day, 1)


_NEAR = {"yesterday": -1, "tomorrow": 1, "overnight": -1, "last night": -1}


def near(found: re.Match[str], published: date | None) -> Range | None:
    """ "Yesterday", "this morning", "overnight"."""
    if published is None:
        return None
    word = found["near"].lower()
    day = published + timedelta(days=_NEAR.get(word, 0))
    return spanning(day, published) if word in ("overnight", "last night") else Range(day, day, 1)


def span(found: re.Match[str], published: date | None) -> Range | None:
    """ "Last week", "this month", "the past year"."""
    if published is None:
        return None
    which, unit = found["which"].lower().removeprefix("the "), found["unit"].lower()
    if which == "past" and unit != "weekend":
        return back_from(published, 1, unit)
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit in ("week", "weekend"):
        return week_from(published, step, weekend=unit == "weekend")
    if unit == "month":
        return month_from(published, step)
    return year_of(published.year + step) if unit == "year" else None


def past(found: re.Match[str], published: date | None) -> Range | None:
    """ "The past two weeks", up to publication."""
    count = _count(found["n"])
    return None if published is None or count is None else back_from(published, count, found["unit"].lower())


def ago(found: re.Match[str], published: date | None) -> Range | None:
    """ "Two days ago" is a day, "two weeks ago" that week, "three months ago" that month, "ten years ago" that year."""
    count, unit = _count(found["n"]), found["unit"].lower()
    if published is None or count is None:
        return None
    if unit in ("minute", "hour"):
        return Range(published - timedelta(hours=count if unit == "hour" else 0), published, 1)
    if unit == "day":
        day = published - timedelta(days=count)
        return Range(day, day, 1)
    if unit == "week":
        day = published - timedelta(weeks=count)
        return Range(day - timedelta(days=day.weekday()), day + timedelta(days=6 - day.weekday()), 3)
    if unit == "month":
        return month_from(published, -count)
    return year_of(published.year - count * (10 if unit == "decade" else 1))


def _count(text: str) -> int | None:
    """The number that the text names; None for "several", "a few", "a couple"."""
    word = text.lower().split()[0] if text.lower() not in ("a few", "a couple") else ""
    return int(word) if word.isdigit() else _NUMBERS.get(word)
