"""Numbers of people and things with their bounds: "at least 28" is 28 or more, "between 10 and 15" is 10 to 15.

The words and bounds are in `data/mentions/numbers.toml`. Years, dates, clock times, money, percentages and ordinals are
no quantities. A mention covers the words that limit the number and the number, not what is counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from allege.analyse import data
from allege.analyse.found import Found
from allege.analyse.reading import text_of
from allege.claim import Mention, MentionType, Span

LARGEST = 10**12

_MONEY = re.compile(r"[$£€¥]\s?\d[\d.,]*[ -]$")
"""An amount of money before the word that scales it: "$3.2 | billion"."""

_WHERE = frozenset({"over", "under", "around"})
"""Limits that are prepositions and particles, too."""

_WITH_OVER = frozenset({"hand", "turn", "fly", "hover", "circle", "preside", "soar", "drift"})
"""Verbs behind which "over" is theirs; the parser takes it for "more than" in half of them."""

_MONEY_REACH = 20
"""Characters before a scale in which the amount stands."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The compiled pattern and its tables."""

    pattern: re.Pattern[str]
    vague: Mapping[str, int]
    units: Mapping[str, int]
    scales: Mapping[str, int]
    limits: Mapping[str, str]


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader for the packaged table."""
    table = data.lexicon("mentions/numbers.toml")
    vague, units, scales, limits = (table[key] for key in ("vague", "units", "scales", "limits"))
    hedges = table["hedges"]
    assert isinstance(hedges, list)
    assert isinstance(vague, dict)
    assert isinstance(units, dict)
    assert isinstance(scales, dict)
    assert isinstance(limits, dict)
    word = rf"(?:{_any((*units, *scales))})"
    digits = r"\d{1,3}(?: ?, ?\d{3})+|\d+"
    scale = rf"(?:[ -](?:{_any(scales)}))"
    part = rf"\d{{1,3}}\.\d{{1,3}}{scale}"
    number = rf"(?:{part}|(?:{digits}){scale}?|(?:an? )?{word}(?:[ -](?:and )?{word})*)"
    most = rf"(?:{_any([words for words, makes in limits.items() if makes == 'high'])})"
    hedge = rf"(?:{_any(hedges)})"
    bounded = r"(?(limit),? (?:and|but) |(?(between) and ))"
    apart = rf"(?:,? (?:and|or|but|to),? {hedge},? |, {hedge} |,? (?:or|to) |{bounded})"
    pattern = re.compile(
        rf"(?<![\w$£€.#/-])(?:(?P<limit>{_any(limits)}) )?"
        rf"(?:(?P<vague>(?:many |several )?(?:{_any(vague)}))"
        rf"|(?P<between>between |from )?(?P<low>{number})"
        rf"(?:(?:(?: and | to | or | ?[-–] ?)|{apart}{most} )(?P<high>{number}))?(?P<more> ?\+)?)"
        rf"(?![\w%]|[-./:]\w|['’]?s\b|(?:st|nd|rd|th)\b| ?(?:%|percent|per cent|pct|a\.m|p\.m|am\b|pm\b|o'clock|GMT))",
        re.IGNORECASE,
    )
    return Reader(pattern, vague, units, scales, limits)


def _any(words: Collection[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


def find(doc: Doc, times: Collection[Span]) -> Iterator[Found]:
    """Quantity mentions outside the spans of times."""
    read = reader()
    busy = sorted(times)
    for found in _numbers(read, doc):
        span = Span(*found.span())
        before = bisect_left(busy, (span.end, 0))
        if before and busy[before - 1][1] > span.start:
            continue
        if _is_change(doc, found):
            yield from _ends(read, doc, found)
            continue
        bounds = _bounds(read, found)
        tokens = doc.char_span(span.start, span.end, alignment_mode="strict")
        if bounds is None or tokens is None or not _counts(tokens, found, busy):
            continue
        low, high, why = bounds
        mention = Mention((span,), MentionType.QUANTITY, low=low, high=high, score=0.9, why=f"number: {why}")
        yield Found(tokens.start, tokens.end, mention, 1)


def _numbers(read: Reader, doc: Doc) -> Iterator[re.Match[str]]:
    """Where the pattern matches: not in an amount of money, and without a limit that belongs to the verb before it."""
    text = text_of(doc)
    for found in read.pattern.finditer(text):
        if _MONEY.search(text, max(0, found.start() - _MONEY_REACH), found.start()):
            continue
        bare = read.pattern.match(text, found.end("limit") + 1) if _is_of_verb(doc, found) else None
        yield bare or found


def _is_of_verb(doc: Doc, found: re.Match[str]) -> bool:
    """Whether what looks like a limit says where, or goes with its verb: "flew | over four towns", "handed | over"."""
    words = doc.char_span(*found.span("limit")) if found["limit"] else None
    if words is None or len(words) != 1 or words[0].lower_ not in _WHERE:
        return False
    verb = doc[words.start - 1] if words.start else None
    led = verb is not None and verb.pos_ == "VERB" and verb.lemma_ in _WITH_OVER and words[0].lower_ == "over"
    return led or words[0].dep_ in ("prt", "prep")


def _is_change(doc: Doc, found: re.Match[str]) -> bool:
    """Whether "from 18 to 15" tells how a figure changed ("lowered the toll from 18 to 15"), and counts nothing."""
    if not found["high"] or not found.group().lower().startswith("from "):
        return False
    last = doc.char_span(*found.span("high"))
    return last is not None and last[-1].dep_ == "pobj"


def _ends(read: Reader, doc: Doc, found: re.Match[str]) -> Iterator[Found]:
    """The two figures of a change."""
    for name in ("low", "high"):
        tokens, value = doc.char_span(*found.span(name)), _value(read, found[name])
        if tokens is not None and value is not None and value <= LARGEST:
            span = Span(*found.span(name))
            mention = Mention((span,), MentionType.QUANTITY, low=value, high=value, score=0.9, why="number: exact")
            yield Found(tokens.start, tokens.end, mention, 1)


def _counts(tokens: SpacySpan, found: re.Match[str], times: Collection[Span]) -> bool:
    """Whether a number counts something: no label ("Route 9"), no year, no lone pronoun "one".

    A day labels nothing: "on Monday three people were killed".
    """
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if found["limit"] or found["vague"] or found["high"] or found["more"]:
        return True
    last = doc[end - 1]
    if found["low"].lower() == "one" and last.dep_ not in ("nummod", "nsubjpass", "nsubj", "dobj"):
        return heads_toll(last)
    before = doc[start - 1] if start else None
    if last.dep_ == "nummod" and last.head.i < last.i:
        return False
    beside = before is not None and before.idx + len(before) + 1 == doc[start].idx
    named = before is not None and before.pos_ == "PROPN" and not before.is_punct
    timed = before is not None and any(before.idx + len(before) == time.end for time in times)
    labelled = beside and named and not timed
    return not labelled and (last.pos_ in ("NUM", "NOUN", "DET") or last.like_num)


def heads_toll(one: Token) -> bool:
    """Whether "one" begins a line that tells what befell so many: "One killed in Velm", "One dead, two hurt"."""
    opens = one.dep_ == "ROOT" and one.left_edge.i == one.sent.start
    return opens and any(c.i == one.i + 1 and c.dep_ in ("acl", "amod") for c in one.children)


def _bounds(read: Reader, found: re.Match[str]) -> tuple[int | None, int | None, str] | None:
    if found["vague"]:
        word = re.sub(r"^(?:many|several) (?=\w+s$)", "", found["vague"].lower())
        low = read.vague.get(word, read.vague.get(word.split()[-1], 0))
        return low, None, "a vague word"
    first = _value(read, found["low"])
    if first is None or first > LARGEST:
        return None
    if found["high"]:
        second = _value(read, found["high"])
        return (min(first, second), max(first, second), "a range") if second is not None else None
    limit = read.limits.get((found["limit"] or "").lower(), "")
    if found["more"]:
        return first, None, "and more"
    tenth = first // 10
    return {
        "low": (first, None, "at least"),
        "high": (None, first, "at most"),
        "above": (first + 1, None, "more than"),
        "below": (None, max(first - 1, 0), "fewer than"),
        "about": (first - tenth, first + tenth, "about"),
    }.get(limit, (first, first, "exact"))


def _value(read: Reader, text: str) -> int | None:
    """The number that digits and words make; None for words that make none."""
    compact = re.sub(r"(?<=\d) ?, ?(?=\d{3})", "", text.lower())
    if compact in read.units:
        return read.units[compact]
    part = re.fullmatch(r"(\d+\.\d+)[ -](\w+)", compact)
    if part and part[2] in read.scales:
        return round(Decimal(part[1]) * read.scales[part[2]])
    total, group = 0, 0
    for word in re.split(r"[ -]", compact):
        if word.isdecimal() and len(word) < 16:
            group += int(word)
        elif word in ("a", "an"):
            group = group or 1
        elif word in ("and", ""):
            continue
        elif word == "dozen":
            group = max(group, 1) * 12
        elif word in read.units:
            group += read.units[word]
        elif word in read.scales:
            group = max(group, 1) * read.scales[word]
            if read.scales[word] > 100:
                total, group = total + group, 0
        else:
            return None
    return total + group
