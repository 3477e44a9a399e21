"""Where and when: every place and time in a sentence goes to the predicate or nominal event it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.times import DURATION
from allege.claim import MentionType, Role, Spans
from allege.extract.predication import Filler
from allege.extract.wordlists import word_list

LOCATIVE = word_list("locative")
STEPS = 12


def circumstances(analysis: Analysis, is_event: Callable[[Token], bool]) -> Mapping[int, list[Filler]]:
    """Fillers of place and time by the index of what they hang on: a verb, or a noun for which `is_event` holds."""
    out: dict[int, list[Filler]] = {}
    for head, spans, kind in _named(analysis):
        token = analysis.doc[head]
        at = _anchor(token, kind, is_event)
        if at is not None:
            role = Role.PLACE if kind is MentionType.PLACE else Role.TIME
            out.setdefault(at.i, []).append(Filler(role, spans, head, kind))
    return out


BEARINGS = word_list("bearings")
"""Words by whose "of" a place is told from another ("20 km north | of Orsa")."""


TAKING = word_list("taking")
"""Verbs of taking land."""


def is_loser(place: Token) -> bool:
    """Whether land was taken from somebody, and not there: "captured the hills from | Orland"."""
    whence = place.dep_ == "pobj" and place.head.lower_ == "from"
    return whence and any(above.lemma_ in TAKING for above in islice(place.ancestors, STEPS))


def is_locative(token: Token) -> bool:
    """Whether a word says that what follows is where something is: "in", "north of"."""
    if token.pos_ not in ("ADP", "SCONJ", "ADV"):
        return False
    return token.lower_ in LOCATIVE or (token.lower_ == "of" and token.i > 0 and token.nbor(-1).lower_ in BEARINGS)


def _named(analysis: Analysis) -> list[tuple[int, Spans, MentionType]]:
    """Heads, spans and kinds of the mentions of places and times."""
    wanted = (MentionType.PLACE, MentionType.TIME)
    found = ((head, m) for head, m in sorted(analysis.by_head.items()) if m.type in wanted and m.why != DURATION)
    return [(head, m.spans, m.type) for head, m in found]


def _lost_verb(root: Token) -> Token | None:
    """The verb that the parser took for a participle behind its subject: "On 8 May, a device detonated beneath"."""
    if root.pos_ not in ("NOUN", "PROPN"):
        return None
    verbs = [t for t in root.sent if t.pos_ == "VERB" and t.tag_ != "VBG" and t.dep_ != "amod"]
    return verbs[0] if len(verbs) == 1 and verbs[0].head.i == root.i and verbs[0].dep_ in ("acl", "relcl") else None


def _anchor(token: Token, kind: MentionType, is_event: Callable[[Token], bool]) -> Token | None:
    """Climbs from a place or time to what it hangs on; a place must pass through a preposition of place."""
    located, at = kind is MentionType.TIME, token
    for _ in range(STEPS):
        if at.head.i == at.i:
            return _lost_verb(at) if located and token.i < at.i else None
        label, above = at.dep_, at.head
        if (
            label in ("nsubj", "nsubjpass", "dobj", "agent", "poss", "attr", "iobj")
            and at.i == token.i
            and kind is MentionType.PLACE
        ):
            return None
        if kind is MentionType.PLACE and is_locative(above):
            located = True
        if above.pos_ in ("VERB", "AUX") or is_event(above):
            return above if located and not (kind is MentionType.PLACE and is_loser(token)) else None
        if label == "relcl":
            return None
        at = above
    return None
