"""What the words around a trigger make of its type: will, will not, and what a request or a refusal is about.

PLOVER codes cooperation in the future tense as AGREE (an intention), and its modes of REQUEST, REJECT and THREATEN say
what is asked for, refused or threatened.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.extract.events.conditions import COOPERATIVE, is_negated
from allege.extract.events.match import Matcher, Trigger
from allege.extract.nouns import PAPERS

ASSIST = frozenset({"AID", "COOPERATE", "SUPPORT", "AGREE"})
YIELDS = frozenset({"CONCEDE", "RETREAT"})
ANNOUNCED = frozenset({"COERCE", "SANCTION", "ASSAULT", "PROTEST"})
FUTURE = frozenset({"will", "'ll", "’ll", "would", "wo"})
ANNOUNCING = frozenset({"say", "announce", "declare", "warn", "state", "vow", "tell"})
PERMITS = frozenset({"grant", "allow access", "open the border"})


@dataclass(frozen=True, slots=True)
class Refined:
    """Type and mode in context. `absorbed`: the tense or negation at the anchor is part of the type."""

    type: str
    mode: str | None
    why: str
    absorbed: bool = False


def refine(matcher: Matcher, found: Trigger) -> Refined:
    """Type, mode and rule name of a trigger where it stands."""
    rule = found.rule
    if rule.negated:
        return Refined(rule.type, _about(matcher, found), rule.name, absorbed=True)
    if rule.modes:
        return Refined(rule.type, rule.mode or _about(matcher, found), rule.name)
    if found.token.pos_ == "VERB" and not _conditional(found.token):
        ahead, negated = _willed(found.token), is_negated(found.token)
        if negated and rule.type in COOPERATIVE and (ahead or rule.name in PERMITS):
            return Refined("REJECT", _mode_of(rule.type, rule.mode, "change"), f"{rule.name}, refused", absorbed=True)
        if ahead and not negated and rule.type in COOPERATIVE - {"AGREE"}:
            return Refined("AGREE", None, f"{rule.name}, in the future", absorbed=True)
        if ahead and not negated and rule.type in ANNOUNCED and _announces(matcher, found):
            return Refined("THREATEN", _threat(rule.type, rule.mode), f"{rule.name}, announced", absorbed=True)
    written = rule.mode == "demo" and _in_writing(found.token)
    return Refined("ACCUSE", "disapprove", rule.name) if written else Refined(rule.type, rule.mode, rule.name)


def _in_writing(verb: Token) -> bool:
    """Whether a note protests, and no crowd: "handed her a note | protesting | the raid"."""
    return verb.lemma_ == "protest" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).lemma_.lower() in PAPERS


def _willed(verb: Token) -> bool:
    """Whether the predicate, or the one it hangs on as an infinitive, stands in the future ("will send").

    What "would have" been done is no longer ahead.
    """
    if any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children):
        return False
    return any(c.dep_ == "aux" and c.lower_ in FUTURE for c in verb.children)


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "should") for c in verb.children)


def _announces(matcher: Matcher, found: Trigger) -> bool:
    """Whether the doer itself says that it will do so ("said it will expel")."""
    verb = found.token.head
    if found.token.dep_ != "ccomp" or verb.lemma_ not in ANNOUNCING:
        return False
    said = {t.i for t in matcher.frame(verb).agents}
    doers = matcher.frame(found.token).agents
    return any(d.i in said or d.lower_ in ("it", "they", "he", "she", "we", "i") for d in doers)


def _mode_of(kind: str, mode: str | None, other: str) -> str:
    """The mode of a request or refusal of something of PLOVER type `kind`."""
    if kind in ASSIST:
        return "assist"
    if kind in YIELDS:
        return "yield"
    return "meet" if kind == "CONSULT" else other


def _about(matcher: Matcher, found: Trigger) -> str | None:
    """The PLOVER mode for what is requested, refused or threatened."""
    inner = found if found.rule.negated else matcher.embedded(found.token)
    name = inner.rule.type if inner is not None and (inner.token.i != found.token.i) else ""
    mode = inner.rule.mode if inner is not None else None
    if found.rule.type == "THREATEN":
        return _threat(name, mode)
    return _mode_of(name, mode, "change") if found.rule.type in ("REQUEST", "REJECT") else None


def _threat(name: str, mode: str | None) -> str | None:
    if name == "ASSAULT":
        return "violence"
    if name == "COERCE":
        return "arrest" if mode == "arrest" else "restrict"
    if name == "SANCTION":
        return "expel" if mode == "expel" else "relations"
    return {"PROTEST": "restrict", "MOBILIZE": "territory"}.get(name)
