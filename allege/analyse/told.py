"""Nouns for what is told, by whomever: data/mentions/told.toml."""

from __future__ import annotations

from functools import cache

from allege.analyse import data


@cache
def told() -> frozenset[str]:
    """Lemmas: "claim", "rumour"."""
    nouns = data.lexicon("mentions/told.toml")["nouns"]
    return frozenset(map(str, nouns)) if isinstance(nouns, list) else frozenset()
