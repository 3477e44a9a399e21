"""Two who blame each other: each says that the other did it, and neither that both did.

"The army and the front blamed each other for the raid" is told with one verb. The deed is told twice then, once by each
of them and with the other for its doer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Attribution, Role, covers
from allege.extract import attribution
from allege.extract.attribution.heard import Heard, stretches
from allege.extract.blame.doers import is_assault
from allege.extract.blame.links import words
from allege.extract.blame.voices import FRAME, SCORE
from allege.extract.phrases import phrase
from allege.extract.predication import Predication
from allege.extract.roles import children, frame

Found = list[Predication]
Said = tuple[Attribution, ...]


def mutual(analysis: Analysis, found: Iterable[Predication], said: Said) -> tuple[Found, Said]:
    """The same deeds and attributions, those of two who blame each other twice, once by each."""
    out, kept = list(found), list(said)
    more: list[tuple[Heard, Act]] = []
    for item in said:
        pair = _pair(analysis, item)
        deeds = [p for p in out if pair and is_assault(p) and _doers(p) == {t.i for t in pair}]
        deeds = [p for p in deeds if covers(item.content, analysis.doc[p.head].idx)]
        if not deeds:
            continue
        kept.remove(item)
        more += [(_heard(analysis, item, who), item.act) for who in pair]
        for p in deeds:
            at = out.index(p)
            out[at : at + 1] = [_without(p, who) for who in pair]
    return out, attribution.with_more(analysis, kept, more, SCORE) if more else said


def _pair(analysis: Analysis, item: Attribution) -> tuple[Token, ...]:
    """The two who blame each other by the words of a cue; nobody for any other cue."""
    if item.act is not Act.ACCUSE:
        return ()
    verbs = (t for t in analysis.tokens(item.cue) if t.pos_ == "VERB" and t.lemma_ in words("blaming"))
    verb = next((v for v in verbs if any(map(_is_each_other, children(v, "dobj")))), None)
    agents = frame(verb).agents if verb is not None else ()
    return agents if len(agents) == 2 and all(covers(item.source, t.idx) for t in agents) else ()


def _is_each_other(token: Token) -> bool:
    return token.lower_ in ("other", "another") and token.i > 0 and token.nbor(-1).lower_ in ("each", "one")


def _doers(p: Predication) -> set[int]:
    return {f.head for f in p.fillers if f.role is Role.ACTOR}


def _without(p: Predication, accuser: Token) -> Predication:
    """The deed as he tells it: the other did it."""
    fillers = tuple(f for f in p.fillers if f.role is not Role.ACTOR or f.head != accuser.i)
    return replace(p, fillers=fillers, why=f"{p.why}, by the other")


def _heard(analysis: Analysis, item: Attribution, who: Token) -> Heard:
    cue = tuple(t.i for t in analysis.tokens(item.cue))
    verb = next(t for t in analysis.tokens(item.cue) if t.pos_ == "VERB" and t.lemma_ in words("blaming"))
    own = (analysis.doc.char_span(*span, alignment_mode="expand") for span in phrase(who))
    source = tuple((span.start, span.end) for span in own if span is not None)
    content = stretches(t.i for t in analysis.tokens(item.content))
    return Heard(verb.i, "verb", verb.lemma_.lower(), FRAME, cue, source, content, who.i)
