"""Of whom a noun says what he is: "X is the head of Y", "X served as a major", "a general and the head of Y"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.roles import heads
from allege.extract.roles import NOMINAL, children, frame, surface
from allege.extract.wordlists import word_list

BEING = frozenset({"be", "become", "remain", "stay"})
SERVING = frozenset(
    {"serve", "work", "act", "function", "fight", "join", "return", "retire", "continue", "rule", "succeed"}
)
ROW = 6
"""Nouns of a row at most that are gone back over."""


def first_of_row(noun: Token) -> Token:
    """The first of the nouns that are coordinated with a noun before it ("a general and the *head* of Y")."""
    at = noun
    for _ in range(ROW):
        if at.dep_ != "conj" or (at.head.pos_ not in NOMINAL and at.head.dep_ != "attr") or at.head.i > at.i:
            break
        at = at.head
    return at


def said_of(noun: Token) -> list[Token]:
    """The subject of a copula with the noun, or of a verb of serving with it behind "as"; empty elsewhere."""
    first = first_of_row(_one_of(noun))
    head = first.head
    if first.dep_ == "attr" and head.lemma_ in BEING:
        return [t for t in surface(head) if t.i != noun.i and not (t.lower_ == "it" and _points(noun))]
    if first.dep_ != "pobj" or head.lower_ != "as" or head.head.pos_ != "VERB":
        return []
    verb = head.head
    if verb.lemma_ in SERVING:
        return list(frame(verb).agents)
    return []


def _points(noun: Token) -> bool:
    """Whether "it was" only points at a noun: "it was rebels | who fled", "if it was rebels | fighting there"."""
    return any(c.i > noun.i for c in children(noun, "relcl", "acl"))


def _one_of(noun: Token) -> Token:
    """For those of whom somebody is one, the "one": "Abery is *one* of the leaders of the Front"."""
    up = noun.head.head
    return up if noun.dep_ == "pobj" and noun.head.lower_ == "of" and up.lower_ == "one" else noun


def is_bodily(token: Token) -> bool:
    """Whether a common noun names a body as one: an army, a ministry, a party, a hospital."""
    sort, kind = heads().get(token.lower_) or heads().get(token.lemma_.lower()) or ("", "")
    return token.lower_ in BODIES or (sort == "group" and kind not in ("civilian", "media"))


BODIES = word_list("bodies")


def is_one_of_many(noun: Token) -> bool:
    """Whether an article or number says that there are more of the kind ("a Front commander", "one of its leaders")."""
    return _one_of(noun).i != noun.i or any(c.lower_ in MANY for c in children(noun, "det", "nummod"))


MANY = frozenset({"a", "an", "another", "one", "some", "several"})
