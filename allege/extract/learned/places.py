"""Where it happened, as the encoder sees it: a place that the text ties to the verb, near or far in its sentence."""

from __future__ import annotations

from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Mention, MentionType, Role, Span, Spans
from allege.extract.predication import Filler, Predication

PLACED = (ClaimKind.EVENT, ClaimKind.STATE)


def settled(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, events and states with the places that the encoder ties to their heads.

    Only places that are mentions count. Where the encoder ties none, what the rules found stays.
    """
    if analysis.encoded is None:
        return found
    at = [n for n, p in enumerate(found) if p.kind in PLACED]
    told = analysis.encoded.places([_head(analysis, found[n]) for n in at])
    out = list(found)
    for n, tagged in zip(at, told, strict=True):
        places = _mentions(analysis, [one.span for one in tagged])
        if places:
            kept = tuple(f for f in found[n].fillers if f.role is not Role.PLACE)
            out[n] = replace(found[n], fillers=(*kept, *places))
    return out


def _head(analysis: Analysis, predication: Predication) -> Spans:
    token = analysis.doc[predication.head]
    return (Span(token.idx, token.idx + len(token)),)


def _mentions(analysis: Analysis, spans: list[Span]) -> list[Filler]:
    """The places among the mentions that `spans` touch, in order."""
    touched: dict[Spans, Mention] = {}
    for span in spans:
        for mention in analysis.mentions:
            if mention.type is MentionType.PLACE and _touch(mention.spans, span):
                touched[mention.spans] = mention
    out = []
    for mention in touched.values():
        head = analysis.head_of(mention.spans)
        if head is not None:
            out.append(Filler(Role.PLACE, mention.spans, head.i, MentionType.PLACE))
    return out


def _touch(spans: Spans, span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in spans)
