"""Adjectives in a row that the parser took for names, before the noun that they share.

"The uzbek, chechen & foreign militants" are one set of people; "shelter to Kirelian and Norlandic separatists" goes to
separatists. Parsers often make names of such adjectives, and leave the noun last in the row or outside it.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from allege.analyse import data
from allege.extract.nouns import in_class

LONGEST = 6
"""Adjectives in one row at most."""

INSIDE = frozenset({"det", "cc", "punct", "conj"})


def shared_noun(row: list[Token]) -> Token | None:
    """The noun that the members of a coordination share, if all others are but adjectives to it."""
    last = row[-1]
    if len(row) > 1 and _is_shared(last) and all(_is_adjective(t) for t in row[:-1]):
        return last
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is None or after.pos_ != "NOUN" or after.i not in {t.i for t in _behind(row[0])}:
        return None
    return after if in_class(after, "person") and len(row) <= LONGEST else None


def first_of(noun: Token) -> Token:
    """The first word of the row of adjectives before a noun, as `shared_noun` has it; the noun itself without one."""
    at, steps = noun, 0
    while at.dep_ == "conj" and steps < LONGEST and _is_adjective(at.head):
        at, steps = at.head, steps + 1
    if at.i != noun.i:
        return at.left_edge if _is_shared(noun) else noun
    if noun.dep_ != "dobj" or noun.i == 0:
        return noun
    top = noun.nbor(-1)
    while top.dep_ == "conj" and top.head.i < top.i and steps < LONGEST:
        top, steps = top.head, steps + 1
    return top.left_edge if noun.i in {t.i for t in _behind(top)} else noun


def _is_shared(noun: Token) -> bool:
    """Whether a noun in a row can be what the row is about: people, with a modifier and no article of their own."""
    lefts = {c.dep_ for c in noun.lefts}
    return noun.tag_ == "NNS" and in_class(noun, "person") and bool(lefts) and lefts <= {"amod", "compound", "nmod"}


def _is_adjective(token: Token) -> bool:
    """Whether a member of a row stands bare and is the adjective of a people, whatever its tag."""
    joined = next((c.i for c in token.rights if c.dep_ == "conj"), token.i)
    loose = any(c.dep_ not in INSIDE and not (c.dep_ == "prep" and token.i < joined < c.i) for c in token.children)
    if loose or token.tag_ in ("NNS", "NNPS"):
        return False
    named = token.ent_type_ == "NORP" or token.lower_ in _demonyms()
    return (named or (token.pos_ == "PROPN" and token.is_lower)) and not in_class(token, "person")


def _behind(first: Token) -> list[Token]:
    """The second objects of a verb whose "to" phrase starts with `first`: where the shared noun was left."""
    prep = first.head
    if first.dep_ != "pobj" or prep.dep_ != "dative":
        return []
    objects = [c for c in prep.head.rights if c.dep_ == "dobj"]
    return [c for c in objects if c.i > first.i and objects[0].i < prep.i]


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(
        word.strip().lower() for row in data.table("places/countries.csv") for word in row["demonyms"].split("|")
    )
