"""The words of a phrase, as a span: which part of a noun phrase names the thing, and which only says more about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from spacy.tokens import Doc, Token

from allege.analyse.headings import DAYS
from allege.analyse.labels import DASHES
from allege.analyse.reading import text_of
from allege.claim import Span, Spans, merge_spans
from allege.extract.nouns import in_class
from allege.extract.once import Once
from allege.extract.roles import is_listed
from allege.extract.shared import first_of
from allege.extract.wordlists import word_list

WIDEST = 60
"""Tokens after which a phrase is cut."""

IN_PHRASE = word_list("in-phrase")
LISTING = word_list("listing")
"""Words before a member of a list that bring it in: "its backers, notably | Kirelia"."""
NAMING = frozenset({"of", "in", "from"})
"""Prepositions whose phrase, right behind the noun, names the thing with it ("police in Orsa")."""
OF = frozenset({"of"})
JUDGED = frozenset({"guilty", "responsible", "dead", "liable", "alive", "unhurt", "unharmed"})
"""Adjectives behind a noun that say what is found of it: "found the regime | guilty"."""
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "moment"})
MONTHS = frozenset({"january", "february", "march", "april", "june", "july", "august", "september", "october",
                    "november", "december"})  # fmt: skip
"""Without May, which is a verb more often than not."""
SHIFTS = frozenset({"earlier", "later", "before", "after", "ago"})
"""Words that shift a time: "hours | earlier"."""


def phrase(head: Token, joins: frozenset[str] = NAMING) -> Spans:
    """The span of the noun phrase of `head`: premodifiers, phrases with `joins` right behind it, a name in apposition.

    Relative clauses, participles, coordinated phrases and other trailing phrases are left out: they say more about the
    thing and do not name it (of several choices this agrees best with what annotators marked, docs/method-claims.md).
    """
    return _naming(head) if joins is NAMING else _phrase(head, joins)


@Once
def _naming(head: Token) -> Spans:
    return _phrase(head, NAMING)


def _phrase(head: Token, joins: frozenset[str]) -> Spans:
    inside = [token.i for token in _inside(head, joins)]
    doc = head.doc
    start, end = max(min(*inside, first_of(head).i), head.i - WIDEST), min(max(inside), head.i + WIDEST)
    while start > max(head.i - WIDEST, 0) and _goes_back(doc[start - 1], doc[start]):
        start -= 1
    start += when_before(doc, start, head.i)
    start += start < head.i and _stays_outside(doc[start])
    while end > head.i and is_day(doc[end]) and not is_day(head):
        end -= 1 + (doc[end].nbor(-1).lower_ == "on" and end > head.i + 1)
    start = next((i + 1 for i in range(head.i - 1, start, -1) if _closes_nothing(doc, start, i)), start)
    while start < head.i and (doc[start].is_punct or doc[start].is_space) and doc[start].text not in "\"“'‘":
        start += 1
    while end > head.i and (doc[end].is_punct or doc[end].is_space) and doc[end].text not in ")”\"’'":
        end -= 1
    quotes = [i for i in range(start, end + 1) if doc[i].is_quote]
    if len(quotes) == 1:  # the other one stands outside: "blamed | " | men in the pay of Norland""
        start += quotes[0] == start < head.i
        end -= quotes[0] == end > head.i
        end += start < quotes[0] < end and end + 1 < len(doc) and doc[end + 1].is_quote  # "the "Lion Force | " |"
    bracket = next((i for i in range(end, head.i, -1) if _stays_open(doc, i, end)), None)
    if bracket is not None:  # "the Dawn Front (DF | )", "Velm | [northern Orsa]"
        end = end + 1 if end + 1 < len(doc) and doc[end + 1].text == ")" else bracket - 1
    return merge_spans([Span(doc[start].idx, doc[end].idx + len(doc[end]))])


def _closes_nothing(doc: Doc, start: int, at: int) -> bool:
    """Whether a bracket was opened before a phrase: "[Excerpt | ] Gunmen", "(AFP | ) Orland shelled it"."""
    opens = OPENING.get(doc[at].text)
    return opens is not None and all(doc[i].text != opens for i in range(start, at))


def _stays_open(doc: Doc, at: int, end: int) -> bool:
    """Whether a bracket is closed behind a phrase alone: "Velm | [northern Orsa | ]"."""
    closes = next((closing for closing, opens in OPENING.items() if opens == doc[at].text), None)
    return closes is not None and all(doc[i].text != closes for i in range(at, end + 1))


OPENING = {"]": "[", ")": "("}
"""What opens each closing bracket."""


def when_before(doc: Doc, start: int, end: int) -> int:
    """How many words before a phrase's last, from its first on, only say when: "hours earlier", "two days later",
    "21 June".
    """
    if start + 1 >= end:
        return 0
    first = doc[start]
    if start and ((_is_month(first) and doc[start - 1].is_digit) or (_is_year(first) and _is_month(doc[start - 1]))):
        return 1
    at = start + (first.like_num or first.lower_ in ("a", "some"))
    if at + 1 < end and doc[at].lemma_.lower() in UNITS and doc[at + 1].lower_ in SHIFTS:
        return at + 2 - start
    return at + 1 - start if first.like_num and at < end and _is_month(doc[at]) else 0


def _is_year(token: Token) -> bool:
    return token.is_digit and len(token) == 4


def _is_month(token: Token) -> bool:
    return token.lower_ in MONTHS or token.text == "May"


def _stays_outside(word: Token) -> bool:
    """Whether the first word of a phrase is none of it: "notably | Kirelia", "both | X and Y", "let free | nine"."""
    freed = word.lower_ == "free" and word.i > 0 and word.nbor(-1).lemma_.lower() in ("let", "set")
    return word.lower_ in LISTING or freed or is_clock(word) or (word.lower_ == "both" and word.tag_ == "CC")


def is_clock(token: Token) -> bool:
    """Whether a word is an hour that opens a line of a log: "| 14:20 | crowd broke the gate"."""
    hour, mark, minute = token.text.partition(":")
    return bool(mark) and hour.isdigit() and minute.isdigit()


def is_day(token: Token) -> bool:
    """Whether a word is a day of the week: behind a noun it says when ("the camp in Orsa | Sunday")."""
    return token.text.title() in DAYS


def in_one_name(word: Token, after: Token) -> bool:
    """Whether two neighbours before a noun are one name ("Orsa Airport" in "the Orsa Airport attack")."""
    side = word.i + 1 == after.i and word.head.i == after.head.i
    apart = word.ent_type_ and after.ent_iob_ != "I"
    return side and not apart and word.dep_ == after.dep_ == "compound" and word.pos_ == after.pos_ == "PROPN"


def _goes_back(word: Token, first: Token) -> bool:
    """Whether the word before the first of a phrase belongs to it: to its name, or as the adjective of a people."""
    return in_one_name(word, first) or is_of_people(word, first)


def is_of_people(word: Token, noun: Token) -> bool:
    """Whether an adjective of a people says whose body is named next to it: "| Kirelian government | jets"."""
    side = word.i + 1 == noun.i and word.head.i == noun.head.i and noun.head.i > noun.i
    return side and word.ent_type_ == "NORP" and word.dep_ == "amod" and noun.dep_ == "compound" and _is_body(noun)


def _is_body(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(in_class(noun, name) for name in ("state force", "armed", "person"))


def _inside(head: Token, joins: frozenset[str]) -> Iterator[Token]:
    """The tokens that belong to the phrase of `head`, none behind a dash between blanks ("near Orsa - ministry")."""
    end = _dash_behind(head)
    stack, count = [head], 0
    while stack and count < WIDEST:
        token = stack.pop()
        count += 1
        yield token
        stack += [child for child in token.children if child.i < end and _belongs(child, token, head, joins)]


def _dash_behind(head: Token) -> int:
    """The index of the first dash behind a word that has a blank on both sides; past the text where there is none."""
    doc = head.doc
    dashes = _dashes(doc)
    at = bisect_right(dashes, head.i)
    return dashes[at] if at < len(dashes) and dashes[at] < head.i + WIDEST else len(doc)


@lru_cache(maxsize=1)
def _dashes(doc: Doc) -> Sequence[int]:
    """The indices of all dashes with a blank on both sides; looked for once a text, not once a phrase."""
    marks = [doc.vocab.strings[mark] for mark in DASHES]
    at = np.isin(doc.to_array("ORTH"), marks).nonzero()[0].tolist()
    return [i for i in at if i and doc[i].whitespace_ and doc[i - 1].whitespace_]


def _belongs(child: Token, token: Token, head: Token, joins: frozenset[str]) -> bool:
    """Whether a dependent of a token of the phrase is part of the phrase too."""
    label = child.dep_
    if label in IN_PHRASE:
        if label == "case":
            return token.i != head.i
        return _bracket(child, token) if label == "punct" else _stands_before(child, token)
    if label == "prep":
        near = (child.i == token.i + 1 and child.lower_ in joins) or _comes_from(child, token)
        return near and any(c.dep_ == "pobj" for c in child.children)
    if label == "pobj":
        return token.dep_ == "prep"
    if label in ("conj", "cc"):
        return (token.dep_ in ("amod", "compound", "nmod") and child.i < head.i) or _has_several(head, token)
    named = child.pos_ == "PROPN" and token.i == head.i < child.i
    return label == "appos" and not is_listed(child) and (named or _acronym(child))


def _has_several(head: Token, name: Token) -> bool:
    """Whether a name is one of several by which some are called: "the presidents of | Orland and Norland"."""
    of = name.head
    if head.tag_ not in ("NNS", "NNPS") or name.dep_ != "pobj" or of.lower_ != "of" or of.head.i != head.i:
        return False
    others = [c for c in name.children if c.dep_ == "conj"]
    return name.pos_ == "PROPN" and bool(others) and all(c.pos_ == "PROPN" and not has_det(c) for c in others)


def has_det(word: Token) -> bool:
    """Whether an article or the like stands before a noun."""
    return any(c.dep_ in ("det", "poss") for c in word.lefts)


def _comes_from(preposition: Token, noun: Token) -> bool:
    """Whether "from" tells whose people they are, right behind what they are: "a group of gunmen | from the Front"."""
    of = next((c for c in noun.rights if c.lower_ == "of" and c.right_edge.i + 1 == preposition.i), None)
    return preposition.lower_ == "from" and of is not None and any(c.pos_ == "PROPN" for c in preposition.children)


def _stands_before(child: Token, token: Token) -> bool:
    """Whether a word before a noun, or close behind it, names the thing with it: not "Mayor: | militia"."""
    return child.right_edge.text != ":" if child.i < token.i else not _trails(child)


def _trails(child: Token) -> bool:
    """Whether a word behind a noun says more of it: "the army there", "the army responsible for it"."""
    if child.dep_ == "amod" and child.lower_ in JUDGED:
        return True
    return child.dep_ == "advmod" or (child.dep_ == "amod" and any(True for _ in child.rights))


def _bracket(mark: Token, head: Token) -> bool:
    """Whether a punctuation mark lies between parts of the name ("-", "/") or before the head."""
    return mark.i < head.i and mark.text in "-–/'’\"“”."


def _acronym(token: Token) -> bool:
    """An apposition in brackets that is all capitals: "(SDF)"."""
    return token.is_upper and token.i > 0 and token.nbor(-1).text == "("


def heads_line(token: Token) -> bool:
    """Whether a phrase stands before a colon: whoever speaks, or the place and day of a bulletin's line."""
    end = phrase(token)[-1].end
    return text_of(token.doc)[end : end + 2].lstrip().startswith(":")


def head_span(*tokens: Token) -> Spans:
    """The spans of these tokens alone."""
    return merge_spans([Span(t.idx, t.idx + len(t)) for t in tokens])
