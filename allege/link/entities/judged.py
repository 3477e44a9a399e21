"""Analysts' merges and splits of entities, ready to be followed: "B is A", "this name is not A's".

Merges are followed in the order in which they were said; B goes by A's name. A merge that would put together what a
split keeps apart is not followed, and the clash is named. Merging in a ring changes nothing. Nothing is removed: a
judgement taken back leaves no trace in what is derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allege.link.decisions import decisions
from allege.link.entities.names import PREFIX
from allege.link.entities.spelling import is_acronym, key, letters, without_article
from allege.link.model import Judgement, JudgementKind

KINDS = (JudgementKind.MERGE_ENTITIES, JudgementKind.SPLIT_ENTITIES)


@dataclass(frozen=True, slots=True)
class Merges:
    """What stands: `top`, the entity that each merged one goes by; `apart`, pairs kept apart; `conflicts`, in words.

    `known`: the ids made of a name's own words that a decision is about; in this ledger such words name somebody.
    """

    top: Mapping[str, str]
    apart: frozenset[tuple[str, str]] = frozenset()
    conflicts: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    def own(self, words: str) -> str:
        """The id that words written as a name make, where a decision is about it; else empty."""
        own = name_id(words) if self.known and is_written_name(words) else ""
        return own if own in self.known else ""

    def entity(self, entity: str, words: str = "") -> str:
        """The entity that this one goes by; where `words` were split off from it, the entity that the words make."""
        own = name_id(words) if words else ""
        if own and pair(entity, own) in self.apart:
            return self.top.get(own, own)
        return self.top.get(entity, entity)


NONE = Merges({})


def name_id(words: str) -> str:
    """The id that a name makes by its own words."""
    words = without_article(words)
    return PREFIX + (letters(words) if is_acronym(words) else key(words).replace(" ", "-") or letters(words))


def is_written_name(words: str) -> bool:
    """Whether words are written as a name: with a capital behind their article. "The army" is none, "Police" may be."""
    return any(word.lstrip("#")[:1].isupper() for word in without_article(words).split())


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ids in order."""
    return (one, other) if one <= other else (other, one)


def merges(judgements: Iterable[Judgement]) -> Merges:
    """The merges and splits among judgements in force, in the order appended."""
    found = decisions(judgements, KINDS)
    apart = frozenset(p for p, item in found.pairs.items() if item.kind is JudgementKind.SPLIT_ENTITIES)
    groups: dict[str, list[str]] = {}
    top: dict[str, str] = {}
    for item in (i for i in found.pairs.values() if i.kind is JudgementKind.MERGE_ENTITIES):
        first, second = (top.get(name, name) for name in (item.subject, str(item.other)))
        ours, theirs = groups.get(first, [first]), groups.get(second, [second])
        kept = any(pair(a, b) in apart for a in ours for b in theirs)
        if not kept and first != second:
            groups[first] = [*ours, *theirs]
            top.update((name, first) for name in theirs)
    known = frozenset(i for p in found.pairs for i in p if i.startswith(PREFIX))
    return Merges(top, apart, found.conflicts, known)


def standing(judgements: Iterable[Judgement], kind: JudgementKind, one: str, other: str) -> Judgement | None:
    """The latest judgement of this kind about the pair among those in force."""
    found = [i for i in judgements if i.kind is kind and i.other and pair(i.subject, i.other) == pair(one, other)]
    return found[-1] if found else None
