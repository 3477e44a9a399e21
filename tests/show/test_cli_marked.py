"""The marked text: no word is lost, every mark stands under its word, folded blocks take one line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hand import Hand
from hypothesis import given
from hypothesis import strategies as st
from told import blog, harbour

from allege.claim import Attribution, Block, BlockKind, Certainty, ClaimKind, Document, Record, Role, SourceKind, Span
from allege.ledger import Ledger
from allege.show.terminal.claims import claim_block, claim_line, claim_page
from allege.show.terminal.marked import MARKS, Paint, document_page, painted
from allege.show.terminal.screen import Screen, columns

PIPE = Screen(width=60)
TTY = Screen(width=40, colour=True, piped=False)
TEXTS = st.text(st.sampled_from("ab. \n\té漢\u0301\x1b\u202e"), max_size=80)


@st.composite
def records(draw):
    text = draw(TEXTS)
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
    said = tuple(
        Attribution(f"a{n}", (draw(spans),), (draw(spans),), (draw(spans),), within="a1" if n > 1 else None)
        for n in range(1, draw(st.integers(0, 3)) + 1)
    )
    return Record(Document("sha256:0", "x", text), attributions=said)


@given(records(), st.integers(30, 80))
def test_every_word_of_the_text_is_shown_and_no_control_character_is(record, width):
    lines = list(document_page(record, (), replace(TTY, width=width)))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "".join(lines[1:] if record.attributions else lines))
    wanted = "".join(record.document.text.split())
    assert "".join(shown.split()) == wanted.replace("\x1b", "?").replace("\u202e", "?")


@given(records())
def test_marks_stand_under_the_words_that_they_mark(record):
    """Without colours, read back: each marked character of the text is over its mark."""
    record = replace(record, document=replace(record.document, text=re.sub(r"[^ab]", "b", record.document.text)))
    lines = list(document_page(record, (), replace(PIPE, width=1000)))[2:]
    paint = painted(record)
    assert (lines or [""])[0] == (record.document.text if record.attributions else "")
    if any(paint):
        assert lines[1] == "".join(MARKS[Paint(kind)] for kind in paint).rstrip()


def test_wide_characters_take_marks_of_two_columns():
    text = "平和 said it"
    said = Attribution("a1", (Span(0, 2),), (Span(3, 7),), ())
    record = Record(Document("sha256:0", "x", text), attributions=(said,))
    assert list(document_page(record, (), PIPE))[-2:] == [text, "==== ~~~~"]


@pytest.mark.parametrize(
    ("kind", "why", "shown"),
    [
        (BlockKind.BOILERPLATE, "comment form", "[folded: comment form, 2 lines]"),
        (BlockKind.BOILERPLATE, "", "[folded: not part of the article, 2 lines]"),
        (BlockKind.CREDIT, "wire", "[credit: Name Email]"),
        (BlockKind.BODY, "", "Name"),
    ],
)
def test_only_what_is_not_read_is_folded(kind, why, shown):
    text = "Here.\nName\nEmail\n"
    block = Block(Span(6, len(text)), kind, why)
    lines = list(document_page(Record(Document("sha256:0", "x", text, blocks=(block,))), (), PIPE))
    assert lines[:2] == ["Here.", shown]


def rows(*made):
    with Ledger(":memory:") as ledger:
        for record in made:
            ledger.add(record)
        return list(ledger.claims())


def test_claims_follow_the_sentence_that_they_stand_in():
    record = harbour()
    lines = list(document_page(record, rows(record), Screen(width=200)))
    wanted = ("Two residents said", "“burned”", "A spokesman denied", "“attacked”", "harbour is closed", "“closed”")
    order = [next(n for n, line in enumerate(lines) if words in line) for words in wanted]
    assert order == sorted(order)


def test_a_claim_whose_sentence_ends_in_a_folded_block_is_still_shown():
    record = harbour()
    everything = Block(Span(0, len(record.document.text)), BlockKind.BOILERPLATE, "odd page")
    folded = replace(record, document=replace(record.document, blocks=(everything,)))
    lines = list(document_page(folded, rows(folded), PIPE))
    assert [line for line in lines if "folded" in line]
    assert sum(" “" in line and "held as" in line for line in lines) == 3


def test_a_relation_is_read_from_the_first_to_the_second():
    hand = Hand("Captain Vell leads the Tide Brigade.")
    roles = {Role.ACTOR: "the Tide Brigade", Role.RECIPIENT: "Captain Vell"}
    hand.claims_that("leads", kind=ClaimKind.RELATION, code="LED_BY", roles=roles)
    (row,) = rows(hand.record())
    assert "   “the Tide Brigade” is led by “Captain Vell”" in list(claim_block(row, PIPE))


def test_a_source_without_words_is_said_to_be_nobody_that_the_text_names():
    hand = Hand("The depot is believed to have burned.")
    said = hand.says("", "is believed", "to have burned")
    hand.claims_that("burned", said, values=(Certainty.UU, Certainty.PR_PLUS))
    (row,) = rows(hand.record())
    assert row.voices[-1].kind == SourceKind.UNNAMED
    assert "   says: somebody whom the text does not name · no evidence offered" in list(claim_block(row, Screen()))


def test_what_the_author_holds_too_is_said_beside_the_source():
    hand = Hand("As the mayor said, the depot burned.")
    said = hand.says("the mayor", "said", "the depot burned")
    hand.claims_that("burned", said, values=(Certainty.PR_PLUS, Certainty.CT_PLUS))
    (row,) = rows(hand.record())
    assert "held as certain; by the author: held as probable" in "\n".join(claim_block(row, Screen(width=200)))


def test_where_only_ascii_can_be_written_the_mark_is_the_code():
    row = rows(blog())[0]
    assert next(claim_block(row, Screen(unicode=False))).startswith("PS+ ")


@pytest.mark.parametrize("width", [30, 60, 120])
def test_no_line_is_wider_than_the_screen(width):
    record = harbour()
    screen = Screen(width=width, piped=False)
    for row in rows(record):
        assert columns(claim_line(row, screen)) <= width
        assert all(columns(line) <= width for line in (*claim_block(row, screen), *claim_page(row, screen)))
    assert all(columns(line) <= width for line in document_page(record, rows(record), screen))
