"""Every attribution that a text could hold: each rule asked about each word, in text order."""

from __future__ import annotations

from collections.abc import Iterator

from allege.extract.attribution.heard import Heard
from allege.extract.attribution.hearing import headlines, nouns, phrases, verbs
from allege.extract.attribution.hearing.barred import barred
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import is_quoted_as


def hear_all(tree: Tree) -> Iterator[Heard]:
    """All candidates in the sentences that are read for claims, but those that are nobody's words."""
    return (heard for heard in _every(tree) if not barred(tree, heard))


def _every(tree: Tree) -> Iterator[Heard]:
    yield from headlines.heard(tree)
    for i, pos in enumerate(tree.pos):
        if tree.sentence[i] < 0:
            continue
        if pos in ("VERB", "AUX"):
            if tree.lower[i] == "according":
                yield from phrases.according(tree, i)
            elif tree.children[i] or is_quoted_as(tree, i):
                yield from verbs.heard(tree, i)
        elif pos in ("NOUN", "PROPN"):
            yield from nouns.heard(tree, i)
        elif pos == "ADP":
            yield from phrases.preposition(tree, i)
            yield from phrases.in_words_of(tree, i)
        elif pos == "ADJ":
            yield from phrases.adjective(tree, i)
