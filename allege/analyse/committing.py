"""Verbs that stand between somebody and a deed that a noun names: data/mentions/committing.toml."""

from __future__ import annotations

from functools import cache

from allege.analyse import data


@cache
def committing(*groups: str) -> frozenset[str]:
    """The lemmas of these groups of the file ("doing", "waging", "planning", "ordering"); KeyError for any other."""
    listed = data.lexicon("mentions/committing.toml")
    found = [listed[group] for group in groups]
    return frozenset(str(verb) for group in found if isinstance(group, list) for verb in group)
