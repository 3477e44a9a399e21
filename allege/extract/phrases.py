"""The words of a phrase, as a span: which part of a noun phrase names the thing, and which only says more about it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.claim import Span, Spans, merge_spans
from allege.extract.wordlists import word_list

WIDEST = 60
"""Tokens after which a phrase is cut."""

IN_PHRASE = word_list("in-phrase")
_JOINS = frozenset({"of"})


def phrase(head: Token) -> Spans:
    """The span of the noun phrase of `head`: premodifiers, "of" phrases and names in apposition right behind it.

    Relative clauses, participles, coordinated phrases and other trailing phrases are left out: they say more about the
    thing and do not name it (this choice agrees best with the spans that annotators marked, see docs/method-claims.md).
    """
    start, end = head.i, head.i
    for token in _inside(head):
        start, end = min(start, token.i), max(end, token.i)
    doc = head.doc
    start = max(start, head.i - WIDEST)
    end = min(end, head.i + WIDEST)
    while start < head.i and (doc[start].is_punct or doc[start].is_space) and doc[start].text not in "\"“'‘":
        start += 1
    while end > head.i and (doc[end].is_punct or doc[end].is_space) and doc[end].text not in ")”\"’'":
        end -= 1
    if end + 1 < len(doc) and doc[end + 1].text == ")" and doc[end].i > head.i and doc[end].nbor(-1).text == "(":
        end += 1
    last = doc[end]
    return merge_spans([Span(doc[start].idx, last.idx + len(last))])


def _inside(head: Token) -> Iterator[Token]:
    """The tokens that belong to the phrase of `head`."""
    stack, count = [head], 0
    while stack and count < WIDEST:
        token = stack.pop()
        count += 1
        yield token
        for child in token.children:
            if child.dep_ in IN_PHRASE and (child.dep_ != "punct" or _bracket(child, token)):
                if child.dep_ == "advmod" and child.i > token.i:
                    continue
                stack.append(child)
            elif (
                (child.dep_ == "prep" and child.lower_ in _JOINS and child.i == token.i + 1)
                or (child.dep_ == "pobj" and token.dep_ == "prep")
                or (child.dep_ in ("conj", "cc") and token.dep_ in ("amod", "compound", "nmod") and child.i < head.i)
                or (child.dep_ == "appos" and _acronym(child))
            ):
                stack.append(child)


def _bracket(mark: Token, head: Token) -> bool:
    """Whether a punctuation mark lies between parts of the name ("-", "/") or before the head."""
    return mark.i < head.i and mark.text in "-–/'’\"“”."


def _acronym(token: Token) -> bool:
    """An apposition in brackets that is all capitals: "(SDF)"."""
    return token.is_upper and token.i > 0 and token.nbor(-1).text == "("


def head_span(*tokens: Token) -> Spans:
    """The spans of these tokens alone."""
    return merge_spans([Span(t.idx, t.idx + len(t)) for t in tokens])
