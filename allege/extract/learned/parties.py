"""Who did it and to whom, as the encoder sees it: borders of the parties, and parties that the rules missed.

Whoever speaks in a sentence never becomes the actor of what is told: a source of an attribution is not taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import Tagged
from allege.claim import Attribution, ClaimKind, Role, Span, Spans
from allege.extract.predication import Filler, Predication

SURE = 0.7
"""Chance of a party from which its borders are taken, and from which it is added where the rules have nobody."""

ROLES: Mapping[str, Role] = {"source": Role.ACTOR, "target": Role.RECIPIENT}


def parted(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The same predications, events with the parties that the encoder is sure of."""
    if analysis.encoded is None:
        return found
    speakers = [span for attribution in said for span in attribution.source]
    seen = [tag for tag in analysis.encoded.pairs() if tag.chance >= SURE]
    out = list(found)
    for sentence, at in _by_sentence(analysis, found).items():
        here = [tag for tag in seen if _touch((tag.span,), sentence)]
        if not here:
            continue
        for n in at:
            out[n] = _bordered(analysis, out[n], here, speakers)
        main = max(at, key=lambda n: (out[n].score, -n))
        out[main] = _completed(analysis, out[main], here, speakers)
    return out


def _by_sentence(analysis: Analysis, found: list[Predication]) -> dict[Span, list[int]]:
    out: dict[Span, list[int]] = {}
    for n, predication in enumerate(found):
        if predication.kind is ClaimKind.EVENT:
            out.setdefault(analysis.sentence_of(analysis.doc[predication.head]), []).append(n)
    return out


def _bordered(analysis: Analysis, predication: Predication, seen: list[Tagged], speakers: list[Span]) -> Predication:
    """The predication with its parties' words as far as the encoder marks them, where both mean the same words."""
    fillers = []
    for filler in predication.fillers:
        head = analysis.doc[filler.head]
        same = (t for t in seen if ROLES[t.label] is filler.role and t.span.start <= head.idx < t.span.end)
        tag = next((t for t in same if not _touch(speakers, t.span)), None)
        fillers.append(filler if tag is None else widened(filler, tag.span))
    return replace(predication, fillers=tuple(fillers))


def widened(filler: Filler, span: Span) -> Filler:
    """The filler with the words that `span` has besides: never with fewer ("at least nine" keeps its "at")."""
    if len(filler.spans) != 1:
        return filler
    (own,) = filler.spans
    return replace(filler, spans=(Span(min(own.start, span.start), max(own.end, span.end)),))


def _completed(analysis: Analysis, predication: Predication, seen: list[Tagged], speakers: list[Span]) -> Predication:
    """The predication with an actor or recipient that only the encoder sees, where the rules found none."""
    fillers = list(predication.fillers)
    for role in (Role.ACTOR, Role.RECIPIENT):
        if any(f.role is role for f in fillers):
            continue
        taken = [span for f in fillers for span in f.spans]
        fillers += _new(analysis, (t for t in seen if ROLES[t.label] is role), [*taken, *speakers], predication)
    return replace(predication, fillers=tuple(fillers))


def _new(analysis: Analysis, tags: Iterable[Tagged], taken: list[Span], predication: Predication) -> Iterator[Filler]:
    for tag in tags:
        if _touch(taken, tag.span) or _touch(predication.anchor, tag.span):
            continue
        head = analysis.head_of((tag.span,))
        if head is not None:
            yield Filler(ROLES[tag.label], (tag.span,), head.i)


def _touch(spans: Spans | list[Span], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in spans)
