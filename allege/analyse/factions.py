"""Whether a phrase that a body is named in stands for a part of it or for who left it: a relation, never that body."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from allege.analyse import data


def is_faction(head: Token, *, behind: bool) -> bool:
    """Whether a noun is a faction of the body named before it, or `behind` it ("a faction of X").

    Words in `data/mentions/factions.toml`.
    """
    if any(child.lower_ in _words("marks") for child in head.lefts):
        return True
    return behind and head.lemma_.lower() in _words("nouns")


def apart(body: str) -> str:
    """The reason why the words do not name the body."""
    return f"a part of {body} or split from it, not {body} itself"


@lru_cache(maxsize=2)
def _words(name: str) -> frozenset[str]:
    words = data.lexicon("mentions/factions.toml")[name]
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()
