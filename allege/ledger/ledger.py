"""The ledger as the rest of the house sees it: records in, frozen rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike, fspath
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from allege.claim import Failure, MentionType, Record
from allege.ledger.rows import (
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    FailureRow,
    LinkedCounts,
    Named,
    NameRow,
    SearchHit,
    Summary,
    Thing,
)
from allege.link.model import EventClaim, Incident, Judgement, Lineage, Resolution, ScoredPair, Story
from allege.settings import Settings

if TYPE_CHECKING:
    from allege.ledger.link_writer import LinkWriter
    from allege.ledger.queries import Queries
    from allege.ledger.store import Store


class Ledger:
    """A file that keeps who claims what; use it in a `with`, or call `close`.

    `where`: a path, `:memory:` or an SQLite URL; by default the one that the settings name. A file that does not exist
    is made, unless `create` is false. `wait`: seconds to wait while another process writes. Raises NotALedger,
    NewerLedger, LedgerLocked, LedgerFull or LedgerError; a file that is no ledger is left untouched.
    """

    def __init__(
        self,
        where: str | PathLike[str] | None = None,
        settings: Settings | None = None,
        *,
        create: bool = True,
        wait: float = 10.0,
    ) -> None:
        # SQLAlchemy takes 0.2 s to import, which `import allege` and `allege --help` must not pay.
        from allege.ledger.database import Database  # noqa: PLC0415
        from allege.ledger.judged import Judged  # noqa: PLC0415
        from allege.ledger.linked import Linked  # noqa: PLC0415
        from allege.ledger.queries import Queries  # noqa: PLC0415
        from allege.ledger.store import Store  # noqa: PLC0415

        self.settings = settings or Settings()
        self._database = Database(fspath(where or self.settings.ledger), create=create, wait=wait)
        self._store: Store = Store(self._database)
        self._queries: Queries = Queries(self._database, self.settings.min_score)
        self._linked = Linked(self._database)
        self._judged = Judged(self._database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.name!r})"

    @property
    def name(self) -> str:
        """The path of the file, as given."""
        return self._database.name

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def add(self, record: Record) -> bool:
        """Store a record in one transaction; False, and only the sighting kept, when the same extractor's is there."""
        return self._store.add(record)

    def replace(self, record: Record) -> None:
        """Store a record in place of the one of the same document."""
        self._store.replace(record)

    def sighted(self, document_id: str, uri: str) -> None:
        """Remember that the bytes of a stored document were seen at `uri` too; raises NotFound."""
        self._store.sighted(document_id, uri)

    def add_failure(self, failure: Failure) -> None:
        """Remember what could not be read, until its URI is read after all."""
        self._store.add_failure(failure)

    def forget_failure(self, uri: str) -> None:
        """Forget what could not be read at `uri`."""
        self._store.forget_failure(uri)

    def has(self, document_id: str) -> bool:
        """Whether the document with that id (`sha256:<hex>`) is stored."""
        return self._queries.has(document_id)

    def failures(self) -> Iterator[FailureRow]:
        """What could not be read, by URI."""
        return self._queries.failures()

    def documents(self, name: str | None = None, limit: int | None = None) -> Iterator[DocumentRow]:
        """Documents in the order first read; `name`: an id's beginning, or a part of URI or title."""
        return self._queries.documents(name, limit)

    def document(self, name: str) -> DocumentRow:
        """The one document that `name` means: an id or its first digits, a path or a part of one, a part of a title.

        Raises NotFound, or UsageError that lists what it may mean. `allege.ledger.naming` says in which order it looks.
        """
        return self._queries.document(name)

    def record(self, name: str) -> Record:
        """The full record of the one document that `name` names (as for `document`), exactly as it was stored."""
        return self._queries.record(name)

    def sightings(self, name: str) -> tuple[str, ...]:
        """Every URI at which the bytes of the document were seen, the first one first."""
        return self._queries.sightings(name)

    def claims(self, wanted: ClaimFilter | None = None, **fields: Any) -> Iterator[ClaimRow]:
        """Claims by document, then in text order; without a `min_score` of the filter's own, that of the settings.

        `fields` are those of ClaimFilter and narrow `wanted`: `claims(source="police", type="assault")`. Raises
        UsageError for a kind, certainty, evidence, voice or type that no claim can have.
        """
        wanted = replace(wanted or ClaimFilter(), **fields).checked()
        if wanted.type:
            self._queries.check_type(wanted.type)
        least = self.settings.min_score if wanted.min_score is None else wanted.min_score
        return self._queries.claims(replace(wanted, min_score=least))

    def claim(self, name: str) -> ClaimRow:
        """The one claim with that id or beginning of an id; raises NotFound or UsageError."""
        return self._queries.claim(name)

    def find(self, name: str, *things: Thing) -> DocumentRow | Incident | ClaimRow:
        """What `name` means among things of these kinds, or of all kinds; raises NotFound or UsageError."""
        found = self._queries.named(name, things or tuple(Thing))
        if found.thing is Thing.INCIDENT:
            return next(self._linked.incidents([found.id]))
        return self._queries.document(found.id) if found.thing is Thing.DOCUMENT else self._queries.claim(found.id)

    def search(self, words: str, limit: int = 50) -> Iterator[SearchHit]:
        """Sentences of all documents with all these words, best first.

        Words match in any form of theirs ("attack" finds "attacked"); "a phrase" in quotes as it stands, begin* by its
        beginning, -not leaves out. Any other sign is taken as a blank.
        """
        return self._queries.search(words, limit)

    def summary(self, name: str | None = None) -> Summary:
        """Counts over the ledger, or over one document (as for `document`); claims below `min_score` do not count."""
        return self._queries.summary(name)

    def documents_to_redo(self, extractor: str | None) -> tuple[str, ...]:
        """Ids of documents that another extractor has read, or none; of all documents for None."""
        return self._queries.documents_to_redo(extractor)

    def stories(self, ids: Iterable[str] | None = None) -> Iterator[Story]:
        """Stored documents with their texts, in the order first read: those with these ids (`sha256:<hex>`), or all."""
        from allege.ledger.stories import stories  # noqa: PLC0415

        return stories(self._database, ids)

    def event_claims(
        self,
        documents: Iterable[str] | None = None,
        *,
        resolved: bool = True,
        given: Iterable[Resolution] | None = None,
    ) -> Iterator[EventClaim]:
        """Claims of the kinds event and demand, and states with a number of dead, by document, then in text order.

        `documents`: ids; None for all. `resolved`: with the entities that the linker found, where it did, else those
        of the extraction alone; `given`: with these resolutions, which are not stored yet, and no others.
        """
        from allege.ledger.event_claims import event_claims  # noqa: PLC0415

        return event_claims(self._database, documents, resolved=resolved, given=given)

    def names(self, types: Iterable[MentionType], documents: Iterable[str] | None = None) -> Iterator[NameRow]:
        """The words of mentions of these types, each once a document, in the documents with these ids or in all."""
        from allege.ledger.stories import names  # noqa: PLC0415

        return names(self._database, types, documents)

    def lineage(self, documents: Iterable[str] | None = None, *, as_parents: bool = True) -> Iterator[Lineage]:
        """Where documents come from: edges with one of these ids as child or (`as_parents`) as parent, or all."""
        return self._linked.lineage(documents, as_parents=as_parents)

    def resolutions(self, documents: Iterable[str] | None = None) -> Iterator[Resolution]:
        """Whom or what the words of mentions name, and why: in the documents with these ids, or in all."""
        return self._linked.resolutions(documents)

    def named(self, entity: str) -> tuple[Named, ...]:
        """The words of all mentions that name an entity, how often and why they are held to; most often first."""
        return self._linked.named(entity)

    def incidents(self, ids: Iterable[str] | None = None) -> Iterator[Incident]:
        """Incidents by id: those with these ids, or all."""
        return self._linked.incidents(ids)

    def incidents_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Ids of the incidents that the documents with these ids tell of or bear on."""
        return self._linked.incidents_of(documents)

    def documents_of(self, claims: Iterable[str]) -> dict[str, str]:
        """The document of each of these claims that is stored, by the claim's id."""
        return self._linked.documents_of(claims)

    def links(self, of: Iterable[str] | None = None) -> Iterator[ScoredPair]:
        """Scored pairs of units: those with one of these units, or all."""
        return self._linked.links(of)

    def unlinked(self, linker: str) -> tuple[str, ...]:
        """Ids of documents that no run of that version of the linker has taken into account, in the order read."""
        return self._linked.unlinked(linker)

    def places(self, documents: Iterable[str]) -> Mapping[str, int]:
        """The place of each of these documents in the order read: a number that grows."""
        return self._linked.places(documents)

    def size(self) -> int:
        """How many documents the ledger holds."""
        return self._linked.size()

    def linked_counts(self) -> LinkedCounts:
        """How many incidents there are, how many pairs of them may be the same, how many documents are derived."""
        return self._linked.counts()

    def linked_documents(self) -> int:
        """How many documents the linker has taken into account."""
        return self._linked.linked_documents()

    def read_since(self) -> tuple[str, ...]:
        """Ids of the documents first read after all those that the linker has taken into account, in that order."""
        return self._linked.read_since()

    def first_read(self, count: int) -> tuple[str, ...]:
        """Ids of the first documents of the ledger, so many."""
        return self._linked.first_read(count)

    def block(self, field: str, hashes: Iterable[int], first: int, last: int) -> dict[int, tuple[str, ...]]:
        """For each hash of `field` the ids of the first and the last documents, so many, that have it, as read."""
        return self._linked.block(field, hashes, first, last)

    def link_state(self, names: Iterable[str] | None = None) -> Mapping[str, str]:
        """What the last run of the linker left under these names for the next; None: under all without a slash."""
        return self._linked.state(names)

    @contextmanager
    def linking(self) -> Iterator[LinkWriter]:
        """Store what the linker derives, in one transaction: `with ledger.linking() as writer: writer.incidents(…)`."""
        from allege.ledger.link_writer import LinkWriter  # noqa: PLC0415

        with self._database.writing() as connection:
            yield LinkWriter(connection)

    def judge(self, judgement: Judgement) -> Judgement:
        """Append an analyst's judgement and answer it with its id, which is worked out here (give it an empty one).

        The same one twice is there once; one is taken back with an UNDO. Raises NotFound for an UNDO of none.
        """
        return self._judged.add(judgement)

    def judgements(self, *, everything: bool = False) -> Iterator[Judgement]:
        """Judgements in force, in the order appended; `everything`: those taken back and the UNDOs too."""
        from allege.ledger.judged import in_force  # noqa: PLC0415

        said = self._judged.all()
        return said if everything else iter(in_force(said))
