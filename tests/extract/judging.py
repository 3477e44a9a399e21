"""Reads sentences for the tests of certainty, evidence and support: the real pipeline, predications by their word."""

from __future__ import annotations

from functools import lru_cache

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Act, Attribution, ClaimKind, Commitment, Document, SourceKind, Span, Spans
from allege.extract.certainty import judge
from allege.extract.predication import Predication
from allege.settings import Settings


@lru_cache(maxsize=400)
def read(text: str) -> Analysis:
    """The analysis of a text as the program makes it."""
    return next(iter(analyse([Document(id="sha256:0", uri="test", text=text)], Settings(workers=1))))


def spans(text: str, words: str) -> Spans:
    """Where `words` first stand in a text; none for no words."""
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def predication(text: str, word: str) -> Predication:
    """An event anchored at the first occurrence of `word`, whether or not a finder would find it."""
    head = next(t for t in read(text).doc if t.text == word)
    return Predication(ClaimKind.EVENT, "ASSAULT", spans(text, word), head.i)


def says(
    text: str,
    source: str,
    cue: str,
    content: str,
    act: Act = Act.ASSERT,
    *,
    kind: SourceKind = SourceKind.OFFICIAL,
    named: bool = False,
    name: str = "a1",
    within: str | None = None,
) -> Attribution:
    """An attribution made by hand from the words of its parts."""
    return Attribution(
        name, spans(text, source), spans(text, cue), spans(text, content), within, None, kind, named, act
    )


def held(text: str, word: str, *chain: Attribution) -> dict[str, Commitment]:
    """Who holds the predicate at `word` how firmly, by source."""
    judged = judge(read(text), predication(text, word), chain)
    return {commitment.source: commitment for commitment in judged.commitments}


def factuality(text: str, word: str) -> float:
    """The author's commitment to the predicate at `word` as a number."""
    return judge(read(text), predication(text, word), ()).factuality
