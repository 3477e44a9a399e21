"""What the report shows of incidents: frozen records of ready words. `incidents` fills them."""

from __future__ import annotations

from dataclasses import dataclass

from allege.show.incident_words import SCALES


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document of an incident: its label ("D3"), what it is called, the id of its place on the page or ""."""

    label: str
    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives an answer, how firmly and when, in `first` and again in `others`; `gone` says what became of it.

    `signs`: the analyst's grade of the source and the proposed credibility, as "F6".
    """

    who: str
    named: bool
    mark: str
    firmness: str
    day: str
    first: DocumentRef
    others: tuple[DocumentRef, ...]
    gone: str
    unknown: bool
    signs: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer with its support in words and how it stands to the others; `css` is "", "al-clash" or "al-gone".

    `reasons`: why which credibility is proposed.
    """

    value: str
    support: str
    relation: str
    css: str
    givers: tuple[Giver, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlotView:
    """A slot: its name, its answers in a few words, and each of them."""

    name: str
    summary: str
    disputed: bool
    answers: tuple[AnswerView, ...]
    further: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in the tree of lineage with those that come from it; `why` says how it comes from the one above."""

    document: DocumentRef
    why: str
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of an incident in words, with the documents that tell of it."""

    words: str
    documents: tuple[DocumentRef, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: the day, the document, the words; `quote` where words of the text are cited.

    `others`: documents that say the same in the same words.
    """

    day: str
    document: DocumentRef
    words: str
    quote: str = ""
    others: tuple[DocumentRef, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident ready to show."""

    id: str
    short: str
    title: str
    status: str
    meaning: str
    loud: bool
    reason: str
    counts: str
    reports: int
    origins: int
    disputed: str
    slots: tuple[SlotView, ...]
    denials: tuple[Entry, ...]
    corrections: tuple[Entry, ...]
    descent: str
    tree: tuple[Branch, ...]
    timeline: tuple[Entry, ...]
    parts: tuple[PartView, ...]
    other_parts: str
    possibly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incidents:
    """The incidents of a page; `more` says how many it leaves out, empty where none; `scales` what "F6" means."""

    views: tuple[IncidentView, ...] = ()
    more: str = ""
    scales: str = SCALES
