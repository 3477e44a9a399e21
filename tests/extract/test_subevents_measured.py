"""The sub-event types of 250 snippets by another hand than the head's: a floor under the whole path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allege.claim import ClaimKind, Document, Record
from allege.extract.subevents.weigh import CODES
from allege.run import annotate
from allege.settings import Settings

SNIPPETS = Path(__file__).parents[2] / "bench" / "subevents.jsonl"
FLOOR = 0.68


@pytest.mark.slow
def test_the_first_type_of_a_snippet_is_right_as_often_as_the_docs_say() -> None:
    lines = map(json.loads, SNIPPETS.read_text(encoding="utf-8").splitlines())
    rows = {row["doc"]: row for row in lines if row["label"] in CODES.values()}
    records = annotate((Document(doc, doc, row["text"]) for doc, row in rows.items()), Settings(workers=1))
    said = {r.document.id: first(r) for r in records if isinstance(r, Record)}
    assert len(said) == len(rows) == 250
    assert sum(said[doc] == row["label"] for doc, row in rows.items()) / len(rows) >= FLOOR


def first(record: Record) -> str | None:
    """The code of the first event's type that has one."""
    found = (c.subtype for c in record.claims if c.kind is ClaimKind.EVENT and c.subtype is not None)
    return next((CODES[name] for name in found), None)
