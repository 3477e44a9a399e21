"""The text as the pipeline reads it: as long as the frozen text, easier to parse, with borders between sentences.

What differs: a newline inside a flowing sentence and a no-break space are blanks; a horizontal bar (U+2015) is a dash;
a hash sign before a word is a blank, so is what opens a post or an alert ("lol", "BREAKING:"), and so are the marks of
scare quotes in headings ("Army 'tortured detainees'"); a lone surrogate is U+FFFD; a possessive torn apart
("Kirelia ’ s") is whole, and its apostrophe, as that of "didn’t", straight; "nr" before a name is "in"; a run of 300
characters without a blank is one word (tokenizing it takes quadratic time);
case is given back where a paragraph has none (casing.py). Offsets never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from allege.analyse.entries import entries
from allege.analyse.tables import tables
from allege.claim import Block
from allege.clean.dateline import dateline

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HASH = re.compile(r"#(?=\w)")
_PLAIN = str.maketrans({"\xa0": " ", "\r": " ", "\u2015": "—"})
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNBROKEN = re.compile(r"\S{300,}")
_ITEM = re.compile(r"\s*(?:[-*•‣▪●◦–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|#{1,6})\s+\S")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_OPEN_ENDED = re.compile(r"(?:[,–—(-]|\b(?:and|or|of|the|a|an|to|in|by|with|for|from|on|at|that))\s*$", re.IGNORECASE)
_SOURCED = re.compile(r"(?:(?![.!?]\s).){15,160}\S [-–—]{1,2} ([^\W\d][\w'’.]*(?: [^\W\d][\w'’.]*){0,3})(?<![.!?])\s*")
"""A heading with its source behind a dash ("Jet shot down over Orlen - monitor"): two sentences to the parser."""

_APART = re.compile(r"(?<=\w) ?[’'] s(?= )")
"""A possessive that a broken copy has torn apart: "Kirelia ’ s minister"."""

_CURLY = re.compile(r"(?<=\w)’(?=(?:s|t|re|ve|ll|d|m)\b)", re.IGNORECASE)
"""The apostrophe of a possessive or a contraction, drawn as a closing quotation mark: "Kirelia’s", "didn’t"."""

_FIRST_WORD = re.compile(r"\S+")

_PAST = "knew|took|held|made|left|fled|sent|shot|beat|fired|hit|struck|gave|paid|stole|burnt|blew|led"
_SCARE = re.compile(rf"(?<=[\w’'] )(['‘])((?:[a-z]+ed|{_PAST})\b[^'‘’\"“”\n]{{0,60}}?)(['’])(?=[\s,;]|$)")
"""A predicate between single quotation marks behind its subject: "Army 'tortured detainees' at barracks"."""

_SAYING = re.compile(
    r"\b(?:says?|said|told|tells|calls?|called|denies|denied|vows?|vowed|slams?|warns?)\b|\b(?:as|of|by|with) $|:"
)
"""What stands before quotation marks that quote."""

_HOUR = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ ]?(?:[ap]\.?m\.?|GMT|UTC|hrs)(?!\w))?"
_STAMP = re.compile(rf"[ \t]*{_HOUR}[ \t]*(?:[-–—:|][ \t]+|[ \t])(?=[\"'“‘#]?[A-Z])")
"""The hour before an entry of a live blog: "14:20 The mayor says", "18:30 - Police", "7.40am: Governor"."""
_FLASH = re.compile(
    rf"[ \t]*(?i:breaking(?: news)?|just in|alert|urgent|update|live)(?: {_HOUR})?[ \t]*"
    r"(?::[ \t]+(?=[\"'“‘#]?\w)|[-–—][ \t]+(?=[\"'“‘#]?[A-Z]))"
)
"""The word before a push alert: "BREAKING: Rebels take Orsa"."""

_CHAT = re.compile(
    r"[ \t]*(?i:(?:lo+l|lmf?ao|rofl|omf?g|wtf|ffs|smh|ugh|argh|jfc|tbh|btw|fyi|(?:ha){2,}h?)[ \t,.!:…]+)+"
    r"(?=[\"'“‘#@]?\w)"
)
"""What a post sighs or laughs before it tells: "lol the mayor's thugs burned our kiosk"."""

_CHAT_BEHIND = re.compile(r"(?<=\w)[ ,.!…]+(?i:lo+l|lmf?ao|rofl|smh|ffs|(?:ha){2,}h?)[ \t.!…]*$", re.MULTILINE)
"""The same behind what it tells: "burned our kiosk lol"."""

_NEAR = re.compile(r"(?<=[\w,] )nr\.?(?= [A-Z])")
"""The preposition as posts write it: "2 shot nr Velm"; the parser knows "in"."""

_TAKE = re.compile(r"[ \t]*(?:UPDATE|WRAPUP|REFILE|RPT|LEAD|ADVISORY)[ ]?\d{0,2}[ ]?[-–—:](?=[\"'“‘]?[A-Z\d])")
"""What an agency puts before the headline of a take, and its number: "UPDATE 1-Three killed in Velm"."""

_LATER_STAMP = re.compile(rf"(?<=[.!?\"”]) {_HOUR}[ \t]*(?:[-–—:|][ \t]+|[ \t])(?=[\"'“‘#]?[A-Z])")
"""The same within a line that begins with one."""

_AFTER_HOUR = re.compile(
    r"(?:^|(?<=[.!?]))[ \"“]*"
    r"(?!(?:At|On|In|By|From|Since|Until|Till|Around|About|Before|After|Between|Shortly|Just|Early)\b)"
    r"(?:[^\s.!?]+ ){3,60}\d{1,2}(?:[:.][0-5]\d)? ?[ap]\.m\. (?=[A-Z][a-z]+ (?!(?:[Ss]tandard )?[Tt]ime\b))"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Eastern|Central|Pacific|Mountain|Greenwich)\b)"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.MULTILINE,
)
"""An hour that ends its sentence: "Residents fled the port after 9 a.m. Shops closed."; "At 9 a.m." never does."""

_NOTE = re.compile(r"(?<=\S)\[(?:\^[\w-]{1,12}|\d{1,3})\]")
"""The mark of a footnote behind a word: "four attacks.[^1]", "the depot [2]" is none."""

NARROW = 40
"""Lines shorter than this were not broken because they were full."""
SHORT = 5
"""Words of a line that is too short to be a dateline and a report behind it."""
WIDE = 140
"""A text with lines longer than this has one line a paragraph."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` has the frozen text's length; `borders` are ascending offsets at which a sentence must begin."""

    text: str
    borders: tuple[int, ...]


def scare_quotes(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the predicates that headings put between single quotation marks, the marks included.

    A heading is a line without a full stop. Whoever writes so leaves the deed to somebody's word.
    """
    for line in _LINE.finditer(text):
        words = line.group().rstrip()
        if len(words) > WIDE or words[-1] in ".!?":
            continue
        for found in _SCARE.finditer(words):
            if not _SAYING.search(words[: found.start()]):
                yield line.start() + found.start(), line.start() + found.end()


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """The Doc's own text: spaCy puts it together anew each time that it is asked, a millisecond a page."""
    return doc.text


_SCARE_NOUN = re.compile(
    r"\b(?:the|an?|this|that|these|those|so-called|supposed) [\"“]([a-z][\w-]*(?: [a-z][\w-]*)?)[\"”]", re.IGNORECASE
)
"""A noun between quotation marks behind its article: "a video of the "attack" was filmed in 2016"."""


def scare_nouns(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the one or two words that a text holds at a distance by quotation marks, the marks left out."""
    return (found.span(1) for found in _SCARE_NOUN.finditer(text))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def width(self) -> int:
        return len(self.text.rstrip())


def readable(text: str, blocks: Iterable[Block] = ()) -> Reading:
    """The reading of a frozen text; `blocks` border sentences too."""
    cased = any(map(str.islower, text)) and any(map(str.isupper, text))
    lines = [_Line(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]
    borders = {edge for block in blocks for edge in block.span}
    borders.update(line.start + m.start(1) for line in lines if (m := _SOURCED.fullmatch(line.text)) is not None)
    borders.update(entry.body.start for entry in entries(text))
    borders.update(line.start + found.end() for line in lines for found in _AFTER_HOUR.finditer(line.text))
    stamps = list(_stamps(lines))
    borders.update(end for _, end in stamps)
    for table in tables(text):
        borders.update(table.starts)
        stamps += table.furniture
    stamps += (found.span() for found in _NOTE.finditer(text))
    flowing: list[tuple[int, int]] = []
    for group in _paragraphs(lines, text, cased):
        borders.add(group[0].start)
        borders.update(_behind_dateline(text, group[0]))
        width = max(line.width for line in group)
        for above, below in pairwise(group):
            if _is_border(above, below, width, cased):
                borders.add(below.start)
            else:
                flowing.append((above.end, below.start))
    return Reading(_blanked(text, sorted((*flowing, *stamps))), tuple(sorted(_skip_blanks(text, b) for b in borders)))


def _stamps(lines: Iterable[_Line]) -> Iterator[tuple[int, int]]:
    """Offsets of the hours that head the entries of a live blog, with what parts them from the entry."""
    for line in lines:
        first = _STAMP.match(line.text) or _FLASH.match(line.text) or _CHAT.match(line.text) or _TAKE.match(line.text)
        if first is not None:
            yield line.start, line.start + first.end()
            for later in _LATER_STAMP.finditer(line.text, first.end()):
                yield line.start + later.start() + 1, line.start + later.end()


def _behind_dateline(text: str, line: _Line) -> Iterator[int]:
    """Where the report begins on a line that opens with its dateline: "NEW VELM, Orland (WTDV) – | A girl was shot".

    Cleaning marks datelines as blocks; a text that is taken exactly as it is has none.
    """
    found = dateline(text, line.start)
    if found is not None and found.end < line.end and len(line.text.split()) > SHORT:
        yield found.end


def _paragraphs(lines: list[_Line], text: str, cased: bool) -> Iterator[list[_Line]]:
    """Lines between blank lines; a blank line inside a sentence (a page break) does not count."""
    group: list[_Line] = []
    for line in lines:
        if group and text.count("\n", group[-1].end, line.start + 1) > 1 and not _goes_on(group[-1], line, cased):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(above: _Line, below: _Line, cased: bool) -> bool:
    if not cased or above.width < NARROW or below.width < NARROW // 2 or _ITEM.match(below.text):
        return False
    return _starts_lower(below.text) and not _ENDED.search(above.text)


def _is_border(above: _Line, below: _Line, width: int, cased: bool) -> bool:
    if _ITEM.match(below.text) or (_ITEM.match(above.text) and not _starts_lower(below.text)):
        return True
    if _OPEN_ENDED.search(above.text) or (cased and _starts_lower(below.text) and not _ENDED.search(above.text)):
        return False
    return not NARROW <= width <= WIDE or not _was_full(above, below, width)


def _was_full(above: _Line, below: _Line, width: int) -> bool:
    """Whether the line was broken because the next word had no room (a ragged margin allowed for)."""
    first = _FIRST_WORD.search(below.text)
    return above.width + 1 + len(first.group() if first else "") > 0.85 * width


def _starts_lower(line: str) -> bool:
    return line.lstrip(" \t\r\"'“‘(")[:1].islower()


def _blanked(text: str, flowing: list[tuple[int, int]]) -> str:
    out, at = [], 0
    for first, end in flowing:
        start = max(first, at)  # a footnote's mark within the head of a table
        out += [text[at:start], " " * (end - start)]
        at = max(end, at)
    joined = "".join([*out, text[at:]])
    joined = _UNBROKEN.sub(lambda m: "x" * len(m.group()), joined.translate(_PLAIN))
    for start, end in scare_quotes(text):
        joined = f"{joined[:start]} {joined[start + 1 : end - 1]} {joined[end:]}"
    joined = _CHAT_BEHIND.sub(lambda m: " " * len(m.group()), joined)
    joined = _NEAR.sub(lambda m: "in".ljust(len(m.group())), joined)
    joined = _APART.sub(lambda m: " " * (len(m.group()) - 2) + "'s", joined)
    return _SURROGATE.sub("\ufffd", _HASH.sub(" ", _CURLY.sub("'", joined)))


def _skip_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
