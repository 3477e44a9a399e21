"""What the templates show: frozen views of documents and claims, every word ready, nothing left to decide in HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from allege.claim import Certainty
from allege.ledger.rows import FailureRow, Summary
from allege.show.html.incident_view import Incidents


class TokenKind(StrEnum):
    """What stands next in a marked text."""

    OPEN = "open"
    CLOSE = "close"
    TEXT = "text"
    REF = "ref"


@dataclass(frozen=True, slots=True)
class Token:
    """One step through a marked text: a mark opens (`css`, `title`, `claim`) or closes, words, a claim's number.

    `claim` is the HTML id of the claim's card. Opens and closes always balance within one row.
    """

    kind: TokenKind
    text: str = ""
    css: str = ""
    title: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind of evidence in words, and the words of the text that offer it."""

    label: str
    quote: str


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another claim of the same document."""

    number: int
    claim: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as it stands beside its text.

    `claim` is its HTML id, `place` that of its number in the text (empty where the text shown does not reach so far).
    `arguments` are (role, words, canonical name or ""). `said` says whose word it is; `author` how firmly the author
    holds what another source says (empty where the author is the only source), `shared` whether the author commits to
    it at all. `voice` is named, unnamed or author.
    """

    claim: str
    place: str
    number: int
    kind: str
    what: str
    anchor: str
    arguments: tuple[tuple[str, str, str], ...]
    said: str
    act: str
    voice: str
    value: Certainty
    line: str
    mark: str
    firmness: str
    author: str
    shared: bool
    evidence: tuple[Offered, ...]
    supports: tuple[Link, ...]
    backed: tuple[Link, ...]
    score: str
    why: str


class RowKind(StrEnum):
    """How a stretch of the text is shown."""

    TEXT = "text"
    TITLE = "title"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with its claims; `label` says what a folded stretch is and how long.

    `cards` are events, relations and demands; `further` the remaining statements, which are folded.
    """

    kind: RowKind
    tokens: tuple[Token, ...]
    cards: tuple[Card, ...] = ()
    label: str = ""
    further: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a document's head: "published", "14 March 2023"; `link` where it is an address one can open."""

    name: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the bar that stands for all claims of a document: "named", "unnamed" or "author"; units as `WIDTH`."""

    voice: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A document in the table at the top: on whose word its claims rest and what evidence is offered, in words."""

    publisher: str
    published: str
    bars: tuple[Bar, ...]
    voices: str
    offered: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document ready to show. `facts` is its provenance, `summary` the stated sentence, `kinds` how many claims are
    of which kind, `missing` what it never says.

    `note` is empty for a document that was read whole, else says what was not done; `cut` what is not shown.
    """

    id: str
    title: str
    language: str
    line: Line
    facts: tuple[Fact, ...]
    tally: Summary
    summary: str
    kinds: str
    missing: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    cut: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole page. `shown` states how many documents of how many are on it; empty when all are.

    `made` is the day it was made, `source` the ledger's name, `version` that of Allege. There are no `incidents` in a
    ledger that was not linked.
    """

    title: str
    summary: str
    evidence: str
    documents: Sequence[DocumentView]
    failures: Sequence[FailureRow]
    shown: str
    made: str
    source: str
    version: str
    incidents: Incidents
