"""The packaged lists: word lists, lexicons and tables under `allege/data/`."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


def text(name: str) -> str:
    """The text of a packaged file, by its path under `allege/data/`."""
    return (resources.files("allege") / "data" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def lines(name: str) -> tuple[str, ...]:
    """The lines of a packaged word list; blank ones and those that begin with `#` left out."""
    return tuple(line.strip() for line in text(name).splitlines() if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=64)
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a packaged CSV file by column name."""
    return tuple(csv.DictReader(lines(name)))


@lru_cache(maxsize=64)
def lexicon(name: str) -> Mapping[str, object]:
    """A packaged TOML file."""
    return tomllib.loads(text(name))
