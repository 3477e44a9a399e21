"""Claims as a person reads them: `ClaimRow`s put together from their tables, a few hundred at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, RowMapping, Select, select

from allege.claim import Certainty, ClaimKind, EvidenceKind, SourceKind
from allege.ledger import tables as t
from allege.ledger.rows import ClaimRow, Quote, Voice

THE_AUTHOR = "the author"
NOBODY = "nobody named"


def claim_rows(connection: Connection, keys: Sequence[int]) -> Iterator[ClaimRow]:
    """The claims with these keys, in the order of `keys`; one that is gone meanwhile is left out."""
    rows = {row["key"]: row for row in connection.execute(_base(keys)).mappings()}
    arguments = _grouped(connection, _arguments(keys))
    cited = _grouped(connection, _cited(keys))
    own = _grouped(connection, _own(keys))
    evidence = _grouped(connection, _evidence(keys))
    for key in (k for k in keys if k in rows):
        authors = [Certainty(e["value"]) for e in own[key]]
        voices = (_author(authors[0] if authors else Certainty.UU), *(_voice(v) for v in cited[key]))
        yield _row(
            rows[key],
            tuple((a["role"], a["words"], a["name"]) for a in arguments[key]),
            voices,
            tuple((EvidenceKind(e["kind"]), e["words"]) for e in evidence[key]),
        )


def _row(
    row: RowMapping,
    arguments: tuple[tuple[str, str, str | None], ...],
    voices: tuple[Voice, ...],
    evidence: tuple[tuple[EvidenceKind, str], ...],
) -> ClaimRow:
    anchor = row["anchor_spans"]
    unplaced = (anchor[0].start, anchor[-1].end) if anchor else (0, 0)
    placed = row["text"] is not None
    quote = Quote.of(row["text"], row["start_offset"]) if placed else Quote(row["anchor"], *unplaced)
    return ClaimRow(
        id=row["id"],
        record_id=row["record_id"],
        document=row["document_id"],
        uri=row["uri"],
        title=row["document_title"],
        published=row["published"],
        kind=ClaimKind(row["kind"]),
        type=row["type"],
        mode=row["mode"],
        subtype=row["subtype"],
        anchor=row["anchor"],
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        arguments=arguments,
        voices=voices,
        evidence=evidence,
        factuality=row["factuality"],
        score=row["score"],
        why=row["why"],
    )


def _author(value: Certainty) -> Voice:
    return Voice(THE_AUTHOR, None, SourceKind.AUTHOR, named=True, act="assert", value=value)


def _voice(row: RowMapping) -> Voice:
    value = Certainty.UU if row["value"] is None else Certainty(row["value"])
    kind = SourceKind(row["source_kind"])
    return Voice(row["source"] or NOBODY, row["name"], kind, named=row["named"], act=row["act"], value=value)


def _grouped(connection: Connection, query: Select[tuple[object, ...]]) -> defaultdict[int, list[RowMapping]]:
    out: defaultdict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        out[row["claim"]].append(row)
    return out


def _base(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    d, s = t.documents.c, t.sentences.c
    about = (d.id.label("document_id"), d.uri, d.title.label("document_title"), d.published)
    return (
        select(t.claims, *about, s.text, s.start_offset, s.end_offset)
        .join(t.documents, d.key == t.claims.c.document)
        .outerjoin(t.sentences, s.key == t.claims.c.sentence)
        .where(t.claims.c.key.in_(keys))
    )


def _arguments(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    a, m = t.arguments.c, t.mentions.c
    query = select(a.claim, a.role, m.words, m.name).join(t.mentions, m.key == a.mention)
    return query.where(a.claim.in_(keys)).order_by(a.claim, a.position)


def _cited(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    h, a, m, e = t.chains.c, t.attributions.c, t.mentions.c, t.certainties.c
    return (
        select(h.claim, a.source, a.source_kind, a.named, a.act, m.name, e.value)
        .join(t.attributions, a.key == h.attribution)
        .outerjoin(t.mentions, m.key == a.source_mention)
        .outerjoin(t.certainties, (e.claim == h.claim) & (e.attribution == h.attribution))
        .where(h.claim.in_(keys))
        .order_by(h.claim, h.position)
    )


def _own(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    e = t.certainties.c
    return select(e.claim, e.value).where(e.claim.in_(keys), e.attribution.is_(None)).order_by(e.claim, e.position)


def _evidence(keys: Sequence[int]) -> Select[tuple[object, ...]]:
    e = t.evidence.c
    return select(e.claim, e.kind, e.words).where(e.claim.in_(keys)).order_by(e.claim, e.position)
