"""Finds relations between actors: who fights, backs, leads, trains, shelters, belongs to whom, and who is active where.

The words and the places of the two ends are rows of data/relations/relations.toml; what a place in the parse is called
there ("subject", "apposed", "carrier" …) is one function in `PLACES` here. Acronyms in brackets are found by shape.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, MentionType, Role
from allege.extract.events.lexicon import Lexicon, index
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.events.where import circumstances
from allege.extract.nouns import in_class, kind
from allege.extract.phrases import OF, head_span, in_one_name, phrase
from allege.extract.predication import Filler, Predication
from allege.extract.roles import NOMINAL, children, conjuncts, dative, frame, prepositional, spread, surface
from allege.extract.wordlists import word_list

ENDS = 6
"""At most this many phrases at either end of one relation."""


@cache
def table() -> Lexicon:
    """The rows of relations.toml, read once."""
    raw = (files("allege") / "data" / "relations" / "relations.toml").read_text(encoding="utf-8")
    return index(tomllib.loads(raw)["rule"])


def find(analysis: Analysis) -> Iterator[Predication]:
    """The relations of a text, in text order."""
    matcher = Matcher(analysis, table())
    times = _times(analysis)
    for sentence in analysis.sentences:
        for token in sentence:
            seen: set[str] = set()
            for found in matcher.every(token):
                if found.rule.skip:
                    break
                if found.rule.type in seen:
                    continue
                made = _predication(matcher, found)
                if made is not None:
                    seen.add(found.rule.type)
                    when = times.get(token.i) or times.get(token.head.i if token.dep_ == "acomp" else -1, ())
                    yield replace(made, fillers=(*made.fillers, *when))
            yield from _by_shape(analysis, token)


def _times(analysis: Analysis) -> Mapping[int, tuple[Filler, ...]]:
    """The times in the text by the index of the predicate they hang on."""
    hung = circumstances(analysis, lambda token: False)
    return {i: tuple(f for f in fillers if f.role is Role.TIME) for i, fillers in hung.items()}


def _predication(matcher: Matcher, found: Trigger) -> Predication | None:
    left = _end(matcher, found, found.rule.actor)
    right = [t for t in _end(matcher, found, found.rule.recipient) if t not in left]
    if found.rule.actor == ("between",) and len(left) > 1:
        left, right = left[:1], left[1:]
    if found.rule.recipient[0] == "subject" and found.rule.actor[0] != "subject":
        left = [t for t in left if t not in right]
    left, right = left[:ENDS], right[:ENDS]
    if not left or not right or not _plausible(matcher, found, left, right):
        return None
    return _made(found.rule.type, found.token, left, right, (found.rule.name, round(found.rule.score - 0.15, 2)))


def _made(kind_: str, head: Token, left: list[Token], right: list[Token], rule: tuple[str, float]) -> Predication:
    """The relation at `head`; `rule` is the name of the rule and its score."""
    name, score = rule
    ends = [(Role.ACTOR, t) for t in left] + [(Role.RECIPIENT, t) for t in right]
    fillers = tuple(Filler(role, phrase(t, OF), t.i) for role, t in ends)
    return Predication(ClaimKind.RELATION, kind_, head_span(head), head.i, fillers=fillers, score=score, why=name)


def _plausible(matcher: Matcher, found: Trigger, left: list[Token], right: list[Token]) -> bool:
    """Whether the ends can be what it needs: somebody on the left, and a place, a name or goods on the right."""
    analysis, needs = matcher.analysis, found.rule.needs
    if needs == "place":
        return all(_can_act(analysis, t) and not in_class(t, "thing") for t in left) and any(
            _is_place(analysis, t) for t in right
        )
    if needs == "goods":
        return all(_can_act(analysis, t) for t in left)
    if needs == "names":
        return all(_is_named(analysis, t) for t in (*left, *right))
    return all(_can_act(analysis, t) for t in (*left, *right))


def _is_place(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    named = token.ent_type_ in ("GPE", "LOC", "FAC") or (mention is not None and mention.type is MentionType.PLACE)
    return named or in_class(token, "territory")


def _can_act(analysis: Analysis, token: Token) -> bool:
    """Whether a phrase can name somebody: a person word, a name, a pronoun for people; never a date or a thing."""
    mention = analysis.by_head.get(token.i)
    if mention is not None and mention.type in (MentionType.TIME, MentionType.QUANTITY, MentionType.WEAPON):
        return False
    if token.pos_ == "PRON":
        return token.lower_ in (
            "he",
            "she",
            "they",
            "we",
            "i",
            "him",
            "her",
            "them",
            "us",
            "it",
            "his",
            "their",
            "its",
            "our",
            "my",
        )
    if token.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "EVENT", "LAW", "WORK_OF_ART"):
        return False
    return in_class(token, "person") or token.pos_ == "PROPN" or mention is not None or token.ent_type_ != ""


def _is_named(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    if mention is not None and mention.type in (MentionType.ACTOR, MentionType.PERSON):
        return True
    return token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or (
        token.pos_ == "PRON" and token.lower_ in ("he", "she", "him", "her", "we", "i", "me")
    )


def _end(matcher: Matcher, found: Trigger, places: tuple[str, ...]) -> list[Token]:
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
    if owner and owner[0].pos_ == "PRON":
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
        if (
            named
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
    """The name that a hyphen ties to a participle ("US-backed")."""
    token = found.token
    if token.i >= 2 and token.nbor(-1).text in ("-", "–"):
        return [token.nbor(-2)]
    return []


def _complement(matcher: Matcher, found: Trigger) -> list[Token]:
    return [c for c in children(found.token, "oprd", "attr", "dobj") if c.pos_ == "PROPN"]


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
    "as": _as,
}


def _by_shape(analysis: Analysis, token: Token) -> Iterator[Predication]:
    """Relations that no word names: an acronym in brackets, a participle after a hyphen, somebody in a place."""
    if token.is_upper and 1 < len(token.text) < 12 and token.i > 1 and token.nbor(-1).text == "(":
        long = _long_form(token)
        if long is not None:
            yield _made("ALSO_KNOWN_AS", token, [long], [token], ("acronym in brackets", 0.9))
    if token.dep_ == "prep" and token.head.pos_ in NOMINAL:
        if token.lower_ == "in":
            yield from _located(analysis, token)
        if token.lower_ in ("of", "from", "at", "with"):
            yield from _belonging(analysis, token)
        if token.lower_ == "including":
            yield from _included(analysis, token)


def _long_form(acronym: Token) -> Token | None:
    """The name before the bracket whose initials the acronym takes up."""
    before = acronym.doc[max(acronym.i - 12, 0) : acronym.i - 1]
    head = next((t for t in reversed(before) if not t.is_punct), None)
    if head is None or head.pos_ not in ("PROPN", "NOUN"):
        return None
    initials = "".join(t.text[0].upper() for t in before if t.is_alpha)
    while head.dep_ in ("compound", "pobj") and head.head.i < acronym.i and head.head.i >= before.start:
        head = head.head if head.dep_ == "compound" else head.head.head
        if head.pos_ not in ("PROPN", "NOUN"):
            return None
    return head if initials and acronym.text[0] in initials else None


LEADING = word_list("leading")


def _belonging(analysis: Analysis, preposition: Token) -> Iterator[Predication]:
    """A person word tied to a named body ("engineers from the Mirna Works")."""
    head = preposition.head
    bodies = [p for p in children(preposition, "pobj") if _is_body(analysis, p)]
    if bodies and in_class(head, "person") and head.lemma_.lower() not in LEADING and head.pos_ == "NOUN":
        yield _made("MEMBER_OF", head, [head], bodies, (f"person '{preposition.lower_}' a body", 0.55))


def _is_body(analysis: Analysis, token: Token) -> bool:
    mention = analysis.by_head.get(token.i)
    return token.ent_type_ == "ORG" or (
        mention is not None and mention.type is MentionType.ACTOR and token.pos_ == "PROPN"
    )


def _included(analysis: Analysis, preposition: Token) -> Iterator[Predication]:
    """Named actors in a list behind "including" belong to what the list is of."""
    head = preposition.head
    members = [
        c
        for p in children(preposition, "pobj")
        for c in conjuncts(p)
        if _is_named(analysis, c) or _is_body(analysis, c)
    ]
    if members and (in_class(head, "person") or _is_body(analysis, head)):
        yield _made("MEMBER_OF", preposition, members[:ENDS], [head], ("listed behind 'including'", 0.6))


def _located(analysis: Analysis, preposition: Token) -> Iterator[Predication]:
    """An armed or named actor whose phrase says where it is ("militants in the valley")."""
    head = preposition.head
    places = [c for p in children(preposition, "pobj") for c in conjuncts(p) if _is_place(analysis, c)]
    mention = analysis.by_head.get(head.i)
    named = (mention is not None and mention.type is MentionType.ACTOR) or head.ent_type_ in ("ORG", "NORP")
    if places and (named or in_class(head, "person")) and kind(analysis, head) is not MentionType.PLACE:
        yield _made("OPERATES_IN", head, [head], places, ("somebody in a place", 0.5))


__all__ = ["find"]
