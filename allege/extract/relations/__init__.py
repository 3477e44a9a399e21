"""Finds relations between actors: who fights, backs, leads, trains, shelters, belongs to whom, and who is active where.

The words and the places of the two ends are rows of data/relations/relations.toml. `ends` finds a place in the parse
("subject", "apposed", "carrier" …), `plausible` says what can stand there, `joint` adds those who fight on one side,
`behind` says who stands behind a pronoun or a deed, `shape` reads relations that no word names.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Role
from allege.extract.events.lexicon import Lexicon, index
from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.where import circumstances
from allege.extract.predication import Filler, Predication
from allege.extract.relations.ends import Ends, ends_of
from allege.extract.relations.joint import on_one_side
from allege.extract.relations.made import made
from allege.extract.relations.plausible import plausible
from allege.extract.relations.roles_of import is_one_of_many
from allege.extract.relations.shape import by_shape


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
        named: set[tuple[str, int]] = set()
        told: set[tuple[str, frozenset[tuple[Role, int]]]] = set()
        for token in sentence:
            seen: set[str] = set()
            for found in () if _half(token) else matcher.every(token):
                if found.rule.skip:
                    break
                if found.rule.type in seen:
                    continue
                relation = _predication(matcher, found)
                if relation is not None:
                    seen.add(found.rule.type)
                    parts = (relation.type, frozenset((f.role, f.head) for f in relation.fillers))
                    if parts in told:
                        continue
                    told.add(parts)
                    named.add((relation.type, relation.head))
                    when = times.get(token.i) or times.get(token.head.i if token.dep_ == "acomp" else -1, ())
                    yield replace(relation, fillers=(*relation.fillers, *when))
            yield from (p for p in by_shape(analysis, token) if (p.type, p.head) not in named)


def _half(token: Token) -> bool:
    """Whether a gerund is the second half of one word ("English-speaking", "peace-keeping")."""
    return token.tag_ == "VBG" and token.i > 0 and token.nbor(-1).text == "-"


def _times(analysis: Analysis) -> Mapping[int, tuple[Filler, ...]]:
    """The times in the text by the index of the predicate they hang on."""
    hung = circumstances(analysis, lambda token: False)
    return {i: tuple(f for f in fillers if f.role is Role.TIME) for i, fillers in hung.items()}


def _predication(matcher: Matcher, found: Trigger) -> Predication | None:
    kind = found.rule.type
    sides = _mutual(found, _sides(matcher, found))
    whole = ends_of(matcher, found) if kind == "FIGHTS" else sides
    if kind == "FIGHTS" and whole.right:
        beside = tuple(t for t in on_one_side(matcher, found) if t not in whole.left)
        sides = plausible(matcher, found, Ends((*whole.left, *beside), whole.right))
    ends = sides
    if not ends.left or not ends.right:
        return None
    if kind == "LED_BY" and is_one_of_many(found.token):
        kind, ends = "MEMBER_OF", Ends(ends.right, ends.left)  # "a senior Front commander" does not lead the Front
    return made(matcher.analysis, kind, found.token, ends, (found.rule.name, round(found.rule.score - 0.15, 2)))


def _sides(matcher: Matcher, found: Trigger) -> Ends:
    """The ends that can stand in the relation; where none of the first place can, those of the rule's next place.

    "Meeting their counterparts to talk with regard to trade": trade is nobody, the counterparts are.
    """
    sides = plausible(matcher, found, ends_of(matcher, found))
    later = found.rule.recipient[1:]
    if sides.right or not sides.left or not later or found.rule.recipient[0] not in ("with", "to"):
        return sides
    return _sides(matcher, replace(found, rule=replace(found.rule, recipient=later)))


def _mutual(found: Trigger, ends: Ends) -> Ends:
    """Of coordinated subjects that meet or fight nobody else, the first does so with the others ("A and B met")."""
    if not found.rule.reciprocal or ends.right or found.frame.passive:
        return ends
    return Ends(ends.left[:1], ends.left[1:])


__all__ = ["find"]
