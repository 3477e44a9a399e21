"""What is analysed and what is not, and how many documents go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allege.claim import Document, Failure, Record
from allege.settings import Settings

BATCH = 6_000
"""Code points that are analysed together: about 1,000 words, half a second of a core. More are no faster, and at the
end of a run one process would wait the longer for the other."""

LANGUAGES = {"en", "und"}
"""What the pipeline reads; texts too short to tell their language are tried."""

Loaded = Document | Failure


def set_aside(item: Loaded, settings: Settings) -> Loaded | Record:
    """The document, or at once its record when it is not to be analysed."""
    note = "" if isinstance(item, Failure) else note_of(item, settings)
    return Record(item, analysed=False, note=note) if isinstance(item, Document) and note else item


def note_of(document: Document, settings: Settings) -> str:
    """Why a document is not analysed, in words; empty for one that is."""
    if document.language not in LANGUAGES:
        return f"its language is {document.language!r}, and Allege reads English only"
    if len(document.text) > settings.max_characters:
        return f"longer than {settings.max_characters:,} characters (the setting max_characters)"
    return ""


def batches(items: Iterable[Loaded | Record]) -> Iterator[list[Loaded | Record]]:
    """Items together until they hold BATCH code points to analyse (or are many).

    What has as many by itself keeps nothing waiting that came before: a book may take minutes.
    """
    batch: list[Loaded | Record] = []
    size = 0
    for item in items:
        much = len(item.text) if isinstance(item, Document) else 0
        if batch and much >= BATCH:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += much
        if size >= BATCH or len(batch) >= 100:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def opening(waiting: Iterable[list[Loaded | Record]], most: int) -> tuple[list[list[Loaded | Record]], bool]:
    """The batches up to the one that brings them above `most` code points, and whether there is such a one."""
    first, size = [], 0
    for batch in waiting:
        first.append(batch)
        size += sum(len(item.text) for item in batch if isinstance(item, Document))
        if size > most:
            return first, True
    return first, False
