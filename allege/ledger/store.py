"""Everything that writes to a ledger. One document is one transaction: it is there whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from importlib import metadata

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from allege.claim import Failure, Record
from allege.errors import NotFound
from allege.ledger import tables as t
from allege.ledger.database import Database
from allege.ledger.flatten import Keys, document_row, rows_of

ORDER = (
    t.texts, t.text_runs, t.blocks, t.credit_lines, t.sentences, t.mentions, t.attributions, t.claims, t.arguments,
    t.chains, t.certainties, t.evidence, t.supports,
)  # fmt: skip
"""Below `documents`, parents first."""

BELOW = (t.linked, t.claims, t.attributions, t.mentions, t.sentences, t.text_runs, t.blocks, t.credit_lines, t.texts)
"""What goes when a document is stored anew; what hangs on claims goes with them. It is to be linked again, then."""


class Store:
    """Writes to an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._version = metadata.version("allege")

    def add(self, record: Record) -> bool:
        """Store a record; False, and only a new sighting noted, when the same extractor has stored this document."""
        with self._database.writing() as connection:
            document, known = record.document, t.documents.c
            found = connection.execute(select(known.key, known.extractor).where(known.id == document.id)).one_or_none()
            _forget_failures(connection, document.uri)
            if found is not None:
                _sighted(connection, found.key, [document.uri])
                if found.extractor == record.extractor:
                    return False
                self._again(connection, found.key, record)
                return True
            key = _next(connection, t.documents)
            connection.execute(
                insert(t.documents), document_row(record) | {"key": key, "allege": self._version, "read_at": _now()}
            )
            _sighted(connection, key, [document.uri])
            _below(connection, key, record)
            return True

    def replace(self, record: Record) -> None:
        """Store a record in place of the one of the same document; a new document is simply stored."""
        with self._database.writing() as connection:
            found = connection.execute(select(t.documents.c.key).where(t.documents.c.id == record.document.id)).scalar()
            if found is not None:
                _forget_failures(connection, record.document.uri)
                self._again(connection, found, record)
        if found is None:
            self.add(record)

    def sighted(self, document_id: str, uri: str) -> None:
        """Remember that the bytes of a stored document were seen at `uri` too."""
        with self._database.writing() as connection:
            key = connection.execute(select(t.documents.c.key).where(t.documents.c.id == document_id)).scalar()
            if key is None:
                raise NotFound("no document has that id", where=document_id)
            _sighted(connection, key, [uri])
            _forget_failures(connection, uri)

    def add_failure(self, failure: Failure) -> None:
        """Remember what could not be read; the same failure of the same URI is remembered once."""
        row = {"uri": failure.uri, "what": failure.what, "remedy": failure.remedy, "at": _now()}
        new = upsert(t.failures).values(row)
        changed = t.failures.c.what != new.excluded.what
        with self._database.writing() as connection:
            connection.execute(
                new.on_conflict_do_update(
                    index_elements=["uri"],
                    set_={"what": new.excluded.what, "remedy": new.excluded.remedy, "at": new.excluded.at},
                    where=changed,
                )
            )

    def forget_failure(self, uri: str) -> None:
        """Forget what could not be read at `uri`."""
        with self._database.writing() as connection:
            _forget_failures(connection, uri)

    def _again(self, connection: Connection, key: int, record: Record) -> None:
        for table in BELOW:
            connection.execute(delete(table).where(table.c.document == key))
        kept = {name: value for name, value in document_row(record).items() if name not in {"id", "uri"}}
        connection.execute(update(t.documents).where(t.documents.c.key == key).values(kept | {"allege": self._version}))
        _below(connection, key, record)


def _below(connection: Connection, key: int, record: Record) -> None:
    first = Keys(key, *(_next(connection, table) for table in (t.sentences, t.mentions, t.attributions, t.claims)))
    rows = rows_of(record, first)
    for table in ORDER:
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])


def _next(connection: Connection, table: Table) -> int:
    return (connection.execute(select(func.max(table.c.key))).scalar() or 0) + 1


def _sighted(connection: Connection, key: int, uris: Iterable[str]) -> None:
    rows = [{"document": key, "uri": uri, "seen_at": _now()} for uri in uris]
    connection.execute(upsert(t.sightings).on_conflict_do_nothing(), rows)


def _forget_failures(connection: Connection, uri: str) -> None:
    connection.execute(delete(t.failures).where(t.failures.c.uri == uri))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
