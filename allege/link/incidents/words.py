"""What the words of a story say about its occurrence: terms, names, ages, blocks of streets. Plain rules, no model.

Claims carry who, where and when; the wording beside them carries what makes two reports of one occurrence look alike:
names that nobody else mentions, the age of a victim, the number of a street's block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, islice, pairwise
from operator import not_
from typing import NamedTuple

from allege.claim import Spans
from allege.link.bag import Bag, tally

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
STARTS = re.compile(r"(?:[.!?:;…][\"'”’)\]]*\s*|[\n•|*]\s*|[\"“]\s*|^\s*)$")
"""What stands before a word whose capital letter means nothing: the end of a sentence, a line's start, a quote."""
AGE = re.compile(
    r"\b(?P<a>\d{1,3})[ -]years?[ -]old|\b(?P<b>\d{1,3})-year\b(?=,| )|(?<=[a-z.],) (?P<c>\d{1,2})(?=[,.;)]| of\b)"
    r"|\baged?d? (?P<d>\d{1,2})\b|\((?P<e>\d{2})\)"
)
NUMBER = re.compile(r"\d+")
LEAD, TRAIL = len("agedd "), len(" years-old ") + 1
"""Characters before and behind a number within which `AGE` looks."""
BLOCK = re.compile(r"\b(\d{2,5})(?:th|st|nd|rd)? block of (?:(?:[NSEW]|North|South|East|West)\.? )?([A-Z0-9]\w+)")
OF_BLOCK = "block of "
"""What a block's name has; over a whole text the pattern takes forty times as long as finding that it is not there."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                    "november", "december"})  # fmt: skip
"""With a number beside it a month names nobody, though among a few reports it may be as rare as a name."""
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

    terms: Bag[str]
    title: Bag[str]
    names: Bag[str]
    people: Bag[str]
    ages: frozenset[int]
    aged: frozenset[tuple[str, int]]
    blocks: frozenset[str]


class Name(NamedTuple):
    """A word with a capital letter: its place among all words, its lower-case form without a possessive ending, whether
    it stands where any word has a capital letter, and its offsets."""

    at: int
    term: str
    start: bool
    offset: int
    end: int


@dataclass(slots=True)
class _Words:
    """The words of a text outside its folded stretches: all in order, where they stand, those with a capital letter."""

    terms: list[str]
    found: list[re.Match[str]]
    capitals: list[Name]
    names: frozenset[str]


def wording(text: str, title: str | None = None, folded: Spans = ()) -> Wording:
    """Reads a text (without its folded stretches) and its title."""
    words, ages = _words(text, folded), _ages(text)
    return Wording(
        Bag(_told(words.terms)),
        Bag(tally([_TERMS[word] for word in TOKEN.findall(title or "")])),
        Bag(tally([word.term for word in words.capitals if word.term in words.names])),
        Bag(tally(_people(words, text))),
        frozenset(age for _, age in ages if 0 < age < OLD),
        frozenset(_aged(ages, words)),
        frozenset(_blocks(text)),
    )


def _words(text: str, folded: Spans) -> _Words:
    """The first words of a text outside `folded`.

    Word by word only what has a capital letter is looked at: all else is counted without a loop of Python's.
    """
    found = list(islice(_outside(TOKEN.finditer(text), folded) if folded else TOKEN.finditer(text), MOST_TERMS))
    written = [match[0] for match in found]
    terms, capital = list(map(_TERMS.__getitem__, written)), list(map(_CAPITALS.__getitem__, written))
    capitals = [_name(text, at, found[at], terms[at]) for at in compress(range(len(found)), capital)]
    inside = {word.term for word in capitals if not word.start}
    none = set(compress(terms, map(not_, capital))) | WEEKDAYS | _months(terms, capitals)
    names = frozenset(term for term in inside - none if len(term) > SHORT)
    return _Words(terms, found, capitals, names)


def _months(terms: Sequence[str], capitals: Iterable[Name]) -> set[str]:
    """The months that stand beside a number somewhere: "14 March", "March 14, 2031"."""
    found = ((word.term, terms[max(0, word.at - 1) : word.at + 2]) for word in capitals if word.term in MONTHS)
    return {month for month, near in found if any(term[0].isdigit() for term in near)}


def _outside(found: Iterable[re.Match[str]], folded: Spans) -> Iterator[re.Match[str]]:
    skip, passed = sorted(folded), 0
    for match in found:
        start = match.start()
        while passed < len(skip) and skip[passed][1] <= start:
            passed += 1
        if passed == len(skip) or start < skip[passed][0]:
            yield match


def _name(text: str, at: int, match: re.Match[str], term: str) -> Name:
    start, end = match.span()
    inside = (
        text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
    )  # most are: the pattern takes longer
    return Name(at, term, not inside and STARTS.search(text, max(0, start - 6), start) is not None, start, end)


def _told(terms: list[str]) -> Counter[str]:
    """How often each term is there, single letters apart."""
    counted = Counter(terms)
    for term in [term for term in counted if len(term) < SHORT and not term.isdigit()]:
        del counted[term]
    return counted


class _Terms(dict[str, str]):
    """The term of each word met so far: most words are old acquaintances."""

    def __missing__(self, written: str) -> str:
        term = written.replace("’", "'").lower().removesuffix("'s").rstrip("'")
        if len(self) < KEPT:
            self[written] = term
        return term


class _Capitals(dict[str, bool]):
    """Whether each word met so far begins with a capital letter, and is longer than that."""

    def __missing__(self, written: str) -> bool:
        capital = written[:1].isupper() and len(written) > 1
        if len(self) < KEPT:
            self[written] = capital
        return capital


_TERMS, _CAPITALS = _Terms(), _Capitals()


def _ages(text: str) -> list[tuple[re.Match[str], int]]:
    """Where a text gives an age, and the age in years, plausible or not.

    Looked for around its numbers alone: over the whole text the pattern takes two and a half times as long.
    """
    out: list[tuple[re.Match[str], int]] = []
    past = 0
    for number in NUMBER.finditer(text):
        start, end = number.span()
        match = AGE.search(text, max(past, start - LEAD), end + TRAIL)
        if match is not None and match.start() < end:
            out.append((match, int(match[match.lastgroup or 0])))
            past = match.end()
    return out


def _blocks(text: str) -> Iterator[str]:
    if OF_BLOCK in text:
        yield from (f"{number} {street.lower()}" for number, street in BLOCK.findall(text))


def _people(words: _Words, text: str) -> Iterator[str]:
    for left, right in pairwise(words.capitals):
        if right.at == left.at + 1 and right.term in words.names and text[left.end : right.offset] == " ":
            yield f"{left.term} {right.term}"


def _aged(ages: list[tuple[re.Match[str], int]], words: _Words) -> Iterator[tuple[str, int]]:
    """Names with the age that stands beside them: "24-year-old Amir Dahl", "Amir Dahl, 24"."""
    starts = [match.start() for match in words.found] if ages else []
    for match, age in ages:
        if match.lastgroup in ("a", "b"):
            near = _after(words.capitals, bisect_left(starts, match.end()), match.end())
        else:
            near = _before(words.capitals, bisect_left(starts, match.start()), match.start())
        yield from ((word.term, age) for word in near if word.term in words.names)


def _after(capitals: list[Name], first: int, end: int) -> list[Name]:
    """Of the four words from the `first` on, those with a capital letter and not far off."""
    return [word for word in capitals if first <= word.at < first + 4 and word.offset - end < 30]


def _before(capitals: list[Name], last: int, start: int) -> list[Name]:
    """Of the two words before the `last`, those with a capital letter and next to it."""
    return [word for word in capitals if last - 2 <= word.at < last and start - word.end < 3]
