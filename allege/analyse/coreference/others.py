"""Whom an anaphor cannot mean, since its clause names somebody else for sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from spacy.tokens import Token

from allege.analyse.coreference.anaphors import Wanted
from allege.analyse.coreference.words import OBJECTS, PRONOUNS, SUBJECTS, tables

DEEP = 6
"""Clauses up to the one whose subject a clause shares, or which tells of it, at most."""

OBJECTIVE = frozenset({"them", "him", "her"})
"""Pronouns that are no subjects, though the parser makes them such of a bare infinitive: "saw | them plant it"."""

SHARING = frozenset({"acl", "acomp", "advcl", "attr", "conj", "pcomp", "pobj", "prep", "xcomp"})
"""Labels of a clause, or of what leads to one, that has its subject from above."""


def others_of(token: Token, wanted: Wanted, known: Mapping[int, int]) -> frozenset[int]:
    """The heads of phrases that the anaphor does not mean; `known`: antecedents of earlier anaphors by their token."""
    found = [*_of_the_other_number(token, wanted), *_who_does_it(token), *_who_tells_of_dead(token)]
    return frozenset(known.get(t.i, t.i) for t in found)


def _of_the_other_number(token: Token, wanted: Wanted) -> Iterator[Token]:
    """Whom a pronoun of the other number in the same clause stands for: "what it called their role" is not its own."""
    if wanted.sort not in ("many", "thing"):
        return
    other = "thing" if wanted.sort == "many" else "many"
    verb = next((above for above in islice(token.ancestors, DEEP) if above.pos_ in ("VERB", "AUX")), None)
    for c in verb.children if verb is not None else ():
        if c.dep_ in SUBJECTS and PRONOUNS.get(c.lower_, ("", ""))[0] == other:
            yield c


def _who_does_it(token: Token) -> Iterator[Token]:
    """Who does to the anaphor what its verb says, where the verb has its subject from a clause above.

    "The army is able to drive out the rebels and force | them to leave", "officers saw | them plant it".
    """
    if token.lower_ not in PRONOUNS or token.dep_ == "poss":
        return
    bare = token.dep_ == "nsubj" and token.lower_ in OBJECTIVE and token.head.dep_ == "ccomp"
    if bare:
        yield from _subjects(token.head.head)
    elif token.dep_ in OBJECTS and token.head.pos_ == "VERB":
        yield from _subjects(token.head)


def _subjects(verb: Token) -> list[Token]:
    """The subjects of a verb, its own or those of the clause that it shares them with."""
    for _ in range(DEEP):
        own = [c for c in verb.children if c.dep_ in SUBJECTS]
        if own or verb.dep_ not in SHARING:
            return own
        asked = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i] if verb.dep_ == "xcomp" else []
        if asked:
            return asked
        verb = verb.head
    return []


def _who_tells_of_dead(token: Token) -> Iterator[Token]:
    """Who tells that somebody was killed: "officials said | they were killed" is not said by the dead."""
    verb = token.head
    hit = token.dep_ == "nsubjpass" or (token.dep_ in OBJECTS and verb.pos_ == "VERB")
    if not hit or verb.lemma_ not in tables().lethal:
        return
    for _ in range(DEEP):
        if verb.dep_ == "ccomp":
            yield from (c for c in verb.head.children if c.dep_ in SUBJECTS)
        if verb.head.i == verb.i:
            return
        verb = verb.head
