"""The words of a sentence as stems, and what kind each is. Plain rules, no model.

Stems are Snowball's English ones (PyStemmer: the maintained C library by Snowball's own authors).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import Stemmer

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
STARTS = re.compile(r"(?:[.!?:;…][\"'”’)\]]*\s*|[\n•|*]\s*|[\"“`]\s*|^\s*)$")
"""What stands before a word whose capital letter says nothing."""

_STEMMER = Stemmer.Stemmer("english")


class Token(NamedTuple):
    """A word as written, its stem, its offsets, and whether its capital letter names something."""

    word: str
    stem: str
    start: int
    end: int
    name: bool


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word, whatever its case."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    return str(_STEMMER.stemWord(lower))


@cache
def listed(name: str) -> frozenset[str]:
    """The stems of one list of allege/data/link/parts_words.toml."""
    text = resources.files("allege").joinpath("data/link/parts_words.toml").read_text(encoding="utf-8")
    return frozenset(stem(word) for word in tomllib.loads(text)[name].replace(",", " ").split())


@lru_cache(maxsize=20_000)
def line_tokens(text: str) -> tuple[Token, ...]:
    """The words of a sentence or another line, in order; kept, since several claims may stand in one sentence."""
    return tuple(tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order."""
    empty = listed("empty")
    for match in WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        short = stem(word)
        capital = word[0].isupper() and short not in empty and not STARTS.search(text, max(0, start - 6), start)
        yield Token(word, short, start, end, capital)
