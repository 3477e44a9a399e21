"""How answers to who did it fit each other: which says only less, which names another, whom a denial clears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from allege.link.positions.lexicon import lexicon, listed, singular, tokens
from allege.link.positions.records import Value

UNLISTED = "name:"
"""Before the entity of words that no list has: known by its own words alone (`link.entities.names`)."""

MOST_NAMES = 4
"""Words of a person's name at most."""

ALIKE = frozenset({"armed", "civil"})
"""Sides of which two descriptions may be of the same people: one paper's "militants" are the other's "rebels"."""

NAMES = frozenset({"name", "state name", "group name"})

FITTING: Mapping[str, frozenset[str]] = {
    "state": frozenset({"state name", "name"}),
    "armed": frozenset({"group name", "name"}),
    "civil": frozenset({"group name", "name"}),
    "other": NAMES | {"state", "armed", "civil"},
}
"""The sides of finer answers that a description of each side may only say less than."""

CONFIRMING: Mapping[str, frozenset[str]] = {
    side: fine - {"name"} if side != "other" else frozenset() for side, fine in FITTING.items()
}
"""Those of them that bear it out."""


def denied(value: Value) -> Value:
    """The answer "not …"."""
    return replace(value, key=f"not {value.key}", words=f"not {value.words}", denied=True)


def coarser(coarse: Value, fine: Value) -> bool:
    """Whether `coarse` only says less than `fine` does: "gunmen" of a group, "soldiers" of an army."""
    if coarse.denied or fine.denied or coarse.key == fine.key:
        return False
    if coarse.side == "anybody":
        return True
    if coarse.side == fine.side == "state" and frozenset(coarse.key.split()) < frozenset(fine.key.split()):
        return True  # "officers" of "police officers"
    if coarse.side in FITTING:
        return fine.side in FITTING[coarse.side]
    return coarse.side in NAMES and fine.side in NAMES and not (coarse.entity and fine.entity) and (
        frozenset(tokens(coarse.words)) < frozenset(tokens(fine.words))
    )  # fmt: skip


def confirms(fine: Value, coarse: Value) -> bool:
    """Whether a finer answer bears out the coarse one that it fits: who is told to be of that side, not any name.

    "Police" fits the Sons of the Ridge as far as their name tells, but who says that it was they has not said police.
    """
    return coarse.side not in CONFIRMING or fine.side in CONFIRMING[coarse.side]


def apart(one: Value, other: Value) -> bool:
    """Whether two answers name different doers, or one denies what the other says.

    Two persons may have done it together, or one for a group: several suspects are no dispute.
    """
    if one.denied != other.denied:
        said, against = (other, one) if one.denied else (one, other)
        return against.key == f"not {said.key}" or _its_side(said, against)
    if one.denied or one.key == other.key or "other" in (one.side, other.side) or _person(one) or _person(other):
        return False
    if one.side == other.side and (one.side in ALIKE or (one.side == "state" and _one_body(one, other))):
        return False
    return not coarser(one, other) and not coarser(other, one)


def _its_side(said: Value, cleared: Value) -> bool:
    """Whether "soldiers" or "the regime" are said to have done what the army, named or not, is cleared of."""
    lists = lexicon()
    if said.side != "state" or cleared.side not in ("state", "state name"):
        return False
    plain = all(listed(word, lists.military | lists.at_large) for word in tokens(said.words))
    return plain and any(listed(word, lists.military) for word in tokens(cleared.words))


def _one_body(one: Value, other: Value) -> bool:
    """Whether two descriptions of a state's people may be of the same: all "the army", "soldiers", "the military"."""
    return _at_large(one) or _at_large(other) or (is_army(one.words) and is_army(other.words))


def is_army(words: str) -> bool:
    """Whether words say no more than that it is an army or its men: "the army", "soldiers", "military units"."""
    lists = lexicon()
    said = [word for word in tokens(words) if word not in lists.articles]
    return bool(said) and all(listed(word, lists.military) for word in said)


def _at_large(value: Value) -> bool:
    """Whether it is the state, and not one of its bodies: "government troops" may be the army or the police."""
    return not lexicon().at_large.isdisjoint(tokens(value.words))


def _person(value: Value) -> bool:
    """Whether a name that no list has is like a person's: two to four words with capitals, none of them a plural."""
    if value.side != "name" or (value.entity is not None and not value.entity.startswith(UNLISTED)):
        return False
    said = [word for word in value.words.split() if word.casefold().strip(".") not in lexicon().titles_of]
    if len(said) < len(value.words.split()):
        return True
    capitals = all(word[:1].isupper() for word in said)
    return 1 < len(said) <= MOST_NAMES and capitals and singular(said[-1].casefold()) == said[-1].casefold()
