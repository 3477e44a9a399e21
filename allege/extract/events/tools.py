"""With what it was done: weapons, and what hides a charge, are told apart from those who did it and those it hit.

Which mode of violence a weapon makes of an assault: `means`.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.events.gathered import Parts
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.means import owners
from allege.extract.nouns import in_class, is_sentient, weapon_class
from allege.extract.roles import children, conjuncts, prepositional
from allege.extract.wordlists import word_list

PRECISE_TOOLS = ("with", "using", "by", "from", "via", "through")
"""Prepositions behind which a weapon is told."""

HIDING = word_list("hiding")
"""What a charge is hidden in."""

SET_OFF = frozenset({"detonate", "explode"})
"""Verbs whose object goes off: "detonated a car"."""


def take_tools(matcher: Matcher, found: Trigger, out: Parts) -> None:
    """Moves weapons out of the doers, and adds those in "with" phrases and in the expression itself."""
    token, rule = found.token, found.rule
    if rule.type not in ("ASSAULT", "THREATEN", "PROTEST", "MOBILIZE", "COERCE"):
        return
    arms = [a for a in out.agents if _is_weapon(matcher, a)]
    out.tools += arms
    owned = tuple(o for a in arms for o in owners(matcher, _counted(a)))
    free = tuple(a for a in out.agents if a not in arms)
    out.agents = free or owned or (out.agents if rule.type == "MOBILIZE" else ())  # "warships patrolled the coast"
    if rule.theme == "instrument" and found.object is not None:
        out.tools += conjuncts(found.object)
        out.patients = tuple(p for p in out.patients if p.i != found.object.i)
    if rule.mode == "explosives":
        _take_carriers(matcher, found, out)
    if rule.type == "ASSAULT":
        out.tools += [
            p for p in out.patients if weapon_class(p) in ("explosive", "heavy") and rule.mode == "explosives"
        ]
        out.patients = tuple(p for p in out.patients if p not in out.tools)
    for where in (token, out.host):
        if where is not None:
            out.tools += [c for p in prepositional(where, *PRECISE_TOOLS) for c in conjuncts(p) if weapon_class(p)]
            for clause in where.children:
                if clause.lemma_ == "use" and clause.pos_ == "VERB":
                    out.tools += [c for p in matcher.frame(clause).patients for c in conjuncts(p) if weapon_class(c)]
    out.tools = list(dict.fromkeys(out.tools))


def _take_carriers(matcher: Matcher, found: Trigger, out: Parts) -> None:
    """What goes off did nothing: "a parcel exploded" and "a car bombing" tell of a tool, "the house blew up" of what is
    hit.
    """
    verb = found.token
    if verb.pos_ == "VERB":
        own = _goes_off(verb)
        hit = [t for t in own if in_class(t, "thing") and not is_sentient(matcher.analysis, t)]
        near = (*own, *(p for p in out.patients if verb.lemma_ in SET_OFF and p.dep_ != "nsubj"))
    else:
        hit = []
        near = tuple(p for p in out.patients if p.dep_ == "compound")
    hidden = [t for t in near if t.lemma_.lower() in HIDING]
    hit = [t for t in hit if t not in hidden]
    out.tools += hidden
    out.agents = tuple(a for a in out.agents if a not in (*hidden, *hit))
    out.patients = tuple(dict.fromkeys((*hit, *(p for p in out.patients if p not in hidden))))


def _goes_off(verb: Token) -> list[Token]:
    """What is said to go off by itself: the subjects of a verb in the active without an object."""
    if children(verb, "dobj", "auxpass") or any(map(weapon_class, prepositional(verb, "over", "on", "onto", "upon"))):
        return []  # "their | car | ran over a mine" is what was hit
    return [t for subject in children(verb, "nsubj") for t in conjuncts(subject)]


def _counted(token: Token) -> Token:
    """What a number counts: "one of its | jets |"; else the word itself."""
    of = next((c for c in token.rights if c.lower_ == "of" and c.dep_ == "prep"), None) if token.like_num else None
    return token if of is None else next((c for c in of.children if c.dep_ == "pobj"), token)


def _is_weapon(matcher: Matcher, token: Token) -> bool:
    """Whether a phrase, or what "it" stands for, is a weapon: "he loaded a pistol when | it | struck the clerk"."""
    noun = _counted(token.doc[matcher.analysis.antecedent.get(token.i, token.i)])
    return bool(weapon_class(noun)) and not in_class(noun, "person")
