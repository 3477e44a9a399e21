"""Lineage as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from allege.link.model import Lineage, LineageKind


def lineage_json(edges: Iterable[Lineage], uris: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """One object for each document and where it comes from; documents by their URIs as read.

    `derived_from` is null where the source is outside the ledger (`upstream`). A source that two documents merely
    share, or a likeness that leaves it open whether one comes from the other, makes none derived and is left out.
    """
    for edge in edges:
        if edge.kind not in (LineageKind.SOURCE, LineageKind.ALIKE) and edge.document in uris:
            yield {
                "doc": uris[edge.document],
                "derived_from": uris.get(edge.derived_from or ""),
                "upstream": edge.upstream,
                "kind": edge.kind.value,
                "score": edge.score,
                "containment": edge.containment,
                "why": edge.why,
                "spans": [list(span) for span in edge.spans],
                "source_spans": [list(span) for span in edge.source_spans],
            }
