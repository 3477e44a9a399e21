"""Places and dates: which answers are the same, which only coarser, which apart."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import asin, cos, radians, sin, sqrt

from allege.link.model import Filler
from allege.link.positions.lexicon import lexicon, tokens
from allege.link.positions.records import Value

NEAR_KM = 25.0
"""UCDP's where_prec 2: "within 25 km of a known point" is what reports mean by a place near another."""

REACH_KM = {4: 100.0, 5: 150.0, 6: 600.0, 7: float("inf")}
"""How far from its point a coarse place may reach, by where_prec: a second-order region, a first-order one, a country,
the sea or the air. Generous: a wrong "compatible" hides less than a false dispute claims."""

COARSE = min(REACH_KM)

WEEK, MONTH, LOOSE = 7, 31, 3
"""Days."""


def place(filler: Filler) -> Value | None:
    """A filler's place as an answer; None for words without any name in them."""
    words = filler.name or filler.words.strip()
    named = [word for word in tokens(words) if word not in lexicon().articles]
    if not named or (filler.entity is None and filler.latitude is None and not _capital(filler.words)):
        return None
    if set(tokens(words)).isdisjoint(tokens(filler.words)) and _capital(filler.words):
        words = " ".join(filler.words.split())  # a list's name for what the text calls otherwise: "Kiev", "Lomna"
    key = filler.entity or (f"geonames {filler.geonames}" if filler.geonames else " ".join(named))
    return Value(
        key,
        words,
        entity=filler.entity,
        latitude=filler.latitude,
        longitude=filler.longitude,
        precision=filler.precision,
    )


def day(filler: Filler) -> Value | None:
    """A filler's date as an answer; None where its words were not resolved to days."""
    start = filler.start or filler.end
    end = filler.end or filler.start
    if start is None or end is None or end < start:
        return None
    key = start.isoformat() if start == end else f"{start.isoformat()} to {end.isoformat()}"
    return Value(key, _whole(start, end) or key, start=start, end=end)


def _whole(start: date, end: date) -> str:
    """A whole year or month as ISO 8601 writes it ("2019", "2019-04"); "" for other days."""
    if (start.month, start.day) == (1, 1) and end == date(start.year, 12, 31):
        return f"{start:%Y}"
    last = monthrange(start.year, start.month)[1]
    return f"{start:%Y-%m}" if start.day == 1 and end == start.replace(day=last) else ""


def finer_place(coarse: Value, fine: Value) -> bool:
    """Whether `fine` lies in or at `coarse`: it names it ("Dunmarrow fuel depot"), or lies within its reach."""
    outer, inner = set(tokens(coarse.words)), set(tokens(fine.words))
    if outer < inner and "and" not in inner:  # "Ketra and Lomna" is no place in Ketra
        return True
    distance = kilometres(coarse, fine)
    reach = REACH_KM.get(coarse.precision or 0)
    finer = (fine.precision or 1) < (coarse.precision or 1)
    return distance is not None and reach is not None and finer and distance <= reach


def near(one: Value, other: Value) -> bool:
    """Whether two places are so near each other that reports may mean the same."""
    distance = kilometres(one, other)
    return distance is not None and distance <= NEAR_KM


def apart_places(one: Value, other: Value) -> bool:
    """Whether two places are known to lie apart. Places of which one has no coordinates are not known to."""
    distance = kilometres(one, other)
    if distance is None or distance <= NEAR_KM:
        return False
    return not finer_place(one, other) and not finer_place(other, one)


def covers_days(coarse: Value, fine: Value) -> bool:
    """Whether the days of `fine` all lie within those of `coarse`."""
    if coarse.start is None or coarse.end is None or fine.start is None or fine.end is None:
        return False
    return coarse.start <= fine.start and fine.end <= coarse.end


def apart_days(one: Value, other: Value) -> bool:
    """Whether no day fits both. "Last week" is said of the days around it, too."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    gap = max((other.start - one.end).days, (one.start - other.end).days)
    return gap > max(_loose(one.start, one.end), _loose(other.start, other.end))


def _loose(start: date, end: date) -> int:
    """The days by which a span of a week or a month may miss what it means; a day, or a year, is meant as it is."""
    return LOOSE if WEEK <= (end - start).days + 1 <= MONTH else 0


def kilometres(one: Value, other: Value) -> float | None:
    """The distance on the globe; None where either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, north_too = radians(one.latitude), radians(other.latitude)
    half = sin((north_too - north) / 2) ** 2
    half += cos(north) * cos(north_too) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _capital(words: str) -> bool:
    return any(character.isupper() for character in words)
