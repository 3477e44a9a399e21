"""Closed classes of words that steer how the parse is read: data/events/words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

DATA = files("allege") / "data" / "events"


def words(text: str) -> list[str]:
    """The items of a comma list."""
    return [item.strip() for item in text.replace("\n", " ").split(",") if item.strip()]


@cache
def _lists() -> Mapping[str, str]:
    found: Mapping[str, str] = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return found


def word_list(name: str) -> frozenset[str]:
    """The list with that name; KeyError when there is none."""
    return frozenset(words(_lists()[name]))


def has_list(name: str) -> bool:
    """Whether there is a list with that name."""
    return name in _lists()
