"""A record as rows, ready to insert: `Record -> {table: rows}`. Pure; `rebuild.py` is the way back."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from allege.claim import (
    Attribution,
    Certainty,
    Claim,
    Commitment,
    Evidence,
    Mention,
    Record,
    Span,
    make_key,
    whose_word,
)
from allege.errors import BadRecord
from allege.ledger import tables as t
from allege.ledger.pieces import pieces

AUTHOR = "author"
"""The source of a commitment that is nobody else's."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by table name, in the order in which they are inserted."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The first free key of each table that numbers its rows, and the document's own."""

    document: int
    sentences: int
    mentions: int
    attributions: int
    claims: int


def claim_ids(record: Record) -> tuple[str, ...]:
    """The lasting id of each claim, in order: a hash of document, anchor, kind, type (and a count where they agree)."""
    seen: dict[str, int] = {}
    out = []
    for claim in record.claims:
        base = make_key(record.document.id, tuple(tuple(s) for s in claim.anchor), claim.kind, claim.type)
        seen[base] = seen.get(base, 0) + 1
        out.append(base if seen[base] == 1 else make_key(base, seen[base]))
    return tuple(out)


def voice_of(chain: Iterable[Attribution]) -> str:
    """On whose word a claim rests: "named", "unnamed" or "author"."""
    said = tuple(chain)
    return whose_word([a.source_kind for a in said], named=bool(said) and said[-1].named)


def document_row(record: Record) -> Row:
    """The row of `documents`, without what the store knows (key, version, time)."""
    document = record.document
    return {
        "id": document.id,
        "uri": document.uri,
        "title": document.title,
        "byline": document.byline,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "media_type": document.media_type,
        "characters": len(document.text),
        "words": len(document.text.split()),
        "text_sha256": document.text_sha256,
        "analysed": record.analysed,
        "note": record.note,
        "extractor": record.extractor,
    }


def rows_of(record: Record, first: Keys) -> Rows:
    """The rows of all tables below `documents`; raises BadRecord for an id that points nowhere or is double."""
    try:
        return _rows(record, _Names.of(record, first))
    except KeyError as error:
        raise BadRecord(
            f"its record names {error.args[0]!r}, which it does not hold once",
            where=record.document.uri,
            remedy="report this text to the makers of Allege",
        ) from error


def inner_certainty(claim: Claim) -> Certainty:
    """How firmly the innermost source of a claim holds it; the author's value where nobody is cited."""
    source = claim.attributions[-1] if claim.attributions else AUTHOR
    return next((c.value for c in claim.certainty if c.source == source), Certainty.UU)


@dataclass(frozen=True, slots=True)
class _Names:
    """The keys that the parts of one record get, by their names in the record."""

    document: int
    sentences: Mapping[Span, int]
    mentions: Mapping[str, int]
    attributions: Mapping[str, int]
    claims: Mapping[str, int]

    @classmethod
    def of(cls, record: Record, first: Keys) -> _Names:
        told = [c.sentence for c in record.claims if c.sentence is not None]
        spans = dict.fromkeys((*pieces(record.document.text, told), *told))
        return cls(
            first.document,
            {span: n for n, span in enumerate(sorted(spans), first.sentences)},
            _numbered((m.id for m in record.mentions), first.mentions),
            _numbered((a.id for a in record.attributions), first.attributions),
            _numbered((c.id for c in record.claims), first.claims),
        )


def _numbered(names: Iterable[str], first: int) -> dict[str, int]:
    out: dict[str, int] = {}
    for key, name in enumerate(names, first):
        if name in out:
            raise KeyError(name)
        out[name] = key
    return out


def _rows(record: Record, names: _Names) -> Rows:
    document = record.document
    raw = None if document.raw is None else zlib.compress(document.raw.encode("utf-8", "surrogatepass"))
    out: Rows = {t.texts.name: [{"document": names.document, "text": document.text, "raw": raw}]}
    out |= {
        t.text_runs.name: _list(
            names, ({"start_offset": r.start, "raw_offset": r.raw, "length": r.length} for r in document.runs)
        ),
        t.blocks.name: _list(
            names,
            (
                {"kind": b.kind, "start_offset": b.span[0], "end_offset": b.span[1], "why": b.why}
                for b in document.blocks
            ),
        ),
        t.credit_lines.name: _list(
            names,
            (
                {"kind": c.kind, "name": c.name, "spans": c.spans, "place": c.place, "date": c.date}
                for c in document.credits
            ),
        ),
        t.sentences.name: [_sentence(names, document.text, span) for span in names.sentences],
        t.mentions.name: [_mention(record, names, m) | {"position": n} for n, m in enumerate(record.mentions)],
        t.attributions.name: [
            _attribution(record, names, a) | {"position": n} for n, a in enumerate(record.attributions)
        ],
    }
    return out | _claim_rows(record, names)


def _claim_rows(record: Record, names: _Names) -> Rows:
    said = {a.id: a for a in record.attributions}
    ids = claim_ids(record)

    def each(pick: Callable[[Claim], Iterable[Any]], make: Callable[[Any], Row]) -> list[Row]:
        return [
            {"claim": names.claims[claim.id], "position": n} | make(item)
            for claim in record.claims
            for n, item in enumerate(pick(claim))
        ]

    def commitment(item: Commitment) -> Row:
        attribution = None if item.source == AUTHOR else names.attributions[item.source]
        return {"attribution": attribution, "value": item.value, "why": item.why}

    def offered(item: Evidence) -> Row:
        return {"kind": item.kind, "words": record.document.quote(item.spans), "spans": item.spans}

    return {
        t.claims.name: [
            _claim(record, names, c) | {"id": ids[n], "position": n, "voice": voice_of(said[a] for a in c.attributions)}
            for n, c in enumerate(record.claims)
        ],
        t.arguments.name: each(lambda c: c.arguments, lambda a: {"role": a.role, "mention": names.mentions[a.mention]}),
        t.chains.name: each(lambda c: c.attributions, lambda a: {"attribution": names.attributions[a]}),
        t.certainties.name: each(lambda c: c.certainty, commitment),
        t.evidence.name: each(lambda c: c.evidence, offered),
        t.supports.name: each(lambda c: c.supports, lambda c: {"conclusion": names.claims[c]}),
    }


def _list(names: _Names, rows: Iterable[Row]) -> list[Row]:
    return [{"document": names.document, "position": n} | row for n, row in enumerate(rows)]


def _sentence(names: _Names, text: str, span: Span) -> Row:
    start, end = span
    return {
        "key": names.sentences[span],
        "document": names.document,
        "start_offset": start,
        "end_offset": end,
        "text": text[start:end].encode("utf-8", "replace").decode(),  # the full-text index reads valid Unicode only
    }


def _mention(record: Record, names: _Names, item: Mention) -> Row:
    return {
        "key": names.mentions[item.id],
        "document": names.document,
        "record_id": item.id,
        "words": record.document.quote(item.spans),
        "type": item.type,
        "entity": item.entity,
        "name": item.name,
        "latitude": item.latitude,
        "longitude": item.longitude,
        "geonames": item.geonames,
        "precision": item.precision,
        "start_date": item.start,
        "end_date": item.end,
        "low": item.low,
        "high": item.high,
        "spans": item.spans,
        "score": item.score,
        "why": item.why,
    }


def _attribution(record: Record, names: _Names, item: Attribution) -> Row:
    quote = record.document.quote
    return {
        "key": names.attributions[item.id],
        "document": names.document,
        "record_id": item.id,
        "source": quote(item.source),
        "cue": quote(item.cue),
        "content": quote(item.content),
        "act": item.act,
        "source_kind": item.source_kind,
        "named": item.named,
        "source_mention": None if item.source_mention is None else names.mentions[item.source_mention],
        "within": None if item.within is None else names.attributions[item.within],
        "source_spans": item.source,
        "cue_spans": item.cue,
        "content_spans": item.content,
        "score": item.score,
        "why": item.why,
    }


def _claim(record: Record, names: _Names, item: Claim) -> Row:
    return {
        "key": names.claims[item.id],
        "document": names.document,
        "record_id": item.id,
        "kind": item.kind,
        "type": item.type,
        "mode": item.mode,
        "subtype": item.subtype,
        "anchor": record.document.quote(item.anchor),
        "sentence": None if item.sentence is None else names.sentences[item.sentence],
        "certainty": inner_certainty(item),
        "factuality": item.factuality,
        "anchor_spans": item.anchor,
        "score": item.score,
        "why": item.why,
    }
