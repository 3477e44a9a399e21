"""The words of `data/mentions/clauses.toml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from allege.analyse import data
from allege.analyse.places.words import place_words
from allege.analyse.roles import heads
from allege.analyse.told import told

WITHHELD = frozenset({"passage", "access", "entry", "admission", "permission", "visa", "bail", "asylum"})
"""What somebody is granted or denied without a word."""

THWARTING = frozenset({"thwart", "foil", "frustrate", "avert", "scupper", "disrupt"})
"""By which a plan comes to nothing: nobody says what was planned."""


@lru_cache(maxsize=1)
def words() -> Mapping[str, frozenset[str]]:
    """The lists, by name; `reports` with the nouns of told.toml."""
    listed = {
        name: frozenset(map(str, items))
        for name, items in data.lexicon("mentions/clauses.toml").items()
        if isinstance(items, list)
    }
    return {**listed, "reports": listed["reports"] | told()}


@lru_cache(maxsize=1)
def speakers() -> frozenset[str]:
    """Nouns that name somebody, a body or a document without a name: whoever and whatever can speak."""
    return frozenset(noun for noun, (sort, _) in heads().items() if sort != "weapon")


@lru_cache(maxsize=1)
def accused() -> frozenset[str]:
    """Nouns for whoever or whatever can be accused."""
    return speakers() | words()["sides"]


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Nouns for places, built ones among them: "bridge", "hospital"."""
    return place_words("nouns")
