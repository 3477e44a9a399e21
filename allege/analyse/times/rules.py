"""The rules that read times, one for each form of words; earlier rules win. What a form means: readings.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from allege.analyse.times import readings
from allege.analyse.times.ranges import Range

_M = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?!\w)"
)
_D = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\."
_Y = r"(?:1[5-9]|20)\d\d"
_CLOCK = "block|blk|hours|hrs|local time|GMT|UTC"
_COUNTED = "people|troops|soldiers|men|women"
"""What four digits before it count, but for "in 2019 soldiers …"; before an hour (`_CLOCK`) they are never a year."""
_PART = r"(?:the )?(?P<part>early|beginning|start|mid|middle|late|end)(?: of| in)?(?: the)?[ -]"
_N = rf"(?P<n>\d{{1,3}}|{readings.SMALL.replace(' ', '|')}|several|few|a few|couple|a couple)(?: of)?"
_ORDINAL = r"(?:st|nd|rd|th)?"

DIGIT = "0"
"""Any digit, in the signs of a rule."""

Read = Callable[[re.Match[str], date | None], Range | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words and what it means for a date of publication; None: a time whose days are not known.

    It goes over no line end, and a line has one of `signs` where it matches (in small letters, digits as `DIGIT`).
    """

    name: str
    pattern: re.Pattern[str]
    read: Read
    signs: tuple[str, ...]


def _rule(name: str, pattern: str, read: Read, signs: tuple[str, ...] = (DIGIT,)) -> Rule:
    return Rule(name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE), read, signs)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FEASTS = (
    "easter", "christmas", "rama", "pentecost", "whitsun", "passover", "hanukkah", "yom", "diwali", "nowruz", "newroz",
    "ashura", "eid", "good friday", "palm sunday",
)  # fmt: skip


_AFTER = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "since", "until", "by", "of", "during", "from", "before", "after")
)

RULES = (
    _rule("day known by its number", r"(?P<iso>9/11)(?!/)\b", readings.eleventh),
    _rule("date in digits", r"(?P<iso>\d{4}-\d\d-\d\d)\b", readings.iso),
    _rule(
        "days of a month",
        rf"(?:between )?(?P<d>\d{{1,2}}) ?(?:-|–|and|to) ?(?P<to>\d{{1,2}}){_ORDINAL} (?P<m>{_M})(?:,? (?P<y>{_Y}))?",
        readings.day_month,
    ),
    _rule(
        "days of a month",
        rf"(?:between )?(?P<m>{_M}) (?P<d>\d{{1,2}}) ?(?:-|–|and|to) ?(?P<to>\d{{1,2}})\b(?! \d)(?:,? (?P<y>{_Y}))?",
        readings.day_month,
    ),
    _rule(
        "day and month",
        rf"(?:(?:{_D}),? (?:the )?)?(?P<d>\d{{1,2}}){_ORDINAL}(?: day)?(?: of)? (?P<m>{_M})"
        rf"(?:,? (?P<y>{_Y}|\d\d\b(?![:%,])))?",
        readings.day_month,
    ),
    _rule(
        "month and day",
        rf"(?:(?:{_D}),? )?(?P<m>{_M}) (?:the )?(?P<d>\d{{1,2}}){_ORDINAL}\b(?!:)(?:,? (?P<y>{_Y}))?",
        readings.day_month,
    ),
    _rule("month of a year", rf"(?:{_PART})?(?P<m>{_M}),? (?:of )?(?P<y>{_Y})\b", readings.month_year),
    _rule("season", rf"(?:the )?(?P<season>winter|spring|summer|autumn|fall) (?:of )?(?P<y>{_Y})\b", readings.season),
    _rule("decade", rf"(?:{_PART}|the )?(?P<y>{_Y[:-4]}\d0|(?<=the )[5-9]0)['’]?s\b", readings.decade),
    _rule("years", rf"(?:between |from )?(?P<y>{_Y}) ?(?:-|–|and|to|until) ?(?P<to>{_Y}|\d\d)\b(?!-)", readings.years),
    _rule("part of a year", rf"{_PART}(?P<y>{_Y})\b", readings.plain_year),
    _rule(
        "year",
        rf"(?<![\d,.$£€-])(?P<part>)(?:(?<=\bin )|(?!\d{{4}} (?:{_COUNTED})\b))"
        rf"(?P<y>{_Y})\b(?![-\d%]|,\d| (?:{_CLOCK})\b)",
        readings.plain_year,
    ),
    _rule(
        "feast",
        r"(?:Easter|Christmas|Ramadan|Ramazan|Pentecost|Whitsun|Passover|Hanukkah|Yom Kippur|Diwali|Nowruz|Newroz|"
        r"Ashura|Eid(?: al-(?:Fitr|Adha))?|Good Friday|Palm Sunday)(?: (?:Day|Eve|Sunday|Monday))?\b"
        r"(?! (?-i:[A-Z]))",
        readings.undated,
        _FEASTS,
    ),
    _rule(
        "weekday",
        rf"(?:(?P<which>last|next|this|early|late) )?(?P<day>{_D})(?: (?:morning|afternoon|evening|night)\b)?",
        readings.weekday,
        ("day", "mon.", "tue.", "tues.", "wed.", "thur.", "thurs.", "fri.", "sat.", "sun."),
    ),
    _rule(
        "near day",
        r"(?P<near>yesterday|today|tomorrow|tonight|overnight|last night|this (?:morning|afternoon|evening))\b",
        readings.near,
        ("day", "tomorrow", "night", "this "),
    ),
    _rule(
        "span of the calendar",
        r"(?P<which>last|next|this|previous|(?:the )?(?:past|coming|previous)) "
        r"(?P<unit>week|weekend|month|year|decade)\b",
        readings.span,
        ("week", "month", "year", "decade"),
    ),
    _rule(
        "days up to now",
        rf"(?:the )?(?:past|last|previous) {_N} (?P<unit>day|week|month|year|decade)s?\b",
        readings.past,
        ("past ", "last ", "previous "),
    ),
    _rule(
        "time ago",
        rf"{_N} (?P<unit>minute|hour|day|week|month|year|decade)s? (?:ago|earlier)\b",
        readings.ago,
        (" ago", " earlier"),
    ),
    _rule("month", rf"(?:{_PART}|(?P<which>last|next|this) |{_AFTER})(?P<m>{_M})(?! \d)", readings.bare_month, _MONTHS),
)
"""In order; each is tried on the whole text."""
