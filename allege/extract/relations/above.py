"""Ends of a relation over a noun: whoever does what its verb or phrase tells ("flew to Orsa for talks with")."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.events.match import Matcher, Trigger
from allege.extract.roles import NOMINAL, children, frame, surface
from allege.extract.wordlists import word_list

APPOINTING = frozenset({"appoint", "name", "elect", "make", "choose"})
ACHIEVING = frozenset({"enable", "ensure", "achieve", "secure", "complete", "hasten", "accelerate", "bring"})
"""Verbs of those who see to it that something comes about."""

BOUND = word_list("bound")
GOING = word_list("going")


def involved(matcher: Matcher, found: Trigger) -> list[Token]:
    """The subject of the predicate that governs it, however deep ("were in the business of smuggling")."""
    at = found.token
    for _ in range(4):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return list(frame(at).patients) if frame(at).passive else surface(at)
    return []


def committed(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is bound to it: "the League is committed to the defeat of", "vowed to work for the destruction of"."""
    prep = found.token.head
    if found.token.dep_ != "pobj" or prep.lower_ not in ("to", "for", "on", "toward", "towards"):
        return []
    word = prep.head
    if word.lemma_.lower() not in BOUND:
        return []
    return surface(word) if word.pos_ in ("VERB", "ADJ") else children(word, "poss") or involved(matcher, found)


def achieved(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who brings it about: "strikes to enable | the capture of the hill and | the defeat of the Front"."""
    first = found.token
    while first.dep_ == "conj" and first.head.pos_ in NOMINAL:
        first = first.head
    verb = first.head
    return surface(verb) if first.dep_ == "dobj" and verb.lemma_ in ACHIEVING else []


def bound_for(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who goes somewhere for it ("flew to Orsa for talks with")."""
    prep = found.token.head
    if found.token.dep_ != "pobj" or prep.lower_ not in ("for", "in", "during"):
        return []
    at = prep.head
    for _ in range(3):
        if at.pos_ == "VERB":
            return surface(at) if at.lemma_ in GOING else []
        at = at.head
    return []


def as_part(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who acts "as part of" it."""
    prep = found.token.head
    as_part = prep.lower_ == "as" and prep.dep_ == "prep" and prep.head.pos_ in ("VERB", "AUX")
    return surface(prep.head) if as_part else []


def accompanied(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who has it: "the rebels, with the support of Kirelia, took the hill"; "trained by Orsan with the help of"."""
    return _doer(found.token, frozenset({"with"}))


def jointly(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who does something "in collaboration with" another."""
    return _doer(found.token, frozenset({"in"}))


def _doer(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """The noun that a prepositional phrase says more about, or whoever does what its verb says."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in prepositions or above.pos_ != "VERB":
        return _behind(noun, prepositions)
    return list(frame(above).agents)


def under(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is under it: "troops under the command of Colonel Abery", "fought under his command"."""
    return _behind(found.token, frozenset({"under"}))


def _behind(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """The noun or the subject that a prepositional phrase says more about."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in prepositions:
        return []
    above = prep.head
    if above.pos_ in NOMINAL:
        return [above]
    return (list(frame(above).patients) if frame(above).passive else surface(above)) if above.pos_ == "VERB" else []


def appointed(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who is made what the noun says ("named him commander of", "appointed her as head of")."""
    token = found.token
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    if (
        verb.pos_ != "VERB"
        or verb.lemma_ not in APPOINTING
        or token.dep_ not in ("pobj", "oprd", "attr", "dobj", "ccomp")
    ):
        return []
    return [t for t in matcher.frame(verb).patients if t.i != token.i]
