"""Rows of the ledger as JSON-ready dictionaries (docs/record.md, "Rows of lists")."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from allege.ledger.rows import ClaimRow, DocumentRow, FailureRow, SearchHit


def document_json(row: DocumentRow) -> dict[str, Any]:
    """A document without its text; dates as ISO 8601."""
    plain = {f.name: getattr(row, f.name) for f in fields(row)}
    return plain | {"published": _iso(row.published), "read_at": row.read_at.isoformat()}


def claim_json(row: ClaimRow) -> dict[str, Any]:
    """A claim with its chain of voices, author first; `certainty` and `voice` are those of the innermost source."""
    plain = {f.name: getattr(row, f.name) for f in fields(row)}
    return plain | {
        "published": _iso(row.published),
        "arguments": [{"role": role, "text": text, "name": name} for role, text, name in row.arguments],
        "voices": [{f.name: getattr(voice, f.name) for f in fields(voice)} for voice in row.voices],
        "voice": row.voice,
        "certainty": row.certainty,
        "evidence": [{"kind": kind, "text": text} for kind, text in row.evidence],
    }


def failure_json(row: FailureRow) -> dict[str, Any]:
    """What could not be read, why, what to do and when it happened."""
    return {"uri": row.uri, "what": row.what, "remedy": row.remedy, "at": row.at.isoformat()}


def hit_json(row: SearchHit) -> dict[str, Any]:
    """A sentence that was found; `matches` are offsets into the document's text."""
    plain = {f.name: getattr(row, f.name) for f in fields(row)}
    return plain | {"published": _iso(row.published), "matches": [list(span) for span in row.matches]}


def _iso(value: Any) -> str | None:
    return value.isoformat() if value is not None else None
