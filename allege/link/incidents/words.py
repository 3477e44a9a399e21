"""What the words of a story say about its occurrence: terms, names, ages, blocks of streets. Plain rules, no model.

Claims carry who, where and when; the wording beside them carries what makes two reports of one occurrence look alike:
names that nobody else mentions, the age of a victim, the number of a street's block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

from allege.claim import Spans

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
STARTS = re.compile(r"(?:[.!?:;…][\"'”’)\]]*\s*|[\n•|*]\s*|[\"“]\s*|^\s*)$")
"""What stands before a word whose capital letter means nothing: the end of a sentence, a line's start, a quote."""
AGE = re.compile(
    r"\b(?P<a>\d{1,3})[ -]years?[ -]old|\b(?P<b>\d{1,3})-year\b(?=,| )|(?<=[a-z.],) (?P<c>\d{1,2})(?=[,.;)]| of\b)"
    r"|\baged?d? (?P<d>\d{1,2})\b|\((?P<e>\d{2})\)"
)
BLOCK = re.compile(r"\b(\d{2,5})(?:th|st|nd|rd)? block of (?:(?:[NSEW]|North|South|East|West)\.? )?([A-Z0-9]\w+)")
SHORT = 2
MOST_TERMS = 1500
"""Terms read of one text; what follows is left out (a whole site's archive saved as one page)."""
OLD = 110
"""Years that nobody reaches."""
KEPT = 200_000
"""Words whose form is kept."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one text, counted. All lower case; `people` are full names ("first last"), `ages` in years."""

    terms: Counter[str]
    title: Counter[str]
    names: Counter[str]
    people: Counter[str]
    ages: frozenset[int]
    aged: frozenset[tuple[str, int]]
    blocks: frozenset[str]


class Token(NamedTuple):
    """One word: its lower-case form without a possessive ending, and whether its capital letter names something."""

    term: str
    capital: bool
    start: bool
    offset: int
    end: int


def wording(text: str, title: str | None = None, folded: Spans = ()) -> Wording:
    """Reads a text (without its folded stretches) and its title."""
    kept = list(islice(tokens(text, folded), MOST_TERMS))
    name_terms = _names(kept)
    found = _ages(text)
    return Wording(
        Counter([t.term for t in kept if len(t.term) > 1 or t.term.isdigit()]),
        Counter([t.term for t in tokens(title or "")]),
        Counter([t.term for t in kept if t.capital and t.term in name_terms]),
        Counter(_people(kept, name_terms, text)),
        frozenset(age for _, age in found if 0 < age < OLD),
        frozenset(_aged(found, kept, name_terms)),
        frozenset(f"{number} {street.lower()}" for number, street in BLOCK.findall(text)),
    )


def tokens(text: str, folded: Spans = ()) -> Iterator[Token]:
    """The words of a text outside `folded`, in order."""
    skip = sorted(folded)
    at = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while at < len(skip) and skip[at][1] <= start:
            at += 1
        if at < len(skip) and skip[at][0] <= start:
            continue
        term, capital = _FORMS[match.group()]
        yield Token(term, capital, capital and bool(STARTS.search(text, max(0, start - 6), start)), start, end)


class _Forms(dict[str, tuple[str, bool]]):
    """The term of each word met so far, and whether it has a capital letter: most words are old acquaintances."""

    def __missing__(self, written: str) -> tuple[str, bool]:
        word = written.replace("’", "'")
        form = word.lower().removesuffix("'s").rstrip("'"), word[:1].isupper() and len(word) > 1
        if len(self) < KEPT:
            self[written] = form
        return form


_FORMS = _Forms()


def _ages(text: str) -> list[tuple[re.Match[str], int]]:
    """Where a text gives an age, and the age in years, plausible or not."""
    return [(match, int(match.group(match.lastgroup or 0))) for match in AGE.finditer(text)]


def _names(kept: Iterable[Token]) -> frozenset[str]:
    """Terms that are written with a capital letter inside a sentence, and never without one in this text."""
    capital, lower = set(), set()
    for token in kept:
        if token.capital and not token.start:
            capital.add(token.term)
        elif not token.capital:
            lower.add(token.term)
    return frozenset(term for term in capital - lower if len(term) > SHORT)


def _people(kept: list[Token], names: frozenset[str], text: str) -> Iterator[str]:
    for left, right in pairwise(kept):
        if left.capital and right.capital and right.term in names and text[left.end : right.offset] == " ":
            yield f"{left.term} {right.term}"


def _aged(
    found: list[tuple[re.Match[str], int]], kept: list[Token], names: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """Names with the age that stands beside them: "24-year-old Amir Dahl", "Amir Dahl, 24"."""
    starts = [token.offset for token in kept] if found else []
    for match, age in found:
        near = _near(kept, starts, match.start(), match.end(), after=match.lastgroup in ("a", "b"))
        yield from ((token.term, age) for token in near if token.capital and token.term in names)


def _near(kept: list[Token], starts: list[int], start: int, end: int, *, after: bool) -> list[Token]:
    if after:
        first = bisect_left(starts, end)
        return [t for t in kept[first : first + 4] if t.offset - end < 30]
    last = bisect_left(starts, start)
    return [t for t in kept[max(0, last - 2) : last] if start - t.end < 3]
