"""Raw documents to documents, end to end, with everything that can be wrong with them."""

from __future__ import annotations

import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from true_runs import true

from allege.claim import BlockKind, Document, Failure, RawDocument
from allege.clean import clean, raw_offset
from allege.read import read_paths
from allege.settings import Settings

STORY = "Both councils met in the old mill on Monday and agreed to open the northern road again."
MORE = "A second round is planned for the spring, the chair of the talks said on the way out."
SCRAPED = f"Councils reopen road\r\n\r\nBy Ada Brook\r\n\r\n{STORY}\r\n\r\nLeave a Reply\r\n\r\nConnecting to %s"


def one(content: bytes | str, media_type: str = "text/plain", **known: object) -> Document | Failure:
    raw = RawDocument("u", content.encode() if isinstance(content, str) else content, media_type, **known)
    (found,) = clean([raw], Settings())
    return found


def document(content: bytes | str, media_type: str = "text/plain", **known: object) -> Document:
    found = one(content, media_type, **known)
    assert isinstance(found, Document)
    assert found.raw is not None
    assert true(found.runs, found.text, found.raw)
    return found


def test_a_scraped_text_keeps_every_word_and_folds_what_is_not_the_writer_s() -> None:
    found = document(SCRAPED)
    assert found.text == SCRAPED.replace("\r\n", "\n")
    assert [b.kind for b in found.blocks] == [BlockKind.TITLE, BlockKind.BYLINE, BlockKind.BOILERPLATE]
    assert (found.title, found.byline, found.language) == ("Councils reopen road", "Ada Brook", "en")


def test_every_offset_leads_back_to_the_same_character_of_the_raw_text() -> None:
    found = document(SCRAPED)
    assert found.raw == SCRAPED
    assert [found.raw[raw_offset(found, n) or 0] for n in range(len(found.text))] == list(found.text)


def test_a_plain_document_is_its_decoded_text_exactly() -> None:
    found = document(SCRAPED + " cafÃ© \x00", plain=True)
    assert found.text == SCRAPED + " cafÃ© \x00"
    assert all(b.kind != BlockKind.BOILERPLATE for b in found.blocks)
    assert document("<p>one</p>", "text/html", plain=True).text == "<p>one</p>"


def test_failures_pass_through_in_their_place() -> None:
    failure = Failure("gone.txt", "no such file")
    raw = RawDocument("u", STORY.encode(), "text/plain")
    first, second, third = clean([raw, failure, raw], Settings())
    assert (second, type(first), type(third)) == (failure, Document, Document)


def test_ids_are_those_of_the_bytes_and_the_same_bytes_give_the_same_document() -> None:
    first = document(STORY)
    assert first == document(STORY)
    assert first.id == "sha256:" + RawDocument("u", STORY.encode(), "text/plain").sha256
    assert first.id != document(STORY, key="another row").id


def test_what_the_reader_knows_comes_before_what_the_text_says() -> None:
    known = {"title": "T", "byline": "B", "publisher": "P", "published": date(2020, 1, 1)}
    found = document(f"Councils reopen road\n\nBy Ada Brook\n\nMILLTON, June 9, 2014 — {STORY}", **known)
    assert (found.title, found.byline, found.publisher, found.published) == tuple(known.values())


def test_front_matter_is_read_and_folded_in_markdown_and_text() -> None:
    fields = "title: Road\nauthor: Ada Brook\npublisher: The Mill Post\ndate: 2021-02-03\n"
    text = f"---\n{fields}---\n\n# Road\n\n{STORY} **{MORE}**\n"
    for media_type in ("text/markdown", "text/plain"):
        found = document(text, media_type)
        assert (found.title, found.byline, found.publisher) == ("Road", "Ada Brook", "The Mill Post")
        assert found.published == date(2021, 2, 3)
        assert found.blocks[0].why == "front matter"
        assert found.text[found.blocks[0].span.end - 4 : found.blocks[0].span.end] == "---\n"
    assert "**" not in document(text, "text/markdown").text


def test_front_matter_with_a_colon_in_a_field_is_read_all_the_same() -> None:
    text = f"---\ntitle: Retraction: the toll\npublisher: The Mill Post\ndate: 2021-02-03\n---\n\n{STORY}\n"
    found = document(text, "text/plain")
    assert (found.title, found.publisher) == ("Retraction: the toll", "The Mill Post")
    assert found.published == date(2021, 2, 3)


def test_a_page_without_an_article_is_a_failure_that_says_what_to_do() -> None:
    found = one("<html><nav><a>Home</a><a>News</a></nav></html>", "text/html")
    assert isinstance(found, Failure)
    assert "no article" in found.what
    assert found.remedy


def test_a_text_of_nothing_but_control_characters_is_a_failure() -> None:
    assert isinstance(one("\x01\x02 \x03"), Failure)


@pytest.mark.parametrize(
    "text",
    [
        f"“{STORY} \"‘„«» ''' ``` {MORE}",
        f"{STORY}\x00 {MORE}",
        "قالت الأطراف: “Both councils met” ثم انصرفوا \u202bإلى المطحنة\u202c القديمة في المدينة.",
        "Обе стороны said that 双方 met in the מטחנה הישנה of the town.",
        "a\u0301\u0301\u0301" * 50,
        "\U0001f525" * 60,
    ],
)
def test_odd_texts_come_through_whole(text: str) -> None:
    found = document(text)
    assert found.text.replace("\x00", "") == text.replace("\x00", "")


def test_another_language_is_told_and_a_mixed_encoding_keeps_its_letters() -> None:
    french = "Les deux parties se sont réunies au moulin et ont décidé de rouvrir la route du nord. "
    assert document(french).language == "fr"
    mixed = document((STORY + " The café’s owner agreed.\n").encode() + "“Yes”, said the café owner.".encode("cp1252"))
    assert mixed.text.count("café") == 2
    assert "“Yes”" in mixed.text


def test_a_page_in_a_declared_encoding_is_read_in_it() -> None:
    body = f"<body><p>{STORY} “Yes”, said the café owner.</p></body>"
    page = f'<html><head><meta charset="windows-1252"></head>{body}</html>'
    assert "“Yes”, said the café owner." in document(page.encode("cp1252"), "text/html").text


def test_a_text_of_50_mb_is_stored_within_seconds_and_without_many_copies() -> None:
    content = (STORY + "\n").encode() * (50_000_000 // (len(STORY) + 1))
    tracemalloc.start()
    began = time.monotonic()
    found = document(content)
    took, (_, peak) = time.monotonic() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.text) > 49_000_000
    assert took < 20
    assert peak < 400_000_000


@pytest.mark.parametrize("sentence", [STORY + " ", "Ünd “dann” – ", "(", "Aa ", "“"])
def test_one_line_of_5_mb_is_read_in_bounded_time(sentence: str) -> None:
    began = time.monotonic()
    (found,) = clean(
        [RawDocument("u", (sentence * (5_000_000 // len(sentence))).encode(), "text/plain")],
        Settings(max_characters=6_000_000),
    )
    assert isinstance(found, Document)
    assert time.monotonic() - began < 30


def test_the_samples_are_read_with_their_writers_and_dates() -> None:
    samples = Path(__file__).parents[2] / "samples" / "documents"
    found = list(clean(read_paths([samples], Settings()), Settings()))
    assert not [item for item in found if isinstance(item, Failure)]
    wire = next(d for d in found if isinstance(d, Document) and d.uri.endswith("01-wire.txt"))
    assert {c.name for c in wire.credits} >= {"Tallow Wire"}
    assert wire.published == date(2023, 3, 14)


@given(st.binary(max_size=300), st.sampled_from(["text/plain", "text/markdown", "text/html"]), st.booleans())
def test_no_bytes_whatever_raise_and_every_span_lies_in_the_text(content: bytes, media_type: str, plain: bool) -> None:
    found = one(content, media_type, plain=plain)
    if isinstance(found, Document):
        assert true(found.runs, found.text, found.raw or "")
        spans = [b.span for b in found.blocks] + [s for c in found.credits for s in c.spans]
        assert all(0 <= start < end <= len(found.text) for start, end in spans)
