"""What one pass over a text leaves for extraction: tokens, sentences, mentions, who "they" are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from allege.analyse.encoder.encoded import Encoded
from allege.claim import Document, Mention, MentionType, Span, Spans


@dataclass(frozen=True)
class Analysis:
    """A document with its parse.

    `doc` covers the whole frozen text: a token's `idx` is its offset into `document.text`. Its words are those of the
    reading (reading.py): case given back, hash signs blanked; quote from `document.text`. Stretches that the cleaning
    folded away (`document.folded()`) have tokens too, but are in no sentence of `sentences`.
    `mentions` are in text order, without ids. `antecedent` maps the index of an anaphor's head token ("they", "the
    group") to the index of the head token of what it refers to, always earlier and never itself an anaphor.
    `encoded` is what the encoder sees, None where the rules work alone.
    """

    document: Document
    doc: Doc
    mentions: tuple[Mention, ...] = ()
    antecedent: Mapping[int, int] = field(default_factory=dict)
    encoded: Encoded | None = None

    @cached_property
    def sentences(self) -> tuple[SpacySpan, ...]:
        """The sentences to read for claims, in text order: folded stretches and blank ones left out."""
        folded = tuple(self.document.folded())
        return tuple(s for s in self.doc.sents if not s.text.isspace() and not _inside(s.start_char, folded))

    @cached_property
    def by_head(self) -> Mapping[int, Mention]:
        """Mentions by the index of their head token; the longest where several share it."""
        out: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.spans[-1].end - m.spans[0].start):
            head = self.head_of(mention.spans)
            if head is not None:
                out[head.i] = mention
        return out

    @cached_property
    def ranges(self) -> Mapping[int, Mention]:
        """Quantities with a lowest and a highest number, by each of their tokens."""
        found = [m for m in self.mentions if m.low is not None and m.high is not None and m.low != m.high]
        return {token.i: m for m in found if m.type is MentionType.QUANTITY for token in self.tokens(m.spans)}

    def tokens(self, spans: Spans) -> Iterator[Token]:
        """The tokens that `spans` touch, in order."""
        starts, ends = self._edges
        for start, end in spans:
            yield from map(self.doc.__getitem__, range(bisect_right(ends, start), bisect_left(starts, end)))

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Where each token starts, and where it ends."""
        table = self.doc.to_array(["IDX", "LENGTH"]).astype("int64")
        return table[:, 0].tolist(), table.sum(axis=1).tolist()

    def head_of(self, spans: Spans) -> Token | None:
        """The token of `spans` whose own head lies outside them (the syntactic head); None for spans of blanks."""
        if len(spans) == 1 and (alone := self._words.get(spans[0])) is not None:
            return self.doc[alone]
        tokens = [t for t in self.tokens(spans) if not t.is_space]
        inside = {t.i for t in tokens}
        return next((t for t in tokens if t.head.i == t.i or t.head.i not in inside), None)

    @cached_property
    def _words(self) -> Mapping[tuple[int, int], int]:
        """By the offsets of each token that is not blank its index: most spans that are asked about are one word."""
        table = self.doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype("int64").tolist()
        return {(start, start + length): i for i, (start, length, blank) in enumerate(table) if not blank}

    def sentence_of(self, token: Token) -> Span:
        """The offsets of the sentence that holds `token`."""
        return self._bounds[token.i]

    @cached_property
    def _bounds(self) -> list[Span]:
        """By token, the offsets of its sentence: spaCy looks for the borders anew each time it is asked."""
        return [span for s in self.doc.sents for span in [Span(s.start_char, s.end_char)] * len(s)]

    def resolve(self, token: Token) -> Token:
        """What `token` refers to when it is an anaphor with a known antecedent, else itself."""
        found = self.antecedent.get(token.i)
        return token if found is None else self.doc[found]


def _inside(offset: int, spans: tuple[Span, ...]) -> bool:
    return any(start <= offset < end for start, end in spans)


def char_span(tokens: SpacySpan) -> Span:
    """Character offsets of a run of tokens, white space at its ends left out."""
    text = tokens.text
    start = tokens.start_char + len(text) - len(text.lstrip())
    return Span(start, tokens.end_char - (len(text) - len(text.rstrip())))
