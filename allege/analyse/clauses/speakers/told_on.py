"""What is told on behind whoever tells it: "They were rebels, the abbot told us, | and they had burned | the mill".

The parser joins the last clause to "told", so that the writer himself would hold it. A past before the past, or the
subject of what was told before, says that it is told, too: "…, the abbot told us, and guards arrested him" may be news.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.speakers.interrupted import TELLING
from allege.analyse.labels import ANY_SUBJECT, FINITE, SUBJECTS

SHIFTED = frozenset({"had", "would", "could"})
"""Auxiliaries that take back into the past what somebody said."""


def tell_on(verb: Token, telling: Collection[str]) -> None:
    """Joins such a clause to what was told before it; `telling`: lemmas of verbs of saying."""
    told = verb.head
    if verb.dep_ != "conj" or told.lemma_ not in TELLING or verb.lemma_ in telling or told.tag_ not in FINITE:
        return
    clause = _told_before(told)
    speaker = next((c for c in told.lefts if c.dep_ == "nsubj"), None)
    cc = next((c for c in told.rights if c.dep_ == "cc" and c.i < verb.i), None)
    if clause is None or speaker is None or cc is None or speaker.i < clause.i:
        return
    if cc.nbor(-1).text != "," or verb.left_edge.i != cc.i + 1 or speaker.left_edge.nbor(-1).text != ",":
        return
    if not _goes_on(verb, clause, speaker):
        return
    cc.head, verb.head = clause, clause


def _told_before(told: Token) -> Token | None:
    """What is told before "the abbot said"."""
    if told.dep_ == "parataxis":
        return told.head if told.head.i < told.i else None
    found = next((c for c in told.lefts if c.dep_ == "ccomp"), None)
    return found if found is not None and any(c.dep_ in SUBJECTS for c in found.lefts) else None


def _goes_on(verb: Token, clause: Token, speaker: Token) -> bool:
    """Whether a clause takes the past back, or has the pronoun of the clause before that is not the speaker's."""
    if any(c.dep_ in ("aux", "auxpass") and c.lower_ in SHIFTED for c in verb.lefts):
        return True
    own = next((c for c in verb.lefts if c.dep_ in ANY_SUBJECT), None)
    first = next((c for c in clause.lefts if c.dep_ in ANY_SUBJECT), None)
    if own is None or first is None or own.pos_ != "PRON":
        return False
    return own.lower_ == first.lower_ != speaker.lower_
