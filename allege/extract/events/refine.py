"""What the words around a trigger make of its type: will, will not, and what a request or a refusal is about.

PLOVER codes cooperation in the future tense as AGREE (an intention), and its modes of REQUEST, REJECT and THREATEN say
what is asked for, refused or threatened.
"""

from __future__ import annotations

from dataclasses import dataclass

from allege.extract.events.match import COOPERATIVE, WILLED, Matcher, Trigger, is_negated

ASSIST = frozenset({"AID", "COOPERATE", "SUPPORT", "AGREE"})
YIELDS = frozenset({"CONCEDE", "RETREAT"})


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
    if rule.type in COOPERATIVE - {"AGREE"} and _willed(found) and not is_negated(found.token):
        return Refined("AGREE", None, f"{rule.name}, in the future", absorbed=True)
    return Refined(rule.type, rule.mode, rule.name)


def _willed(found: Trigger) -> bool:
    """Whether the predicate stands in the plain future ("will send"), not in a conditional."""
    if found.token.pos_ != "VERB":
        return False
    aux = {c.lower_ for c in found.token.children if c.dep_ == "aux"}
    conditional = any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in found.token.children)
    return bool(aux & (WILLED - {"would", "'d"})) and not conditional


def _about(matcher: Matcher, found: Trigger) -> str | None:
    """The PLOVER mode for what is requested, refused or threatened."""
    inner = found if found.rule.negated else matcher.embedded(found.token)
    name = inner.rule.type if inner is not None and (inner.token.i != found.token.i) else ""
    mode = inner.rule.mode if inner is not None else None
    if found.rule.type == "THREATEN":
        return _threat(name, mode)
    if name in ASSIST:
        return "assist"
    if name in YIELDS:
        return "yield"
    if name == "CONSULT":
        return "meet"
    return "change" if found.rule.type in ("REQUEST", "REJECT") else None


def _threat(name: str, mode: str | None) -> str | None:
    if name == "ASSAULT":
        return "violence"
    if name == "COERCE":
        return "arrest" if mode == "arrest" else "restrict"
    if name == "SANCTION":
        return "expel" if mode == "expel" else "relations"
    return {"PROTEST": "restrict", "MOBILIZE": "territory"}.get(name)
