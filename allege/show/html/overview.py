"""The table at the top of the report: one line for each document, its claims by whose word they are."""

from __future__ import annotations

from collections.abc import Iterator

from allege.claim import Document, EvidenceKind
from allege.ledger.rows import Summary
from allege.show.html.view import Bar, Line
from allege.show.words import EVIDENCE, KINDS, plural

WIDTH = 144
"""Units of the bar that stands for all claims of a document."""


def line(document: Document, counts: Summary) -> Line:
    """The table's line for one document."""
    return Line(
        publisher=document.publisher or "",
        published=document.published.isoformat() if document.published else "",
        bars=tuple(_bars(counts)),
        voices=_voices(counts),
        offered=offered(counts),
    )


def kind_counts(counts: Summary) -> str:
    """How many claims are of which kind: "3 events · 1 relation"."""
    return " · ".join(plural(number, KINDS[kind].label) for kind, number in counts.kinds)


def _bars(counts: Summary) -> Iterator[Bar]:
    at = 0.0
    for voice, number in (("named", counts.named), ("unnamed", counts.unnamed), ("author", counts.author)):
        if number:
            width = WIDTH * number / counts.claims
            yield Bar(voice, round(at + 0.5, 1), round(max(width - 1, 0.5), 1))
            at += width


def _voices(counts: Summary) -> str:
    parts = ((counts.named, "named"), (counts.unnamed, "unnamed"), (counts.author, "the author’s own"))
    return " · ".join(f"{number:,} {word}" for number, word in parts if number)


def offered(counts: Summary) -> str:
    """What evidence is offered for how many claims."""
    given = [(kind, number) for kind, number in counts.evidence if kind != EvidenceKind.NONE]
    bare = dict(counts.evidence).get(EvidenceKind.NONE, 0)
    parts = [f"{number:,} {EVIDENCE[kind].label}" for kind, number in given]
    if bare:
        parts.append(f"none for {bare:,}" if given else "none offered")
    return " · ".join(parts)
