"""The words of Allege as data: documents, mentions, attributions, claims.

Everything here is frozen; a change is a new object. Offsets are Python string offsets (code points), half open,
into `Document.text`, which never changes once it is made. The JSON form of a `Record` is described in docs/record.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple


class Packed:
    """A dataclass that goes to another process as its fields, in order: three times as fast as by its state."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """How pickle takes it apart and makes it again."""
        names: tuple[str, ...] = self.__slots__
        return type(self), tuple([getattr(self, name) for name in names])


class Span(NamedTuple):
    """`[start, end)` code points of a document's frozen text."""

    start: int
    end: int


Spans = tuple[Span, ...]
"""One stretch of text that may be discontinuous; in text order, without overlap."""


class BlockKind(StrEnum):
    """What a stretch of a document is for. Only `BODY` and `TITLE` are read for claims."""

    TITLE = "title"
    BODY = "body"
    BYLINE = "byline"
    CREDIT = "credit"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"


EACH_NAMED = "number: each named"
"""Why a quantity is one that the text gives in no number ("killed a clerk" is 1). The linker counts these itself."""

FRONT_MATTER = "front matter"
"""The reason of the block that holds a text's front matter."""


class CreditKind(StrEnum):
    """How a document says where it comes from."""

    WIRE = "wire"
    DATELINE = "dateline"
    VIA = "via"


class MentionType(StrEnum):
    """What a mention names."""

    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    QUANTITY = "quantity"
    WEAPON = "weapon"
    DOCUMENT = "document"


class SourceKind(StrEnum):
    """Who is said to know. `AUTHOR` is the document's own writer or outlet ("we have reported")."""

    AUTHOR = "author"
    PERSON = "person"
    OFFICIAL = "official"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    ORGANIZATION = "organization"
    MEDIA = "media"
    WITNESS = "witness"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Act(StrEnum):
    """What a source does by speaking."""

    ASSERT = "assert"
    DENY = "deny"
    ADMIT = "admit"
    CLAIM_RESPONSIBILITY = "claim_responsibility"
    ACCUSE = "accuse"
    PREDICT = "predict"
    DEMAND = "demand"
    ASK = "ask"
    DOUBT = "doubt"


class ClaimKind(StrEnum):
    """What sort of predication a claim is."""

    EVENT = "event"
    RELATION = "relation"
    DEMAND = "demand"
    STATE = "state"


class Role(StrEnum):
    """What an argument is to its claim. Relations read "actor TYPE recipient"."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    INSTRUMENT = "instrument"
    DEATHS = "deaths"
    INJURIES = "injuries"
    PURPOSE = "purpose"


class EvidenceKind(StrEnum):
    """What a text offers to back a claim; `NONE` when it offers nothing."""

    DOCUMENT = "document"
    IMAGERY = "imagery"
    EYEWITNESS = "eyewitness"
    OFFICIAL_STATEMENT = "official_statement"
    UNNAMED_INTELLIGENCE = "unnamed_intelligence"
    PRIOR_REPORT = "prior_report"
    STATISTIC = "statistic"
    INFERENCE = "inference"
    NONE = "none"


class Certainty(StrEnum):
    """How firmly one source holds that a predication is true (FactBank, Saurí & Pustejovsky 2009).

    CT certain, PR probable, PS possible; `+` it is so, `-` it is not so. `CTu`: certain that it is settled, but not
    which way (a question to which one knows the answer). `Uu`: the source does not commit itself.
    """

    CT_PLUS = "CT+"
    PR_PLUS = "PR+"
    PS_PLUS = "PS+"
    CT_MINUS = "CT-"
    PR_MINUS = "PR-"
    PS_MINUS = "PS-"
    CT_U = "CTu"
    UU = "Uu"

    @property
    def polarity(self) -> str:
        """`+`, `-` or `u`."""
        return self.value[-1]

    @property
    def modality(self) -> str:
        """`CT`, `PR`, `PS` or `U`."""
        return self.value[:-1]

    @property
    def firm(self) -> bool:
        """Whether the source commits itself: certain or probable, that it is so or that it is not."""
        return self.polarity != "u" and self.modality in ("CT", "PR")

    def negated(self) -> Certainty:
        """The value of "not p" for a source that holds this value for p."""
        flipped = {"+": "-", "-": "+", "u": "u"}[self.polarity]
        return Certainty(self.modality + flipped)

    def at_most(self, modality: str) -> Certainty:
        """The same polarity with modality no firmer than `modality` (`CT`, `PR`, `PS` or `U`)."""
        if self.polarity == "u":
            return self
        order = ("CT", "PR", "PS")
        if modality not in order:
            return Certainty.UU
        return Certainty(order[max(order.index(self.modality), order.index(modality))] + self.polarity)


@dataclass(frozen=True, slots=True)
class Run:
    """`length` code points of the frozen text from `start` equal those of the raw decoded text from `raw`."""

    start: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class Block(Packed):
    """A stretch of the frozen text and what it is for; `why` names the rule that said so."""

    span: Span
    kind: BlockKind
    why: str = ""


@dataclass(frozen=True, slots=True)
class Credit(Packed):
    """Where a document says that it comes from: a wire, a dateline, another outlet. `name` as written."""

    kind: CreditKind
    name: str
    spans: Spans = ()
    place: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Bytes as they were read, and what the reader knows about them.

    `uri` is a path, URL or `stdin:`; `media_type` one of those in `allege.read.READERS`; `charset` as declared outside
    the bytes. `key` holds what else makes it a document of its own: the named cells of a table's row, so that two
    papers that carry the same words in one table stay two documents. `plain`: its text is kept exactly as decoded.
    `row`: the table's path and the row's number, where the row names the document otherwise.
    """

    uri: str
    content: bytes
    media_type: str
    charset: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    plain: bool = False
    key: str = ""
    row: str = ""

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes; where there is a `key`, of the bytes, a NUL and the key."""
        tail = b"\0" + self.key.encode("utf-8", "surrogatepass") if self.key else b""
        return hashlib.sha256(self.content + tail).hexdigest()


@dataclass(frozen=True, slots=True)
class Document(Packed):
    """One text with its provenance.

    `id` is `sha256:` and the digest of the raw bytes (of a table's cell, where a table holds many documents).
    `text` is frozen. `raw` is the decoded text before cleaning; `runs` map `text` back to it. `blocks` cover the text
    in order without overlap; what no block covers is body. `language` is an ISO 639-1 code or "und".
    """

    id: str
    uri: str
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str = "en"
    media_type: str = "text/plain"
    raw: str | None = None
    runs: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()

    @property
    def text_sha256(self) -> str:
        """Hex digest of the frozen text in UTF-8 (lone surrogates kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, spans: Spans, gap: str = " … ") -> str:
        """The words under `spans`, pieces joined by `gap`."""
        return gap.join(self.text[start:end] for start, end in spans)

    def folded(self) -> Iterator[Span]:
        """The stretches that are not read for claims, in order."""
        kept = {BlockKind.BODY, BlockKind.TITLE}
        return (block.span for block in self.blocks if block.kind not in kept)


@dataclass(frozen=True, slots=True)
class Mention(Packed):
    """A stretch of text that names somebody or something; `entity` and `name` when it is known which.

    `precision` is UCDP's `where_prec` (1–7) on places and `date_prec` (1–5) on times. `low`, `high`: a vague quantity
    as a range, `high` null where it has no upper bound. `start`, `end`: inclusive.
    """

    spans: Spans
    type: MentionType
    id: str = ""
    entity: str | None = None
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    precision: int | None = None
    start: date | None = None
    end: date | None = None
    low: int | None = None
    high: int | None = None
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Attribution(Packed):
    """A source, the words that make it the source (cue), and what is put in its mouth (content).

    `source` is empty where the text names none. `within` is the id of the attribution whose content holds this one.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    within: str | None = None
    source_mention: str | None = None
    source_kind: SourceKind = SourceKind.UNNAMED
    named: bool = False
    act: Act = Act.ASSERT
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Argument(Packed):
    """A mention in a role of a claim."""

    role: Role
    mention: str


@dataclass(frozen=True, slots=True)
class Commitment(Packed):
    """How firmly one source holds a claim: `source` is "author" or an attribution's id."""

    source: str
    value: Certainty
    why: str = ""


@dataclass(frozen=True, slots=True)
class Evidence(Packed):
    """What is offered to back a claim, and the words that offer it (none for kind `NONE`)."""

    kind: EvidenceKind
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Claim(Packed):
    """One predication with who says it and how firmly.

    `attributions` run outermost to innermost; none means that the author says it. `certainty` has one value for each
    source in that chain, the author's first. `factuality` is the author's commitment on the scale -3 … 3.
    """

    id: str
    anchor: Spans
    kind: ClaimKind
    type: str
    mode: str | None = None
    subtype: str | None = None
    arguments: tuple[Argument, ...] = ()
    attributions: tuple[str, ...] = ()
    certainty: tuple[Commitment, ...] = ()
    factuality: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    supports: tuple[str, ...] = ()
    score: float = 1.0
    why: str = ""
    sentence: Span | None = None


@dataclass(frozen=True, slots=True)
class Record(Packed):
    """Everything that Allege says about one document. `analysed` is false when the text was stored but not read."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    extractor: str = ""
    analysed: bool = True
    note: str = ""

    def mention(self, mention_id: str) -> Mention:
        """The mention with that id; KeyError when there is none."""
        return {m.id: m for m in self.mentions}[mention_id]

    def at_least(self, score: float) -> Record:
        """The same record with those claims alone that have this score or a better one."""
        kept = {claim.id for claim in self.claims if claim.score >= score}
        claims = (
            replace(claim, supports=tuple(name for name in claim.supports if name in kept))
            for claim in self.claims
            if claim.id in kept
        )
        return replace(self, claims=tuple(claims))

    def chain(self, claim: Claim) -> tuple[Attribution, ...]:
        """The attributions of a claim, outermost first."""
        known = {a.id: a for a in self.attributions}
        return tuple(known[i] for i in claim.attributions)


@dataclass(frozen=True, slots=True)
class Failure(Packed):
    """Something that could not be read, in words for a person: what happened and what to do."""

    uri: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.uri.removesuffix(':')}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
    "ALLIED_WITH", "ALSO_KNOWN_AS", "ARMED_BY", "COMMUNICATED_WITH", "EXPELLED_BY", "FIGHTS", "FUNDED_BY", "LED_BY",
    "MEMBER_OF", "MERGED_WITH", "OPERATES_IN", "SHELTERED_BY", "SPLIT_FROM", "TRADES_IN", "TRAINED_BY",
    "DEMAND", "STATE",
)  # fmt: skip
"""What `Claim.type` may say: PLOVER's sixteen events, relations, then what is neither."""


def whose_word(kinds: Sequence[SourceKind], *, named: bool) -> str:
    """On whose word a claim rests: "author", "named" or "unnamed".

    `kinds` are those of its chain of attributions, outermost first; `named`: whether the innermost source is. Without a
    chain it is the author's own word, and so it is where all rests on an earlier report of the author's ("we have
    reported that the ministry admitted …"): nobody else is heard here.
    """
    if not kinds or SourceKind.AUTHOR in (kinds[0], kinds[-1]):
        return "author"
    return "named" if named else "unnamed"


def make_key(*parts: object) -> str:
    """A stable id from named key fields: the first 20 hex digits of a SHA-256 over them."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def merge_spans(spans: Iterable[Span]) -> Spans:
    """The same characters as one ordered list of spans without overlap or touching neighbours."""
    out: list[Span] = []
    for start, end in sorted(s for s in spans if s.end > s.start):
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return tuple(out)


def touches(spans: Iterable[Span], span: Span) -> bool:
    """Whether the span shares a character with one of the spans."""
    return any(start < span.end and span.start < end for start, end in spans)


def covers(spans: Spans, offset: int) -> bool:
    """Whether `offset` lies in one of `spans`."""
    return any(start <= offset < end for start, end in spans)
