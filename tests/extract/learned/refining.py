"""Analyses whose encoder says what a test wants it to say: real windows, real heads, chosen probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.heads import TEMPLATE_ROLES
from allege.analyse.pipeline import analyse
from allege.claim import Attribution, Claim, Document, Mention, Record, Role, Span, Spans
from allege.extract import events
from allege.extract.predication import Predication
from allege.run import annotate
from allege.settings import Settings


@lru_cache(maxsize=200)
def read(text: str, encoder: str = "on") -> Analysis:
    """The analysis of a text as the program makes it."""
    return next(iter(analyse([Document("sha256:0", "test", text)], Settings(encoder=encoder))))


@lru_cache(maxsize=200)
def record(text: str, encoder: str = "on") -> Record:
    """The record of a text as the program makes it."""
    (made,) = annotate([Document("sha256:0", "test", text)], Settings(encoder=encoder, workers=1))
    assert isinstance(made, Record), made
    return made


def predications(analysis: Analysis) -> list[Predication]:
    """The events that the rules find."""
    return list(events.find(analysis))


def span(text: str, words: str) -> Span:
    """Where these words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def tagged(analysis: Analysis, parties: Mapping[str, str], chance: float = 0.9) -> Analysis:
    """The analysis with the phrases in `parties` as the only parties: each mapped to "source" or "target"."""
    assert analysis.encoded is not None
    seen = []
    for one in analysis.encoded.seen:
        pair = np.zeros_like(one.pair)
        pair[:, 0] = 1
        for words, label in parties.items():
            begin = {"source": 1, "target": 3}[label]
            for nth, piece in enumerate(one.window.pieces([span(analysis.document.text, words)])):
                pair[piece] = 0
                pair[piece, begin + (nth > 0)] = chance
                pair[piece, 0] = 1 - chance
        seen.append(replace(one, pair=pair))
    return replace(analysis, encoded=Encoded(tuple(seen), analysis.encoded.heads, analysis.encoded.name))


def filled(analysis: Analysis, roles: Mapping[str, str], chance: float = 0.9) -> Analysis:
    """The analysis with the phrases in `roles` as the only fillers: each mapped to one of TEMPLATE_ROLES."""
    assert analysis.encoded is not None
    seen = []
    for one in analysis.encoded.seen:
        template = np.zeros_like(one.template)
        template[:, 0] = 1
        for words, label in roles.items():
            begin = 1 + 2 * TEMPLATE_ROLES.index(label)
            for nth, piece in enumerate(one.window.pieces([span(analysis.document.text, words)])):
                template[piece] = 0
                template[piece, begin + (nth > 0)] = chance
                template[piece, 0] = 1 - chance
        seen.append(replace(one, template=template))
    return replace(analysis, encoded=Encoded(tuple(seen), analysis.encoded.heads, analysis.encoded.name))


def words_of(analysis: Analysis, predication: Predication, role: Role) -> list[str]:
    """The words of a predication's fillers in a role."""
    return [analysis.document.quote(f.spans) for f in predication.fillers if f.role is role]


def argument_words(made: Record, claim: Claim, role: Role) -> list[str]:
    """The words of a claim's arguments in a role."""
    mentions: list[Mention] = [made.mention(a.mention) for a in claim.arguments if a.role is role]
    return [made.document.quote(mention.spans) for mention in mentions]


def said_by(analysis: Analysis, words: str, cue: str, content: str) -> Attribution:
    """An attribution of `content` to `words`."""
    text = analysis.document.text
    spans: list[Spans] = [(span(text, each),) for each in (words, cue, content)]
    return Attribution("a1", *spans)
