"""Finds demands: what somebody says should be done ("should raise the matter", "called on them to withdraw").

A demand's type is the PLOVER type of what is wanted where a rule names it, else REQUEST. It has no actor (who wants it
is told by attribution); its recipient is who should act. The anchor is the modal or verb of asking with what is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Role
from allege.extract.events.fill import parts
from allege.extract.events.match import Matcher, Trigger
from allege.extract.phrases import head_span, phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import Frame, children, clause_of, is_infinitive, prepositional, spread
from allege.extract.roles.clauses import is_command
from allege.extract.unnamed import stays_unnamed
from allege.extract.wordlists import word_list

CALLING = frozenset({"call", "appeal", "press", "plead"})
THAT = frozenset({"demand", "insist", "request", "urge", "recommend", "ask", "order"})
"""Verbs of asking that take "that" and a bare verb ("demanded that they leave")."""

DEONTIC = frozenset({"should", "must", "ought", "shall"})
NEEDS = frozenset({"need", "have"})
ASKING = word_list("asking")
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
            elif token.tag_ == "VB" and is_command(token):
                made = _commanded(matcher, token)
            elif token.pos_ == "VERB" and token.lemma_ in NEEDS:
                made = _need(matcher, token)
            elif token.pos_ == "VERB" and token.lemma_ in ASKING and not stays_unnamed(token):
                made = _asked(matcher, token)
            if made is not None:
                yield made


def _modal(matcher: Matcher, modal: Token) -> Predication | None:
    """What a modal asks for: "should raise the matter"; not "must have been", nor "should it rain"."""
    verb = modal.head
    who = matcher.frame(verb)
    if any((c.lemma_ == "have" and c.dep_ == "aux") or c.text == "?" for c in verb.children):
        return None
    if verb.lemma_ in EPISTEMIC and not who.passive and modal.lower_ != "should":
        return None
    subject = next(iter(children(verb, "nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.i > modal.i or subject.dep_ == "expl":
        return None
    return _demand(matcher, modal, verb, who, (f"modal '{modal.lower_}'", 0.75))


def _need(matcher: Matcher, verb: Token) -> Predication | None:
    """What somebody has to do: "need to act", "have to leave"; not "didn't have to kill him"."""
    clause = clause_of(verb)
    if clause is None or clause.dep_ != "xcomp" or not is_infinitive(clause):
        return None
    if (
        verb.tag_ == "VBD"
        or any(c.dep_ in ("dobj", "neg") or c.lower_ == "yet" for c in verb.children)
        or not children(verb, "nsubj")
    ):
        return None
    return _demand(matcher, verb, clause, matcher.frame(clause), (f"'{verb.lemma_} to'", 0.6))


def _asked(matcher: Matcher, verb: Token) -> Predication | None:
    """What somebody asks for: "urged them to stop", "demanded that they leave", "called for their release"."""
    clause = clause_of(verb)
    if clause is None:
        named = children(verb, "oprd", "ccomp")  # "called him a butcher | for his raids": what he is called
        return _called_for(matcher, verb) if verb.lemma_ in CALLING and not named else None
    if not is_infinitive(clause) and (verb.lemma_ not in THAT or clause.tag_ not in ("VB", "VBP")):
        return None
    if clause.lower_ in ("are", "am", "'re", "’re"):
        return None  # "insists that there are none"
    if verb.lemma_ in ("want", "ask") and not (children(verb, "dobj") or children(clause, "nsubj", "nsubjpass")):
        return None
    who = matcher.frame(clause)
    himself = {t.i for t in children(verb, "nsubj")}
    others = tuple(t for t in who.agents if t.i not in himself)  # "called for an effort | to destroy it"
    asked = others or spread(prepositional(verb, "on", "upon", "to"))
    return _demand(matcher, verb, clause, replace(who, agents=asked), (f"'{verb.lemma_}' somebody to", 0.8))


def _commanded(matcher: Matcher, verb: Token) -> Predication | None:
    """What a quotation tells others to do, where a rule knows it: "They shouted: 'Burn the mill!'"; not "don't"."""
    found = matcher.trigger(verb)
    if found is None or children(verb, "neg"):
        return None
    kind, why = _wanted_type(found), "a command"
    return Predication(ClaimKind.DEMAND, kind, head_span(verb), verb.i, score=0.7, why=why)


def _called_for(matcher: Matcher, verb: Token) -> Predication | None:
    things = (t for t in prepositional(verb, "for") if t.ent_type_ not in ("DATE", "TIME"))
    noun = next((t for t in things if t.i > verb.i), None)
    if noun is None:
        return None
    asked = _fillers(spread(prepositional(verb, "on", "upon", "to")))
    kind, why = _wanted_type(matcher.trigger(noun)), f"'{verb.lemma_} for'"
    return Predication(ClaimKind.DEMAND, kind, head_span(verb, noun), noun.i, fillers=asked, score=0.7, why=why)


def _demand(matcher: Matcher, cue: Token, verb: Token, who: Frame, how: tuple[str, float]) -> Predication:
    """The demand for what `verb` says; `how` is the rule that found it and its score."""
    found = matcher.trigger(verb)
    asked = _fillers(who.agents)
    if found is not None and not asked:
        asked = _fillers(parts(matcher, found).patients)
    kind, (why, score) = _wanted_type(found), how
    return Predication(ClaimKind.DEMAND, kind, head_span(cue, verb), verb.i, fillers=asked, score=score, why=why)


def _wanted_type(found: Trigger | None) -> str:
    return "REQUEST" if found is None else found.rule.type


def _fillers(asked: tuple[Token, ...]) -> tuple[Filler, ...]:
    return tuple(Filler(Role.RECIPIENT, phrase(t), t.i) for t in asked)
