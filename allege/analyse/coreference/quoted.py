"""Who says a quotation: nobody whom "he" or "she" in it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from allege.analyse.clauses.words import words
from allege.analyse.coreference.words import SUBJECTS

NEAR = 10
"""Words from a quotation to the verb of saying beside it, at most."""


def speakers(doc: Doc, quoted: Sequence[bool]) -> Mapping[int, str]:
    """By the index of each word between quotation marks the last word of the name of who says it, where one is named.

    Beside the quotation, or before it where it goes on: '"…," Varl said. "…"'.
    """
    telling = words()["inverting"] | words()["telling"]
    out: dict[int, str] = {}
    last = ""
    for start, end in _stretches(quoted):
        beside = _speaker(doc, range(end, min(end + NEAR, len(doc))), telling)
        before = _speaker(doc, range(start - 1, max(start - NEAR, -1), -1), telling)
        last = beside or before
        if last:
            out.update(dict.fromkeys(range(start, end), last))
    return out


def _stretches(quoted: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for i, inside in enumerate((*quoted, False)):
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            yield start, i
            start = None


def _speaker(doc: Doc, near: range, telling: frozenset[str]) -> str:
    """The name of whoever a verb of saying near a quotation has for its subject; no further than the next mark."""
    for i in near[1:]:
        token = doc[i]
        if token.text in MARKS:
            return ""
        if token.dep_ in SUBJECTS and token.pos_ == "PROPN" and _tells(token.head, telling):
            return token.text
    return ""


MARKS = frozenset({'"', "“", "”", "``", "''"})


def _tells(verb: Token, telling: frozenset[str]) -> bool:
    return verb.lemma_ in telling and verb.pos_ == "VERB"
