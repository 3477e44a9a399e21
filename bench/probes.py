"""Minimal pairs: who did it, who says so, how firmly. One sentence each, with what its claim must say.

Fields of a probe line: `anchor`, `actor`, `recipient`: patterns (null any, "" none); `author`: the certainty values
allowed for the author; `source`: pattern of the innermost attribution's source (null: the author's own word, "" any);
`values`: those allowed for that source; `forbid`: a pattern that no actor of the claim may match. Restates the neutral
probe scorer; a test holds the two to equal results.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allege.claim import Claim, Record, Role
from allege.run import annotate
from allege.settings import Settings
from bench.tasks import plain_document

OWN = Path(__file__).parent / "probes.jsonl"
ASKED = Path(__file__).parent / "asked.jsonl"
"""1,700 texts by other hands, ten lists of 160 and one of 100, written without sight of the code.

Some of their gold is arguable.

What the lists gave before anything of theirs was mended stands in docs/method-certainty.md.
"""


def measure(shared: Path) -> dict[str, Any]:
    """The share of checks that hold, in per cent: our own probes, those of others, the shared ones if at hand."""
    out: dict[str, Any] = {}
    for name, path in (("own", OWN), ("asked", ASKED), ("shared", shared)):
        if path.exists():
            marks = [ok for _, ok, _ in check(load(path))]
            out[name] = round(100 * sum(marks) / len(marks), 1)
    return out


def load(path: Path) -> list[dict[str, Any]]:
    """The probes of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def check(probes: list[dict[str, Any]]) -> Iterator[tuple[str, bool, str]]:
    """(what is checked, whether it holds, the sentence) for each check of each probe."""
    documents = [plain_document(f"p{n}.txt", p["text"] + "\n") for n, p in enumerate(probes)]
    for probe, record in zip(probes, annotate(documents, Settings(workers=1)), strict=True):
        assert isinstance(record, Record)
        for name, holds in _checks(probe, record):
            yield name, holds, probe["text"]


def _checks(probe: dict[str, Any], record: Record) -> Iterator[tuple[str, bool]]:
    claims = [c for c in record.claims if _matches(probe["anchor"], record.document.quote(c.anchor, " "))]
    if probe["forbid"]:
        yield "forbidden", not any(_filled(record, c, probe["forbid"], Role.ACTOR) for c in claims)
    best = max(claims, key=lambda c: _fit(record, c, probe), default=None)
    yield "found", best is not None
    if best is not None:
        yield from _roles(probe, record, best)
        yield from _voices(probe, record, best)


def _roles(probe: dict[str, Any], record: Record, claim: Claim) -> Iterator[tuple[str, bool]]:
    if probe["actor"]:
        yield "actor", _filled(record, claim, probe["actor"], Role.ACTOR)
    elif probe["actor"] == "":
        yield "actor", not any(a.role == Role.ACTOR for a in claim.arguments)
    if probe["recipient"]:
        yield "recipient", _filled(record, claim, probe["recipient"], Role.RECIPIENT, Role.PLACE)


def _voices(probe: dict[str, Any], record: Record, claim: Claim) -> Iterator[tuple[str, bool]]:
    values = {c.source: c.value.value for c in claim.certainty}
    chain = record.chain(claim)
    yield "author", values.get("author") in probe["author"].split()
    if probe["source"] is None:
        yield "source", not chain
    elif probe["source"]:
        yield "source", bool(chain) and _matches(probe["source"], record.document.quote(chain[-1].source, " "))
        if chain and probe["values"]:
            yield "stance", values.get(chain[-1].id) in probe["values"].split()


def _fit(record: Record, claim: Claim, probe: dict[str, Any]) -> int:
    wanted = ((probe["actor"], Role.ACTOR), (probe["recipient"], Role.RECIPIENT))
    return sum(_filled(record, claim, pattern, role) for pattern, role in wanted if pattern)


def _filled(record: Record, claim: Claim, pattern: str, *roles: Role) -> bool:
    fillers = [record.mention(a.mention) for a in claim.arguments if a.role in roles]
    return any(_matches(pattern, f"{record.document.quote(m.spans, ' ')} {m.name or ''}") for m in fillers)


def _matches(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None
