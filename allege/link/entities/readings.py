"""What a written name may stand for, taken apart: "ACR: Long Name", "Name (ACR)", "#HashTag", "Name (Country)".

Companies are known with and without their legal form ("Ltd", "GmbH", "OOO"): cleanco has those of
some seventy countries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cleanco import basename

from allege.analyse import data
from allege.link.entities.countries import NONE, country_code
from allege.link.entities.spelling import hashtag, initials, is_acronym, letters, lexicon, tokens


class Part(StrEnum):
    """How a reading lies in the written name."""

    WHOLE = "as written"
    HASHTAG = "the words of the hashtag"
    NAME = "the name beside the brackets"
    ACRONYM = "the acronym beside the name"
    OTHER = "the other name given"
    BODY = "the body that the words name a part of"
    COMPANY = "the name without its legal form"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a written name; `country`: a code that the writing itself gives; `faction`: a part of it."""

    text: str
    part: Part
    country: str = ""
    faction: str = ""


_BRACKETS = re.compile(r"^(.*?\S)\s*[(\[]([^()\[\]]+)[)\]]?\s*$")
_COLON = re.compile(r"^([A-Z][\w/.\-]{1,11}):\s+(.{4,})$")
_AKA = re.compile(r",?\s+(?:a\.?k\.?a\.?|also known as|formerly(?: known as)?|alias|dit|dite|ex)\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s+/\s+|(?<=[a-z])/(?=[A-Z])")
_LED = re.compile(r"^(?:aka|a\.k\.a\.|also(?: known as)?|formerly(?: known as)?|alias|or|now|later)\s+", re.IGNORECASE)


def readings(name: str, own: Mapping[str, str] = NONE) -> tuple[Reading, ...]:
    """The readings in the order in which they are to be tried; the first is the name as written.

    `own`: the lists' countries (`Index.lands`).
    """
    name = " ".join(name.split())
    found = [Reading(name, Part.WHOLE)]
    if (split := hashtag(name)) != name:
        found.append(Reading(split, Part.HASHTAG))
    if match := _BRACKETS.match(name):
        found += _bracketed(match.group(1), _LED.sub("", match.group(2)).strip(), own)
    if match := _COLON.match(name):
        found += [Reading(match.group(2), Part.NAME), Reading(match.group(1), Part.ACRONYM)]
    if len(halves := _AKA.split(name)) > 1:
        found += [Reading(half.strip(" ()"), Part.OTHER) for half in halves if letters(half)]
    if len(sides := _SLASH.split(name)) == 2 and all(len(letters(side)) > 3 for side in sides):
        found += [Reading(side.strip(), Part.OTHER) for side in sides]
    found += _without_form(name)
    found += _parts_of(name)
    return tuple(dict.fromkeys(found))


def _parts_of(name: str) -> list[Reading]:
    """The body that a described part belongs to: "a breakaway wing of X", "X's faction", "X splinter group"."""
    for pattern in _described():
        if (match := pattern.match(name)) and letters(match["body"]):
            return [Reading(match["body"].strip(), Part.BODY, faction=match["part"].strip())]
    return []


def _either(file: str, name: str) -> str:
    """A pattern for any word of a list."""
    words = data.lexicon(file)[name]
    return "|".join(map(str, words)) if isinstance(words, list) else ""


@lru_cache(maxsize=1)
def _described() -> tuple[re.Pattern[str], ...]:
    nouns, marks = _either("link/names.toml", "part_nouns"), _either("mentions/factions.toml", "marks")
    return (
        re.compile(
            rf"^(?P<part>(?:an?\s|the\s)?(?:[a-z\-]+\s){{0,3}}?(?:(?:{marks})\s[a-z]+|{nouns}))\s"
            r"(?:(?:loyal|close)\sto|of|from|within)\s(?:the\s)?(?P<body>.+)$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?:the\s)?(?P<body>.+?)['’]s?\s(?P<part>(?:[a-z\-]+\s){{0,2}}?(?:(?:{marks})\s[a-z]+|{nouns}))$"
        ),
        re.compile(rf"^(?:an?\s|the\s)?(?P<body>.*[A-Z].*?)\s(?P<part>(?:{marks})\s[a-z]+|dissidents|remnants)$"),
    )


def _without_form(name: str) -> list[Reading]:
    """A company's name without its legal form, where two words are left: "SA" alone, or after one word, is a name."""
    kept = " ".join(basename(name).split())
    said = letters(kept) != letters(name) and len(kept.split()) > 1 and "(" not in name and " - " not in name
    return [Reading(kept, Part.COMPANY)] if said else []


def _bracketed(before: str, within: str, own: Mapping[str, str]) -> list[Reading]:
    code = country_code(within) or own.get(letters(within))
    if code:
        return [Reading(before, Part.NAME, country=code)]
    if is_acronym(within) or (is_acronym(before) and letters(before).upper() in initials(within)):
        acronym, long = (within, before) if is_acronym(within) else (before, within)
        return [Reading(long, Part.NAME), Reading(acronym, Part.ACRONYM)]
    if set(tokens(within)) <= lexicon().generic:
        return [Reading(before, Part.NAME)]
    return [Reading(before, Part.NAME, faction=within)]
