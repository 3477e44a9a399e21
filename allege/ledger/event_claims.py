"""Event claims as the linker sees them: frozen `EventClaim` records, streaming in text order within each document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from allege.claim import EACH_NAMED, Act, Certainty, ClaimKind, Role, SourceKind, Spans
from allege.ledger import tables as t
from allege.ledger.database import Database
from allege.ledger.stories import Cells, document_pages, grouped
from allege.link.model import EventClaim, Filler, Resolution, Speaker

LINKED_KINDS = (ClaimKind.EVENT, ClaimKind.DEMAND)
"""The kinds of claim that tell of an occurrence, or want one; a state counts where it gives a number of dead."""

_ROLES = {role.value: role for role in Role}
_KINDS = {kind.value: kind for kind in ClaimKind}
_SOURCES = {kind.value: kind for kind in SourceKind}
_ACTS = {act.value: act for act in Act}
_VALUES = {value.value: value for value in Certainty}


def event_claims(
    database: Database,
    documents: Iterable[str] | None = None,
    *,
    resolved: bool = True,
    given: Iterable[Resolution] | None = None,
) -> Iterator[EventClaim]:
    """Claims of the kinds event and demand, and states that give a number of dead, of these documents or of all.

    `resolved`: entity and name of arguments and sources as the linker resolved them, where it did; else as extracted.
    `given`: resolutions that are not stored yet and hold instead of those that are.
    """
    read = _Read(resolved and given is None, None if given is None else _by_words(given))
    for page in document_pages(database, documents):
        with database.reading() as connection:
            found = _claims(connection, page, read)
        yield from found


Who = tuple[str | None, str | None]
"""An entity and its name."""


@dataclass(frozen=True, slots=True)
class _Read:
    """Where entities come from: `stored` resolutions, or those `given` by document, type and words."""

    stored: bool
    given: Mapping[tuple[str, str, str], Who] | None

    def who(self, document: str, cells: Cells) -> Who:
        """Entity and name of the cells `words`, `type`, `entity`, `name`."""
        words, kind, entity, name = cells
        found = self.given.get((document, kind, words)) if self.given else None
        if found is None:
            return entity, name
        return entity if found[0] is None else found[0], name if found[1] is None else found[1]


def _by_words(given: Iterable[Resolution]) -> dict[tuple[str, str, str], Who]:
    return {(one.document, one.type.value, one.words): (one.entity, one.name) for one in given}


def _claims(connection: Connection, documents: Sequence[int], read: _Read) -> list[EventClaim]:
    c, s, d = t.claims.c, t.sentences.c, t.documents.c
    own = (d.id, c.kind, c.type, c.mode, c.subtype, c.anchor, c.anchor_spans, s.text, s.start_offset, s.end_offset)
    query = (
        select(c.key, c.id, c.record_id, *own, c.voice, c.certainty, c.score)
        .join(t.documents, d.key == c.document)
        .outerjoin(t.sentences, s.key == c.sentence)
        .where(c.document.in_(documents), _linked())
        .order_by(c.document, c.position)
    )
    make_filler, make_speaker = (_once(partial(make, read=read)) for make in (_filler, _speaker))
    fillers = grouped(connection, _arguments(documents, resolved=read.stored), make_filler)
    authors = grouped(connection, _authors(documents), lambda r: _author(r[1]))
    cited = grouped(connection, _cited(documents, resolved=read.stored), make_speaker)
    return [
        _claim(row, tuple(fillers[row[0]]), ((authors[row[0]] or [_author(None)])[0], *cited[row[0]]))
        for row in connection.execute(query).all()
    ]


def _claim(row: Cells, fillers: tuple[Filler, ...], speakers: tuple[Speaker, ...]) -> EventClaim:
    anchor: Spans = row[9]
    start, end = (anchor[0].start, anchor[-1].end) if anchor else (0, 0)
    return EventClaim(
        id=row[1],
        record_id=row[2],
        document=row[3],
        kind=_KINDS[row[4]],
        type=row[5],
        mode=row[6],
        subtype=row[7],
        anchor=row[8],
        anchor_spans=anchor,
        sentence=row[8] if row[10] is None else row[10],
        start=start if row[11] is None else row[11],
        end=end if row[12] is None else row[12],
        fillers=fillers,
        speakers=speakers,
        voice=row[13],
        certainty=_VALUES[row[14]],
        score=row[15],
    )


def _filler(row: Cells, read: _Read) -> Filler:
    document, role, words, *who = row[:6]
    return Filler(_ROLES[role], words, *read.who(document, (words, *who)), *row[6:])


def _author(value: str | None) -> Speaker:
    firm = Certainty.UU if value is None else _VALUES[value]
    return Speaker("", SourceKind.AUTHOR, named=True, act=Act.ASSERT, value=firm)


def _speaker(row: Cells, read: _Read) -> Speaker:
    document, source, kind, named, act, value, *who = row
    firm = Certainty.UU if value is None else _VALUES[value]
    return Speaker(source, _SOURCES[kind], named, _ACTS[act], firm, *read.who(document, who))


def _once(make: Callable[[Cells], Any]) -> Callable[[Cells], Any]:
    """What is made of a row's cells after the first, made once for all rows that have the same.

    The claims of a document share most of whom and what they name: the same records then serve them all.
    """
    known: dict[Cells, Any] = {}

    def made(row: Cells) -> Any:
        cells = row[1:]
        found = known.get(cells)
        if found is None:
            found = known[cells] = make(cells)
        return found

    return made


def _who(*, resolved: bool) -> tuple[Any, Any]:
    """Entity and name: of the resolution, where there is one, else of the mention."""
    m, r = t.mentions.c, t.resolutions.c
    return (func.coalesce(r.entity, m.entity), func.coalesce(r.name, m.name)) if resolved else (m.entity, m.name)


def _with_resolutions(query: Select[Any], *, resolved: bool) -> Select[Any]:
    m, r = t.mentions.c, t.resolutions.c
    if not resolved:
        return query
    return query.outerjoin(t.resolutions, (r.document == m.document) & (r.type == m.type) & (r.words == m.words))


def _linked() -> ColumnElement[bool]:
    """Which claims the linker sees."""
    c, a, m = t.claims.c, t.arguments.alias("dead").c, t.mentions.alias("figure").c
    counted = (a.claim == c.key) & (a.role == Role.DEATHS.value) & (m.key == a.mention) & (m.why != EACH_NAMED)
    tolls = select(a.claim).where(counted).exists()
    return c.kind.in_(LINKED_KINDS) | ((c.kind == ClaimKind.STATE) & tolls)


def _arguments(documents: Sequence[int], *, resolved: bool) -> Select[Any]:
    a, c, m = t.arguments.c, t.claims.c, t.mentions.c
    place = (m.latitude, m.longitude, m.geonames, m.precision, m.start_date, m.end_date, m.low, m.high)
    query = (
        select(a.claim, t.documents.c.id, a.role, m.words, m.type, *_who(resolved=resolved), *place)
        .join(t.claims, c.key == a.claim)
        .join(t.documents, t.documents.c.key == c.document)
        .join(t.mentions, m.key == a.mention)
        .where(c.document.in_(documents), _linked(), m.why != EACH_NAMED)
        .order_by(a.claim, a.position)
    )
    return _with_resolutions(query, resolved=resolved)


def _cited(documents: Sequence[int], *, resolved: bool) -> Select[Any]:
    h, c, a, m, e = t.chains.c, t.claims.c, t.attributions.c, t.mentions.c, t.certainties.c
    query = (
        select(
            h.claim,
            t.documents.c.id,
            a.source,
            a.source_kind,
            a.named,
            a.act,
            e.value,
            m.words,
            m.type,
            *_who(resolved=resolved),
        )
        .join(t.claims, c.key == h.claim)
        .join(t.documents, t.documents.c.key == c.document)
        .join(t.attributions, a.key == h.attribution)
        .outerjoin(t.mentions, m.key == a.source_mention)
        .outerjoin(t.certainties, (e.claim == h.claim) & (e.attribution == h.attribution))
        .where(c.document.in_(documents), _linked())
        .order_by(h.claim, h.position)
    )
    return _with_resolutions(query, resolved=resolved)


def _authors(documents: Sequence[int]) -> Select[Any]:
    e, c = t.certainties.c, t.claims.c
    return (
        select(e.claim, e.value)
        .join(t.claims, c.key == e.claim)
        .where(c.document.in_(documents), _linked(), e.attribution.is_(None))
        .order_by(e.claim, e.position)
    )
