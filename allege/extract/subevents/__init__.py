"""ACLED's sub-event type of every event, where one fits: what it is by its means, its parties and what is around it.

The last step before claims are made, when type, mode and parties are settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.heads import Floats
from allege.claim import ClaimKind, Span
from allege.extract.predication import Predication
from allege.extract.subevents.rules import RULES, Event
from allege.extract.subevents.weigh import fitted, weighed


def typed(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, events with their sub-event type."""
    at = [n for n, p in enumerate(found) if p.kind is ClaimKind.EVENT]
    out = list(found)
    for n, told in zip(at, scenes(analysis, [found[n] for n in at]), strict=True):
        event = Event(analysis, found[n])
        out[n] = replace(found[n], subtype=weighed(found[n], ruled(event), told, event.written, fitted()))
    return out


def ruled(event: Event) -> str | None:
    """What the rules make of one event by itself."""
    rule = RULES.get(event.predication.type)
    return None if rule is None else rule(event)


def scenes(analysis: Analysis, events: Sequence[Predication]) -> list[Floats | None]:
    """What the sentence of each event tells of; each sentence is asked about once."""
    if analysis.encoded is None:
        return [None] * len(events)
    sentences = [analysis.sentence_of(analysis.doc[p.head]) for p in events]
    each: dict[Span, Floats | None] = dict.fromkeys(sentences)
    each = dict(zip(each, analysis.encoded.scenes(list(each)), strict=True))
    return [each[sentence] for sentence in sentences]
