"""The places in the parse where an end of a relation may stand: each a function, by its name in relations.toml.

Those of a verb or participle are here; `beside` has those beside a noun, `above` those over it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.nouns import in_class
from allege.extract.relations import above, beside
from allege.extract.relations.behind import raiders
from allege.extract.roles import NOMINAL, children, conjuncts, dative, prepositional, surface
from allege.extract.wordlists import word_list


def after(found: Trigger, preposition: str) -> list[Token]:
    """The objects of a preposition on the word, on its object, or on what completes it."""
    tokens = prepositional(found.token, preposition)
    copula = found.token.head if found.token.dep_ == "acomp" else None
    events = found.token.head if preposition == "between" and found.token.dep_ in ("nsubj", "nsubjpass") else None
    for noun in (found.object, found.phrase, found.complement, copula, events):
        if not tokens and noun is not None and noun.i != found.token.i:
            tokens = prepositional(noun, preposition)
    if not tokens and preposition == "against" and found.token.pos_ == "NOUN":
        by = prepositional(found.token, "by", "of")  # "the campaign by the army | against"
        tokens = [p for t in by for p in prepositional(t, "against")]
        tokens = tokens or (_farther(found.token) if found.token.dep_ == "dobj" else [])
    if found.rule.needs == "place":
        tokens = tokens or [p for o in found.frame.patients for p in prepositional(o, preposition)]
    return [c for t in tokens for c in (conjuncts(t) if t.pos_ in NOMINAL else [])]


def _farther(deed: Token) -> list[Token]:
    """Whom a deed is aimed at where "against" hangs on a word between ("carried out strikes in X against Y")."""
    for word in deed.doc[deed.i + 1 : min(deed.i + FAR, deed.sent.end)]:
        if word.dep_ in ("nsubj", "nsubjpass") or word.text in (";", ":"):
            return []
        if word.lower_ == "against":
            return children(word, "pobj")
    return []


FAR = 30
"""Words behind a deed in which "against" is looked for: lists of what is used may stand between."""


def _subject(matcher: Matcher, found: Trigger) -> list[Token]:
    token = found.token
    if token.pos_ != "VERB":
        return surface(token)
    if not found.frame.agents and token.tag_ == "VBN" and found.rule.needs != "place":
        return _hyphened(token)
    return [_person_above(t, token) for t in found.frame.agents]


def _person_above(noun: Token, verb: Token) -> Token:
    """For a country or town before "who", whom its phrase is about: "troops in the part of the country who fight"."""
    if in_class(noun, "person") or not _has_who(noun, verb):
        return noun
    at = noun
    for _ in range(4):
        if at.dep_ != "pobj" or at.head.head.pos_ not in NOMINAL:
            return noun
        at = at.head.head
        if in_class(at, "person"):
            return at
    return noun


def _has_who(noun: Token, verb: Token) -> bool:
    """Whether a verb, or one that it hangs on, stands in a clause on the noun whose subject is "who"."""
    at = verb
    for _ in range(6):
        if any(c.lower_ == "who" for c in children(at, "nsubj", "nsubjpass")):
            return at.dep_ in ("relcl", "acl") and at.head.i == noun.i
        at = at.head
    return False


def _object(matcher: Matcher, found: Trigger) -> list[Token]:
    """The logical object; that of a coordinated verb where it stands for both ("trained and armed the rebels")."""
    if found.frame.patients or found.frame.passive or found.token.pos_ != "VERB":
        return list(found.frame.patients)
    joined = (c for c in children(found.token, "conj") if not children(c, "nsubj", "prep", "mark"))
    return [t for c in joined for t in matcher.frame(c).patients if not matcher.frame(c).passive]


def _carrier(matcher: Matcher, found: Trigger) -> list[Token]:
    return list(carried(matcher, found.token).agents)


def _self(matcher: Matcher, found: Trigger) -> list[Token]:
    return [found.token]


def _modified(matcher: Matcher, found: Trigger) -> list[Token]:
    """The noun that a participle or adjective describes ("US-backed forces", "troops loyal to X")."""
    token = found.token
    if token.dep_ in ("amod", "acl", "relcl"):
        return [token.head]
    if token.dep_ == "compound" and token.head.pos_ in NOMINAL:
        return [token.head]
    return [t for t in surface(token) if t.pos_ in NOMINAL]


def _hyphen(matcher: Matcher, found: Trigger) -> list[Token]:
    return _hyphened(found.token)


def _complement(matcher: Matcher, found: Trigger) -> list[Token]:
    return [c for c in children(found.token, "oprd", "attr", "dobj") if c.pos_ == "PROPN"]


def _named_so(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name behind "calls itself", which parsers make an object, a clause or a subject."""
    verb = found.token
    behind = [c for c in verb.children if c.i > verb.i and c.pos_ == "PROPN" and c.dep_ in NAME_PLACES]
    return behind[:1]


NAME_PLACES = frozenset({"oprd", "dobj", "attr", "ccomp", "dep", "npadvmod", "appos", "xcomp"})


def _holder(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who holds the place that is taken ("retook a town held by the rebels", "rebel-held")."""
    out: list[Token] = []
    for place in found.frame.patients:
        for word in place.subtree:
            if word.lemma_ in HOLDING and word.dep_ in ("acl", "amod", "relcl", "compound"):
                out += matcher.frame(word).agents or _hyphened(word)
    return out


HOLDING = word_list("holding")


def _hyphened(token: Token) -> list[Token]:
    """The name that a hyphen ties to a participle ("US-backed")."""
    if token.i >= 2 and token.nbor(-1).text in ("-", "–"):
        return [token.nbor(-2)]
    return []


def _dative(matcher: Matcher, found: Trigger) -> list[Token]:
    """The indirect object; parsers take it for the first of two objects ("dealt the rebels a blow")."""
    objects = children(found.token, "dobj")
    return dative(found.token) or (objects[:1] if len(objects) > 1 and found.object in objects[1:] else [])


def _object_owner(matcher: Matcher, found: Trigger) -> list[Token]:
    """Whose effort it is that is supported ("backed their fight against")."""
    return [owner for thing in found.frame.patients for owner in children(thing, "poss") or prepositional(thing, "by")]


PLACES: Mapping[str, Callable[[Matcher, Trigger], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "poss": beside.possessor,
    "before": beside.before,
    "carrier": _carrier,
    "copula": beside.copula,
    "apposed": beside.apposed,
    "title": beside.title,
    "self": _self,
    "modified": _modified,
    "hyphen": _hyphen,
    "complement": _complement,
    "dative": _dative,
    "involved": above.involved,
    "as-part": above.as_part,
    "accompanied": above.accompanied,
    "jointly": above.jointly,
    "under": above.under,
    "unit": beside.unit,
    "owner": beside.owner,
    "raid": raiders,
    "appointed": above.appointed,
    "object-owner": _object_owner,
    "holder": _holder,
    "force": beside.force,
    "committed": above.committed,
    "achieved": above.achieved,
    "copula-of": beside.copula_of,
    "named-so": _named_so,
    "bound-for": above.bound_for,
}
