"""Where it happened, as the encoder sees it: a place that the text ties to the verb, near or far in its sentence.

Never one in another sentence: the head was fitted on single sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import Tagged
from allege.claim import ClaimKind, MentionType, Role, Span, Spans
from allege.extract.predication import Filler, Predication

PLACED = (ClaimKind.EVENT, ClaimKind.STATE)

PARTIES = frozenset({Role.ACTOR, Role.RECIPIENT})

SURE = 0.6
"""Chance from which a place is taken."""

BESIDE = 6
"""Code points between two places that are named together ("Orlen, Kirelia"; "Orlen and Nisra")."""


def settled(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, events and states with the places that the encoder ties to their heads.

    Only places that are mentions count. Where the encoder ties no words at all to a head, it has no place; where it
    ties words that are no mention, what the rules found stays. What is a party to any predication is no place of
    another ("attacks on the base, the port and the mosque").
    """
    if analysis.encoded is None:
        return found
    named = [mention.spans for mention in analysis.mentions if mention.type is MentionType.PLACE]
    at = [n for n, p in enumerate(found) if p.kind in PLACED and _open(analysis, p, named)]
    parties = {f.spans for p in found for f in p.fillers if f.role in PARTIES}
    told = analysis.encoded.places([_asked(analysis, found[n]) for n in at])
    out = list(found)
    for n, tagged in zip(at, told, strict=True):
        places = [f for f in _mentions(analysis, found[n], tagged) if f.spans not in parties]
        if places or not tagged:
            kept = tuple(f for f in found[n].fillers if f.role is not Role.PLACE)
            out[n] = replace(found[n], fillers=(*kept, *places))
    return out


def _open(analysis: Analysis, predication: Predication, named: Sequence[Spans]) -> bool:
    """Whether the encoder's word can change its place: it has one, or its sentence names one (a third do)."""
    if any(f.role is Role.PLACE for f in predication.fillers):
        return not _hit(predication)
    sentence = analysis.sentence_of(analysis.doc[predication.head])
    return any(_touch(spans, sentence) for spans in named)


def _hit(predication: Predication) -> bool:
    """Whether the rules took as its place what is itself hit or taken."""
    places = {f.spans for f in predication.fillers if f.role is Role.PLACE}
    return any(f.role is Role.RECIPIENT and f.spans in places for f in predication.fillers)


def _asked(analysis: Analysis, predication: Predication) -> tuple[Spans, Span]:
    """The head and its sentence."""
    token = analysis.doc[predication.head]
    return (Span(token.idx, token.idx + len(token)),), analysis.sentence_of(token)


def _mentions(analysis: Analysis, predication: Predication, tagged: Sequence[Tagged]) -> list[Filler]:
    """The place among the mentions of the sentence that the encoder is surest of, and those named right beside it."""
    sentence = analysis.sentence_of(analysis.doc[predication.head])
    sure = [t for t in tagged if t.chance >= SURE and sentence.start <= t.span.start < sentence.end]
    named: list[tuple[float, Span, Filler]] = []
    for mention in analysis.mentions if sure else ():
        chance = max((t.chance for t in sure if _touch(mention.spans, t.span)), default=0.0)
        head = analysis.head_of(mention.spans) if chance and mention.type is MentionType.PLACE else None
        if head is not None:
            named.append((chance, mention.spans[0], Filler(Role.PLACE, mention.spans, head.i, MentionType.PLACE)))
    if not named:
        return []
    at = max(range(len(named)), key=lambda n: (named[n][0], -n))
    first = last = at
    while first > 0 and named[first][1].start - named[first - 1][1].end <= BESIDE:
        first -= 1
    while last + 1 < len(named) and named[last + 1][1].start - named[last][1].end <= BESIDE:
        last += 1
    return [filler for _, _, filler in named[first : last + 1]]


def _touch(spans: Spans, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in spans)
