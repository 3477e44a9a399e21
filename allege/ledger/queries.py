"""Everything that reads from a ledger: frozen rows out, no SQL leaks, no connection stays open between two rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Date, RowMapping, Select, func, or_, select, text

from allege.claim import TYPES, Record, Span
from allege.errors import UsageError
from allege.ledger import tables as t
from allege.ledger.claim_rows import claim_rows
from allege.ledger.counts import summary
from allege.ledger.database import Database
from allege.ledger.filters import conditions, match, names_document, of_type
from allege.ledger.naming import Found, named
from allege.ledger.rebuild import rebuild
from allege.ledger.rows import ClaimFilter, ClaimRow, DocumentRow, FailureRow, Quote, SearchHit, Summary, Thing

PAGE = 300
"""Rows that are read at once."""

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Marks around a found word: code points that Unicode keeps out of texts."""


_SEARCH = text(
    """
    SELECT d.id, d.uri, d.title, d.published, s.text, s.start_offset, s.end_offset,
           highlight(sentences_search, 0, :open, :close) AS marked
    FROM sentences_search
    JOIN sentences s ON s.key = sentences_search.rowid
    JOIN documents d ON d.key = s.document
    WHERE sentences_search MATCH :words
    ORDER BY sentences_search.rank, s.key
    LIMIT :limit
    """
).columns(uri=t.Words, title=t.Words, published=Date)


class Queries:
    """Reads from an open database."""

    def __init__(self, database: Database, least: float = 0.0) -> None:
        self._database = database
        self._least = least

    def has(self, document_id: str) -> bool:
        """Whether that document is stored."""
        return bool(self._keys(select(t.documents.c.key).where(t.documents.c.id == document_id)))

    def documents(self, name: str | None = None, limit: int | None = None) -> Iterator[DocumentRow]:
        """Documents in the order in which they were first read; `name` narrows as `ClaimFilter.document` does."""
        query = select(t.documents.c.key).order_by(t.documents.c.key).limit(limit)
        keys = self._keys(query.where(names_document(name)) if name else query)
        for page in _pages(keys):
            with self._database.reading() as connection:
                query = _document_rows(self._least).where(t.documents.c.key.in_(page))
                rows = list(connection.execute(query).mappings())
            yield from (_document_row(row) for row in rows)

    def named(self, name: str, things: Sequence[Thing]) -> Found:
        """What `name` means among things of these kinds (see `naming`); raises NotFound or UsageError."""
        with self._database.reading() as connection:
            return named(connection, name, things)

    def document(self, name: str) -> DocumentRow:
        """The one document that `name` means; raises NotFound or UsageError."""
        query = _document_rows(self._least).where(t.documents.c.key == self._one(name))
        with self._database.reading() as connection:
            return _document_row(connection.execute(query).mappings().one())

    def record(self, name: str) -> Record:
        """The full record of the document that `name` names (as for `document`), exactly as it was stored."""
        key = self._one(name)
        with self._database.reading() as connection:
            return rebuild(connection, key)

    def claims(self, wanted: ClaimFilter) -> Iterator[ClaimRow]:
        """The claims that the filter leaves, by document in the order read, then in text order."""
        c = t.claims.c
        query = select(c.key).where(*conditions(wanted)).order_by(c.document, c.position).limit(wanted.limit)
        for page in _pages(self._keys(query)):
            with self._database.reading() as connection:
                rows = list(claim_rows(connection, page))
            yield from rows

    def claim(self, name: str) -> ClaimRow:
        """The one claim with that id or beginning of an id; raises NotFound or UsageError."""
        key = self.named(name, [Thing.CLAIM]).key
        with self._database.reading() as connection:
            return next(claim_rows(connection, [key]))

    def check_type(self, wanted: str) -> None:
        """Raises UsageError for what is part of no type, and of no mode or sub-event type that a claim here has."""
        if any(wanted.casefold() in known.casefold() for known in TYPES):
            return
        with self._database.reading() as connection:
            if connection.execute(select(t.claims.c.key).where(of_type(wanted)).limit(1)).first() is None:
                what = "is no type of claims, nor a mode or sub-event type of any claim here"
                raise UsageError(what, where=wanted, remedy=f"use one of {', '.join(TYPES)}")

    def failures(self) -> Iterator[FailureRow]:
        """What could not be read, by URI."""
        with self._database.reading() as connection:
            rows = list(connection.execute(select(t.failures).order_by(t.failures.c.uri)).mappings())
        return (FailureRow(r["uri"], r["what"], r["remedy"], datetime.fromisoformat(r["at"])) for r in rows)

    def sightings(self, name: str) -> tuple[str, ...]:
        """Every URI at which the document's bytes were seen, the first one first."""
        s = t.sightings.c
        query = select(s.uri).join(t.documents, t.documents.c.key == s.document).where(s.document == self._one(name))
        with self._database.reading() as connection:
            return tuple(connection.execute(query.order_by(s.uri != t.documents.c.uri, s.uri)).scalars())

    def search(self, words: str, limit: int) -> Iterator[SearchHit]:
        """Sentences that hold the words (see `filters.match`), best first."""
        asked = {"open": OPEN, "close": CLOSE, "words": match(words), "limit": limit}
        with self._database.reading() as connection:
            hits = [_hit(row) for row in connection.execute(_SEARCH, asked).mappings()]
        return iter(hits)

    def summary(self, name: str | None = None) -> Summary:
        """Counts over the whole ledger, or over the one document that `name` names."""
        key = None if name is None else self._one(name)
        with self._database.reading() as connection:
            return summary(connection, key, self._least)

    def documents_to_redo(self, extractor: str | None) -> tuple[str, ...]:
        """Ids of documents that another extractor than this one has read, or none; of all documents for None."""
        d = t.documents.c
        query = select(d.id).order_by(d.key)
        if extractor is not None:
            query = query.where(or_(d.extractor != extractor, d.analysed.is_(False)))
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def _keys(self, query: Select[int]) -> list[int]:
        with self._database.reading() as connection:
            return list(connection.execute(query).scalars())

    def _one(self, name: str) -> int:
        """The key of the document that `name` means."""
        return self.named(name, [Thing.DOCUMENT]).key


def _pages(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + PAGE] for start in range(0, len(keys), PAGE))


def _document_rows(least: float) -> Select[tuple[object, ...]]:
    counted = (
        select(func.count())
        .where(t.claims.c.document == t.documents.c.key, t.claims.c.score >= least)
        .scalar_subquery()
        .label("claims")
    )
    s = t.sightings.c
    row = (
        select(func.min(s.uri))
        .where(s.document == t.documents.c.key, s.uri != t.documents.c.uri, s.uri.op("GLOB")("*#[0-9]*"))
        .scalar_subquery()
        .label("row")
    )
    return select(t.documents, counted, row).order_by(t.documents.c.key)


def _document_row(row: RowMapping) -> DocumentRow:
    return DocumentRow(
        id=row["id"],
        uri=row["uri"],
        title=row["title"],
        byline=row["byline"],
        publisher=row["publisher"],
        published=row["published"],
        language=row["language"],
        characters=row["characters"],
        claims=row["claims"],
        analysed=row["analysed"],
        note=row["note"],
        extractor=row["extractor"],
        read_at=datetime.fromisoformat(row["read_at"]),
        row=row["row"],
    )


def _hit(row: RowMapping) -> SearchHit:
    quote = Quote.of(row["text"], row["start_offset"])
    return SearchHit(
        document=row["id"],
        uri=row["uri"],
        title=row["title"],
        published=row["published"],
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        matches=tuple(_matches(row["text"], row["marked"], row["start_offset"])),
    )


def _matches(text: str, marked: str, start: int) -> Iterator[Span]:
    """Where the marks stand, as offsets into the document's text; none for a text that holds the marks itself."""
    if OPEN in text or CLOSE in text:
        return
    before, *pieces = marked.split(OPEN)
    at = start + len(before)
    for piece in pieces:
        found, _, rest = piece.partition(CLOSE)
        yield Span(at, at + len(found))
        at += len(found) + len(rest)
