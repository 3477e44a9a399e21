"""Names of agencies and papers as they are compared: one outlet, one key, however it is written."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_PARTS = re.compile(r"[/|]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def plain(name: str) -> str:
    """An outlet's key: small letters, no article, single blanks; the first name of an agency that goes by several.

    Of two names with a stroke between them ("KDKA/AP") a known agency's counts. Empty for what can be no name, such as
    a date.
    """
    key = _key(name)
    if key in _agencies():
        return _key(_agencies()[key])
    known = [_key(part) for part in _PARTS.split(name) if _key(part) in _agencies()]
    if known:
        return _key(_agencies()[known[-1]])
    return "" if _YEAR.search(name) or not any(character.isalpha() for character in name) else key


def shown(name: str) -> str:
    """The name as it is shown: an agency's first one, else as it was written, on one line."""
    key = plain(name)
    return _agencies().get(key, " ".join(name.split()))


def acronyms(names: Iterable[str]) -> Mapping[str, str]:
    """By the key of an acronym the one of these names that has its letters: "MPA" is the "Mill Press Agency".

    One that two of the names fit stands for itself, and so does one of a known agency.
    """
    given = {name: plain(name) for name in dict.fromkeys(names) if plain(name)}
    fits: dict[str, dict[str, str]] = {}
    for name, key in given.items():
        letters = _initials(name)
        if len(letters) >= LEAST:
            fits.setdefault(letters, {})[key] = name
    unknown = ((key, name.strip()) for name, key in given.items() if _key(name) not in _agencies())
    letters_of = {key: name for key, name in unknown if _SHORT.fullmatch(name)}
    short = {key: fits.get(letters.casefold(), {}) for key, letters in letters_of.items()}
    return {key: shown(next(iter(found.values()))) for key, found in short.items() if len(found) == 1}


LEAST = 3
"""Letters of an acronym that tells whose it is."""

_SHORT = re.compile(r"[A-Z]{3,6}")
_SMALL = frozenset({"of", "the", "and", "for", "de", "la"})


def _initials(name: str) -> str:
    words = [word for word in _key(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= LEAST else ""


def _key(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split()).casefold()).strip(" .()[]")


@lru_cache(maxsize=1)
def _agencies() -> Mapping[str, str]:
    """The first name of each agency by the keys of all its names."""
    found = tomllib.loads((files("allege") / "data/link/outlets.toml").read_text("utf-8"))
    return {_key(name): names[0] for names in found["agencies"] for name in names}
