"""Stored documents as the linker sees them: frozen `Story` records, and the names in them, streaming.

Documents come in the order in which they were first read, a page at a time. No transaction stays open
between two pages, so a reader may write while it reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from allege.claim import FRONT_MATTER, BlockKind, Credit, CreditKind, MentionType, Span
from allege.ledger import tables as t
from allege.ledger.database import Database
from allege.ledger.rows import NameRow
from allege.link.model import Story

Cells = Sequence[Any]
"""A row as its columns in order: for a hundred thousand claims, names would cost more than the query."""

PAGE = 200
"""Documents that are read at once."""

READ_KINDS = (BlockKind.BODY, BlockKind.TITLE)
"""What is read for claims; the rest of a document is folded."""


def stories(database: Database, ids: Iterable[str] | None = None) -> Iterator[Story]:
    """The documents with these ids, or all; ids that the ledger does not hold are passed over."""
    for page in document_pages(database, ids):
        with database.reading() as connection:
            found = _stories(connection, page)
        yield from found


def names(
    database: Database, types: Iterable[MentionType], documents: Iterable[str] | None = None
) -> Iterator[NameRow]:
    """The words of mentions of these types, each once a document, in the documents with these ids or in all."""
    m, wanted = t.mentions.c, sorted(types)
    for page in document_pages(database, documents):
        query = (
            select(t.documents.c.id, m.type, m.words, m.entity, m.name)
            .distinct()
            .join(t.documents, t.documents.c.key == m.document)
            .where(m.document.in_(page), m.type.in_(wanted))
            .order_by(m.document, m.type, m.words, m.entity, m.name)
        )
        with database.reading() as connection:
            rows = connection.execute(query).all()
        yield from (NameRow(row[0], MentionType(row[1]), *row[2:]) for row in rows)


def document_pages(database: Database, ids: Iterable[str] | None) -> Iterator[list[int]]:
    """Keys of documents in the order read, a page at a time."""
    key, name = t.documents.c.key, t.documents.c.id
    if ids is None:
        last: int | None = 0
        while last is not None:
            query = select(key).where(key > last).order_by(key).limit(PAGE)
            with database.reading() as connection:
                page = list(connection.execute(query).scalars())
            if page:
                yield page
            last = page[-1] if page else None
        return
    keys: list[int] = []
    names = sorted(set(ids))
    with database.reading() as connection:
        for start in range(0, len(names), PAGE):
            keys.extend(connection.execute(select(key).where(name.in_(names[start : start + PAGE]))).scalars())
    keys.sort()
    yield from (keys[start : start + PAGE] for start in range(0, len(keys), PAGE))


def _stories(connection: Connection, keys: Sequence[int]) -> list[Story]:
    d, b, c = t.documents.c, t.blocks.c, t.credit_lines.c
    query = (
        select(d.key, d.id, d.uri, d.title, t.texts.c.text, d.byline, d.publisher, d.published, d.language)
        .join(t.texts, t.texts.c.document == d.key)
        .where(d.key.in_(keys))
        .order_by(d.key)
    )
    stretches = select(b.document, b.start_offset, b.end_offset, b.why).where(
        b.document.in_(keys), b.kind.notin_(READ_KINDS)
    )
    lines = select(c.document, c.kind, c.name, c.spans, c.place, c.date).where(c.document.in_(keys))
    blocks = grouped(connection, stretches.order_by(b.document, b.position), lambda r: (Span(r[1], r[2]), r[3]))
    credits_ = grouped(
        connection,
        lines.order_by(c.document, c.position),
        lambda r: Credit(CreditKind(r[1]), r[2], r[3], r[4], r[5]),
    )
    return [
        Story(
            *row[1:],
            credits=tuple(credits_[row[0]]),
            folded=tuple(span for span, _ in blocks[row[0]]),
            front=max((span.end for span, why in blocks[row[0]] if why == FRONT_MATTER), default=0),
        )
        for row in connection.execute(query).all()
    ]


def grouped(connection: Connection, query: Select[Any], make: Callable[[Cells], Any]) -> defaultdict[int, list[Any]]:
    """What is made of each row, by the row's first cell, in the order of the query."""
    out: defaultdict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query).all():
        out[row[0]].append(make(row))
    return out
