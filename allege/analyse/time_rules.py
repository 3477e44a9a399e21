"""The rules that read times, one for each form of words; earlier rules win.

A vague time is a range. "Early" is the first third of a month, a year or a decade, "mid" the second, "late" the last
(early June = 1–10 June; late 2001 = September–December 2001). A weekday is the last such day up to the publication,
"next Monday" the first after it, "will meet on Monday" the first from it on. "Last week" is Monday to Sunday of the
week before (at a weekend also the days of the week that ends), "the past week" the seven days up to publication.
"Overnight" and "last night" are the day before and the day of publication. A season is three whole months of the
northern year. A day and month without a year are the last such day up to a week after publication. `precision` is
UCDP's `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name}
_DAYS = {name[:3].lower(): n for n, name in enumerate(calendar.day_name)}
_SMALL = "a an one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = dict(zip(_SMALL.split(), (1, 1, *range(1, 13)), strict=True))
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}

_M = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?!\w)"
)
_D = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\."
_Y = r"(?:1[5-9]|20)\d\d"
_COUNTED = "people|troops|soldiers|men|women|block|blk|hours|hrs|local time|GMT|UTC"
"""What stands behind four digits that are no year."""
_PART = r"(?:the )?(?P<part>early|beginning|start|mid|middle|late|end)(?: of| in)?(?: the)?[ -]"
_N = rf"(?P<n>\d{{1,3}}|{_SMALL.replace(' ', '|')}|several|few|a few|couple|a couple)(?: of)?"
_ORDINAL = r"(?:st|nd|rd|th)?"


@dataclass(frozen=True, slots=True)
class Range:
    """Inclusive days; `precision` is UCDP's `date_prec`."""

    first: date
    last: date
    precision: int


Read = Callable[[re.Match[str], date | None], Range | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words and what it means for a date of publication; None: a time whose days are not known."""

    name: str
    pattern: re.Pattern[str]
    read: Read


def _rule(name: str, pattern: str, read: Read) -> Rule:
    return Rule(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE), read)


def _range(first: date, last: date) -> Range:
    days = (last - first).days + 1
    precision = next((p for p, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)
    return Range(first, last, precision)


def _month(year: int, month: int) -> Range:
    return Range(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), 4)


def _year(year: int) -> Range:
    return Range(date(year, 1, 1), date(year, 12, 31), 5)


def _year_of(text: str) -> int:
    """A year of four digits, or of two as in reports of the last century ("4 Feb 90")."""
    return int(text) if len(text) == 4 else int(text) + (1900 if int(text) > 40 else 2000)


def _part(whole: Range, part: str | None) -> Range:
    """The named third of a month, year or longer."""
    third = _THIRDS.get((part or "").lower())
    if third is None:
        return whole
    if whole.precision == 4:
        bounds = ((1, 10), (11, 20), (21, whole.last.day))[third]
        return Range(whole.first.replace(day=bounds[0]), whole.last.replace(day=bounds[1]), 4)
    if whole.first.year == whole.last.year:
        year = whole.first.year
        return Range(date(year, 4 * third + 1, 1), _month(year, 4 * third + 4).last, 5)
    years = ((0, 3), (4, 6), (7, 9))[third]
    return Range(date(whole.first.year + years[0], 1, 1), date(whole.first.year + years[1], 12, 31), 5)


def _month_number(text: str) -> int:
    return _MONTHS[text[:3].lower()]


def _iso(found: re.Match[str], published: date | None) -> Range | None:
    day = date.fromisoformat(found["iso"])
    return Range(day, day, 1)


def _undated(found: re.Match[str], published: date | None) -> Range | None:
    """A feast: its days move from year to year and from church to church, so none are given."""
    return None


def _eleventh(found: re.Match[str], published: date | None) -> Range | None:
    return Range(date(2001, 9, 11), date(2001, 9, 11), 1)


def _day_month(found: re.Match[str], published: date | None) -> Range | None:
    month, day = _month_number(found["m"]), int(found["d"])
    if not 1 <= day <= 31:
        return None
    if found["y"]:
        first = date(_year_of(found["y"]), month, day)
    elif published is None:
        return None
    else:
        first = _no_later(published, month, day)
    last = first.replace(day=int(found["to"])) if found.groupdict().get("to") else first
    return _range(first, last) if first <= last else None


def _no_later(published: date, month: int, day: int) -> date:
    """That day and month in the year that puts it last before a week after publication; ValueError for "31 June"."""
    for year in range(published.year, published.year - 9, -1):  # eight years may lie between two leap days
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= published + timedelta(days=7):
            return date(year, month, day)
    raise ValueError("no such day")


def _month_year(found: re.Match[str], published: date | None) -> Range | None:
    return _part(_month(int(found["y"]), _month_number(found["m"])), found["part"])


def _bare_month(found: re.Match[str], published: date | None) -> Range | None:
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
    return _part(_month(year, month), found["part"])


def _season(found: re.Match[str], published: date | None) -> Range | None:
    year, month = int(found["y"]), _SEASONS[found["season"].lower()]
    if month == 12:
        return Range(date(year - 1, 12, 1), _month(year, 2).last, 5)
    return Range(date(year, month, 1), _month(year, month + 2).last, 5)


def _decade(found: re.Match[str], published: date | None) -> Range | None:
    first = int(found["y"]) if len(found["y"]) == 4 else 1900 + int(found["y"])
    return _part(Range(date(first, 1, 1), date(first + 9, 12, 31), 5), found["part"])


def _plain_year(found: re.Match[str], published: date | None) -> Range | None:
    return _part(_year(int(found["y"])), found["part"])


def _years(found: re.Match[str], published: date | None) -> Range | None:
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


def _weekday(found: re.Match[str], published: date | None) -> Range | None:
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


def _near(found: re.Match[str], published: date | None) -> Range | None:
    if published is None:
        return None
    word = found["near"].lower()
    day = published + timedelta(days=_NEAR.get(word, 0))
    return _range(day, published) if word in ("overnight", "last night") else Range(day, day, 1)


def _span(found: re.Match[str], published: date | None) -> Range | None:
    """ "Last week", "this month", "the past year"."""
    if published is None:
        return None
    which, unit = found["which"].lower().removeprefix("the "), found["unit"].lower()
    if which == "past" and unit != "weekend":
        return _back(published, 1, unit)
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit in ("week", "weekend"):
        return _week(published, step, weekend=unit == "weekend")
    if unit == "month":
        return _month_from(published, step)
    return _year(published.year + step) if unit == "year" else None


def _week(published: date, step: int, *, weekend: bool) -> Range:
    """Monday to Sunday, or the weekend; "this weekend" before its Saturday is the one that has passed.

    "Last week" in a text of a Saturday or Sunday may be the one that ends then: both are in the range.
    """
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    if not weekend and step == -1 and published.weekday() > 4:
        return Range(monday, published - timedelta(days=1), 4)
    if not weekend:
        return Range(monday, monday + timedelta(days=6), 3)
    saturday = monday + timedelta(days=5 - 7 * (step == 0 and published.weekday() < 5))
    return Range(saturday, saturday + timedelta(days=1), 2)


def _month_from(published: date, step: int) -> Range:
    months = published.year * 12 + published.month - 1 + step
    return _month(months // 12, months % 12 + 1)


def _back(published: date, count: int, unit: str) -> Range:
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
    return _range(published - timedelta(days=days * count), published)


def _past(found: re.Match[str], published: date | None) -> Range | None:
    count = _count(found["n"])
    return None if published is None or count is None else _back(published, count, found["unit"].lower())


def _ago(found: re.Match[str], published: date | None) -> Range | None:
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
        return _month_from(published, -count)
    return _year(published.year - count * (10 if unit == "decade" else 1))


def _count(text: str) -> int | None:
    word = text.lower().split()[0] if text.lower() not in ("a few", "a couple") else ""
    return int(word) if word.isdigit() else _NUMBERS.get(word)


_TAIL = rf"(?:,? (?:of )?(?P<y>{_Y}|(?<=\w )\d\d\b(?! ?[:%])))?"

_AFTER = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "since", "until", "by", "of", "during", "from", "before", "after")
)

RULES = (
    _rule("day known by its number", r"(?P<iso>9/11)(?!/)\b", _eleventh),
    _rule("date in digits", r"(?P<iso>\d{4}-\d\d-\d\d)\b", _iso),
    _rule(
        "days of a month",
        rf"(?:between )?(?P<d>\d{{1,2}}) ?(?:-|–|and|to) ?(?P<to>\d{{1,2}}){_ORDINAL} (?P<m>{_M})(?:,? (?P<y>{_Y}))?",
        _day_month,
    ),
    _rule(
        "days of a month",
        rf"(?:between )?(?P<m>{_M}) (?P<d>\d{{1,2}}) ?(?:-|–|and|to) ?(?P<to>\d{{1,2}})\b(?! \d)(?:,? (?P<y>{_Y}))?",
        _day_month,
    ),
    _rule(
        "day and month",
        rf"(?:(?:{_D}),? (?:the )?)?(?P<d>\d{{1,2}}){_ORDINAL}(?: day)?(?: of)? (?P<m>{_M})"
        rf"(?:,? (?P<y>{_Y}|\d\d\b(?![:%,])))?",
        _day_month,
    ),
    _rule(
        "month and day",
        rf"(?:(?:{_D}),? )?(?P<m>{_M}) (?:the )?(?P<d>\d{{1,2}}){_ORDINAL}\b(?!:)(?:,? (?P<y>{_Y}))?",
        _day_month,
    ),
    _rule("month of a year", rf"(?:{_PART})?(?P<m>{_M}),? (?:of )?(?P<y>{_Y})\b", _month_year),
    _rule("season", rf"(?:the )?(?P<season>winter|spring|summer|autumn|fall) (?:of )?(?P<y>{_Y})\b", _season),
    _rule("decade", rf"(?:{_PART}|the )?(?P<y>{_Y[:-4]}\d0|(?<=the )[5-9]0)['’]?s\b", _decade),
    _rule("years", rf"(?:between |from )?(?P<y>{_Y}) ?(?:-|–|and|to|until) ?(?P<to>{_Y}|\d\d)\b(?!-)", _years),
    _rule("part of a year", rf"{_PART}(?P<y>{_Y})\b", _plain_year),
    _rule(
        "year",
        rf"(?<![\d,.$£€-])(?P<part>)(?P<y>{_Y})\b(?![-\d%]|,\d| (?:{_COUNTED}))",
        _plain_year,
    ),
    _rule(
        "feast",
        r"(?:Easter|Christmas|Ramadan|Ramazan|Pentecost|Whitsun|Passover|Hanukkah|Yom Kippur|Diwali|Nowruz|Newroz|"
        r"Ashura|Eid(?: al-(?:Fitr|Adha))?|Good Friday|Palm Sunday)(?: (?:Day|Eve|Sunday|Monday))?\b"
        r"(?! (?-i:[A-Z]))",
        _undated,
    ),
    _rule(
        "weekday",
        rf"(?:(?P<which>last|next|this|early|late) )?(?P<day>{_D})(?: (?:morning|afternoon|evening|night)\b)?",
        _weekday,
    ),
    _rule(
        "near day",
        r"(?P<near>yesterday|today|tomorrow|tonight|overnight|last night|this (?:morning|afternoon|evening))\b",
        _near,
    ),
    _rule(
        "span of the calendar",
        r"(?P<which>last|next|this|previous|(?:the )?(?:past|coming|previous)) "
        r"(?P<unit>week|weekend|month|year|decade)\b",
        _span,
    ),
    _rule("days up to now", rf"(?:the )?(?:past|last|previous) {_N} (?P<unit>day|week|month|year|decade)s?\b", _past),
    _rule("time ago", rf"{_N} (?P<unit>minute|hour|day|week|month|year|decade)s? (?:ago|earlier)\b", _ago),
    _rule("month", rf"(?:{_PART}|(?P<which>last|next|this) |{_AFTER})(?P<m>{_M})(?! \d)", _bare_month),
)
"""In order; each is tried on the whole text."""
