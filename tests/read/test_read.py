"""Reading: what becomes a raw document, what becomes a Failure, in which order."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from allege.claim import Failure, RawDocument
from allege.read import READERS, read_paths, sniff
from allege.settings import Settings


def read(*paths: Path | str, plain: bool = False) -> list[RawDocument | Failure]:
    return list(read_paths(paths, Settings(), plain=plain))


def only_failure(*paths: Path | str) -> Failure:
    (found,) = read(*paths)
    assert isinstance(found, Failure)
    assert found.remedy
    return found


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_file_becomes_one_document_with_its_bytes_untouched(tmp_path: Path) -> None:
    (found,) = read(write(tmp_path / "a.txt", b"One line.\r\nAnother.\r\n"))
    assert isinstance(found, RawDocument)
    assert (found.content, found.media_type, found.plain) == (b"One line.\r\nAnother.\r\n", "text/plain", False)


def test_plain_is_carried_on_every_document(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"One.")
    write(tmp_path / "b.jsonl", b'{"text": "Two."}\n')
    assert [found.plain for found in read(tmp_path, plain=True)] == [True, True]


@pytest.mark.parametrize("suffix", [suffix for form in READERS for suffix in form.suffixes])
def test_every_listed_suffix_is_read_from_a_folder_in_capitals_too(tmp_path: Path, suffix: str) -> None:
    line = b'{"text": "One."}\n'
    bodies = {".csv": b"text\nOne.\n", ".tsv": b"id\ttext\n1\tOne.\n", ".jsonl": line, ".ndjson": line}
    write(tmp_path / f"A{suffix.upper()}", bodies.get(suffix, b"One."))
    assert [found.content for found in read(tmp_path)] == [b"One."]


def test_folders_are_read_deep_sorted_and_without_hidden_or_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.html", ".hidden.txt", ".git/x.txt", "photo.jpeg", "notes.log"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path / name, b"Some words.")
    found = [Path(item.uri).relative_to(tmp_path).as_posix() for item in read(tmp_path)]
    assert found == ["a/b/c.html", "a/z.md", "b.txt"]


def test_a_file_named_itself_is_read_even_when_hidden_or_of_unknown_suffix(tmp_path: Path) -> None:
    hidden, log, page = (write(tmp_path / name, body) for name, body in
                         ((".note", b"Words."), ("a.log", b"Words."), ("saved", b"<!DOCTYPE html><p>Words.")))
    assert [item.media_type for item in read(hidden, log, page)] == ["text/plain", "text/plain", "text/html"]


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (b"\xef\xbb\xbf <HTML lang=en>", "text/html"),
        (b"<?xml version='1.0'?>\n<!-- saved --><html>", "text/html"),
        (b'{"text": "One."}\n', "application/jsonl"),
        (b"<quoted> words start here", "text/plain"),
        (b"{braces} in prose", "text/plain"),
    ],
)
def test_bytes_without_a_name_are_told_by_how_they_start(start: bytes, media_type: str) -> None:
    assert sniff(start).media_type == media_type


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"Words from a pipe.")))
    (found,) = read("-")
    assert (found.uri, found.content) == ("stdin:", b"Words from a pipe.")


def test_a_gzipped_page_is_unpacked_and_a_damaged_one_is_a_failure(tmp_path: Path) -> None:
    packed = gzip.compress(b"<html><p>Words.</html>", mtime=0)
    good = write(tmp_path / "page.html.gz", packed)
    (found,) = read(good)
    assert (found.content, found.media_type) == (b"<html><p>Words.</html>", "text/html")
    assert "damaged gzip" in only_failure(write(tmp_path / "cut.html.gz", packed[:-12])).what


def test_what_cannot_be_read_stands_in_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", b"Words.")
    first, second, third = read(good, tmp_path / "missing.txt", good)
    assert isinstance(first, RawDocument)
    assert isinstance(second, Failure)
    assert second.uri.endswith("missing.txt")
    assert isinstance(third, RawDocument)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"%PDF-1.7\n%words", "a PDF"),
        (b"PK\x03\x04word/document.xml", "ZIP archive or an office document"),
        (b"\x89PNG\r\n\x1a\nIHDR", "PNG"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"word\x00\x01\x02\x00\x00binary\x00" * 50, "binary"),
        (bytes(range(32)) * 40, "binary"),
    ],
)
def test_bytes_that_are_no_text_are_a_failure_that_names_them(tmp_path: Path, content: bytes, what: str) -> None:
    assert what in only_failure(write(tmp_path / "a.txt", content)).what


def test_a_few_nul_bytes_in_a_long_text_and_utf16_are_texts(tmp_path: Path) -> None:
    few = write(tmp_path / "few.txt", b"The two sides met again. " * 40 + b"\x00")
    wide = write(tmp_path / "wide.txt", "Both sides met.".encode("utf-16-le"))
    assert all(isinstance(item, RawDocument) for item in read(few, wide))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_failure(tmp_path: Path) -> None:
    locked = write(tmp_path / "a.txt", b"Words.")
    locked.chmod(0)
    assert "permission" in only_failure(locked).what


def test_a_link_that_leads_back_up_is_one_failure_and_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"Words.")
    (tmp_path / "loop").symlink_to(tmp_path)
    document, failure = read(tmp_path)
    assert isinstance(document, RawDocument)
    assert isinstance(failure, Failure)
    assert "leads back" in failure.what


def test_a_link_to_nothing_and_a_link_to_itself_are_failures(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = read(tmp_path)
    assert [type(item) for item in found] == [Failure, Failure]
    assert "broken symbolic link" in found[0].what


def test_a_file_above_the_limit_of_bytes_is_refused_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["allege.read"], "MAX_BYTES", 0)
    small = Settings(max_characters=10)
    path = write(tmp_path / "a.txt", b"x" * 41)
    (found,) = read_paths([path], small)
    assert isinstance(found, Failure)
    assert "larger than" in found.what
    assert isinstance(next(read_paths([write(path, b"x" * 40)], small)), RawDocument)
