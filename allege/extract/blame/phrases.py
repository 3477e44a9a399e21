"""Blame and disowning told in a phrase: "pinned the blame for it on them", "pointed the finger at them over it".

Which words are such phrases is in data/attribution/blame.toml (`pointing`, `disowning`, `parting`).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.extract.roles import children, prepositional, spread

OF_WHAT = frozenset({"for", "over", "after", "in"})
"""Prepositions that stand between such a phrase and the deed."""


def pointed(verb: Token, deed: Token, known: frozenset[str]) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """The noun of a phrase of blame with its verb above a deed, and whoever is blamed.

    The parser hangs "on them" on the verb, on its noun or on the deed.
    """
    for noun in children(verb, "dobj", "nsubjpass"):
        for preposition in ("on", "at"):
            if f"{verb.lemma_} {noun.lemma_.lower()} {preposition}" in known:
                doers = next(filter(None, (prepositional(t, preposition) for t in (verb, noun, deed))), [])
                yield noun, spread(doers)


def parts_from(verb: Token, preposition: str, known: frozenset[str]) -> bool:
    """Whether a verb and its object tell that somebody keeps away from a deed: "distanced | itself | from"."""
    return any(f"{verb.lemma_} {word} {preposition}" in known for n in children(verb, "dobj") for word in _forms(n))


def _forms(noun: Token) -> tuple[str, str]:
    return noun.lower_, noun.lemma_.lower()
