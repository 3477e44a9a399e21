"""What a text itself says about where it comes from: title, byline, date, datelines, credits.

Every finding is a block or a credit with its span; the rules are in allege/data/clean/credits.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from allege.claim import Block, BlockKind, Credit, CreditKind, Span
from allege.clean.dateline import Dateline, dateline, wires
from allege.clean.issuer import Issuer
from allege.clean.lines import EDGE, Line, LineRule, rule_file, rules
from allege.read.dates import parse_date

HEAD = 3
"""Lines below the headline among which a name alone may be the outlet's."""

_NAME = re.compile(r"^(?:the )?[A-Z0-9@\"“‘'(]")
_JOINTS = re.compile(r"[,;|/]|\b(?:and|with|for|by|in|additional reporting|editing)\b")
_PARTICLES = {"de", "da", "del", "der", "den", "van", "von", "bin", "ibn", "al", "el"}
_LOWER_OK = frozenset({"and", "of", "the", "for", "in", "at", "with", *_PARTICLES})
_WEEKDAYS = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:noon|midnight|dawn|dusk|night|day|then|now)\b", re.IGNORECASE
)


_POST = re.compile(r", (?:[a-z’'-]+ ){0,3}(?:reporter|correspondent|editor|writer|columnist)$")
"""What a writer is, behind his name: ", court reporter"."""

_RIGHTS = re.compile(r"\W*copyright\b[\W\d]*", re.IGNORECASE)
"""Before the name of whose text it is: "Copyright 2031 Tallow Wire"."""

_ENDING_OUTLET = re.compile(r"(?<=[.!?\"”’])\s+\((?P<name>(?:[A-Z][\w’'-]* ){1,3}(?P<last>[A-Z][\w’'-]*))\)\.?$")
"""A name in brackets behind a whole sentence: "… on Monday. (Tallow Wire)"."""


_WHOLE_DATE = re.compile(
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?),? (?:19|20)\d\d|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ENDING_DATE = re.compile(
    rf"[,:(|–—-]\s*(?:\d{{1,2}}(?: {_MONTH})? ?(?:-|–|to) ?)?(?P<date>\d{{1,2}} {_MONTH},? (?:19|20)\d\d)\)?$"
    rf"|[,:(|–—-]\s*(?P<month>{_MONTH}) (?:\d{{1,2}} ?(?:-|–|to) ?)?(?P<day>\d{{1,2}}),? (?P<year>(?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)
"""The date with which a heading ends; of a range of days the last: "…, 3-9 June 2024"."""

HEADED = 4
"""Words of a heading among which it says what it is: "Army denies report of …, 3 May 1998" is a headline."""

ISSUED_WORDS = 22
"""Words of the longest heading whose date is looked at."""


class Provenance:
    """What the lines of one text say, found line by line.

    `whole` holds the numbers of the lines that are nothing but provenance, `partly` those with a dateline or a credit
    in them. `paper` is the outlet that the head of the text names as its own.
    """

    def __init__(self, text: str, known: date | None) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.credits: list[Credit] = []
        self.byline: str | None = None
        self.paper: str | None = None
        self.published = known
        self.headed: date | None = None
        self.whole: set[int] = set()
        self.partly: set[int] = set()
        self._paper_at: Line

    def read(self, line: Line) -> None:
        """Asks the rules about one line, most telling first."""
        if self._byline(line) or self._date(line) or self._credit(line) or self._agency_alone(line):
            self.whole.add(line.number)
            return
        self._heading(line)
        self._dateline(line)
        self._ending(line)

    def _byline(self, line: Line) -> bool:
        for rule in rules("credits", "byline"):
            found = rule.holds(line)
            name = _POST.sub("", found["name"]) if isinstance(found, re.Match) else ""
            if isinstance(found, re.Match) and name and _is_name(name):
                self.byline = self.byline or name
                self.published = self.published or _date_within(found.groupdict().get("dated") or "")
                self._block(line, BlockKind.BYLINE, rule.name)
                if rule.kind != "post":
                    self._outlets_in(self._own_paper(name, line), line)
                return True
        return False

    def _own_paper(self, name: str, line: Line) -> str:
        """Keeps the paper that a writer gives after his own name ("By Ada Brook, The Mill Post"); what else he says."""
        writer, comma, rest = (part.strip() for part in name.partition(", "))
        paper = rest.partition(",")[0].strip(" .")
        if not comma or is_agency(paper) or not is_outlet(paper) or _wire_names().search(paper):
            return name
        self.byline = writer if self.byline == name else self.byline
        self._owned(paper, line)
        return writer

    def _owned(self, name: str, line: Line) -> None:
        """Takes a name at the head for the text's own outlet; one that comes after another is credited."""
        if self.paper is None:
            self.paper = name
            self._paper_at = line
        else:
            self._credited(CreditKind.VIA, name, line)

    def told(self, house: str | None) -> str | None:
        """Who publishes the text as far as its head says; where `house` is known to, another name is a credit."""
        if self.paper and house and not same_outlet(house, self.paper):
            self._credited(CreditKind.VIA, self.paper, self._paper_at)
        return house or self.paper

    def signed(self, by: Issuer) -> None:
        """Takes whoever signs a statement for its writer; the signature is no part of what it says."""
        self.byline = self.byline or by.signed_by
        for line in by.signature:
            if line.number not in self.whole:
                self._block(line, BlockKind.BYLINE, "signature of a statement")

    def _date(self, line: Line) -> bool:
        for rule in rules("credits", "date"):
            found = rule.holds(line)
            if isinstance(found, re.Match):
                when = _first_date(found["date"])
                if when is None:
                    continue
                self.published = self.published or when
                self._block(line, BlockKind.DATELINE, rule.name)
                place = found.groupdict().get("place")
                if place and (is_outlet(place.strip(" ,")) or is_dated_outlet(place.strip(" ,"))):
                    self._owned(place.strip(" ,"), line)
                elif place:
                    span = Span(line.start, line.end)
                    self.credits.append(Credit(CreditKind.DATELINE, self.text[slice(*span)], (span,), place, when))
                return True
        return False

    def _credit(self, line: Line) -> bool:
        for rule in rules("credits", "credit"):
            found = rule.holds(line)
            if found:
                self._block(line, BlockKind.CREDIT, rule.name)
                self._named(rule, found, line)
                return True
        return False

    def _named(self, rule: LineRule, found: re.Match[str] | bool, line: Line) -> None:
        if not rule.kind or not isinstance(found, re.Match):
            return
        name = found.groupdict().get("name")
        if rule.kind == "outlets":
            self._outlets_in(name or line.text, line)
        elif name and not self._wires_in(line.text, line):
            self._credited(CreditKind.VIA, name, line)

    def _credited(self, kind: CreditKind, name: str, line: Line) -> None:
        start = self.text.find(name, line.start, line.end)
        if start >= 0:
            self.credits.append(Credit(kind, name, (Span(start, start + len(name)),)))

    def _wires_in(self, words: str, line: Line) -> bool:
        """Credits every known agency named in `words`; whether there was one."""
        names = list(dict.fromkeys(m.group() for m in _wire_names().finditer(words)))
        for name in names:
            self._credited(CreditKind.WIRE, name, line)
        return bool(names)

    def _outlets_in(self, words: str, line: Line) -> None:
        """Credits the known agencies, and other outlets by a word of their names ("… with Tallow Wire")."""
        if self._wires_in(words, line):
            return
        for part in _JOINTS.split(words):
            name = part.strip(" .()[]")
            said = name.lower().split()
            if 1 < len(said) <= 5 and name[0].isupper() and not outlet_words().isdisjoint(said):
                self._credited(CreditKind.VIA, name, line)

    def _agency_alone(self, line: Line) -> bool:
        """A known agency on a line of its own near the start or the end, or any outlet at the very head or foot."""
        if not line.opens or line.words > 6 or min(line.number, line.from_end) >= EDGE or line.number == 0:
            return False
        ours = _RIGHTS.match(line.text)
        name = line.text[ours.end() if ours else 0 :].strip("()[]-–—.*/ ©")
        if all(part.strip().lower() in wires() for part in re.split(r"[/,&]| and ", name)):
            self._block(line, BlockKind.CREDIT, "agency on a line of its own")
            return self._wires_in(line.text, line)
        at_head = line.number <= HEAD
        if ours or not is_outlet(name) or not (at_head or line.from_end == 0):
            return False
        self._block(line, BlockKind.CREDIT, "outlet on a line of its own")
        if at_head:
            self._owned(name, line)
        else:
            self._credited(CreditKind.VIA, name, line)
        return True

    def masthead(self, lines: Sequence[Line]) -> None:
        """Takes the name of a paper of one word, or one that only begins like an outlet's, beside a byline or a date.

        "Herald" below the headline and above the date; without either it may be any word.
        """
        for line in lines[1 : HEAD + 1]:
            beside = {line.number - 1, line.number + 1} & self.whole
            if self.paper or line.number in self.whole or not beside or line.like_a_sentence:
                continue
            if line.number > 1 and line.number - 1 not in self.whole:
                continue
            if opens_as_outlet(line.text) or line.text.casefold().removeprefix("the ") in _alone():
                self._block(line, BlockKind.CREDIT, "outlet on a line of its own")
                self._owned(line.text, line)
                self.whole.add(line.number)

    def _dateline(self, line: Line) -> None:
        if line.number >= EDGE or line.words < 6 or not line.opens:
            return
        found = dateline(self.text, line.start)
        if found is None or found.end >= line.end:
            return
        when = found.dated(self.published)
        self.published = self.published or when
        self.partly.add(line.number)
        self.blocks.append(Block(Span(found.start, found.end), BlockKind.DATELINE, "dateline"))
        self.credits.extend(_credits_of(found, self.text, when))

    def _heading(self, line: Line) -> None:
        """The day of a report whose heading ends in it: "Flash Update No. 3: Velm, 9 September 2022"."""
        if self.headed or line.number > HEAD or line.words > ISSUED_WORDS or line.like_a_sentence:
            return
        found = _ENDING_DATE.search(line.text)
        if found is not None and _says_what_it_is(line.text):
            self.headed = parse_date(found["date"] or f"{found['month']} {found['day']}, {found['year']}")

    def _ending(self, line: Line) -> None:
        """A known agency in brackets, or after a dash, behind the last sentence; any in brackets at the very end."""
        if line.from_end >= EDGE:
            return
        reach = max(line.start + 20, line.end - 60)
        found = _ending_wire().search(self.text, reach, line.end)
        unknown = None if found or line.from_end else _ENDING_OUTLET.search(self.text, reach, line.end)
        if unknown is not None and unknown["last"].lower() not in outlet_words():
            unknown = None
        ending = found or unknown
        if ending is None:
            return
        self.partly.add(line.number)
        self.blocks.append(Block(Span(ending.start(), line.end), BlockKind.CREDIT, "agency after the last words"))
        if unknown is not None:
            self._credited(CreditKind.WIRE, unknown["name"], line)
        else:
            self._wires_in(ending.group(), line)

    def _block(self, line: Line, kind: BlockKind, why: str) -> None:
        self.blocks.append(Block(Span(line.start, line.end), kind, why))


def _credits_of(found: Dateline, text: str, when: date | None) -> Iterator[Credit]:
    span = Span(found.start, found.end)
    yield Credit(CreditKind.DATELINE, text[span.start : span.end].strip(), (span,), found.place, when)
    if found.agency:
        yield Credit(CreditKind.WIRE, text[slice(*found.agency)], (Span(*found.agency),), found.place, when)


def _is_name(name: str) -> bool:
    """Whether the words after "By" can be somebody's name: capitals, no sentence, no hour of the day."""
    if not _NAME.match(name) or _WEEKDAYS.match(name) or name.endswith(("?", "!", ";")):
        return False
    words = name.split()
    small = sum(word[0].islower() and word.lower() not in _LOWER_OK for word in words)
    return small * 4 <= len(words) and not (name.endswith(".") and len(words) > 6)


def _date_within(text: str) -> date | None:
    """The first whole date among other words: "posted 7 May 2024, updated 9 May 2024"."""
    found = _WHOLE_DATE.search(text)
    return parse_date(found.group()) if found else None


def _first_date(text: str) -> date | None:
    """The date at the end of `text`, where other words may stand before it."""
    whole = parse_date(text)
    if whole:
        return whole
    tail = re.search(r"(?:\w+\.?,?\s+){2}\d{4}$|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$", text)
    return parse_date(tail.group()) if tail else None


@lru_cache(maxsize=1)
def _names() -> str:
    return "|".join(re.escape(name) for name in sorted(rule_file("credits")["wires"], key=len, reverse=True))


MOST_OF_NAME = 5
"""Words of an outlet's name, without its article."""


MOST_OF_RADIO = 3
"""Words of a name that begins like an outlet's: "Radio Mast Hit By Shells" is a headline."""

LONGEST_NAME = 80
"""Code points that no outlet's name has."""


def is_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its last word: "The Mill Post", "Belmar Courier Magazine"."""
    words = name[:LONGEST_NAME].split()
    if len(name) >= LONGEST_NAME or not 1 < len(words) <= MOST_OF_NAME + 1 or not _all_names(words):
        return False
    *before, last = (word.lower() for word in words)
    table = rule_file("credits")
    only = all(word == "the" or word in table["kickers"] for word in before)  # "World News" heads many a paper's page
    guards = last == "post" and before[-1] in table["guarded"]
    return not only and not guards and last in outlet_words() and last not in table["posts"]


def is_dated_outlet(name: str) -> bool:
    """Whether a name beside a day is an outlet's by its first or last word: "Daily Lantern", "The Velm Examiner"."""
    words = name[:LONGEST_NAME].removeprefix("The ").split()
    if len(name) >= LONGEST_NAME or not 1 < len(words) <= MOST_OF_NAME or not _all_names(words):
        return False
    table = rule_file("credits")
    return words[0].lower() in (*table["dated_openers"], *table["openers"]) or words[-1].lower() in table["dated_words"]


def is_agency(name: str) -> bool:
    """Whether an outlet sells its copy to others, as far as its name says: "Mill News Agency", "Tallow Wire"."""
    return not frozenset(rule_file("credits")["agency_words"]).isdisjoint(name.lower().split())


def opens_as_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its first word: "Radio Millton"."""
    words = name[:LONGEST_NAME].removeprefix("The ").split()
    named = len(name) < LONGEST_NAME and 1 < len(words) <= MOST_OF_RADIO and _all_names(words)
    return named and words[0].lower() in rule_file("credits")["openers"]


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's: "Mill Post", "The Mill Post"."""
    first, second = (name.casefold().removeprefix("the ").strip() for name in (one, other))
    return first == second


def _says_what_it_is(heading: str) -> bool:
    """Whether a heading names among its first words what is issued; "Army denies report of …" is a headline."""
    for word in re.findall(r"[^\W\d]+", heading)[:HEADED]:
        if word.lower() in issued_words():
            return True
        if word.islower() and word not in rule_file("credits")["issued_as"]:
            return False
    return False


def _all_names(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word in {"and", "the", "&"} for word in words)


@lru_cache(maxsize=1)
def _alone() -> frozenset[str]:
    return frozenset(rule_file("credits")["alone"])


@lru_cache(maxsize=1)
def outlet_words() -> frozenset[str]:
    return frozenset(rule_file("credits")["outlet_words"])


@lru_cache(maxsize=1)
def issued_words() -> frozenset[str]:
    """Words for what is issued on a day."""
    return frozenset(rule_file("credits")["issued_words"])


@lru_cache(maxsize=1)
def _wire_names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@.])(?:{_names()})(?![\w@]|\.\w)")


@lru_cache(maxsize=1)
def _ending_wire() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s.!?\"”’])(?:\((?={_names()})[^()]*\)|[-–—]{{1,2}}\s*(?:{_names()}))\.?$")
