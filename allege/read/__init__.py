"""Outside bytes to raw documents: files, folders, standard input, tables of documents.

`READERS` is the whole list of formats. A new one is a function in its own file and a line there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from allege.claim import Failure, RawDocument
from allege.read.source import HTML, MAX_BYTES, SUFFIXES, TEXT, Reader, Source, open_source
from allege.read.table import read_csv, read_jsonl
from allege.read.walk import walk
from allege.settings import Settings

CSV, JSONL = "text/csv", "application/jsonl"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes it goes by (with or without `.gz` behind) and the function that reads it."""

    media_type: str
    suffixes: tuple[str, ...]
    read: Reader


def _whole(media_type: str) -> Reader:
    """A reader for files that hold one document each."""

    def read(source: Source) -> Iterator[RawDocument | Failure]:
        yield RawDocument(source.uri, source.content, media_type, plain=source.plain)

    return read


READERS: tuple[Format, ...] = (
    *(Format(media_type, suffixes, _whole(media_type)) for media_type, suffixes in SUFFIXES.items()),
    Format(CSV, (".csv", ".tsv"), read_csv),
    Format(JSONL, (".jsonl", ".ndjson"), read_jsonl),
)

_BY_SUFFIX = {suffix: form for form in READERS for suffix in form.suffixes}
_BY_MEDIA_TYPE = {form.media_type: form for form in READERS}
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_JSON_START = re.compile(rb"""\s*\{\s*"[^"\n]*"\s*:""")


def read_paths(
    paths: Iterable[str | Path], settings: Settings, *, plain: bool = False
) -> Iterator[RawDocument | Failure]:
    """The documents of files, folders (with all below them, sorted by name) and `-` (standard input), one by one.

    In folders, hidden files and files of unknown suffix are passed over; a file that is named itself is always read,
    by its content where its suffix is unknown. With `plain` every document is its file's text exactly as it is
    (tables still give a document a row). Nothing raises: what cannot be read is a Failure in its place.
    """
    limit = max(MAX_BYTES, 4 * settings.max_characters)
    for path in paths:
        if str(path) == "-":
            yield from _read(None, limit, plain)
            continue
        for found in walk(Path(path), known=lambda p: format_of(p) is not None):
            if isinstance(found, Failure):
                yield found
            else:
                yield from _read(found, limit, plain)


def _read(path: Path | None, limit: int, plain: bool) -> Iterator[RawDocument | Failure]:
    source = open_source(path, limit=limit, plain=plain)
    if isinstance(source, Failure):
        yield source
        return
    form = (format_of(path) if path is not None else None) or sniff(source.content)
    yield from form.read(source)


def format_of(path: Path) -> Format | None:
    """The format that a file's name promises, `.gz` left aside; None for an unknown suffix."""
    name = path.name.lower().removesuffix(".gz")
    return _BY_SUFFIX.get(Path(name).suffix)


def sniff(content: bytes) -> Format:
    """The format of bytes without a telling name: HTML or JSON lines by how they start, else plain text."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML_START.match(head):
        return _BY_MEDIA_TYPE[HTML]
    return _BY_MEDIA_TYPE[JSONL if _JSON_START.match(head) else TEXT]


__all__ = ["READERS", "Format", "format_of", "read_paths", "sniff"]
