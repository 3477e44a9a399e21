"""The bytes of one file, or why there are none: missing, unreadable, empty, binary, too large."""

from __future__ import annotations

import gzip
import stat
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from allege.claim import Failure, RawDocument

TEXT, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"

SUFFIXES: Mapping[str, tuple[str, ...]] = {
    TEXT: (".txt", ".text"),
    MARKDOWN: (".md", ".markdown"),
    HTML: (".html", ".htm", ".xhtml"),
}
"""The suffixes of files that hold one document each, by media type."""

MAX_BYTES = 200_000_000
"""A larger file is refused: no single text is that long, and its copies would fill the memory of a laptop."""

MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "save its text first, for instance with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as text or HTML"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", "save it as text or HTML"),
    (b"{\\rtf", "a rich text file", "save it as text or HTML"),
    (b"\x89PNG", "a PNG image", "give its text"),
    (b"\xff\xd8\xff", "a JPEG image", "give its text"),
    (b"GIF8", "a GIF image", "give its text"),
    (b"RIFF", "a sound, picture or film file", "give its text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it, or name it like page.html.gz"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ", "an xz archive", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"\x7fELF", "a program", "give a text"),
    (b"MZ\x90\x00", "a program", "give a text"),
    (b"SQLite format 3\x00", "a SQLite database", "name it with --ledger if it is one, else export its texts to CSV"),
)

_HEAD = 65_536
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x00")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file as a reader gets them. `plain`: the text is to be kept exactly as it is."""

    uri: str
    content: bytes
    plain: bool = False


Reader = Callable[[Source], Iterator[RawDocument | Failure]]
"""Makes documents of one file's bytes; what it cannot use becomes a Failure in its place."""


def open_source(path: Path | None, *, limit: int = MAX_BYTES, plain: bool = False) -> Source | Failure:
    """The bytes of a file (of standard input for None), gzip undone for names that end in `.gz`; never raises."""
    uri = "stdin:" if path is None else str(path)
    try:
        content = _read(path, limit)
    except FileNotFoundError:
        what = "broken symbolic link" if path is not None and path.is_symlink() else "no such file"
        return Failure(uri, what, "check the path")
    except PermissionError:
        return Failure(uri, "no permission to read it", f"allow reading it (chmod +r {uri})")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return Failure(uri, "damaged gzip file", "fetch it again")
    except OSError as error:
        return Failure(uri, f"cannot be read ({error.strerror or error})", "check the disk and the path")
    if content is None:
        return Failure(uri, f"larger than {limit // 1_000_000} MB", "cut it into smaller files")
    return refusal(uri, content) or Source(uri, content, plain)


def _read(path: Path | None, limit: int) -> bytes | None:
    """All bytes, or None when there are more than `limit` (gzip counted unpacked)."""
    if path is None:
        return _upto(sys.stdin.buffer, limit)
    with path.open("rb") as file:
        packed = path.suffix.lower() == ".gz" and file.peek(2)[:2] == b"\x1f\x8b"
        if not packed:
            return _upto(file, limit)
        with gzip.open(file) as unpacked:
            return _upto(unpacked, limit)  # type: ignore[arg-type]


def _upto(file: BinaryIO, limit: int) -> bytes | None:
    content = file.read(limit + 1)
    return content if len(content) <= limit else None


def refusal(uri: str, content: bytes) -> Failure | None:
    """Why these bytes are no text, or None when they may be."""
    if not content[:_HEAD].strip() and not content.strip():
        return Failure(uri, "the file is empty", "give a file with text in it")
    for magic, what, remedy in MAGIC:
        if content.startswith(magic):
            return Failure(uri, f"is {what}, not a text", remedy)
    if _looks_binary(content[:_HEAD]):
        return Failure(uri, "is a binary file, not a text", "save it as text, Markdown, HTML, CSV or JSONL")
    return None


def _looks_binary(head: bytes) -> bool:
    """NULs or control bytes in more than one byte of a hundred, save for the NULs of UTF-16 and UTF-32."""
    if wide_charset(head):
        return False
    odd = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    return max(head.count(0), odd) * 100 > len(head)


def wide_charset(head: bytes) -> str | None:
    """`utf-16-le` or the like when a mark at the start, or NULs in every second place, say so."""
    for mark, name in ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32")):
        if head.startswith(mark):
            return name
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if half >= 2 and odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    if half >= 2 and even * 2 > half and odd * 20 < half:
        return "utf-16-be"
    return None


def is_regular(path: Path) -> bool:
    """Whether the path is an ordinary file; False for sockets, pipes, devices and what cannot be looked at."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
