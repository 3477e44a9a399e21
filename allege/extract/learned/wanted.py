"""Whose request it is: what a speaker says that somebody must do.

"Orland says Kirelia must end the raids" is read by the encoder as a request, and Orland makes it. The rules see only
the clause, whose subject would be the one who requests.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Role, covers
from allege.extract.demands import DEONTIC
from allege.extract.predication import Filler, Predication
from allege.extract.roles import children


def requested(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The same predications; of a request that only its modal makes one, who says it is the actor.

    Its recipient is who should act, the subject of the clause; what he should do it to is no party to the request.
    """
    said = tuple(said)
    return [_by_speaker(analysis, p, said) if p.type == "REQUEST" else p for p in found]


def _by_speaker(analysis: Analysis, request: Predication, said: Iterable[Attribution]) -> Predication:
    verb = analysis.doc[request.head]
    if "encoder REQUEST" not in request.why or not is_asked(verb):
        return request
    source = next((a.source for a in said if a.source and covers(a.content, verb.idx)), ())
    speaker = analysis.head_of(source) if source else None
    asked = [replace(f, role=Role.RECIPIENT) for f in request.fillers if f.role is Role.ACTOR]
    if speaker is None or not asked or any(f.head == speaker.i for f in asked):
        return request
    rest = [f for f in request.fillers if f.role not in (Role.ACTOR, Role.RECIPIENT)]
    fillers = (Filler(Role.ACTOR, source, speaker.i), *asked, *rest)
    return replace(request, fillers=fillers, why=f"{request.why}, by who says it must be")


def is_asked(verb: Token) -> bool:
    """Whether a modal says that it should be done ("must end", "must be ready to")."""
    helped = verb.head if verb.dep_ == "acomp" else verb
    return any(c.lower_ in DEONTIC for c in children(helped, "aux"))
