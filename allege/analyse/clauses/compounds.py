"""Which place a deed is named after: "the Marrow bridge bombing" is the bombing of the Marrow bridge.

The parser hangs both words on the deed, side by side.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token


def join_place(name: Token, places: Collection[str]) -> None:
    """Hangs a name on the noun for a place behind it (`places`: such nouns), where both hang on the noun after them."""
    if name.pos_ != "PROPN" or name.dep_ != "compound" or name.head.i != name.i + 2:
        return
    place = name.nbor()
    if place.dep_ == "compound" and place.head.i == name.head.i and place.pos_ == "NOUN" and place.lower_ in places:
        name.head = place
