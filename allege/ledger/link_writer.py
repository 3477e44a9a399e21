"""What one run of the linker changes, in one transaction: all of it is stored, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Table, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from allege.ledger import tables as t
from allege.ledger.linked import ATTACHED, PART, TELLS, paged
from allege.ledger.postings import packed
from allege.link.model import Incident, Lineage, Resolution, ScoredPair

ROWS = 2_000
"""Rows that are inserted at once."""

MANY = 60
"""Documents asked for one by one before all are: reading a hundred thousand ids takes longer than one document may."""

DERIVED = (
    t.lineage, t.resolutions, t.incident_claims, t.incident_documents, t.incidents, t.links, t.link_index,
    t.link_postings, t.linked, t.link_state,
)  # fmt: skip
"""All derived tables, children first."""


class Columns(Protocol):
    """Hashes, and for each the number of a document, as two arrays of numpy."""

    @property
    def key(self) -> Column: ...
    @property
    def document(self) -> Column: ...


class Column(Protocol):
    """A row of whole numbers."""

    def tolist(self) -> list[int]:
        """As a list."""


class LinkWriter:
    """Changes derived tables inside one open transaction; `Ledger.linking` makes it. KeyError for unknown ids."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: dict[str, int] = {}

    def clear(self) -> None:
        """Forget everything that is derived; judgements stay."""
        for table in DERIVED:
            self._connection.execute(delete(table))

    def lineage(self, edges: Iterable[Lineage], of: Iterable[str] | None = None) -> None:
        """Store edges in place of those of the children `of`; of all, for None."""
        self._drop(t.lineage, of)
        self._insert(t.lineage, (self._edge(edge) for edge in edges))

    def resolutions(self, found: Iterable[Resolution], of: Iterable[str] | None = None) -> None:
        """Store resolutions in place of those of the documents `of`; of all, for None."""
        self._drop(t.resolutions, of)
        self._insert(t.resolutions, (self._resolution(item) for item in found))

    def incidents(self, found: Iterable[Incident], instead: Iterable[str] | None = None) -> None:
        """Store incidents in place of those with the ids `instead`; of all, for None."""
        if instead is None:
            for table in (t.incident_claims, t.incident_documents, t.incidents):
                self._connection.execute(delete(table))
        else:
            for names in paged(sorted(set(instead))):
                self._connection.execute(delete(t.incidents).where(t.incidents.c.id.in_(names)))
        first = (self._connection.execute(select(func.max(t.incidents.c.key))).scalar() or 0) + 1
        for page in paged(enumerate(found, first)):
            self._insert(t.incidents, ({"key": k} | _head(i) for k, i in page))
            self._insert(t.incident_documents, (row for k, i in page for row in self._told_in(k, i)))
            claims = self._keys(t.claims, {c for _, i in page for group in _bearings(i) for c in group[2]})
            self._insert(t.incident_claims, (row for k, i in page for row in _borne(k, i, claims)))

    def links(self, found: Iterable[ScoredPair], of: Iterable[str] | None = None) -> None:
        """Store scored pairs in place of those with a unit among `of`; of all, for None."""
        k = t.links.c
        if of is None:
            self._connection.execute(delete(t.links))
        else:
            for units in paged(sorted(set(of))):
                for side in (k.a, k.b):
                    self._connection.execute(delete(t.links).where(side.in_(units)))
        for page in paged((_link(link) for link in found), ROWS):
            new = upsert(t.links)
            kept = {name: new.excluded[name] for name in ("score", "band", "feature_values", "decided")}
            self._connection.execute(new.on_conflict_do_update(index_elements=["a", "b"], set_=kept), page)

    def index(self, field: str, keys: Mapping[str, Iterable[int]]) -> None:
        """Remember by which 64-bit hashes (signed) each of these documents is found; its former ones are forgotten.

        For documents read after those of the last full build: those are in `index_all`.
        """
        for page in paged(sorted(keys)):
            numbers = [self._document(name) for name in page]
            x = t.link_index.c
            self._connection.execute(delete(t.link_index).where(x.field == field, x.document.in_(numbers)))
        rows = (
            {"field": field, "hash": value, "document": self._document(name)}
            for name in sorted(keys)
            for value in sorted(set(keys[name]))
        )
        self._insert(t.link_index, rows)

    def index_all(self, fields: Mapping[str, Columns], documents: Sequence[str]) -> None:
        """Remember each hash of each field with the document that has it, in order; `clear` comes first.

        The columns name documents by their place in `documents`, which are in the order read.
        """
        keys = [self._document(name) for name in documents]
        for field, columns in fields.items():
            self._insert(
                t.link_postings, packed(field, columns.key.tolist(), [keys[n] for n in columns.document.tolist()])
            )

    def done(self, documents: Iterable[str], linker: str) -> None:
        """Note that the derived tables take these documents into account, by the rules of that version."""
        for page in paged(({"document": self._document(name), "linker": linker} for name in documents), ROWS):
            new = upsert(t.linked)
            self._connection.execute(
                new.on_conflict_do_update(index_elements=["document"], set_={"linker": new.excluded.linker}), page
            )

    def state(self, values: Mapping[str, str]) -> None:
        """Keep named values for the next run; a name that is kept already gets the new value."""
        rows = [{"name": name, "value": value} for name, value in sorted(values.items())]
        if rows:
            new = upsert(t.link_state)
            self._connection.execute(
                new.on_conflict_do_update(index_elements=["name"], set_={"value": new.excluded.value}), rows
            )

    def _drop(self, table: Table, of: Iterable[str] | None) -> None:
        if of is None:
            self._connection.execute(delete(table))
            return
        for page in paged([self._document(name) for name in sorted(set(of))]):
            self._connection.execute(delete(table).where(table.c.document.in_(page)))

    def _insert(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        for page in paged(rows, ROWS):
            self._connection.execute(insert(table), page)

    def _document(self, name: str) -> int:
        """The key of a document: asked for one by one at first, then all at once."""
        if name not in self._documents:
            d = t.documents.c
            query = select(d.id, d.key)
            query = query.where(d.id == name) if len(self._documents) < MANY else query
            self._documents.update((row[0], row[1]) for row in self._connection.execute(query))
        return self._documents[name]

    def _keys(self, table: Table, names: Iterable[str]) -> dict[str, int]:
        out: dict[str, int] = {}
        for page in paged(sorted(names)):
            query = select(table.c.id, table.c.key).where(table.c.id.in_(page))
            out.update((row[0], row[1]) for row in self._connection.execute(query))
        return out

    def _edge(self, edge: Lineage) -> dict[str, Any]:
        return {
            "document": self._document(edge.document),
            "derived_from": None if edge.derived_from is None else self._document(edge.derived_from),
            "kind": edge.kind,
            "score": edge.score,
            "why": edge.why,
            "upstream": edge.upstream,
            "spans": edge.spans,
            "source_spans": edge.source_spans,
            "containment": edge.containment,
        }

    def _resolution(self, item: Resolution) -> dict[str, Any]:
        return {
            "document": self._document(item.document),
            "type": item.type,
            "words": item.words,
            "entity": item.entity,
            "name": item.name,
            "score": item.score,
            "why": item.why,
            "candidates": item.candidates,
        }

    def _told_in(self, key: int, incident: Incident) -> Iterator[dict[str, Any]]:
        for position, name in enumerate(incident.documents):
            yield {"incident": key, "position": position, "document": self._document(name)}


def _head(incident: Incident) -> dict[str, Any]:
    return {"id": incident.id, "type": incident.type, "possibly": incident.possibly}


def _bearings(incident: Incident) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    yield TELLS, 0, incident.claims
    yield ATTACHED, 0, incident.attached
    for number, part in enumerate(incident.parts):
        yield PART, number, part


def _borne(key: int, incident: Incident, claims: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for bearing, part, names in _bearings(incident):
        for position, name in enumerate(names):
            yield {"incident": key, "bearing": bearing, "part": part, "position": position, "claim": claims[name]}


def _link(pair: ScoredPair) -> dict[str, Any]:
    cells = {"a": pair.a, "b": pair.b, "score": pair.score, "band": pair.band}
    return cells | {"feature_values": pair.values, "decided": pair.decided}
