"""Who a source is, as far as two documents can tell: the entity it resolves to, else a name of two words or more.

"Army spokesman Colonel Oren Pask" and "Oren Pask, who speaks for the army" are one man; "the mayor" of two papers may
be two. Duties, ranks and offices are no part of a name (`[speaking]` and `[who]` of allege/data/link/positions.toml).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from allege.claim import SourceKind
from allege.link.model import Speaker

_NAME = re.compile(r"[A-Z][\w’'-]+(?:[ -]+[A-Z][\w’'-]+)*")

_WORD = re.compile(r"[\w’'-]+")

LEAST = 2
"""Words of a name that tell who is meant."""


def source_of(speaker: Speaker) -> tuple[str, str] | None:
    """A key that is the same wherever the same source speaks, and its name; None where nothing tells who it is."""
    if speaker.kind is SourceKind.AUTHOR:
        return None
    if speaker.entity:
        return speaker.entity, speaker.name or speaker.words
    words = speaker.name if speaker.name and _stands_for_another(speaker) else speaker.words
    name = full_name(words) if speaker.named else ""
    return (f"named {name.casefold()}", name) if name else None


def words_of(speaker: Speaker) -> frozenset[str]:
    """The words by which a source is called, without articles."""
    return frozenset(_WORD.findall(speaker.words.casefold())) - _speaking("articles")


def meant_before(speaker: Speaker) -> bool:
    """Whether a pronoun stands for the source: "he said"."""
    said = words_of(speaker)
    return bool(said) and said <= _speaking("third_person")


def _stands_for_another(speaker: Speaker) -> bool:
    return meant_before(speaker) or speaker.words.casefold() in _speaking("relative")


def full_name(words: str) -> str:
    """The longest run of capitalised words that say who, and not what, somebody is; "" for fewer than two."""
    best: list[str] = []
    for run in _NAME.findall(words):
        kept: list[str] = []
        for word in [*re.split(r"[ ]+", run), ""]:
            if word and word.casefold() not in _what():
                kept.append(word)
            else:
                best, kept = max(best, kept, key=len), []
    return " ".join(best) if len(best) >= LEAST else ""


@cache
def _what() -> frozenset[str]:
    """Words for what somebody is."""
    return _speaking("duties") | _speaking("offices") | _speaking("articles") | frozenset(_table()["who"]["titles_of"])


@cache
def _speaking(name: str) -> frozenset[str]:
    return frozenset(_table()["speaking"][name])


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("allege").joinpath("data/link/positions.toml").read_text("utf-8"))
