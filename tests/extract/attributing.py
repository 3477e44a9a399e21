"""Reads sentences for the tests of attribution: the real pipeline, spans as words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Act, Attribution, Document, SourceKind, Spans
from allege.extract import attribution
from allege.settings import Settings


class Said(NamedTuple):
    """An attribution in words; pieces of a discontinuous span are joined by ` … `."""

    source: str
    cue: str
    content: str


@lru_cache(maxsize=400)
def read(text: str) -> Analysis:
    """The analysis of a text as the program makes it."""
    return next(iter(analyse([Document(id="sha256:0", uri="test", text=text)], Settings(workers=1))))


@lru_cache(maxsize=400)
def found(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return attribution.find(read(text))


def words(text: str, spans: Spans) -> str:
    """The words under spans."""
    return " … ".join(text[start:end] for start, end in spans)


def said(text: str) -> list[Said]:
    """The attributions of a text in words."""
    return [Said(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in found(text)]


def by_cue(text: str, cue: str) -> Attribution:
    """The attribution whose cue holds these words; fails the test when there is none or more than one."""
    (only,) = [a for a in found(text) if cue in words(text, a.cue)]
    return only


def act(text: str, cue: str) -> Act:
    """The act of the attribution with that cue."""
    return by_cue(text, cue).act


def source(text: str, cue: str) -> tuple[SourceKind, bool]:
    """Kind of the source of the attribution with that cue, and whether it is named."""
    return by_cue(text, cue).source_kind, by_cue(text, cue).named
