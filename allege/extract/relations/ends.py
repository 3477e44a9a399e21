"""Where the ends of a relation are found in the parse: the places that relations.toml names, each a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import MentionType
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.nouns import in_class
from allege.extract.phrases import in_one_name
from allege.extract.roles import NOMINAL, children, conjuncts, dative, frame, prepositional, spread, surface
from allege.extract.wordlists import word_list


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
    if rule.type == "FIGHTS":
        right = [_whose(matcher.analysis, t) for t in right]
    if rule.actor == ("between",):
        left, right = left[:1], left[1:]
    if rule.recipient[0] == "subject" and rule.actor[0] != "subject":
        left = [t for t in left if t not in right]
    return Ends(tuple(left), tuple(right))


def _whose(analysis: Analysis, target: Token) -> Token:
    """Whom one fights who hits a thing of his: "rebel positions", "the group's convoys"."""
    if not in_class(target, "thing") and target.lemma_.lower() not in HIT:
        return target
    for owner in children(target, "poss", "compound", "amod", "nmod"):
        mention = analysis.by_head.get(owner.i)
        named = mention is not None and mention.type is MentionType.ACTOR
        if named or owner.ent_type_ in ("ORG", "NORP") or in_class(owner, "armed"):
            return owner
    return target


def is_mere_place(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase names a town, a district or the like: countries act, these are where somebody acts."""
    mention = analysis.by_head.get(token.i)
    known = mention is not None and mention.type is MentionType.PLACE and mention.precision is not None
    return known and mention is not None and mention.precision != COUNTRY and token.pos_ == "PROPN"


COUNTRY = 6
"""The precision of a place (where_prec) that is a whole country."""


HIT = word_list("hit")
THIRD = word_list("third-person")
TITLES = word_list("titles")
APPOINTING = frozenset({"appoint", "name", "elect", "make", "choose"})


def told(analysis: Analysis, tokens: list[Token]) -> list[Token]:
    """Each phrase once, with "they", "its" and the like replaced by what they refer to in the same sentence."""
    out = []
    for token in tokens:
        meant = analysis.resolve(token) if token.lower_ in THIRD else token
        if meant.i == token.i and token.dep_ == "poss" and token.head.dep_ == "conj" and token.lower_ in THIRD:
            meant = token.head.head
        if is_mere_place(analysis, meant):
            meant = token
        near = meant.i < token.i and meant.sent.start == token.sent.start and meant.pos_ in ("NOUN", "PROPN")
        out.append(meant if near else token)
    return list(dict.fromkeys(out))


def end_of(matcher: Matcher, found: Trigger, places: tuple[str, ...]) -> list[Token]:
    """The phrases in the first of `places` that holds any."""
    for place in places:
        look = PLACES.get(place)
        tokens = look(matcher, found) if look is not None else _after(found, place)
        kept = [t for t in spread(tokens) if t.i != found.token.i or place == "self"]
        if kept:
            return kept
    return []


def _after(found: Trigger, preposition: str) -> list[Token]:
    """The objects of a preposition on the word, on its object, or on what completes it."""
    tokens = prepositional(found.token, preposition)
    copula = found.token.head if found.token.dep_ == "acomp" else None
    for noun in (found.object, found.complement, copula):
        if not tokens and noun is not None and noun.i != found.token.i:
            tokens = prepositional(noun, preposition)
    if found.rule.needs == "place":
        tokens = tokens or [p for o in found.frame.patients for p in prepositional(o, preposition)]
    return [c for t in tokens for c in (conjuncts(t) if t.pos_ in NOMINAL else [])]


def _subject(matcher: Matcher, found: Trigger) -> list[Token]:
    return list(found.frame.agents) if found.token.pos_ == "VERB" else surface(found.token)


def _object(matcher: Matcher, found: Trigger) -> list[Token]:
    return list(found.frame.patients)


def _possessor(matcher: Matcher, found: Trigger) -> list[Token]:
    """The possessor; for "its" and "their", the subject of the clause that the noun is in, where it has one."""
    owner = children(found.token, "poss")
    if owner and owner[0].pos_ == "PRON" and owner[0].lower_ in THIRD:
        subject = [t for t in _involved(matcher, found) if t.i < owner[0].i and t.pos_ != "PRON"]
        return subject or owner
    return owner


def _before(matcher: Matcher, found: Trigger) -> list[Token]:
    """A name or person word before a noun ("Saudi strikes", "IMU leader")."""
    out = []
    for child in children(found.token, "compound", "amod", "nmod"):
        mention = matcher.analysis.by_head.get(child.i)
        named = child.ent_type_ in ("ORG", "NORP", "GPE") or (
            mention is not None and mention.type in (MentionType.ACTOR, MentionType.PLACE)
        )
        post = found.rule.type == "LED_BY" and child.dep_ == "compound" and child.pos_ == "PROPN"
        if (
            named
            or (post and child.lower_.rstrip(".") not in TITLES)
            or (found.rule.needs == "goods" and child.dep_ == "compound")
            or (child.dep_ == "compound" and in_class(child, "person"))
        ):
            out.append(child)
    followed = {a.i for a, b in pairwise(out) if in_one_name(a, b) or (a.i + 1 == b.i and in_class(b, "person"))}
    return [child for child in out if child.i not in followed]


def _carrier(matcher: Matcher, found: Trigger) -> list[Token]:
    return list(carried(matcher, found.token).agents)


def _copula(matcher: Matcher, found: Trigger) -> list[Token]:
    """The subject of "X is the leader of Y"."""
    head = found.token.head
    return children(head, "nsubj") if found.token.dep_ == "attr" and head.lemma_ in ("be", "become", "remain") else []


def _apposed(matcher: Matcher, found: Trigger) -> list[Token]:
    """The other half of an apposition ("Y, the leader of X"; "the leader of X, Y"), and the object of "as leader"."""
    token = found.token
    if token.dep_ == "appos":
        return [token.head]
    return [c for c in children(token, "appos") if c.pos_ == "PROPN"]


def _title(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name that a title stands before ("IMU commander Y")."""
    token = found.token
    return (
        [token.head]
        if token.dep_ in ("compound", "nmod") and token.head.pos_ == "PROPN" and token.head.i > token.i
        else []
    )


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


def _unit(matcher: Matcher, found: Trigger) -> list[Token]:
    """The name in apposition to a post that itself stands in apposition ("Joren Abery, commander, Fourth Brigade")."""
    token = found.token
    return [c for c in children(token, "appos") if c.pos_ == "PROPN"] if token.dep_ == "appos" else []


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
    return dative(found.token)


def _as(matcher: Matcher, found: Trigger) -> list[Token]:
    """Who acts "as part of" it."""
    prep = found.token.head
    as_part = prep.lower_ == "as" and prep.dep_ == "prep" and prep.head.pos_ in ("VERB", "AUX")
    return surface(prep.head) if as_part else []


def _involved(matcher: Matcher, found: Trigger) -> list[Token]:
    """The subject of the predicate that governs it, however deep ("were in the business of smuggling")."""
    at = found.token
    for _ in range(4):
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            return list(frame(at).patients) if frame(at).passive else surface(at)
    return []


def _object_owner(matcher: Matcher, found: Trigger) -> list[Token]:
    """Whose effort it is that is supported ("backed their fight against")."""
    return [owner for thing in found.frame.patients for owner in children(thing, "poss")]


def _appointed(matcher: Matcher, found: Trigger) -> list[Token]:
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


PLACES: Mapping[str, Callable[[Matcher, Trigger], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "poss": _possessor,
    "before": _before,
    "carrier": _carrier,
    "copula": _copula,
    "apposed": _apposed,
    "title": _title,
    "self": _self,
    "modified": _modified,
    "hyphen": _hyphen,
    "complement": _complement,
    "dative": _dative,
    "involved": _involved,
    "as-part": _as,
    "unit": _unit,
    "appointed": _appointed,
    "object-owner": _object_owner,
    "holder": _holder,
}
