"""Reads sentences for the tests of events, relations, demands and states: the real pipeline, findings as words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Document, Spans
from allege.extract import demands, events, relations, states
from allege.extract.predication import Predication
from allege.settings import Settings


@lru_cache(maxsize=500)
def read(text: str) -> Analysis:
    """The analysis of a text as the program makes it."""
    return next(iter(analyse([Document(id="sha256:0", uri="test", text=text)], Settings(workers=1))))


@dataclass(frozen=True)
class Found:
    """A predication in words: `roles` maps a role's name to the phrases that fill it."""

    type: str
    mode: str | None
    subtype: str | None
    anchor: str
    roles: dict[str, list[str]]
    score: float
    predication: Predication

    def __getitem__(self, role: str) -> list[str]:
        return self.roles.get(role, [])


def words(text: str, spans: Spans) -> str:
    """The words under spans."""
    return " ".join(text[start:end] for start, end in spans)


def found(text: str, finder: Callable[[Analysis], Iterable[Predication]]) -> Iterator[Found]:
    """What a finder finds in a text."""
    for p in finder(read(text)):
        roles: dict[str, list[str]] = {}
        for f in p.fillers:
            roles.setdefault(f.role.value, []).append(words(text, f.spans))
        yield Found(p.type, p.mode, p.subtype, words(text, p.anchor), roles, p.score, p)


def event(text: str, anchor: str) -> Found:
    """The event whose anchor holds `anchor`; fails with all that was found where there is none."""
    all_of = list(found(text, events.find))
    here = [f for f in all_of if anchor in f.anchor]
    assert here, f"no event at {anchor!r}: {[(f.type, f.anchor) for f in all_of]}"
    return here[0]


def types(text: str) -> list[str]:
    """The types of the events of a text, in text order."""
    return [f.type for f in found(text, events.find)]


def relation(text: str, kind: str) -> Found | None:
    """The first relation of that type, or None."""
    return next((f for f in found(text, relations.find) if f.type == kind), None)


def wanted(text: str) -> list[Found]:
    """The demands of a text."""
    return list(found(text, demands.find))


def stated(text: str) -> list[Found]:
    """The states of a text, where nothing else took their predicates."""
    others = [f.predication for finder in (events.find, relations.find, demands.find) for f in found(text, finder)]
    return list(found(text, lambda analysis: states.find(analysis, others)))
