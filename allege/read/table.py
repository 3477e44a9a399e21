"""Tables of documents: CSV, TSV and JSON lines with named columns, one document a row.

The standard library's csv and json do the reading. A row that cannot be used is a Failure that names its line; the
others are read. In place of its text a row may name a file beside the table.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from allege.claim import Failure, RawDocument
from allege.read.address import host
from allege.read.charset import decode
from allege.read.dates import parse_date
from allege.read.source import HTML, SUFFIXES, TEXT, Source, open_source

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext"),
    "html": ("html",),
    "file": ("file",),
    "uri": ("doc", "uri", "url", "link"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate"),
}
"""The columns that are read, and the names each may have, in order of preference; capitals do not matter."""

ADDRESSES = ("url", "link")
"""Columns that hold the address of a document, where another names it."""

MAX_IDLE_FAILURES = 100
"""A table whose first hundred rows are all bad is given up with one last Failure."""

_TEXTS = frozenset((*COLUMNS["text"], *COLUMNS["html"], *COLUMNS["file"]))
_REMEDY = f"name the column of texts {', '.join(COLUMNS['text'][:-1])} or html, or that of the texts' files file"
_ONE_EACH = "write one JSON object on each line"


@dataclass(frozen=True, slots=True)
class _Row:
    """The named cells of one row. `number` counts rows from 1, `line` is the line of the file it ends on."""

    number: int
    line: int
    cells: Mapping[str, str]


def read_csv(source: Source) -> Iterator[RawDocument | Failure]:
    """A document for each row of a CSV or TSV table; the delimiter is the one that finds a text column."""
    return _documents(source, _csv_rows(source))


def read_jsonl(source: Source) -> Iterator[RawDocument | Failure]:
    """A document for each line that holds a JSON object."""
    return _documents(source, _jsonl_rows(source))


def _csv_rows(source: Source) -> Iterator[_Row | Failure]:
    text = decode(source.content).text
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    delimiter = _delimiter(text)
    if delimiter is None:
        yield Failure(source.uri, "the table has no column of texts", _REMEDY)
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names = [name.strip().lower() for name in next(reader)]
    number, before = 0, reader.line_num
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            what = f"line {before + 1}: bad CSV ({error})"
            yield Failure(f"{source.uri}#{number}", what, "mend the quotes of that row")
            before = reader.line_num
            continue
        before = reader.line_num
        if len(cells) == len(names):
            yield _Row(number, before, dict(zip(names, cells, strict=True)))
        elif any(cells):
            what = f"line {before}: {len(cells)} cells where the header names {len(names)}"
            yield Failure(f"{source.uri}#{number}", what, "quote cells that hold the delimiter")


def _delimiter(text: str) -> str | None:
    for delimiter in (",", "\t", ";", "|"):
        try:
            header = next(csv.reader(io.StringIO(text[:100_000], newline=""), delimiter=delimiter), [])
        except csv.Error:
            continue
        if {name.strip().lower() for name in header}.intersection(_TEXTS):
            return delimiter
    return None


def _jsonl_rows(source: Source) -> Iterator[_Row | Failure]:
    for number, line in enumerate(decode(source.content).text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested or too large a number"
            yield Failure(f"{source.uri}#{number}", f"line {number}: bad JSON ({what})", _ONE_EACH)
            continue
        if not isinstance(found, dict):
            yield Failure(f"{source.uri}#{number}", f"line {number}: no JSON object", _ONE_EACH)
            continue
        cells = {str(k).lower(): _text_of(v) for k, v in found.items()}
        if number == 1 and not _TEXTS.intersection(cells):
            yield Failure(source.uri, "the table has no column of texts", _REMEDY)
            return
        yield _Row(number, number, cells)


def _text_of(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_text_of(item) for item in value)
    return "" if value is None or isinstance(value, dict) else str(value)


def _documents(source: Source, rows: Iterable[_Row | Failure]) -> Iterator[RawDocument | Failure]:
    found = False
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        made = row if isinstance(row, Failure) else _own_bytes(_document(source, row), row, seen)
        yield made
        found = found or isinstance(made, RawDocument)
        if number == MAX_IDLE_FAILURES and not found:
            yield Failure(source.uri, f"no document in its first {number} rows; the rest is not read", _REMEDY)
            return


def _own_bytes(made: RawDocument | Failure, row: _Row, seen: set[str]) -> RawDocument | Failure:
    """A file that a row names is known by its bytes, as when it is read itself.

    The other cells tell apart only rows with the same bytes, which `seen` remembers.
    """
    words = (_first(row.cells, COLUMNS[name]) for name in ("text", "html"))
    if isinstance(made, Failure) or any(words):
        return made
    plain = replace(made, key="")
    if plain.sha256 in seen:
        return made
    seen.add(plain.sha256)
    return plain


def _document(source: Source, row: _Row) -> RawDocument | Failure:
    cells = {column: _first(row.cells, names) for column, names in COLUMNS.items()}
    body = _body(source, cells)
    if isinstance(body, Failure):
        return Failure(f"{source.uri}#{row.number}", f"line {row.line}: {body.what}", body.remedy)
    provenance = [cells[name].strip() or None for name in ("uri", "title", "byline", "publisher", "published")]
    uri, title, byline, publisher, published = provenance
    place = f"{source.uri}#{row.number}"
    named = uri or body.uri or place
    return RawDocument(
        uri=named,
        content=body.content,
        media_type=body.media_type,
        charset=body.charset,
        title=title,
        byline=byline,
        publisher=publisher or _host(row.cells, uri),
        published=parse_date(published) if published else None,
        plain=source.plain,
        key="\x1f".join(value or "" for value in provenance),
        row=place if named != place else "",
    )


def _host(cells: Mapping[str, str], uri: str | None) -> str | None:
    """The host of a row's address where the document goes by another name: nothing else tells who published it."""
    address = _first(cells, ADDRESSES).strip()
    return (host(address) or None) if address != (uri or "") else None


@dataclass(frozen=True, slots=True)
class _Body:
    """The bytes of a row's document. `uri` is the path of its file, empty where the text stands in the table."""

    content: bytes
    media_type: str
    charset: str | None = None
    uri: str = ""


def _body(source: Source, cells: Mapping[str, str]) -> _Body | Failure:
    """What stands in the row, or in the file that it names; a Failure without its place where there is neither."""
    text = cells["text"] or cells["html"]
    if text.strip():
        return _Body(text.encode("utf-8", "replace"), TEXT if cells["text"] else HTML, "utf-8")
    name = cells["file"].strip()
    return _beside(source, name) if name else Failure(source.uri, "no text", _REMEDY)


def _beside(source: Source, name: str) -> _Body | Failure:
    """The file of that name in the table's folder or below it: a table must not make us read what lies elsewhere."""
    table = Path(source.uri)
    if not table.is_file():
        return Failure(source.uri, f"names the file {name}, but the table itself is none", "read the table from a file")
    folder, path = table.resolve().parent, table.parent / name
    if "\0" in name or not path.resolve().is_relative_to(folder):
        return Failure(source.uri, f"the file {name} lies outside the folder of the table", "move it beside the table")
    ending = Path(path.name.lower().removesuffix(".gz")).suffix
    media_type = next((media_type for media_type, suffixes in SUFFIXES.items() if ending in suffixes), None)
    if media_type is None:
        return Failure(source.uri, f"the file {name} is no text, Markdown or HTML", "name a file that holds one text")
    found = open_source(path, plain=source.plain)
    if isinstance(found, Failure):
        return Failure(source.uri, f"the file {name}: {found.what}", found.remedy)
    return _Body(found.content, media_type, uri=str(path))


def _first(cells: Mapping[str, str], names: Iterable[str]) -> str:
    return next((cells[name] for name in names if cells.get(name, "").strip()), "")
