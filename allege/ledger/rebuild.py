"""A record from its rows, exactly as it was stored: the way back from `flatten.py`."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, Table, select

from allege.claim import (
    Act,
    Argument,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    ClaimKind,
    Commitment,
    Credit,
    CreditKind,
    Document,
    Evidence,
    EvidenceKind,
    Mention,
    MentionType,
    Record,
    Role,
    Run,
    SourceKind,
    Span,
)
from allege.ledger import tables as t
from allege.ledger.flatten import AUTHOR

Names = Mapping[int, str]
"""The names of rows within their record ("m1", "a1", "c1"), by key."""

Below = Mapping[int, list[RowMapping]]
"""The rows of a table below claims, by the claim's key."""


def rebuild(connection: Connection, key: int) -> Record:
    """The record of the document with that key."""
    row = connection.execute(select(t.documents).where(t.documents.c.key == key)).mappings().one()
    mentions = _rows(connection, t.mentions, key)
    said = _rows(connection, t.attributions, key)
    mention_names, said_names = _names(mentions), _names(said)
    return Record(
        _document(connection, row),
        tuple(_mention(m) for m in mentions),
        tuple(_attribution(a, mention_names, said_names) for a in said),
        _claims(connection, key, mention_names, said_names),
        extractor=row["extractor"],
        analysed=row["analysed"],
        note=row["note"],
    )


def _rows(connection: Connection, table: Table, document: int) -> list[RowMapping]:
    query = select(table).where(table.c.document == document).order_by(table.c.position)
    return list(connection.execute(query).mappings())


def _names(rows: list[RowMapping]) -> Names:
    return {row["key"]: row["record_id"] for row in rows}


def _document(connection: Connection, row: RowMapping) -> Document:
    key = row["key"]
    text = connection.execute(select(t.texts).where(t.texts.c.document == key)).mappings().one()
    raw = text["raw"]
    return Document(
        id=row["id"],
        uri=row["uri"],
        text=text["text"],
        title=row["title"],
        byline=row["byline"],
        publisher=row["publisher"],
        published=row["published"],
        language=row["language"],
        media_type=row["media_type"],
        raw=None if raw is None else zlib.decompress(raw).decode("utf-8", "surrogatepass"),
        runs=tuple(Run(r["start_offset"], r["raw_offset"], r["length"]) for r in _rows(connection, t.text_runs, key)),
        blocks=tuple(
            Block(Span(b["start_offset"], b["end_offset"]), BlockKind(b["kind"]), b["why"])
            for b in _rows(connection, t.blocks, key)
        ),
        credits=tuple(
            Credit(CreditKind(c["kind"]), c["name"], c["spans"], c["place"], c["date"])
            for c in _rows(connection, t.credit_lines, key)
        ),
    )


def _mention(row: RowMapping) -> Mention:
    return Mention(
        spans=row["spans"],
        type=MentionType(row["type"]),
        id=row["record_id"],
        entity=row["entity"],
        name=row["name"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        geonames=row["geonames"],
        precision=row["precision"],
        start=row["start_date"],
        end=row["end_date"],
        low=row["low"],
        high=row["high"],
        score=row["score"],
        why=row["why"],
    )


def _attribution(row: RowMapping, mentions: Names, said: Names) -> Attribution:
    return Attribution(
        id=row["record_id"],
        source=row["source_spans"],
        cue=row["cue_spans"],
        content=row["content_spans"],
        within=None if row["within"] is None else said[row["within"]],
        source_mention=None if row["source_mention"] is None else mentions[row["source_mention"]],
        source_kind=SourceKind(row["source_kind"]),
        named=row["named"],
        act=Act(row["act"]),
        score=row["score"],
        why=row["why"],
    )


def _claims(connection: Connection, key: int, mentions: Names, said: Names) -> tuple[Claim, ...]:
    c, s = t.claims.c, t.sentences.c
    query = (
        select(t.claims, s.start_offset, s.end_offset)
        .outerjoin(t.sentences, s.key == c.sentence)
        .where(c.document == key)
        .order_by(c.position)
    )
    rows = list(connection.execute(query).mappings())
    names = _names(rows)
    arguments, chains, certainties, evidence, supports = (
        _below(connection, table, key) for table in (t.arguments, t.chains, t.certainties, t.evidence, t.supports)
    )
    return tuple(
        Claim(
            id=row["record_id"],
            anchor=row["anchor_spans"],
            kind=ClaimKind(row["kind"]),
            type=row["type"],
            mode=row["mode"],
            subtype=row["subtype"],
            arguments=tuple(Argument(Role(a["role"]), mentions[a["mention"]]) for a in arguments[row["key"]]),
            attributions=tuple(said[a["attribution"]] for a in chains[row["key"]]),
            certainty=tuple(
                Commitment(said.get(e["attribution"], AUTHOR), Certainty(e["value"]), e["why"])
                for e in certainties[row["key"]]
            ),
            factuality=row["factuality"],
            evidence=tuple(Evidence(EvidenceKind(e["kind"]), e["spans"]) for e in evidence[row["key"]]),
            supports=tuple(names[b["conclusion"]] for b in supports[row["key"]]),
            score=row["score"],
            why=row["why"],
            sentence=None if row["sentence"] is None else Span(row["start_offset"], row["end_offset"]),
        )
        for row in rows
    )


def _below(connection: Connection, table: Table, document: int) -> Below:
    """The rows of `table` below the claims of a document."""
    query = (
        select(table)
        .join(t.claims, t.claims.c.key == table.c.claim)
        .where(t.claims.c.document == document)
        .order_by(table.c.claim, table.c.position)
    )
    out: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        out[row["claim"]].append(row)
    return out
