"""Claims as a table: one row a claim, for a spreadsheet or a statistics package.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): documents come
from anywhere, and `=HYPERLINK(…)` in one must not run on the desk of whoever opens the table.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from allege.claim import Role
from allege.ledger.rows import ClaimRow, Voice
from allege.show import words

JOIN = " | "
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

Cell = str | int | float | None


def _role(role: Role) -> Callable[[ClaimRow], str]:
    return lambda row: JOIN.join(text for found, text, _ in row.arguments if found == role)


def _names(role: Role) -> Callable[[ClaimRow], str]:
    return lambda row: JOIN.join(name for found, _, name in row.arguments if found == role and name)


def _last(field: Callable[[Voice], Cell]) -> Callable[[ClaimRow], Cell]:
    return lambda row: field(row.voices[-1])


COLUMNS: Mapping[str, Callable[[ClaimRow], Cell]] = {
    "claim": lambda row: row.id,
    "document": lambda row: row.document,
    "record_id": lambda row: row.record_id,
    "uri": lambda row: row.uri,
    "title": lambda row: row.title,
    "published": lambda row: row.published.isoformat() if row.published else None,
    "start": lambda row: row.start,
    "end": lambda row: row.end,
    "quote": lambda row: row.quote,
    "predicate": lambda row: row.anchor,
    "kind": lambda row: row.kind,
    "type": lambda row: row.type,
    "mode": lambda row: row.mode,
    "subtype": lambda row: row.subtype,
    "source": _last(lambda voice: voice.source),
    "source_name": _last(lambda voice: voice.name),
    "source_kind": _last(lambda voice: voice.kind),
    "voice": lambda row: row.voice,
    "act": _last(lambda voice: voice.act),
    "certainty": lambda row: row.certainty,
    "certainty_words": lambda row: words.certainty_words(row.certainty),
    "author_certainty": lambda row: row.voices[0].value,
    "chain": lambda row: words.chain_words(row.voices),
    "evidence": lambda row: JOIN.join(dict.fromkeys(kind for kind, _ in row.evidence)),
    "evidence_quote": lambda row: JOIN.join(text for _, text in row.evidence if text),
    "actor": _role(Role.ACTOR),
    "actor_name": _names(Role.ACTOR),
    "recipient": _role(Role.RECIPIENT),
    "recipient_name": _names(Role.RECIPIENT),
    "place": _role(Role.PLACE),
    "place_name": _names(Role.PLACE),
    "time": _role(Role.TIME),
    "instrument": _role(Role.INSTRUMENT),
    "deaths": _role(Role.DEATHS),
    "injuries": _role(Role.INJURIES),
    "purpose": _role(Role.PURPOSE),
    "factuality": lambda row: row.factuality,
    "score": lambda row: row.score,
    "why": lambda row: row.why,
}
"""The table's columns, in order. `start`, `end`: code points of the sentence in the document's frozen text."""


def write_claims_csv(rows: Iterable[ClaimRow], stream: TextIO) -> int:
    """Writes a header and one line a claim (RFC 4180, lines end in \\n); returns the number of claims."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    written = 0
    for row in rows:
        writer.writerow([guarded(column(row)) for column in COLUMNS.values()])
        written += 1
    return written


def guarded(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would run; what no file can hold is escaped."""
    if not isinstance(cell, str):
        return cell
    text = cell.encode("utf-8", "backslashreplace").decode("utf-8")
    return f"'{text}" if text.lstrip(" \n").startswith(FORMULA) else text
