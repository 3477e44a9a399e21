"""What the linker reads from the ledger, and what it derives: frozen records, no SQL, no models.

Nothing here is a fact about the world. A `Story` is a stored document, an `EventClaim` one claim in it with its
arguments and voices; everything else is derived from these and can be thrown away and built again. Offsets are
code points, half open, into the frozen text of the document that is named beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from allege.claim import Act, Certainty, ClaimKind, Credit, MentionType, Role, SourceKind, Spans


@dataclass(frozen=True, slots=True)
class Filler:
    """An argument of a claim: the words of its mention and what they resolve to.

    `precision` is UCDP's `where_prec` or `date_prec`; `start`, `end` inclusive; `low`, `high` as on `claim.Mention`;
    `best` is the figure that the source itself prefers between them, where it names one.
    """

    role: Role
    words: str
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
    best: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """One source in a claim's chain, how it speaks and how firmly it holds the claim. The author's words are empty."""

    words: str
    kind: SourceKind
    named: bool
    act: Act
    value: Certainty
    entity: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EventClaim:
    """A claim as the linker sees it. `speakers` run from the author to the innermost source.

    `id` is the ledger's stable id, `record_id` the name inside the document's record ("c1"). `anchor_spans` and
    `start`, `end` (of the sentence) are offsets into the document's text; `certainty` is the innermost source's.
    """

    id: str
    record_id: str
    document: str
    kind: ClaimKind
    type: str
    mode: str | None
    subtype: str | None
    anchor: str
    anchor_spans: Spans
    sentence: str
    start: int
    end: int
    fillers: tuple[Filler, ...]
    speakers: tuple[Speaker, ...]
    voice: str
    certainty: Certainty
    score: float

    def of(self, role: Role) -> tuple[Filler, ...]:
        """The fillers of one role, in order."""
        return tuple([filler for filler in self.fillers if filler.role is role])

    def __hash__(self) -> int:
        """By the id alone, which tells claims apart: what is kept of each is looked up by it several times in a run."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Story:
    """A stored document: its frozen text and provenance, and the stretches that are not read for claims.

    `front`: where its front matter ends, 0 where it has none. What stands before is the file's, not the writer's.
    """

    id: str
    uri: str
    title: str | None
    text: str
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str = "en"
    credits: tuple[Credit, ...] = ()
    folded: Spans = ()
    front: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom or what the words of a mention name in one document, and why.

    Derived: the mention's own `entity`, as extraction left it, stays in the ledger. `entity` is None where nothing fits
    well enough; `candidates` (ids of entities, best first) then wait for a person.
    """

    document: str
    type: MentionType
    words: str
    entity: str | None
    name: str | None
    score: float
    why: str
    candidates: tuple[str, ...] = ()


class Band(StrEnum):
    """What the score of a link allows to say. `POSSIBLY` waits for a person."""

    SAME = "same"
    POSSIBLY = "possibly the same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to the log-odds of a link: `amount` = weight × value; `words` say it to a person."""

    feature: str
    value: float
    amount: float
    words: str


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two units (`a` < `b`) that are, or may be, one occurrence: what is kept of a pair.

    `values`: of the features, in their order; what each adds, and its words, are worked out when asked for (`Link`).
    `decided`: what a person decided of the two, in words; a pair so decided has no values.
    """

    a: str
    b: str
    score: float
    band: Band
    values: tuple[float, ...] = ()
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A scored pair (`a` < `b`), its band and the contributions that add up to it."""

    a: str
    b: str
    score: float
    band: Band
    contributions: tuple[Contribution, ...] = ()


class LineageKind(StrEnum):
    """How one document comes from another, or from a source that several share.

    `ALIKE`: it may come from the other, or not; nothing follows such an edge, and the lineage is unknown.
    """

    COPY = "copy"
    CUT = "cut"
    EDITED = "edited copy"
    QUOTATION = "shared quotation"
    CREDIT = "wire credit"
    CITATION = "cites"
    SOURCE = "same innermost source"
    ALIKE = "partly alike"


COPIES = (LineageKind.COPY, LineageKind.CUT, LineageKind.EDITED)
"""How a document is another's text again, whole or in part."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """`document` comes from `derived_from`, a document's id, or from the outside `upstream` ("Reuters").

    `spans` lie in `document`, `source_spans` in `derived_from`: the shared words, the credit or the citation.
    `containment` is the share of the shorter text's rare shingles that are shared, where that was measured.
    """

    document: str
    derived_from: str | None
    kind: LineageKind
    score: float
    why: str
    upstream: str | None = None
    spans: Spans = ()
    source_spans: Spans = ()
    containment: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one document's report comes from in the end: `root` is a document's id or the name of an outside source.

    `known` is false where nothing tells the document's lineage: unknown is not independent.
    """

    document: str
    root: str
    known: bool
    why: str


@dataclass(frozen=True, slots=True)
class Incident:
    """The occurrence that several event claims are about, as derived.

    `claims` are ids of the claims that tell of it, `attached` those that only bear on it (denied, possible, demanded,
    foretold; words about it; a toll told by itself), `parts` its sub-events as groups of claims, `possibly` the ids of
    incidents that may be the same.
    """

    id: str
    type: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    attached: tuple[str, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    possibly: tuple[str, ...] = ()


class Slot(StrEnum):
    """A question about an incident."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    DATE = "date"
    DEATHS = "deaths"
    INJURIES = "injuries"
    WEAPON = "weapon"
    OUTCOME = "outcome"


class Status(StrEnum):
    """What may be said of an incident; always derived, never stored."""

    UNCONFIRMED = "unconfirmed"
    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a slot and who gives it. `superseded` names the claim whose later figure takes its place.

    `origins` counts independent known origins that hold it certain or probable; `unknown` counts documents of unknown
    lineage that do so besides; `hedged` those, of either sort, that only call it possible: a hedge confirms nothing.
    """

    slot: Slot
    value: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: int
    unknown: int
    as_of: date | None
    on_whose_word: tuple[str, ...]
    certainty: tuple[Certainty, ...]
    low: int | None = None
    high: int | None = None
    entity: str | None = None
    superseded: str | None = None
    best: int | None = None
    hedged: int = 0


class JudgementKind(StrEnum):
    """What an analyst may decide about links; each can be taken back by a later judgement."""

    SAME_INCIDENT = "same incident"
    OTHER_INCIDENT = "other incident"
    MERGE_ENTITIES = "merge entities"
    SPLIT_ENTITIES = "split entities"
    DERIVED = "derived"
    NOT_DERIVED = "not derived"
    GRADE_SOURCE = "grade source"
    CREDIBILITY = "credibility"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision, appended and never overwritten: about `subject`, and `other` where it is about a pair.

    `value` holds a grade (A–F) or a credibility (1–6); for `UNDO`, `subject` is the id of the judgement taken back.
    """

    id: str
    kind: JudgementKind
    subject: str
    other: str | None
    value: str | None
    analyst: str
    at: datetime
    note: str = ""
