"""The parse as flat lists, made once for each text: rules that look at every word must not pay for token objects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Doc

from allege.analyse.analysis import Analysis
from allege.clean.lines import unwrapped
from allege.extract.last import Last

ACRONYMS = frozenset({"who", "us", "it"})
"""Pronouns that in capitals may be names."""

ATTRIBUTES = ("DEP", "POS", "TAG", "LEMMA", "LOWER", "ENT_TYPE")


@dataclass(frozen=True, slots=True)
class Tree:
    """One list entry a token. `head`, `left`, `right` and `children` hold token indices (`right` is inclusive).

    `sentence` numbers the sentences that are read for claims (-1: folded away); `bounds` are their token ranges;
    `lines` the token ranges of the lines that begin with a sentence; `line` numbers the lines that are not blank.
    `word` says whether a token has a letter or digit, `words` are those that have. `text`: the document's, with blanks
    for line ends that only break it at a fixed width, so that offsets stay.
    """

    text: str
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
    words: list[int]
    start: list[int]
    end: list[int]
    lines: list[tuple[int, int]]
    line: list[int]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of the relations, or None."""
        return next((c for c in self.children[i] if self.dep[c] in deps), None)

    def words_in(self, first: int, last: int) -> list[int]:
        """The tokens from `first` up to `last` (exclusive) that have a letter or digit."""
        return self.words[bisect_left(self.words, first) : bisect_left(self.words, last)]

    def next_word(self, i: int) -> int:
        """The first token from `i` on that has a letter or digit; the last token where none has."""
        while i < len(self.word) - 1 and not self.word[i]:
            i += 1
        return min(i, len(self.word) - 1)

    def last_word(self, i: int) -> int:
        """The last token up to `i` that has a letter or digit; the first token where none has."""
        while i > 0 and not self.word[i]:
            i -= 1
        return max(i, 0)

    def within(self, i: int, top: int) -> bool:
        """Whether token `i` lies under `top` (or is it)."""
        return self.left[top] <= i <= self.right[top]


def grow(analysis: Analysis) -> Tree:
    """The flat parse of a text, made once."""
    return _LAST.of(analysis)


def _grown(analysis: Analysis) -> Tree:
    doc = analysis.doc
    dep, pos, tag, lemma, lower, entity = _columns(doc)
    lower = _as_names(doc, lower, tag)
    head = [i + move for i, move in enumerate(_signed(doc))]
    children: list[list[int]] = [[] for _ in head]
    for i, up in enumerate(head):
        if up != i:
            children[up].append(i)
    bounds = [(s.start, s.end) for s in analysis.sentences]
    sentence = [-1] * len(head)
    for n, (first, last) in enumerate(bounds):
        sentence[first:last] = [n] * (last - first)
    text = unwrapped(analysis.document.text)
    start, length = doc.to_array(["IDX", "LENGTH"]).astype("int64").T.tolist() if len(doc) else ([], [])
    end = list(map(int.__add__, start, length))
    word = [any(map(str.isalnum, text[a:b])) for a, b in zip(start, end, strict=True)]
    read_over = {i for i, letters in enumerate(word) if letters and not lower[i].strip()}
    return Tree(
        text=text,
        dep=dep,
        pos=pos,
        tag=tag,
        lemma=lemma,
        lower=lower,
        entity=entity,
        head=head,
        left=[token.left_edge.i for token in doc],
        right=[token.right_edge.i for token in doc],
        children=children,
        sentence=sentence,
        bounds=bounds,
        word=word,
        words=[i for i, letters in enumerate(word) if letters],
        start=start,
        end=end,
        lines=list(_lines(text, start, sentence, read_over)),
        line=list(_line_numbers(text, start)),
    )


_LAST = Last(_grown)


def _as_names(doc: Doc, lower: list[str], tag: list[str]) -> list[str]:
    """The words in small letters, but for names that are then pronouns: "the WHO", "the US"."""
    named = (i for i, word in enumerate(lower) if word in ACRONYMS and tag[i] in ("NNP", "NNPS") and doc[i].is_upper)
    for i in named:
        lower[i] = lower[i].upper()
    return lower


def _line_numbers(text: str, start: list[int]) -> Iterator[int]:
    """For each token the number of lines that are not blank before its own."""
    number = at = 0
    blank = True
    for begin in start:
        for character in text[at:begin] if begin - at < 3 else text[at:begin].replace(" ", ""):
            if character == "\n":
                number, blank = number + (not blank), True
            elif not character.isspace():
                blank = False
        at = begin
        yield number


def _lines(text: str, start: list[int], sentence: list[int], read_over: Set[int]) -> Iterator[tuple[int, int]]:
    """Token ranges of the lines of the text, folded stretches left out; `read_over`: tokens of words read as blanks."""
    at = 0
    first = 0
    while first < len(start):
        at = text.find("\n", max(at, start[first]))
        at = len(text) if at < 0 else at
        last = bisect_left(start, at, first)
        if first + 1 < last and sentence[first] < 0 and first in read_over:
            first += 1  # "BREAKING: | army: two men shot"
        if last > first and sentence[first] >= 0:
            yield first, last
        first = max(last, first + 1)


def _signed(doc: Doc) -> list[int]:
    return [int(x) for x in doc.to_array(["HEAD"]).astype("int64").ravel()]


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
