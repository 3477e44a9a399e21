"""Tables of documents: a document a row, bad rows named by their line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.claim import Failure, RawDocument
from allege.read import read_paths
from allege.read.address import host
from allege.read.source import Source
from allege.read.table import read_csv, read_jsonl
from allege.settings import Settings


def rows(content: str, reader=read_csv) -> list[RawDocument | Failure]:
    return list(reader(Source("table", content.encode())))


def test_named_columns_become_provenance_whatever_their_capitals() -> None:
    row = "Calm,A. Writer,The Example,2021-03-04,https://example.org/1,Calm held."
    (found,) = rows(f"Headline,Author,Source,Date,URL,Text\n{row}\n")
    assert found == RawDocument(
        uri="https://example.org/1",
        content=b"Calm held.",
        media_type="text/plain",
        charset="utf-8",
        title="Calm",
        byline="A. Writer",
        publisher="The Example",
        published=date(2021, 3, 4),
        key="https://example.org/1\x1fCalm\x1fA. Writer\x1fThe Example\x1f2021-03-04",
        row="table#1",
    )


def test_a_row_without_an_address_is_named_by_its_number() -> None:
    assert [item.uri for item in rows("id,text\n7,One.\n8,Two.\n")] == ["table#1", "table#2"]


def test_the_same_words_under_another_outlet_are_another_document_and_the_same_row_the_same() -> None:
    first, second, third = rows("text,outlet\nCalm held.,The Example\nCalm held.,The Sample\nCalm held.,The Example\n")
    assert first.sha256 != second.sha256
    assert first.sha256 == third.sha256


def test_the_delimiter_is_the_one_that_finds_a_text_column() -> None:
    for delimiter in ",;\t|":
        (found,) = rows(f"id{delimiter}text\n1{delimiter}Calm held.\n")
        assert found.content == b"Calm held."


def test_cells_keep_their_line_breaks_and_quotes() -> None:
    (found,) = rows('text\n"He said ""no"",\r\nthen left."\n')
    assert found.content == b'He said "no",\r\nthen left.'


def test_a_table_without_a_text_column_is_one_failure() -> None:
    for found in (rows("id,words\n1,One\n2,Two\n"), rows('{"id": 1}\n{"id": 2}\n', read_jsonl)):
        (failure,) = found
        assert "no column of texts" in failure.what
        assert "text" in failure.remedy


def test_bad_rows_are_failures_with_their_line_and_the_others_are_read() -> None:
    found = rows('id,text\n1,One.\n2,"Two" more\n3,Three.\n4\n5,\n6,Six.\n')
    assert [getattr(item, "content", None) or item.what.split(":")[0] for item in found] == [
        b"One.",
        "line 3",
        b"Three.",
        "line 5",
        "line 6",
        b"Six.",
    ]


def test_a_quote_that_never_closes_names_the_line_where_it_opened() -> None:
    first, second = rows('id,text\n1,One.\n2,"Two\nthree\nfour')
    assert first.content == b"One."
    assert second.what.startswith("line 3: bad CSV")


def test_bad_json_lines_are_failures_with_their_line() -> None:
    deep = "[" * 100_000
    found = rows(f'{{"text": "One."}}\n{{oops\n\n[1]\n{deep}\n{{"text": null}}\n{{"body": "Six."}}\n', read_jsonl)
    assert [getattr(item, "content", None) or item.what.split(":")[0] for item in found] == [
        b"One.",
        "line 2",
        "line 4",
        "line 5",
        "line 6",
        b"Six.",
    ]


def test_a_table_of_nothing_but_bad_lines_is_given_up_after_a_hundred() -> None:
    found = rows("oops\n" * 5000, read_jsonl)
    assert len(found) == 101
    assert "the rest is not read" in found[-1].what


def test_a_row_of_html_is_read_as_a_page_and_lists_of_authors_are_joined() -> None:
    (found,) = rows(json.dumps({"html": "<p>Calm held.", "authors": ["A. Writer", "B. Second"]}), read_jsonl)
    assert (found.media_type, found.byline) == ("text/html", "A. Writer, B. Second")


def test_lone_surrogates_in_json_do_not_stop_the_reading() -> None:
    (found,) = rows('{"text": "odd \\ud800 letter"}', read_jsonl)
    assert found.content == b"odd ? letter"


def test_tables_are_found_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nOne.\n")
    (found,) = read_paths([tmp_path], Settings())
    assert found.uri == f"{tmp_path / 'a.csv'}#1"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), max_size=5))
def test_every_text_survives_a_json_table_character_for_character(texts: list[str]) -> None:
    content = "\n".join(json.dumps({"text": text}) for text in texts)
    found = [item.content.decode() for item in rows(content, read_jsonl) if isinstance(item, RawDocument)]
    assert found == [text for text in texts if text.strip()]


def listed(folder: Path, *lines: dict[str, str]) -> list[RawDocument | Failure]:
    table = folder / "documents.jsonl"
    table.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return list(read_paths([table], Settings()))


def test_a_row_may_name_a_file_beside_the_table_and_the_document(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "1.md").write_text("Calm held in Vark.")
    row = {
        "file": "texts/1.md",
        "doc": "vark-1",
        "title": "Calm",
        "published": "2031-06-09",
        "url": "https://example.org/1",
    }
    (found,) = listed(tmp_path, row)
    assert isinstance(found, RawDocument)
    assert (found.uri, found.content, found.media_type) == ("vark-1", b"Calm held in Vark.", "text/markdown")
    assert (found.title, found.published) == ("Calm", date(2031, 6, 9))
    assert found.publisher == "example.org"


def test_an_address_says_who_published_only_where_nothing_else_does(tmp_path: Path) -> None:
    row = {"text": "Calm held in Vark.", "url": "https://www.vark-herald.example/1"}
    (named,) = listed(tmp_path, {**row, "doc": "a", "publisher": "The Herald"})
    (by_address,) = listed(tmp_path, row)
    assert isinstance(named, RawDocument)
    assert isinstance(by_address, RawDocument)
    assert (named.publisher, by_address.publisher, by_address.uri) == ("The Herald", None, row["url"])


def test_what_a_web_archive_keeps_is_its_publishers(tmp_path: Path) -> None:
    """Or all that is read from one archive would be one paper's word."""
    kept = "https://archive.example/web/20310609120000/http://www.vark-herald.example:80/news/1"
    (found,) = listed(tmp_path, {"doc": "a", "text": "Calm held in Vark.", "url": kept})
    assert isinstance(found, RawDocument)
    assert found.publisher == "vark-herald.example"


@pytest.mark.parametrize(
    ("address", "whose"),
    [
        ("https://www.vark-herald.example/1", "vark-herald.example"),
        ("http://archive.example/2031id_/https:/tarsk.example/story", "tarsk.example"),
        ("https://tarsk.example/share?u=https://other.example/1", "tarsk.example"),
        ("vark-1", ""),
        ("http://[", ""),
    ],
)
def test_the_host_of_an_address(address: str, whose: str) -> None:
    assert host(address) == whose


def test_a_file_without_a_name_of_its_own_goes_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Calm held.")
    (found,) = listed(tmp_path, {"file": "1.txt"})
    assert found.uri == str(tmp_path / "1.txt")


def test_two_rows_that_name_the_same_words_stay_two_documents(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Calm held.")
    first, second = listed(tmp_path, {"file": "1.txt", "doc": "a"}, {"file": "1.txt", "doc": "b"})
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert first.sha256 != second.sha256


def test_a_file_that_a_row_names_is_the_document_that_it_is_when_read_itself(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Calm held.")
    (listed_one,) = listed(tmp_path, {"file": "1.txt", "doc": "a", "title": "Calm"})
    (itself,) = read_paths([tmp_path / "1.txt"], Settings())
    assert isinstance(listed_one, RawDocument)
    assert isinstance(itself, RawDocument)
    assert listed_one.sha256 == itself.sha256


def test_a_table_reads_nothing_outside_its_own_folder(tmp_path: Path) -> None:
    inside = tmp_path / "table"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("Not for this table.")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    names = ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt", "a\0b.txt")
    found = listed(inside, *({"file": name} for name in names))
    assert all(isinstance(item, Failure) and "lies outside the folder" in item.what for item in found)
    assert str(found[0]).endswith(
        "line 1: the file ../secret.txt lies outside the folder of the table; move it beside the table"
    )


def test_a_file_that_is_missing_or_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("text\nx\n")
    missing, table, good = listed(tmp_path, {"file": "no.txt"}, {"file": "more.csv"}, {"text": "Calm held."})
    assert isinstance(missing, Failure)
    assert missing.what == "line 1: the file no.txt: no such file"
    assert isinstance(table, Failure)
    assert table.what == "line 2: the file more.csv is no text, Markdown or HTML"
    assert isinstance(good, RawDocument)


def test_a_table_that_is_no_file_cannot_name_files() -> None:
    (found,) = rows('{"file": "1.txt"}', read_jsonl)
    assert isinstance(found, Failure)
    assert "the table itself is none" in found.what
