"""The two ends of a relation: the phrases in the first of the rule's `places` that hold any."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from allege.extract.events.match import Matcher, Trigger
from allege.extract.relations.behind import doers, raiders, told, whose
from allege.extract.relations.places import PLACES, after
from allege.extract.roles import conjuncts, spread


@dataclass(frozen=True, slots=True)
class Ends:
    """The heads of the phrases at the two ends of a relation."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]


def ends_of(matcher: Matcher, found: Trigger) -> Ends:
    """The phrases at both ends, as the rule places them; pronouns give way to the names they stand for."""
    rule = found.rule
    left = told(matcher.analysis, end_of(matcher, found, rule.actor))
    right = [t for t in told(matcher.analysis, end_of(matcher, found, rule.recipient)) if t not in left]
    if rule.type in ("FIGHTS", "ALLIED_WITH"):
        left = [d for t in left for d in doers(matcher, t)] or _killers(matcher, found)
    if rule.type == "FIGHTS":
        right = [whose(matcher.analysis, t) for t in right]
    if "between" in rule.actor and not right:
        left, right = left[:1], left[1:]
    if rule.recipient[0] == "subject" and rule.actor[0] != "subject":
        left = [t for t in left if t not in right]
    return Ends(tuple(left), tuple(right))


def end_of(matcher: Matcher, found: Trigger, places: tuple[str, ...]) -> list[Token]:
    """The phrases in the first of `places` that holds any."""
    word = found.token
    later = {t.i for t in conjuncts(word.head) if t.i > word.i} if word.dep_ == "acl" else set()  # "X, led by Y, and Z"
    for place in places:
        look = PLACES.get(place)
        tokens = look(matcher, found) if look is not None else after(found, place)
        kept = [t for t in spread(tokens) if t.i not in later and (t.i != word.i or place == "self")]
        if kept:
            return kept
    return []


def _killers(matcher: Matcher, found: Trigger) -> list[Token]:
    """Whose deed somebody is killed in, where the passive names nobody."""
    passive = found.frame.passive and found.token.pos_ == "VERB" and "subject" in found.rule.actor
    return raiders(matcher, found) if passive else []
