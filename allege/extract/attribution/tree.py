"""The parse as flat lists, made once for each text: rules that look at every word must not pay for token objects."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, POS, TAG
from spacy.tokens import Doc

from allege.analyse.analysis import Analysis

ATTRIBUTES = (DEP, POS, TAG, LEMMA, LOWER, ENT_TYPE)


@dataclass(frozen=True, slots=True)
class Tree:
    """One list entry a token. `head`, `left`, `right` and `children` hold token indices (`right` is inclusive).

    `sentence` numbers the sentences that are read for claims (-1: folded away); `bounds` are their token ranges.
    `word` says whether a token has a letter or digit.
    """

    dep: list[str]
    pos: list[str]
    tag: list[str]
    lemma: list[str]
    lower: list[str]
    entity: list[str]
    head: list[int]
    left: list[int]
    right: list[int]
    children: list[list[int]]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    word: list[bool]
    start: list[int]
    end: list[int]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of the relations, or None."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)

    def within(self, i: int, top: int) -> bool:
        """Whether token `i` lies under `top` (or is it)."""
        return self.left[top] <= i <= self.right[top]


def grow(analysis: Analysis) -> Tree:
    """The flat parse of a text."""
    doc = analysis.doc
    columns = _columns(doc)
    head = [i + move for i, move in enumerate(_signed(doc))]
    children: list[list[int]] = [[] for _ in head]
    for i, up in enumerate(head):
        if up != i:
            children[up].append(i)
    bounds = [(s.start, s.end) for s in analysis.sentences]
    sentence = [-1] * len(head)
    for n, (first, last) in enumerate(bounds):
        sentence[first:last] = [n] * (last - first)
    text = analysis.document.text
    start = [token.idx for token in doc]
    end = [at + len(token) for at, token in zip(start, doc, strict=True)]
    return Tree(
        *columns,
        head,
        [token.left_edge.i for token in doc],
        [token.right_edge.i for token in doc],
        children,
        sentence,
        bounds,
        [any(map(str.isalnum, text[a:b])) for a, b in zip(start, end, strict=True)],
        start,
        end,
    )


def _signed(doc: Doc) -> list[int]:
    return [int(x) for x in doc.to_array([HEAD]).astype("int64").ravel()]


def _columns(doc: Doc) -> list[list[str]]:
    strings = doc.vocab.strings
    table = doc.to_array(list(ATTRIBUTES))
    known: dict[int, str] = {}
    out: list[list[str]] = []
    for n in range(len(ATTRIBUTES)):
        column: list[int] = table[:, n].tolist()
        for key in set(column).difference(known):
            known[key] = strings[key]
        out.append([known[key] for key in column])
    return out
