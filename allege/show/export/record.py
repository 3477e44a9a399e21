"""The JSON form of a record: the contract that scorers and other tools read (docs/record.md)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from allege.claim import Attribution, Claim, Document, Mention, MentionType, Record

PLACE = ("latitude", "longitude", "geonames")
TIME = ("start", "end")
QUANTITY = ("low", "high")


def record_json(record: Record) -> dict[str, Any]:
    """A JSON-ready dictionary, keys in the order of the schema."""
    return {
        "document": _document(record.document),
        "mentions": [_mention(m) for m in record.mentions],
        "attributions": [_attribution(a) for a in record.attributions],
        "claims": [_claim(c) for c in record.claims],
        "extractor": record.extractor,
        "analysed": record.analysed,
        "note": record.note,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "uri": document.uri,
        "title": document.title,
        "byline": document.byline,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "blocks": [{"span": list(b.span), "kind": b.kind, "why": b.why} for b in document.blocks],
        "credits": [
            {
                "kind": c.kind,
                "name": c.name,
                "spans": _pairs(c.spans),
                "place": c.place,
                "date": c.date.isoformat() if c.date else None,
            }
            for c in document.credits
        ],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": mention.id,
        "spans": _pairs(mention.spans),
        "type": mention.type,
        "entity": mention.entity,
        "name": mention.name,
    }
    extra = {MentionType.PLACE: PLACE, MentionType.TIME: TIME, MentionType.QUANTITY: QUANTITY}.get(mention.type, ())
    for name in extra:
        value = getattr(mention, name)
        out[name] = value.isoformat() if name in TIME and value is not None else value
    if mention.precision is not None:
        out["precision"] = mention.precision
    return out | {"score": mention.score, "why": mention.why}


def _attribution(item: Attribution) -> dict[str, Any]:
    plain = {f.name: getattr(item, f.name) for f in fields(item)}
    return plain | {"source": _pairs(item.source), "cue": _pairs(item.cue), "content": _pairs(item.content)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "anchor": _pairs(claim.anchor),
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "subtype": claim.subtype,
        "arguments": [{"role": a.role, "mention": a.mention} for a in claim.arguments],
        "attributions": list(claim.attributions),
        "certainty": [{"source": c.source, "value": c.value, "why": c.why} for c in claim.certainty],
        "factuality": claim.factuality,
        "evidence": [{"kind": e.kind, "spans": _pairs(e.spans)} for e in claim.evidence],
        "supports": list(claim.supports),
        "score": claim.score,
        "why": claim.why,
        "sentence": list(claim.sentence) if claim.sentence else None,
    }


def _pairs(spans: tuple[tuple[int, int], ...]) -> list[list[int]]:
    return [list(span) for span in spans]
