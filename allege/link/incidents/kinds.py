"""The kind of occurrence that a claim tells of, as far as kinds tell occurrences of one document apart."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from allege.link.model import EventClaim
from allege.link.parts.words import stem

VIOLENCE, PROTEST, COERCION = "violence", "protest", "coercion"


@dataclass(frozen=True, slots=True)
class Kind:
    """`by_kind`: an occurrence of this kind with a place or a day is never that of another kind, even at one place."""

    name: str
    by_kind: bool


def kind(claim: EventClaim) -> Kind | None:
    """The claim's kind; None for one that tells of no occurrence which could stand apart (speech, talks, aid)."""
    found = _kinds()
    return found.get(f"{claim.type}/{claim.mode}") or found.get(claim.type)


@cache
def _kinds() -> Mapping[str, Kind]:
    rows = ((name, row) for name, row in _table().items() if "claims" in row)
    return {claims: Kind(name, bool(row.get("by_kind"))) for name, row in rows for claims in row["claims"]}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("allege").joinpath("data/link/kinds.toml").read_text("utf-8"))


@cache
def alone() -> frozenset[str]:
    """The names of the kinds that are never a part of an occurrence of another kind."""
    return frozenset(one.name for one in _kinds().values() if one.by_kind)


@cache
def listed(name: str) -> frozenset[str]:
    """One of the file's lists of words."""
    return frozenset(_table()[name]["words"])


@cache
def lasting() -> frozenset[str]:
    """The stems of words for an occurrence that goes on for days: a siege, a battle (`[wholes]` in positions.toml)."""
    text = files("allege").joinpath("data/link/positions.toml").read_text("utf-8")
    return frozenset(map(stem, tomllib.loads(text)["wholes"]["lasting"]))
