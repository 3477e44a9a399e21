"""Who attacked, whom or what, and with what, as the encoder sees it: phrases that the rules missed or cut elsewhere.

The head was fitted on reports of attacks, kidnappings, bombings, arson and robbery, so only assaults are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import Tagged
from allege.claim import Attribution, ClaimKind, MentionType, Role, Span, Spans
from allege.extract.learned.parties import widened
from allege.extract.predication import Filler, Predication

SURE = 0.6
"""Chance from which a phrase is taken."""

ROLES: Mapping[str, tuple[Role, MentionType | None]] = {
    "individual perpetrator": (Role.ACTOR, None),
    "perpetrator organization": (Role.ACTOR, None),
    "target": (Role.RECIPIENT, MentionType.PLACE),
    "victim": (Role.RECIPIENT, MentionType.PERSON),
    "weapon": (Role.INSTRUMENT, MentionType.WEAPON),
}


def armed(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The same predications, assaults with the phrases that the encoder is sure of in their sentence."""
    if analysis.encoded is None:
        return found
    at = [n for n, p in enumerate(found) if p.kind is ClaimKind.EVENT and p.type == "ASSAULT"]
    if not at:
        return found
    seen = [tag for tag in analysis.encoded.fillers() if tag.chance >= SURE]
    speakers = [span for attribution in said for span in attribution.source]
    out = list(found)
    for tag in seen:
        near = [n for n in at if _touch((tag.span,), analysis.sentence_of(analysis.doc[found[n].head]))]
        if near and not _bordered(analysis, out, near, tag):
            _added(analysis, out, near, tag, speakers)
    return out


def _bordered(analysis: Analysis, out: list[Predication], near: list[int], tag: Tagged) -> bool:
    """Gives a filler whose head the phrase holds the phrase's borders; whether there was one."""
    role, _ = ROLES[tag.label]
    done = False
    for n in near:
        fillers = list(out[n].fillers)
        for k, filler in enumerate(fillers):
            if filler.role is role and tag.span.start <= analysis.doc[filler.head].idx < tag.span.end:
                fillers[k] = widened(filler, tag.span)
                done = True
        out[n] = replace(out[n], fillers=tuple(fillers))
    return done


def _added(analysis: Analysis, out: list[Predication], near: list[int], tag: Tagged, speakers: list[Span]) -> None:
    """Adds the phrase to the nearest assault that has nobody in its role."""
    role, kind = ROLES[tag.label]
    head = analysis.head_of((tag.span,))
    if head is None or (role is Role.ACTOR and _touch(speakers, tag.span)):
        return
    for n in sorted(near, key=lambda n: (abs(out[n].head - head.i), n)):
        taken = [span for f in out[n].fillers for span in f.spans]
        if not _touch([*taken, *out[n].anchor], tag.span) and not any(f.role is role for f in out[n].fillers):
            out[n] = replace(out[n], fillers=(*out[n].fillers, Filler(role, (tag.span,), head.i, kind)))
            return


def _touch(spans: Spans | list[Span], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in spans)
