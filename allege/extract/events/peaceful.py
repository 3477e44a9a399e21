"""Words of war that tell of no attack where they stand: explosives for fishing, the firing of a minister, a strike."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.events.labour import LABOUR
from allege.extract.events.match import Trigger
from allege.extract.nouns import in_class, is_noun, weapon_class
from allege.extract.roles import children, is_infinitive, prepositional
from allege.extract.wordlists import word_list

WORK = word_list("work")
"""Verbs for what weapons and explosives are put to besides harm: "to catch fish", "to quarry stone"."""

WORKS = word_list("works")
"""Nouns and gerunds for the same: "for fishing", "for practice"."""

SPYING = word_list("spying")
"""What listens in on somebody and hurts nobody: "targeted the opposition with spyware"."""

ONESELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})

FRAGMENTS = word_list("fragments")
"""What hits and is nobody ("struck by shrapnel")."""

SMOOTHLY = frozenset({"peacefully", "smoothly", "well", "quietly", "without", "calmly", "successfully"})

AIMED = ("at", "on", "into", "upon", "toward", "towards", "from")
"""Prepositions that tell a shot from a dismissal: "the firing of guards on the crowd"."""


def is_peaceful(found: Trigger) -> bool:
    """Whether an assault's words tell of work, practice or dismissal."""
    if found.rule.type != "ASSAULT":
        return False
    if is_noun(found.token):
        return _is_dismissal(found.token) or _is_stoppage(found.token)
    return is_for_work(found.token) or any(check(found) for check in OF_VERBS)


def is_for_work(verb: Token) -> bool:
    """Whether a verb says that it was done for a work that harms nobody: "used grenades to catch fish"."""
    things = [t for t in children(verb, "dobj") if not in_class(t, "person")]
    clauses = [c for t in (verb, *things) for c in children(t, "xcomp", "advcl", "acl", "relcl") if is_infinitive(c)]
    if any(c.lemma_ in WORK and not _hits_somebody(c) for c in clauses):
        return True
    ends = [c for t in (verb, *things) for p in children(t, "prep") if p.lower_ == "for" for c in p.children]
    return any(c.lower_ in WORKS for c in ends)


def _hits_somebody(clause: Token) -> bool:
    """Whether the work is done to people ("to catch the deserters")."""
    objects = children(clause, "dobj")
    return any(in_class(o, "person") or o.pos_ in ("PRON", "PROPN") for o in objects)


def _is_dismissal(noun: Token) -> bool:
    """Whether "firing" ends somebody's work: "the firing of the director", "the company's firing of forty guards".

    Of those who bear arms only where it is told who dismisses them: the firing of the guards is as a rule theirs.
    """
    if noun.lower_ not in ("firing", "firings"):
        return False
    of = [t for p in prepositional(noun, "of") for t in (p, *children(p, "conj"))]
    people = [t for t in of if in_class(t, "person") or t.ent_type_ == "PERSON"]
    if not people or prepositional(noun, *AIMED):
        return False
    armed = any(in_class(t, name) for t in people for name in ("armed", "police"))
    return not armed or bool(children(noun, "poss") or prepositional(noun, "by") or _by_behind(people))


def _is_stoppage(noun: Token) -> bool:
    """Whether a "strike" is one of those who lay down their work: "teachers threaten a strike over pay"."""
    if noun.lemma_.lower() != "strike" or prepositional(noun, "on", "against") or noun.dep_ != "dobj":
        return False
    return any(in_class(t, "worker") for t in children(noun.head, "nsubj")) or _is_told_of(LABOUR, noun)


def _is_spying(found: Trigger) -> bool:
    """Whether somebody is "targeted" by those who listen in, with no weapon in the sentence."""
    verb = found.token
    return verb.lemma_ == "target" and _is_told_of(SPYING, verb) and not any(map(weapon_class, verb.sent))


def _is_to_oneself(found: Trigger) -> bool:
    """Whether somebody does it to himself alone: "hanged himself"; who blows himself up means others."""
    things = children(found.token, "dobj")
    bombs = any(weapon_class(t) == "explosive" or t.lemma_ == "blow" for t in found.token.sent)
    return bool(things) and all(t.lower_ in ONESELF for t in things) and not bombs


def _is_felt(found: Trigger) -> bool:
    """Whether somebody only feels pain: "we are hurting"."""
    much = all(t.lemma_ in ("lot", "much", "bit") for t in found.frame.patients)
    return found.token.lemma_ == "hurt" and not found.frame.passive and much


def _is_thought(found: Trigger) -> bool:
    """Whether somebody is only "struck by" what he sees or thinks of, or an occasion "goes off" well."""
    verb, who = found.token, found.frame
    if verb.lemma_ == "strike" and who.passive and who.agents:
        return all(t.pos_ == "NOUN" and not t.ent_type_ and not _can_strike(t) for t in who.agents)
    return verb.lemma_ == "go" and any(c.lower_ in SMOOTHLY for c in children(verb, "advmod", "acomp", "prep"))


def _can_strike(noun: Token) -> bool:
    if noun.lemma_.lower() in FRAGMENTS or weapon_class(noun):
        return True
    return any(in_class(noun, name) for name in ("person", "armed", "thing", "disaster"))


OF_VERBS = (_is_spying, _is_to_oneself, _is_felt, _is_thought)


def _is_told_of(words: frozenset[str], token: Token) -> bool:
    """Whether the sentence around a word has one of these."""
    return any(t.lemma_.lower() in words for t in token.sent)


def _by_behind(people: list[Token]) -> bool:
    return any(prepositional(t, "by") for t in people)


__all__ = ["is_for_work", "is_peaceful"]
