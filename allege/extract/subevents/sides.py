"""On whose side somebody is, as far as a noun tells: a state's, a group's in arms, protesters, a mob, others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Role
from allege.extract.nouns import contents, in_class
from allege.extract.predication import Predication


class Side(Enum):
    """What somebody or something is to a conflict."""

    STATE = auto()
    GROUP = auto()
    PROTESTERS = auto()
    MOB = auto()
    PEOPLE = auto()
    WEAPONS = auto()
    TERRITORY = auto()
    THING = auto()
    UNKNOWN = auto()


ARMED = frozenset({Side.STATE, Side.GROUP})

CLASSES: tuple[tuple[str, Side], ...] = (
    ("protesters", Side.PROTESTERS),
    ("mob", Side.MOB),
    ("group", Side.GROUP),
    ("state force", Side.STATE),
    ("person", Side.PEOPLE),
    ("weapons", Side.WEAPONS),
    ("explosive", Side.WEAPONS),
    ("heavy", Side.WEAPONS),
    ("territory", Side.TERRITORY),
    ("thing", Side.THING),
)
"""Classes of classes.toml in the order in which they tell: a "rebel army" is a group, "villagers" are people."""


KINDS = {
    "armed_group": Side.GROUP,
    "country": Side.STATE,
    "government": Side.STATE,
    "military": Side.STATE,
    "police": Side.STATE,
}
"""Kinds of actors that tell a name's side where its words do not."""


def side(analysis: Analysis, token: Token) -> Side:
    """The side of a noun phrase with that head; of what a pronoun stands for."""
    head = analysis.resolve(token)
    words = list(_words(head))
    found = next((s for name, s in CLASSES if any(in_class(w, name) for w in words)), Side.UNKNOWN)
    known = analysis.by_head.get(head.i)
    return KINDS.get(known.why.split(":")[0], found) if found is Side.UNKNOWN and known is not None else found


def _words(head: Token) -> Iterator[Token]:
    """The noun, what it is made of ("dozens of"), and what stands before it in its name."""
    for noun in contents(head):
        yield noun
        yield from (c for c in noun.children if c.dep_ in ("compound", "nmod", "amod") and c.i < noun.i)


def sides(analysis: Analysis, predication: Predication, role: Role) -> frozenset[Side]:
    """The sides of everybody in a role."""
    return frozenset(side(analysis, token) for token in heads(analysis, predication, role))


def heads(analysis: Analysis, predication: Predication, *roles: Role) -> list[Token]:
    """The head tokens of the fillers of these roles."""
    return [analysis.doc[f.head] for f in predication.fillers if f.role in roles]


def any_in(tokens: Iterable[Token], *names: str) -> bool:
    """Whether one of the nouns, or what it is made of, is in one of these classes."""
    return any(in_class(t, name) for token in tokens for t in contents(token) for name in names)
