"""With what an assault was done: the weapon that is named makes the mode of its rule more exact."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from allege.claim import MentionType
from allege.extract.events.before import leans
from allege.extract.events.match import Matcher, Trigger
from allege.extract.nouns import CREWED, in_class, kind, weapon_class
from allege.extract.phrases import is_of_people
from allege.extract.roles import children, prepositional, spread
from allege.extract.wordlists import word_list

CLASS_MODES = {
    "explosive": "explosives",
    "fire": "primitive",
    "firearm": "firearms",
    "heavy": "heavy-weapons",
    "aerial": "aerial",
    "drone": "drone",
    "unconventional": "unconventional",
    "primitive": "primitive",
}
SHARPENED = {
    "": frozenset(CLASS_MODES),
    "explosives": frozenset({"aerial", "drone", "unconventional"}),
    "heavy-weapons": frozenset({"explosive", "aerial", "drone", "unconventional"}),
    "firearms": frozenset({"explosive"}),
    "targeted": frozenset({"explosive"}),
}
"""Which class of weapon makes a rule's mode more exact."""


OF_WAR = frozenset({"aerial", "drone", "heavy-weapons", "firearms", "suicide-attack", "explosives", "targeted"})
"""Modes that neither a disaster nor a rally has."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: doers and tools; heads of phrases."""

    doers: tuple[Token, ...]
    tools: tuple[Token, ...]


def mode_by_weapon(mode: str | None, found: Trigger, cast: Cast) -> str | None:
    """The mode of an assault: that of its rule, made more exact by the weapon that is named."""
    if found.rule.type != "ASSAULT":
        return mode
    named = [*cast.tools, *(c for c in found.token.children if c.dep_ in ("compound", "amod") and c.i < found.token.i)]
    if any(w.lower_ == "suicide" or in_class(w, "suicide") for w in (*named, *cast.doers)):
        return "suicide-attack"
    better = SHARPENED.get(mode or "", frozenset())
    return next((CLASS_MODES[c] for c in map(weapon_class, named) if c in better), mode)


def owners(matcher: Matcher, arm: Token) -> list[Token]:
    """Whose a weapon is that does something: "government jets", "rockets of the front", "a shell fired by them"."""
    before = _without_adjectives(_without_make(children(arm, "poss", "compound", "nmod", "amod")))
    fired = [by for c in children(arm, "acl") if c.lemma_ in WIELDING for by in prepositional(c, "by")]
    held = [c for c in prepositional(arm, "of") if _is_armed(matcher, c)]
    owned = [c for c in before if _owns(matcher, c) and not (weapon_class(c) or leans(c))]
    return owned or list(spread(fired or held)) or _users(matcher, arm)


def _users(matcher: Matcher, arm: Token) -> list[Token]:
    """Who puts a weapon to use that does something: "| rebels | detonated a bomb killing nine"."""
    verb = arm.head
    used = arm.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in WIELDING
    return list(matcher.frame(verb).agents) if used else []


def _without_make(before: list[Token]) -> list[Token]:
    """Words before a weapon without what kind it is, but with whose that is: "| Kirelian | fighter jets"."""
    own = [c for word in before if word.lower_ in MAKES for c in children(word, "poss", "compound", "amod")]
    return [*own, *(word for word in before if word.lower_ not in MAKES)]


MAKES = frozenset({"fighter", "bomber"})
"""Kinds of aircraft whose names are also those of people."""


def _without_adjectives(before: list[Token]) -> list[Token]:
    """Words before a weapon without the adjective of a people whose army the next one is: "| Kirelian army | jets"."""
    own = {a.i for a, b in pairwise(before) if is_of_people(a, b)}
    return [token for token in before if token.i not in own]


WIELDING = word_list("wielding")
"""Verbs by which somebody puts a weapon to use."""


def _is_armed(matcher: Matcher, token: Token) -> bool:
    """Whether what stands behind "of" bears the weapon: "the bullets of soldiers", not "a bomb of 50 kilograms"."""
    mention = matcher.analysis.by_head.get(token.i)
    known = mention is not None and mention.type is MentionType.ACTOR
    return known or any(in_class(token, name) for name in ("armed", "police", "state force"))


PEOPLES = ("an", "ese", "ish")
"""How adjectives of peoples end that no list knows; names of makes hardly do ("Apache", "Mirage", "Grad")."""


def _is_of_a_people(token: Token) -> bool:
    """Whether a word before a weapon of a force says of which people it is: "| Halmyran | jets"."""
    inside = token.is_title and token.i != token.sent.start and token.pos_ in ("ADJ", "PROPN")
    return inside and token.lower_.endswith(PEOPLES) and weapon_class(token.head) in CREWED


def _owns(matcher: Matcher, token: Token) -> bool:
    """Whether a word before a weapon names somebody: not "a powerful bomb", "a time bomb"."""
    mention = matcher.analysis.by_head.get(token.i)
    known = mention is not None and mention.type is MentionType.ACTOR
    named = token.pos_ == "PROPN" and kind(matcher.analysis, token) is MentionType.ACTOR
    named = named or known or token.ent_type_ in ("NORP", "GPE", "ORG") or _is_of_a_people(token)
    if token.dep_ == "poss" and weapon_class(token.head) in CREWED:  # "its helicopters", "Kaldreth's tanks"
        named = named or token.pos_ == "PROPN" or token.lower_ == "our" or token.i in matcher.analysis.antecedent
    return named or any(in_class(token, name) for name in ("armed", "person"))
