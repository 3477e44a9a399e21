"""The page taken apart as Markdown: short quotations, whose word, and what is never said, all from the record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hand import Hand
from test_report import hand

from allege.claim import Block, BlockKind, Certainty, ClaimKind, EvidenceKind, MentionType, Record, Role, Span
from allege.show.findings import missing
from allege.show.first_page import WORDS, main, markdown, short_quote
from allege.show.voices import Reading


def found(record: Record) -> tuple[str, ...]:
    return missing(Reading(record))


def test_each_claim_has_quote_voice_firmness_and_evidence() -> None:
    lines = markdown(hand().record(title="Depot")).splitlines()
    first = next(line for line in lines if line.startswith("| 1 |"))
    assert "| attack | “… said gunmen attacked the depot. …” | who: gunmen |" in first
    assert "| “Police in Orvane” (an official, not named) | ● held as certain | on an official statement: “" in first
    second = next(line for line in lines if line.startswith("| 2 |"))
    assert "“The army” (an official) denies | ●✕ held as certainly not so | no evidence offered" in second


def test_no_quotation_is_long() -> None:
    """The page is not reprinted: quotations hold a few words each, however long claim and mention are."""
    made = Hand(" ".join(f"word{n}" for n in range(60)))
    made.claims_that(made.text[70:300], roles={Role.ACTOR: made.text[:200]})
    for quote in re.findall(r"“([^”]*)”|who: ([^|;]*)", markdown(made.record())):
        assert len([w for w in "".join(quote).split() if w != "…"]) <= WORDS


def test_quotation_holds_the_anchor() -> None:
    record = hand().record()
    assert [("attacked" in q, "shelled" in q) for q in (short_quote(record.document, c) for c in record.claims)] == [
        (True, False),
        (False, True),
    ]


def test_signs_of_markdown_are_shown_as_they_are() -> None:
    made = Hand("The *army* | <b>attacked</b> [x](y) #now.")
    made.claims_that("attacked", roles={Role.ACTOR: "The *army* | <b>"})
    row = next(line for line in markdown(made.record()).splitlines() if line.startswith("| 1 |"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 8
    assert "<b>" not in row.replace("\\<b\\>", "")


def test_statements_are_listed_by_whose_word_they_are() -> None:
    made = Hand("The road is open. The town is quiet.")
    made.claims_that("open", kind=ClaimKind.STATE, code="STATE")
    made.claims_that("quiet", kind=ClaimKind.STATE, code="STATE")
    assert "- the author, ● held as certain: 1 “open”, 2 “quiet”" in markdown(made.record())


def test_folded_words_are_counted() -> None:
    made = Hand("Gunmen attacked.\n\nLeave a reply")
    made.claims_that("attacked")
    record = made.record(blocks=(Block(Span(18, 31), BlockKind.BOILERPLATE),))
    assert "- 3 words of boilerplate, kept but not read for claims" in markdown(record)


def test_unnamed_sources_are_counted_with_their_words() -> None:
    made = Hand("Intelligence reports show they attacked and burnt it. Somebody says they fled.")
    reports = made.says("Intelligence reports", "show", "they attacked and burnt it")
    nobody = made.says("", "says", "they fled")
    made.claims_that("attacked", reports, values=(Certainty.UU, Certainty.CT_PLUS))
    made.claims_that("burnt", reports, values=(Certainty.UU, Certainty.CT_PLUS))
    made.claims_that("fled", nobody, values=(Certainty.UU, Certainty.CT_PLUS))
    assert "Sources that are not named carry 3 claims: “Intelligence reports” (2), unstated (1)." in found(
        made.record()
    )


def test_who_is_accused_by_name_and_not_heard_is_listed() -> None:
    """A common noun cannot be asked; who speaks somewhere in the text has been heard."""
    made = Hand("Red Heron attacked. Gunmen attacked. Ash Column attacked. Ash Column denied it. Pavo Vrel attacked.")
    made.says("Ash Column", "denied", "it", named=True)
    made.mention("Red Heron", name="Red Heron Brigade", entity="rhb")
    for who in ("Red Heron", "Gunmen", "Ash Column", "Pavo Vrel"):
        made.claims_that(f"{who} attacked", roles={Role.ACTOR: who})
    record = made.record()
    assert [line for line in found(record) if "never heard" in line] == [
        "Said to have done something, and never heard here: Red Heron Brigade, Pavo Vrel."
    ]


def test_number_that_is_given_is_not_called_missing() -> None:
    made = Hand("Gunmen attacked, killing 12.")
    made.mention("12", MentionType.QUANTITY, low=12, high=12)
    made.claims_that("attacked", roles={Role.DEATHS: "12"})
    assert not [line for line in found(made.record()) if "number" in line]


def test_document_that_is_cited_is_not_called_missing() -> None:
    made = Hand("A letter shows that they attacked.")
    made.claims_that("attacked", evidence={EvidenceKind.DOCUMENT: "A letter"})
    assert "No document is cited." not in found(made.record())
    assert "No document is cited." in found(hand().record())


def test_nothing_is_called_missing_where_nothing_is_claimed() -> None:
    assert found(Hand("Good morning.").record()) == ()


def test_command_prints_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Police said gunmen attacked the depot.\n", encoding="utf-8")
    assert main([str(page)]) == 0
    assert capsys.readouterr().out.startswith("# The first page, taken apart\n")


def test_command_without_a_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "one file is needed" in capsys.readouterr().err


def test_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.txt")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
