"""The whole path, and the only place where stages meet: read → clean → analyse → extract → (ledger).

Stages are generators over frozen records. What cannot be read becomes a `Failure` in its place; the rest goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allege.claim import Document, Failure, Record
from allege.settings import Settings


def annotate(documents: Iterable[Document], settings: Settings) -> Iterator[Record]:
    """One record for each document, in order, in this process."""
    from allege.analyse.pipeline import analyse  # noqa: PLC0415 - spaCy stays out of the start-up of every front
    from allege.extract.assemble import extract  # noqa: PLC0415

    yield from extract(analyse(documents, settings))


__all__ = ["Document", "Failure", "Record", "annotate"]
