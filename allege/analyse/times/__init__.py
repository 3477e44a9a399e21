"""Times in a text as inclusive ranges of dates, read against the date of publication.

Each form of words has its rule in `rules.py`; what the pipeline tags as a date and no rule reads goes to
dateparser. Without a date of publication a relative time ("Monday", "last week") is a mention without dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain

import dateparser
from spacy.tokens import Doc

from allege.analyse.found import Found
from allege.analyse.reading import text_of
from allege.analyse.times.ranges import WEEK, Range
from allege.analyse.times.readings import SMALL
from allege.analyse.times.rules import DIGIT, RULES
from allege.claim import Mention, MentionType, Span

_TRIGGER = re.compile(
    r"\d[/-]\d|days?\b|week|month|year|decade|nights?\b|\bmorning|\bevening|\beve\b|"
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b|\bseason|\bspring|\bsummer|\bautumn|\bwinter|\bfall\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")
_DIGIT = re.compile(r"\d")
_NAMING = re.compile(r"\s(?:schools?|best|papers?|newspapers?)\b", re.IGNORECASE)
"""Words behind a day that make a name of it: "Sunday school"."""

_OLD = re.compile(r"[\s-]*\bolds?\b", re.IGNORECASE)
"""How old somebody is: "9-Year-Old Boy", "2-year old girl", "17-year olds"."""

_DURATION = re.compile(
    rf"(?:(?:about|around|some|nearly|almost|over|only|just|at least|more than|less than|up to|the) )*"
    rf"(?:(?:\d[\d,.]*|{SMALL.replace(' ', '|')}|twenty|thirty|forty|fifty|several|few|a few|many|half an?)[ -])?"
    r"(?:consecutive |straight |whole |full |long )?(?:day|week|month|year|decade|centur(?:y|ie))s?(?:[ -]long)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[ -](?:after|before|later|earlier|ago|from|prior|since|old|into)\b", re.IGNORECASE)
"""What makes a number of days a time: "three days | later"."""

DURATION = "time: how long"
"""Why of a time that only says how long something lasted ("jailed for 25 years"): no filler says when by it."""

_BESIDE = timedelta(days=60)
"""How far from a whole date another day of the text lies that has no year, where no day of publication is known."""

_DAY_RULES = frozenset({"days of a month", "day and month", "month and day"})

_PARSABLE = re.compile(r"\d|ago\b", re.IGNORECASE)
_STRICT = {
    "PREFER_DATES_FROM": "past",
    "REQUIRE_PARTS": ["day", "month"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "PARSERS": ["absolute-time", "relative-time"],
    "NORMALIZE": True,
}


Read = tuple[Span, Range | None, str]
"""Where a time stands, its days, and the name of the rule that read it."""


def find(doc: Doc, published: date | None) -> Iterator[Found]:
    """Time mentions; of two readings that overlap the earlier rule's stays."""
    taken: set[int] = set()
    ruled = list(_by_rule(text_of(doc), published))
    for span, when, why in (*(ruled if published else _beside(doc, ruled)), *_tagged(doc, published)):
        tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
        if tokens is None or not len(tokens) or any(i in taken for i in range(tokens.start, tokens.end)):
            continue
        taken.update(range(tokens.start, tokens.end))
        first, last, precision = (when.first, when.last, when.precision) if when else (None, None, None)
        score = 0.9 if when else 0.5
        mention = Mention(
            (span,), MentionType.TIME, start=first, end=last, precision=precision, score=score, why=f"time: {why}"
        )
        yield Found(tokens.start, tokens.end, mention, 1)


def _by_rule(text: str, published: date | None) -> Iterator[Read]:
    lines = [(*line.span(), _DIGIT.sub(DIGIT, line.group().casefold())) for line in _LINE.finditer(text)]
    for rule in RULES:
        having = ((start, end) for start, end, line in lines if any(sign in line for sign in rule.signs))
        for found in chain.from_iterable(rule.pattern.finditer(text, start, end) for start, end in having):
            try:
                when = rule.read(found, published)
            except (ValueError, OverflowError):  # "31 June", a year before 1: no date, and not ours to mend
                continue
            if not _NAMING.match(text, found.end()):
                yield Span(*found.span()), when, rule.name


def _beside(doc: Doc, ruled: list[Read]) -> Iterator[Read]:
    """The same, days without a year in that of the whole date nearest in the text, where the two are not far apart."""
    text = text_of(doc)
    days = ((span, when) for span, when, why in ruled if when and why in _DAY_RULES and when.precision == 1)
    whole = sorted((span.start, when.first) for span, when in days)
    for span, when, why in ruled:
        if when is not None or not whole or why not in _DAY_RULES:
            yield span, when, why
            continue
        at = bisect_left(whole, (span.start,))
        _, day = min(whole[max(0, at - 1) : at + 1], key=lambda one: abs(one[0] - span.start))
        near = next((w for _, w, rule in _by_rule(text[slice(*span)], day + _BESIDE - WEEK) if rule == why), None)
        yield span, near if near is not None and near.first >= day - _BESIDE else None, why


def _tagged(doc: Doc, published: date | None) -> Iterator[Read]:
    text = text_of(doc)
    for ent in doc.ents:
        if _NAMING.match(text, ent.end_char) or _NAMING.search(ent.text):
            continue
        if ent.label_ != "DATE" or not _TRIGGER.search(ent.text) or ent.text.isdigit():
            continue
        if _OLD.search(ent.text) or _OLD.match(text, ent.end_char):
            continue
        if _DURATION.fullmatch(ent.text) and not _RELATIVE.match(text, ent.end_char):
            yield Span(ent.start_char, ent.end_char), None, DURATION.removeprefix("time: ")
            continue
        when = _parsed(" ".join(ent.text.split()), published) if _PARSABLE.search(ent.text) else None
        yield Span(ent.start_char, ent.end_char), when, "dateparser" if when else "tagged DATE"


@lru_cache(maxsize=20_000)
def _parsed(text: str, published: date | None) -> Range | None:
    """What dateparser makes of a phrase, a day at a time; it is slow (milliseconds), so only odd phrases come here."""
    if published is None or len(text) > 40:
        return None
    base = {"RELATIVE_BASE": datetime.combine(published, datetime.min.time())}
    found = dateparser.parse(text, languages=["en"], settings={**_STRICT, **base})
    return Range(found.date(), found.date(), 1) if found is not None else None
