"""What an explosion left: in "A bomb went off while guards were checking it, killing two" the guards kill nobody.

The parser hangs the participle on the nearest verb. Behind a comma, and with an explosion over that verb, it tells what
came of the explosion.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

MEANWHILE = frozenset({"while", "as", "when"})
"""Words that open a clause which only says what went on when it exploded."""


def hang_result(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Hangs a participle of harm ("killing") on the verb of the explosion; lists `harming` and `exploding`."""
    if token.tag_ != "VBG" or token.dep_ not in ("advcl", "xcomp") or token.lemma_ not in words["harming"]:
        return
    near = token.head
    meanwhile = any(c.lower_ in MEANWHILE for c in near.lefts) and near.dep_ == "advcl"
    comma = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
    over = near.head
    if meanwhile and comma and over.i < near.i < token.i and _explodes(over, words["exploding"]):
        token.head, token.dep_ = over, "advcl"


def _explodes(verb: Token, exploding: Collection[str]) -> bool:
    particle = next((c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")), "")
    return verb.lemma_ in exploding or f"{verb.lemma_} {particle}" in exploding
