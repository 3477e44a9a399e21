"""Labels, tags and marks that several rooms ask for (spaCy's English pipelines: ClearNLP, Penn Treebank)."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ANY_SUBJECT = SUBJECTS | {"csubj", "expl"}
OF_NOUNS = SUBJECTS | {"dobj", "pobj"}
"""Labels of what only a noun can be."""

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Labels of names of places."""

PRESENT = frozenset({"VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
"""Tags of a past tense or a participle, which the tagger takes for one another."""

PRESENT_OR_PAST = PRESENT | {"VBD"}
FINITE = PRESENT_OR_PAST | {"MD"}

WH = frozenset({"WP", "WP$", "WRB", "WDT"})
"""Tags of the words that ask who, where, how or why, or refer back to it."""

DASHES = frozenset({"-", "--", "–", "—"})


def has(word: Token, labels: Collection[str]) -> bool:
    """Whether something hangs on a word under one of these labels."""
    return any(child.dep_ in labels for child in word.children)
