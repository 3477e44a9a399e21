"""Where a predication is set when its own finder saw no place: a place that its clause or a joined clause names.

Tried in order, the first that gives a place wins: a place that is itself what is hit or taken; a place of the same
clause, also one inside its noun phrases ("killed in a clash at the ferry"); a place of a clause joined to it ("were
killed and others hurt in Orlen").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, MentionType, Role
from allege.extract.predication import Filler, Predication
from allege.extract.remembered import is_remembered
from allege.extract.wordlists import word_list

LOCATIVE = word_list("locative")
STEPS = 12
JOINS = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep"})


class Setting:
    """The places of one analysis by the verb of the clause that they stand in."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._at: dict[int, list[Filler]] = {}
        for head, mention in sorted(analysis.by_head.items()):
            if mention.type is MentionType.PLACE:
                verb = _clause(analysis.doc[head])
                if verb is not None:
                    self._at.setdefault(verb.i, []).append(Filler(Role.PLACE, mention.spans, head, mention.type))

    def place(self, predication: Predication) -> Filler | None:
        """The place of an event or a state that has none yet; None where the text ties none to it."""
        if predication.kind not in (ClaimKind.EVENT, ClaimKind.STATE):
            return None
        if any(f.role is Role.PLACE for f in predication.fillers):
            return None
        head = self._analysis.doc[predication.head]
        return self._target(predication) or (None if is_remembered(head) else self._around(head))

    def _target(self, predication: Predication) -> Filler | None:
        """A recipient that is a place."""
        for filler in predication.fillers:
            mention = self._analysis.by_head.get(filler.head)
            if filler.role is Role.RECIPIENT and mention is not None and mention.type is MentionType.PLACE:
                return Filler(Role.PLACE, mention.spans, filler.head, mention.type)
        return None

    def _around(self, head: Token) -> Filler | None:
        verb = _verb_above(head)
        if verb is None:
            return None
        for clause in (verb, *_joined(verb)):
            if clause.i in self._at:
                return self._at[clause.i][0]
        return None


def _clause(token: Token) -> Token | None:
    """The verb of the clause in which a place is said to be where something is; None for a place that only names."""
    if token.dep_ == "amod" or token.pos_ == "ADJ" or token.ent_type_ == "NORP":
        return None
    located, at = False, token
    for _ in range(STEPS):
        above = at.head
        if above.i == at.i or at.dep_ == "relcl":
            return None
        located = located or (above.pos_ in ("ADP", "SCONJ", "ADV") and above.lower_ in LOCATIVE)
        if above.pos_ in ("VERB", "AUX"):
            return above if located else None
        at = above
    return None


def _verb_above(token: Token) -> Token | None:
    """The token itself where it is a verb, else the nearest verb above it."""
    for _ in range(STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _joined(verb: Token) -> Iterator[Token]:
    """Verbs of clauses joined to this one, nearest first: what it hangs on, then what hangs on it."""
    if verb.dep_ in JOINS and verb.head.pos_ in ("VERB", "AUX"):
        yield verb.head
    yield from (child for child in verb.children if child.dep_ in JOINS and child.pos_ in ("VERB", "AUX"))
