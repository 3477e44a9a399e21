"""The rules that say which words name which event: read once from data/events/*.toml, indexed by their head word.

The fields of a rule are described in docs/method-claims.md. A rule with more conditions is tried before one with fewer;
of equals, the one that stands first in the files (in the order of `FILES`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache

from allege.extract.nouns import classes
from allege.extract.wordlists import DATA, words

FILES = (
    "assault",
    "coerce",
    "threaten",
    "reject",
    "sanction",
    "accuse",
    "request",
    "protest",
    "mobilize",
    "yield",
    "aid",
    "agree",
    "support",
    "consult",
    "cooperate",
)

CONDITIONS = (
    "object",
    "with_",
    "complement",
    "infinitive",
    "subject",
    "embeds",
    "negated",
    "passive",
    "active",
    "no_object",
    "willed",
    "needs_copula",
    "of_work",
    "around",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A condition on a noun: one of `words`, or one of the `tests` ("?place", "?name", "?person", "?several", "?")."""

    words: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.words or self.tests)


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A condition on a prepositional phrase: its preposition, and what its object must be (anything when empty)."""

    prepositions: frozenset[str] = frozenset()
    object: Wanted = field(default_factory=Wanted)

    def __bool__(self) -> bool:
        return bool(self.prepositions)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name an event. Text fields are as in the TOML files; see docs/method-claims.md for their meaning."""

    name: str
    type: str
    mode: str | None = None
    recipient: tuple[str, ...] = ()
    noun_recipient: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    poss: str = ""
    object: Wanted = field(default_factory=Wanted)
    not_object: Wanted = field(default_factory=Wanted)
    subject: Wanted = field(default_factory=Wanted)
    not_subject: Wanted = field(default_factory=Wanted)
    not_modifier: frozenset[str] = frozenset()
    with_: Prepositional = field(default_factory=Prepositional)
    not_with: Prepositional = field(default_factory=Prepositional)
    complement: frozenset[str] = frozenset()
    infinitive: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    embeds: str = ""
    own: bool = False
    complement_of_object: bool = False
    anchor_object: bool = False
    anchor_with: bool = False
    anchor_with_prep: bool = False
    anchor_complement: bool = False
    theme: str = ""
    deaths: bool = False
    injuries: bool = False
    reciprocal: bool = False
    passive: bool = False
    active: bool = False
    negated: bool = False
    willed: bool = False
    needs_object: bool = False
    no_object: bool = False
    needs_support: bool = False
    needs_copula: bool = False
    of_work: bool = False
    modes: bool = False
    needs: str = ""
    skip: bool = False
    fallback: bool = False
    score: float = 0.85

    @property
    def conditions(self) -> int:
        """How many conditions it sets."""
        return sum(bool(getattr(self, name)) for name in CONDITIONS) + bool(self.with_.object) + bool(self.around)


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule under one of its words; `rest` are the other words of a longer expression ("up" in "blow up")."""

    rule: Rule
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules by the dictionary form of their head word: first word of verbs and adjectives, last word of nouns."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    adjectives: Mapping[str, tuple[Entry, ...]]


@cache
def lexicon() -> Lexicon:
    """The rules for events, read once."""
    tables = [(name.upper(), tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))) for name in FILES]
    return index([({"type": kind, **table["defaults"], **raw}) for kind, table in tables for raw in table["rule"]])


def index(raws: Iterable[Mapping[str, object]]) -> Lexicon:
    """A lexicon from raw rules, in order; raises ValueError for a field that does not exist."""
    tables: dict[str, dict[str, list[Entry]]] = {"verbs": {}, "nouns": {}, "adjs": {}}
    for raw in raws:
        rule = _rule(raw)
        for part, table in tables.items():
            for word in words(str(raw.get(part, ""))):
                pieces = _parts(word)
                if part == "nouns" or "-" in word:
                    *rest, head = pieces
                else:
                    head, *rest = pieces
                table.setdefault(head, []).append(Entry(rule, tuple(rest)))
    return Lexicon(*(_sorted(tables[part]) for part in ("verbs", "nouns", "adjs")))


def _parts(word: str) -> list[str]:
    return word.replace("-", " ").split()


def _sorted(found: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {
        word: tuple(sorted(entries, key=_before) if len(entries) > 1 else entries) for word, entries in found.items()
    }


def _before(entry: Entry) -> tuple[bool, int, int]:
    return (entry.rule.fallback, -len(entry.rest), -entry.rule.conditions - entry.rule.skip)


_WANTED = frozenset({"object", "not_object", "subject", "not_subject"})
_PREPOSITIONAL = frozenset({"with", "not_with"})
_LISTS = frozenset({"recipient", "noun_recipient", "actor", "left", "right"})
_SETS = frozenset({"complement", "infinitive", "not_modifier", "around"})
_RENAMED = {"with": "with_", "left": "actor", "right": "recipient"}
_WORDS = frozenset({"verbs", "nouns", "adjs"})
_FIELDS = frozenset(f.name for f in fields(Rule))


def _rule(raw: Mapping[str, object]) -> Rule:
    values: dict[str, object] = {}
    for key, value in raw.items():
        if key in _WORDS:
            continue
        name = _RENAMED.get(key, key)
        if name not in _FIELDS:
            raise ValueError(f"data/events: rule {raw.get('name')!r} has an unknown field {key!r}")
        values[name] = _value(key, value)
    return Rule(**values)  # type: ignore[arg-type]


def _value(key: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if key in _WANTED:
        return wanted(value)
    if key in _PREPOSITIONAL:
        return prepositional(value)
    if key in _LISTS:
        return tuple(words(value))
    if key in _SETS:
        return frozenset(words(value))
    return value


def wanted(text: str) -> Wanted:
    """A condition on a noun from a comma list of words, `@class` names and `?tests`."""
    plain: set[str] = set()
    tests: set[str] = set()
    for item in words(text):
        if item.startswith("@"):
            plain |= classes()[item[1:]]
        elif item.startswith("?"):
            tests.add(item)
        else:
            plain.add(item)
    return Wanted(frozenset(plain), frozenset(tests))


def prepositional(text: str) -> Prepositional:
    """A condition on a prepositional phrase from "on|at: word, word"."""
    names, _, rest = text.partition(":")
    return Prepositional(frozenset(n.strip() for n in names.split("|")), wanted(rest))
