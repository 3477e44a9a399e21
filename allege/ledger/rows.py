"""What the ledger answers with: frozen rows, ready to list, print or export. Queries in, rows out; no SQL leaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from allege.claim import Certainty, ClaimKind, EvidenceKind, MentionType, SourceKind, Spans, whose_word
from allege.errors import UsageError


class Thing(StrEnum):
    """What a name may mean."""

    DOCUMENT = "document"
    INCIDENT = "incident"
    CLAIM = "claim"


class Whose(StrEnum):
    """On whose word a claim rests (`allege.claim.whose_word`)."""

    NAMED = "named"
    UNNAMED = "unnamed"
    AUTHOR = "author"


Code = TypeVar("Code", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to list; every field narrows. Texts match without regard to case, as a part of the value.

    document: id (or its first hex digits) or a part of the URI or title. source: words or name of any source in the
    chain ("author" finds the author's own word). actor: words or name of an actor or recipient. type: claim type, mode
    or sub-event type. kind: claim kind. certainty: a FactBank value of the innermost source (of the author where nobody
    is cited). evidence: a kind of evidence. text: full-text words in the sentence, as for `Ledger.search`. voice:
    "named", "unnamed" or "author" (`allege.claim.whose_word`). min_score: that of the settings where it is None.
    """

    document: str | None = None
    source: str | None = None
    actor: str | None = None
    type: str | None = None
    kind: ClaimKind | None = None
    certainty: Certainty | None = None
    evidence: EvidenceKind | None = None
    text: str | None = None
    voice: str | None = None
    min_score: float | None = None
    limit: int | None = None

    def checked(self) -> ClaimFilter:
        """The filter with its codes as they are written, capitals or not; raises UsageError for one that is none."""
        return replace(
            self,
            kind=_code("kind", self.kind, ClaimKind),
            certainty=_code("certainty", self.certainty, Certainty),
            evidence=_code("evidence", self.evidence, EvidenceKind),
            voice=_code("voice", self.voice, Whose),
        )


def _code(field: str, value: str | None, known: type[Code]) -> Code | None:
    if value is None:
        return None
    for code in known:
        if code.value.casefold() == value.casefold():
            return code
    codes = ", ".join(code.value for code in known)
    raise UsageError(f"{value!r} is none that claims can have", where=field, remedy=f"use one of {codes}")


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A stored document without its text. `id` is `sha256:<hex>`; `claims` counts its claims; `read_at` is UTC.

    `row`: the table and the number of the row that it came from ("news.csv#3"), where it has a URI of its own.
    """

    id: str
    uri: str
    title: str | None
    byline: str | None
    publisher: str | None
    published: date | None
    language: str
    characters: int
    claims: int
    analysed: bool
    note: str
    extractor: str
    read_at: datetime
    row: str | None = None


class Quote(NamedTuple):
    """A sentence as it is shown, and its offsets into the document's text."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, sentence: str, start: int) -> Quote:
        """A stored sentence that begins at `start`, without the blanks and line breaks at its ends."""
        text = sentence.strip() or sentence
        start += sentence.index(text)
        return cls(text, start, start + len(text))


@dataclass(frozen=True, slots=True)
class Voice:
    """One source of a claim's chain: its words (or "the author"), kind, act and how firmly it holds the claim."""

    source: str
    name: str | None
    kind: SourceKind
    named: bool
    act: str
    value: Certainty


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a person reads it. `id` is stable across runs (a hash of its key fields).

    `voices` run from the author to the innermost source. `quote` is the sentence, `anchor` the predicate's words,
    `arguments` (role, words, name or None). `start`, `end`: offsets of the sentence into the document's frozen text.
    """

    id: str
    record_id: str
    document: str
    uri: str
    title: str | None
    published: date | None
    kind: ClaimKind
    type: str
    mode: str | None
    subtype: str | None
    anchor: str
    quote: str
    start: int
    end: int
    arguments: tuple[tuple[str, str, str | None], ...]
    voices: tuple[Voice, ...]
    evidence: tuple[tuple[EvidenceKind, str], ...]
    factuality: float
    score: float
    why: str

    @property
    def certainty(self) -> Certainty:
        """How firmly the innermost source holds it."""
        return self.voices[-1].value

    @property
    def voice(self) -> str:
        """On whose word: "named", "unnamed" or "author"."""
        return whose_word([voice.kind for voice in self.voices[1:]], named=self.voices[-1].named)


@dataclass(frozen=True, slots=True)
class LinkedCounts:
    """What is derived, counted. `possibly`: pairs of incidents that may be the same; `derived`: documents that come
    from another one or from an outside source."""

    incidents: int
    possibly: int
    derived: int


@dataclass(frozen=True, slots=True)
class Named:
    """Words by which mentions name an entity, and why they are held to: how often, in how many documents."""

    words: str
    why: str
    type: MentionType
    times: int
    documents: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """Words that name something in one document, once for each entity that extraction found they name (or none)."""

    document: str
    type: MentionType
    words: str
    entity: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Something that could not be read, and when."""

    uri: str
    what: str
    remedy: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence (or a piece between two claims' sentences) with the words that were asked for.

    `start`, `end`: its offsets into the document's frozen text; `matches`: the words found, offsets into the same text.
    """

    document: str
    uri: str
    title: str | None
    published: date | None
    quote: str
    start: int
    end: int
    matches: Spans


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts a person wants first: whose word the claims rest on and what backs them.

    `named` + `unnamed` + `author` = `claims`; `author_prior` counts those of the author's own that rest on an earlier
    report of the author's. `evidence` counts claims by what is offered for them (one with two kinds counts in both).
    """

    documents: int
    not_analysed: int
    claims: int
    named: int
    unnamed: int
    author: int
    author_prior: int
    evidence: tuple[tuple[EvidenceKind, int], ...]
    kinds: tuple[tuple[ClaimKind, int], ...]
    failures: int
