"""Deeds that are counted out: "Of the 52 deaths, 31 were attributed to the front, 12 to the army and nine to others".

Each count is a claim of its own, laid at its own door; the first too, where the deed is only named before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act, ClaimKind, Role, Span
from allege.extract.blame.links import words
from allege.extract.blame.tie import Tie
from allege.extract.events.counts import DEAD, count_in, counted
from allege.extract.happenings import happens
from allege.extract.nouns import with_lemma
from allege.extract.predication import Predication
from allege.extract.roles import children, frame, prepositional, spread

KILLING = frozenset({"killing", "murder", "execution", "fatality"})
SCORE = 0.6


def shares(analysis: Analysis) -> Iterator[tuple[Predication, Tie]]:
    """The counts of deeds or deaths that a verb of attributing lays at several doors, each with its tie."""
    laid = words("laid")
    for verb in with_lemma(analysis.doc, {pair.split()[0] for pair in laid}):
        first = next(iter(children(verb, "nsubjpass", "dobj")), None)
        deed = None if first is None else _deed(verb, first)
        if first is None or deed is None:
            continue
        ways = {prep.lower_ for prep in children(verb, "prep") if f"{verb.lemma_} {prep.lower_}" in laid}
        for number, doers in _counts(verb, first, ways, whole=deed.i != first.i):
            yield (
                _told(analysis, number, deed),
                Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb,)),
            )


def _deed(verb: Token, first: Token) -> Token | None:
    """What is counted: "31 | killings", "of the 52 | deaths, 31"."""
    if first.pos_ != "NUM":
        return first if _is_counted(first) and count_in(first) is not None else None
    named = (*prepositional(first, "of"), *(t for t in prepositional(verb, "of") if t.i < first.i))
    return next((t for t in named if _is_counted(t)), None)


def _is_counted(noun: Token) -> bool:
    return noun.lemma_.lower() in DEAD | KILLING or happens(noun)


def _counts(verb: Token, first: Token, ways: set[str], *, whole: bool) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The counts with those at whose door each is laid; the first where it does not itself name the deed."""
    own = [t for way in ways for t in prepositional(verb, way) if t.i > verb.i]
    if whole and not prepositional(first, "of") and own:
        yield first, spread(own[:1])
    for number in verb.subtree:
        if number.pos_ == "NUM" and number.i > verb.i and number.dep_ != "nummod":
            doers = [t for way in ways for t in prepositional(number, way)]
            if doers:
                yield number, spread(doers[:1])


def _told(analysis: Analysis, number: Token, deed: Token) -> Predication:
    """The share as a deed of its own, with its toll where deaths are counted."""
    killed = deed.lemma_.lower() in DEAD | KILLING
    fillers = (counted(analysis, Role.DEATHS, number),) if killed else ()
    anchor = (Span(number.idx, number.idx + len(number)),)
    why = f"{deed.lemma_.lower()}, a share"
    return Predication(ClaimKind.EVENT, "ASSAULT", anchor, number.i, fillers=fillers, score=SCORE, why=why)
