"""Finds demands: what somebody says should be done ("should raise the matter", "called on them to withdraw").

A demand's type is the PLOVER type of what is wanted where a rule names it, else REQUEST; its actor is empty (who wants it
is told by attribution), its recipient is who should act. The anchor is the modal or the verb of asking with what is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Role
from allege.extract.events.fill import parts
from allege.extract.events.match import Matcher, Trigger, clause_of
from allege.extract.predication import Filler, Predication
from allege.extract.roles import Frame, children, frame, head_span, phrase, prepositional, spread

DEONTIC = frozenset({"should", "must", "ought", "shall"})
NEEDS = frozenset({"need", "have"})
ASKING = frozenset(
    ["urge", "ask", "demand", "request", "implore", "beg", "call", "appeal", "exhort", "press", "pressure", "order", "instruct", "tell", "command", "advise", "recommend", "insist", "require", "direct", "encourage", "plead", "petition", "want"]
)
EPISTEMIC = frozenset({"be", "have", "know", "mean", "seem", "think", "feel", "come"})
"""Verbs before which "must" and "should" more often guess than demand ("must have known")."""


def find(analysis: Analysis) -> Iterator[Predication]:
    """The demands of a text, in text order."""
    matcher = Matcher(analysis)
    for sentence in analysis.sentences:
        for token in sentence:
            made = None
            if token.dep_ == "aux" and token.lower_ in DEONTIC and token.head.pos_ in ("VERB", "AUX"):
                made = _modal(matcher, token)
            elif token.pos_ == "VERB" and token.lemma_ in NEEDS:
                made = _need(matcher, token)
            elif token.pos_ == "VERB" and token.lemma_ in ASKING:
                made = _asked(matcher, token)
            if made is not None:
                yield made


def _modal(matcher: Matcher, modal: Token) -> Predication | None:
    """ "should raise the matter", "must be released"; not "must have been", nor a condition turned round ("should it rain")."""
    verb = modal.head
    who = matcher.frame(verb)
    if any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children):
        return None
    if verb.lemma_ in EPISTEMIC and not who.passive and modal.lower_ != "should":
        return None
    subject = next(iter(children(verb, "nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.i > modal.i or subject.dep_ == "expl" or _asked_by_question(verb):
        return None
    return _demand(matcher, [modal], verb, who, f"modal '{modal.lower_}'", 0.75)


def _asked_by_question(verb: Token) -> bool:
    return any(t.text == "?" for t in verb.children)


def _need(matcher: Matcher, verb: Token) -> Predication | None:
    """ "need to act", "have to leave" """
    clause = clause_of(verb)
    if (
        clause is None
        or clause.dep_ != "xcomp"
        or not any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    ):
        return None
    if verb.tag_ == "VBD" or any(c.dep_ == "dobj" for c in verb.children) or not children(verb, "nsubj"):
        return None
    return _demand(matcher, [verb], clause, matcher.frame(clause), f"'{verb.lemma_} to'", 0.6)


def _asked(matcher: Matcher, verb: Token) -> Predication | None:
    """ "urged them to stop", "demanded that they leave", "called for their release" """
    clause = clause_of(verb)
    if clause is not None and clause.pos_ in ("VERB", "AUX"):
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
        if not infinitive and (
            verb.lemma_ not in ("demand", "insist", "request", "urge", "recommend", "ask", "order")
            or clause.tag_ not in ("VB", "VBP")
        ):
            return None
        if verb.lemma_ in ("want", "ask") and not children(verb, "dobj") and not children(clause, "nsubj", "nsubjpass"):
            return None
        if verb.lemma_ == "appeal" and not infinitive:
            return None
        who = matcher.frame(clause)
        asked = who.agents or spread(prepositional(verb, "on", "upon", "to"))
        return _demand(
            matcher, [verb], clause, Frame(asked, who.patients, who.passive), f"'{verb.lemma_}' somebody to", 0.8
        )
    if verb.lemma_ in ("call", "appeal", "press", "plead"):
        return _called_for(matcher, verb)
    return None


def _called_for(matcher: Matcher, verb: Token) -> Predication | None:
    for noun in prepositional(verb, "for"):
        found = matcher.trigger(noun)
        asked = spread(prepositional(verb, "on", "upon", "to"))
        kind = _wanted_type(found)
        return Predication(
            ClaimKind.DEMAND,
            kind,
            head_span(verb, noun),
            noun.i,
            fillers=_fillers(asked),
            score=0.7,
            why=f"'{verb.lemma_} for'",
        )
    return None


def _demand(matcher: Matcher, cue: list[Token], verb: Token, who: Frame, why: str, score: float) -> Predication:
    found = matcher.trigger(verb)
    asked = who.agents
    extra: tuple[Filler, ...] = ()
    if found is not None and who.passive:
        asked = frame(verb).agents
    fillers = _fillers(asked)
    if found is not None and not asked:
        extra = tuple(Filler(Role.RECIPIENT, phrase(t), t.i) for t in parts(matcher, found).patients)
    kind = _wanted_type(found)
    return Predication(
        ClaimKind.DEMAND, kind, head_span(*cue, verb), verb.i, fillers=(*fillers, *extra), score=score, why=why
    )


def _wanted_type(found: Trigger | None) -> str:
    return "REQUEST" if found is None else found.rule.type


def _fillers(asked: tuple[Token, ...]) -> tuple[Filler, ...]:
    return tuple(Filler(Role.RECIPIENT, phrase(t), t.i) for t in asked)
