"""A relation as a predication."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, MentionType, Role, Spans, covers
from allege.extract.phrases import OF, head_span, phrase
from allege.extract.predication import Filler, Predication
from allege.extract.relations.ends import Ends

ENDS = 12
"""At most this many phrases at either end of one relation."""


LONGEST = 8
"""Words of a name at most."""


def made(analysis: Analysis, kind: str, head: Token, ends: Ends, rule: tuple[str, float]) -> Predication:
    """The relation at `head`; `rule` is the name of the rule and its score."""
    name, score = rule
    both = [(Role.ACTOR, t) for t in ends.left[:ENDS]] + [(Role.RECIPIENT, t) for t in ends.right[:ENDS]]
    fillers: dict[tuple[Role, Spans], Filler] = {}
    for role, token in both:
        spans = _whole(analysis, token)
        fillers.setdefault((role, spans), Filler(role, spans, token.i))
    kept = tuple(fillers.values())
    return Predication(ClaimKind.RELATION, kind, head_span(head), head.i, fillers=kept, score=score, why=name)


def _whole(analysis: Analysis, token: Token) -> Spans:
    """The phrase of a head; the whole name where the parse broke it up ("Bassel al-Assad" into three objects)."""
    spans = phrase(token, OF)
    if token.dep_ == "poss" or _is_hyphened(token):
        return spans  # the phrase around it names the other end ("the Front's fighters", "Orsa-based fighters")
    near = token.doc[max(token.i - LONGEST, 0) : token.i + LONGEST]
    names = (m for t in near if (m := analysis.by_head.get(t.i)) and m.type in (MentionType.PERSON, MentionType.ACTOR))
    return next((m.spans for m in names if covers(m.spans, token.idx) and _holds(m.spans, spans)), spans)


def _is_hyphened(token: Token) -> bool:
    """Whether a hyphen ties a name to the participle behind it."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].text in ("-", "–") and behind[1].tag_ == "VBN"


def _holds(spans: Spans, inner: Spans) -> bool:
    return spans[0].start <= inner[0].start and inner[-1].end <= spans[-1].end
