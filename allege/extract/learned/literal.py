"""Words of violence that tell of none: matches, films, exercises, price wars, a guard who is fired.

Rules and lists know such words by their company ("the striker shot wide"); the encoder knows them by the sound of the
whole sentence. What it takes for no violence is told as a state, and so accuses nobody.
"""

from __future__ import annotations

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Role, Span
from allege.extract.nouns import contents, in_class
from allege.extract.predication import Predication
from allege.extract.wordlists import word_list

FORCE = frozenset({"arrest", "seize"})
"""Modes of COERCE that are force: to impose a curfew or a sanction is none, and on such words nothing was fitted."""

PHRASES = word_list("violent-phrases")

LEAST, LEAST_AMONG = 0.15, 0.02
"""Chance of violence below which a word tells of none; and below which it does so in a text that tells of violence
elsewhere. In 1,427 events of 150 texts on gun violence the first alone was wrong some eight times, nearly always in
such a text, and both together three times.
"""

SURE = 0.9
"""Chance from which a text tells of violence."""


def meant(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications; those whose word of violence tells of none are states."""
    at = [n for n, p in enumerate(found) if _violent(p) and not p.settled and not _is_denied(analysis, p)]
    at = [n for n in at if not _is_taken(analysis, found[n])]
    if analysis.encoded is None or not at:
        return found
    heads = [analysis.doc[found[n].head] for n in at]
    told = analysis.encoded.literally([((Span(t.idx, t.idx + len(t)),), analysis.sentence_of(t)) for t in heads])
    chances = {n: chance for n, chance in zip(at, told, strict=True) if chance is not None}
    least = LEAST_AMONG if max(chances.values(), default=0.0) >= SURE else LEAST
    return [p if chances.get(n, 1.0) >= least else p.as_state(_why(chances[n])) for n, p in enumerate(found)]


def _is_denied(analysis: Analysis, predication: Predication) -> bool:
    """Whether its own words say that it was not done: in a denial the encoder sees no violence."""
    return any(c.dep_ == "neg" for c in analysis.doc[predication.head].children)


def _is_taken(analysis: Analysis, predication: Predication) -> bool:
    """Whether towns or people with names are captured: in "captured a mood" the encoder hears most that is captured."""
    taken = [analysis.doc[f.head] for f in predication.fillers if f.role is Role.RECIPIENT]
    if predication.why == "capture territory":
        return any(in_class(t, "territory") for noun in taken for t in contents(noun))
    return predication.why == "capture a person" and any(t.ent_type_ == "PERSON" for t in taken)


def _violent(predication: Predication) -> bool:
    """Whether an event is of the kind that the head was fitted on."""
    if predication.kind is not ClaimKind.EVENT or predication.why.split(",")[0] in PHRASES:
        return False
    return predication.type == "ASSAULT" or (predication.type == "COERCE" and predication.mode in FORCE)


def _why(chance: float) -> str:
    return f"no violence (encoder {chance:.2f})"
