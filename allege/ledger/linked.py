"""What is derived across documents, read from the ledger: lineage, resolutions, incidents, scored links, neighbours.

Everything here can be emptied and built again from the documents (`allege link --rebuild`); `link_writer.py` stores it.
Positions and an incident's status are never stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Select, func, or_, select

from allege.claim import MentionType
from allege.ledger import tables as t
from allege.ledger.database import Database
from allege.ledger.postings import PackedPostings
from allege.ledger.rows import LinkedCounts, Named
from allege.link.model import Band, Incident, Lineage, LineageKind, Resolution, ScoredPair

PAGE = 400
"""Names that one query asks for; SQLite takes 32,766."""

TELLS, ATTACHED, PART = "tells", "attached", "part"
"""How a claim bears on an incident."""

T = TypeVar("T")


def paged(items: Iterable[T], size: int = PAGE) -> Iterator[list[T]]:
    """The items in lists of `size`."""
    waiting = iter(items)
    while page := list(islice(waiting, size)):
        yield page


class Linked:
    """Reads what is derived from an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lineage(self, documents: Iterable[str] | None = None, *, as_parents: bool = True) -> Iterator[Lineage]:
        """Edges by document, then by kind and parent; of these documents (as child or, if wanted, parent), or all."""
        child, parent, g = t.documents.alias("child"), t.documents.alias("parent"), t.lineage.c
        query = (
            select(child.c.id, parent.c.id, *(g[name] for name in _EDGE))
            .join(child, child.c.key == g.document)
            .outerjoin(parent, parent.c.key == g.derived_from)
        )
        pages = [query]
        if documents is not None:  # by the edges' own indexes: "child or parent" in one question reads all edges
            keys = paged(self.places(documents).values())
            sides = (g.document, g.derived_from) if as_parents else (g.document,)
            pages = [query.where(side.in_(page)) for page in keys for side in sides]
        edges = (Lineage(r[0], r[1], LineageKind(r[2]), *r[3:]) for r in self._rows(*pages))
        return iter(sorted(set(edges), key=lambda e: (e.document, e.kind, e.derived_from or "", e.upstream or "")))

    def resolutions(self, documents: Iterable[str] | None = None) -> Iterator[Resolution]:
        """Whom or what mentions name, by document, type and words."""
        d, r = t.documents.c, t.resolutions.c
        fields: tuple[Any, ...] = (r.type, r.words, r.entity, r.name, r.score, r.why, r.candidates)
        query = select(d.id, *fields).join(t.documents, d.key == r.document).order_by(d.key, r.type, r.words)
        for row in self._rows(*_of(query, d.id, documents)):
            document, kind, words, entity, name, score, why, candidates = row
            yield Resolution(document, MentionType(kind), words, entity, name, score, why, tuple(candidates))

    def named(self, entity: str) -> tuple[Named, ...]:
        """The words of all mentions that name an entity, how often and why they are held to; most often first.

        What an analyst or the linker says of a mention's words outranks what extraction found.
        """
        m, r = t.mentions.c, t.resolutions.c
        who, why = func.coalesce(r.entity, m.entity), func.coalesce(r.why, m.why)
        same = (r.document == m.document) & (r.type == m.type) & (r.words == m.words)
        query = select(m.words, why, m.type, func.count(), func.count(m.document.distinct()))
        query = query.outerjoin(t.resolutions, same).where(who == entity).group_by(m.words, why, m.type)
        found = (Named(row[0], row[1], MentionType(row[2]), row[3], row[4]) for row in self._rows(query))
        return tuple(sorted(found, key=lambda one: (-one.times, one.words, one.why)))

    def incidents(self, ids: Iterable[str] | None = None) -> Iterator[Incident]:
        """Incidents by id: these, or all."""
        n = t.incidents.c
        for query in _of(select(n.key, n.id, n.type, n.possibly).order_by(n.id), n.id, ids):
            for page in paged(self._rows(query)):
                yield from self._whole([tuple(row) for row in page])

    def incidents_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Ids of the incidents that these documents tell of or bear on."""
        n, w, d = t.incidents.c, t.incident_documents.c, t.documents.c
        query = select(n.id).join(t.incident_documents, w.incident == n.key).join(t.documents, d.key == w.document)
        b, c = t.incident_claims.c, t.claims.c
        by_claim = select(n.id).join(t.incident_claims, b.incident == n.key).join(t.claims, c.key == b.claim)
        by_claim = by_claim.join(t.documents, d.key == c.document)
        names = sorted(set(documents))
        rows = self._rows(*_of(query, d.id, names), *_of(by_claim, d.id, names))
        return tuple(sorted({row[0] for row in rows}))

    def documents_of(self, claims: Iterable[str]) -> dict[str, str]:
        """The document of each of these claims that is stored, by the claim's id."""
        c, d = t.claims.c, t.documents.c
        query = select(c.id, d.id).join(t.documents, d.key == c.document)
        return {row[0]: row[1] for row in self._rows(*_of(query, c.id, claims))}

    def links(self, of: Iterable[str] | None = None) -> Iterator[ScoredPair]:
        """Scored pairs by `a`, then `b`: those with one of these units, or all."""
        k = t.links.c
        query = select(k.a, k.b, k.score, k.band, k.feature_values, k.decided)
        if of is None:
            pages = [query.order_by(k.a, k.b)]
        else:
            pages = [query.where(side.in_(page)) for page in paged(sorted(set(of))) for side in (k.a, k.b)]
        seen: set[tuple[str, str]] = set()
        for a, b, score, band, values, decided in self._rows(*pages):
            if of is None or (a, b) not in seen:
                seen.add((a, b)) if of is not None else None
                yield ScoredPair(a, b, score, Band(band), values, decided)

    def unlinked(self, linker: str) -> tuple[str, ...]:
        """Ids of documents that the derived tables do not take into account, or that other rules linked."""
        d, k = t.documents.c, t.linked.c
        query = select(d.id).outerjoin(t.linked, k.document == d.key)
        rows = self._rows(query.where(or_(k.linker.is_(None), k.linker != linker)).order_by(d.key))
        return tuple(row[0] for row in rows)

    def places(self, documents: Iterable[str]) -> Mapping[str, int]:
        """The place of each of these documents in the order read: a number that grows."""
        d = t.documents.c
        return {row[0]: row[1] for row in self._rows(*_of(select(d.id, d.key), d.id, documents))}

    def size(self) -> int:
        """How many documents the ledger holds."""
        return sum(int(row[0]) for row in self._rows(select(func.count()).select_from(t.documents)))

    def counts(self) -> LinkedCounts:
        """How many incidents there are, how many pairs of them may be the same, how many documents are derived."""
        n, g = t.incidents.c, t.lineage.c
        pairs = func.coalesce(func.sum(func.json_array_length(n.possibly)), 0)
        derived = select(func.count(g.document.distinct())).where(g.kind != LineageKind.ALIKE).scalar_subquery()
        query = select(func.count(), pairs, derived)
        ((incidents, twice, documents),) = self._rows(query.select_from(t.incidents))
        return LinkedCounts(incidents, twice // 2, documents)

    def linked_documents(self) -> int:
        """How many documents the derived tables take into account."""
        return sum(int(row[0]) for row in self._rows(select(func.count()).select_from(t.linked)))

    def read_since(self) -> tuple[str, ...]:
        """Ids of the documents first read after all that the derived tables take into account, in that order."""
        d, last = t.documents.c, select(func.coalesce(func.max(t.linked.c.document), 0)).scalar_subquery()
        return tuple(row[0] for row in self._rows(select(d.id).where(d.key > last).order_by(d.key)))

    def first_read(self, count: int) -> tuple[str, ...]:
        """Ids of the first documents of the ledger, so many."""
        return tuple(row[0] for row in self._rows(select(t.documents.c.id).order_by(t.documents.c.key).limit(count)))

    def state(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """The values of these names that the last run left; for None of all names without a slash."""
        k = t.link_state.c
        query = select(k.name, k.value)
        pages = _of(query, k.name, names) if names is not None else [query.where(k.name.notlike("%/%"))]
        return {row[0]: row[1] for row in self._rows(*pages)}

    def block(self, field: str, hashes: Iterable[int], first: int, last: int) -> dict[int, tuple[str, ...]]:
        """For each hash the documents that have it, in the order read: so many from the beginning and from the end."""
        found: dict[int, list[int]] = {}
        with self._database.reading() as connection:
            # Hundreds of small questions: composing each would take ten times as long as answering it.
            ask = connection.connection.cursor().execute
            built = PackedPostings(ask, field)
            for value in sorted(set(hashes)):
                early = built.documents(value)
                head = [*early[: first + last + 1], *(row[0] for row in ask(_HEAD, (field, value, first + last + 1)))]
                if len(head) > first + last:
                    tail = [*early[-last:], *reversed([row[0] for row in ask(_TAIL, (field, value, last))])]
                    head = sorted({*head[:first], *tail[-last:]})
                found[value] = head
        names = self._names({key for keys in found.values() for key in keys})
        return {value: tuple(names[key] for key in keys) for value, keys in found.items()}

    def _whole(self, heads: list[tuple[Any, ...]]) -> Iterator[Incident]:
        keys = [head[0] for head in heads]
        w, b = t.incident_documents.c, t.incident_claims.c
        documents: defaultdict[int, list[str]] = defaultdict(list)
        claims: defaultdict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
        query = select(w.incident, t.documents.c.id).join(t.documents, t.documents.c.key == w.document)
        for incident, name in self._rows(query.where(w.incident.in_(keys)).order_by(w.incident, w.position)):
            documents[incident].append(name)
        borne = select(b.incident, b.bearing, b.part, t.claims.c.id).join(t.claims, t.claims.c.key == b.claim)
        borne = borne.where(b.incident.in_(keys)).order_by(b.incident, b.bearing, b.part, b.position)
        for incident, bearing, part, name in self._rows(borne):
            claims[incident, bearing].append((part, name))
        for key, name, kind, possibly in heads:
            parts: defaultdict[int, list[str]] = defaultdict(list)
            for part, claim in claims[key, PART]:
                parts[part].append(claim)
            yield Incident(
                name,
                kind,
                tuple(documents[key]),
                tuple(claim for _, claim in claims[key, TELLS]),
                tuple(claim for _, claim in claims[key, ATTACHED]),
                tuple(tuple(parts[part]) for part in sorted(parts)),
                tuple(possibly),
            )

    def _names(self, keys: Iterable[int]) -> dict[int, str]:
        d = t.documents.c
        return {row[0]: row[1] for row in self._rows(*_of(select(d.key, d.id), d.key, keys))}

    def _rows(self, *queries: Select[Any]) -> Iterator[Any]:
        """The rows of several queries; each is read whole, so that no transaction stays open between two rows."""
        for query in queries:
            with self._database.reading() as connection:
                rows = connection.execute(query).all()
            yield from rows


_HEAD = "SELECT document FROM link_index WHERE field = ? AND hash = ? ORDER BY document LIMIT ?"
_TAIL = "SELECT document FROM link_index WHERE field = ? AND hash = ? ORDER BY document DESC LIMIT ?"
_EDGE = ("kind", "score", "why", "upstream", "spans", "source_spans", "containment")


def _of(query: Select[Any], column: Any, names: Iterable[Any] | None) -> Iterator[Select[Any]]:
    """The query for all rows, or one for each page of names."""
    if names is None:
        yield query
    else:
        yield from (query.where(column.in_(page)) for page in paged(sorted(set(names))))
