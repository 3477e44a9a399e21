"""Words that tell names of places: the table `place` of data/mentions/heads.toml, and small closed lists."""

from __future__ import annotations

from functools import cache

from allege.analyse import data

ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "the"))
"""Articles, mostly Arabic, that a text or an index may leave out or join ("al-Kut")."""

REGION_NOUNS = frozenset(
    ("province", "state", "region", "governorate", "department", "county", "oblast", "district", "prefecture", "raion")
)
SIDES = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper"))
"""Words before the name of a place for a part of it."""

LANDSCAPE = frozenset(
    ("valley", "valleys", "hill", "hills", "mountain", "mountains", "river", "basin", "gorge", "forest", "lake",
     "plain", "plains", "ridge", "desert", "canyon", "plateau", "marshes", "district")
)  # fmt: skip
"""Nouns of what has a name of its own: "the Dorn valley" is at no town that only some call Dorn."""

SETTLED = frozenset(("village", "town", "hamlet", "settlement", "city"))
"""Nouns that a place's name may follow bare: "in village Orsa"."""

BUILT = frozenset(
    ("infirmary", "hall", "clinic", "quarry", "mill", "post", "garrison", "outpost", "toll", "tower", "chapel",
     "monument")
)  # fmt: skip
"""More nouns of what stands at a place."""


@cache
def place_words(name: str) -> frozenset[str]:
    """A list of the table, by its name there."""
    table = data.lexicon("mentions/heads.toml")["place"]
    return frozenset(table[name]) if isinstance(table, dict) else frozenset()


@cache
def body_words() -> frozenset[str]:
    """Last words of names of armed bodies and parties; a department or a council lies in the place it is called by."""
    groups = data.lexicon("mentions/heads.toml")["group"]
    named = [groups[kind] for kind in ("military", "armed_group", "party")] if isinstance(groups, dict) else []
    return frozenset(word for words in named for word in words) | {"front", "guard", "alliance", "congress"}
