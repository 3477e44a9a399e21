"""Owning up and denying without saying what to: "A bomb killed three. The front claimed responsibility."

What is meant is the last assault told before. The claim is anchored at the words that own up or deny.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, Role, Span
from allege.extract.blame.doers import is_assault
from allege.extract.blame.ties import Tie, words
from allege.extract.nouns import is_nobody, with_lemma
from allege.extract.predication import Predication
from allege.extract.roles import children, frame

NEAR = 3
"""Sentences back in which the deed is looked for."""

SCORE = 0.6
SHARED = frozenset({Role.RECIPIENT, Role.INSTRUMENT, Role.PLACE, Role.TIME})
"""What the deed's own words say of it; who did it is another's word, and a toll is told once."""


def bare(analysis: Analysis, found: Iterable[Predication]) -> Iterator[tuple[Predication, Tie]]:
    """The deeds that somebody owns up to or denies without naming them, each with what ties it to him."""
    assaults = sorted((p for p in found if is_assault(p)), key=lambda p: p.head)
    for noun in with_lemma(analysis.doc, words("owned") | words("denied")) if assaults else ():
        act = _act(noun)
        tie = None if act is None else _tie(noun, act)
        deed = None if tie is None else next((p for p in reversed(assaults) if p.head < noun.i), None)
        if tie is not None and deed is not None and _between(analysis, deed.head, noun.i) <= NEAR:
            yield _told(noun, deed), tie


def _act(noun: Token) -> Act | None:
    """What is done with a noun of owning up that stands without its deed."""
    if noun.dep_ not in ("dobj", "nsubjpass") or noun.pos_ != "NOUN":
        return None
    verb, name = noun.head, noun.lemma_.lower()
    preps = {c.lower_ for t in (verb, noun) for c in children(t, "prep")}
    if name in words("owned") and verb.lemma_ in words("claiming") and preps.isdisjoint(("for", "of", "over")):
        return Act.CLAIM_RESPONSIBILITY
    denies = name in words("denied") and verb.lemma_ in words("denying")
    return Act.DENY if denies and preps.isdisjoint(("for", "of", "in", "with", "to")) else None


def _tie(noun: Token, act: Act) -> Tie | None:
    agents = frame(noun.head).agents
    if not agents or is_nobody(agents[0]):
        return None
    return Tie(noun, agents, act, agents[0], (noun.head,), noun if act is Act.DENY else None)


def _between(analysis: Analysis, first: int, last: int) -> int:
    return sum(analysis.doc[first].idx < s.start_char <= analysis.doc[last].idx for s in analysis.sentences)


def _told(noun: Token, deed: Predication) -> Predication:
    """The deed as told once more; its doer comes with the tie."""
    return replace(
        deed,
        anchor=(Span(noun.idx, noun.idx + len(noun)),),
        head=noun.i,
        fillers=tuple(f for f in deed.fillers if f.role in SHARED),
        score=SCORE,
        why=f"{deed.why} before",
        absorbed=False,
    )
