"""Reused quotations are made from given texts, scored by hand-made links, and the same in each run."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from allege.link.model import Lineage, LineageKind
from allege.link.origins import lineage
from bench.quotations import LENGTHS, Report, apart, made, scored, table, together

WORDS = ["harbour", "crane", "ledger", "tide", "rope", "lantern", "mill", "stone", "barge", "market", "signal", "oar"]


def report(number: int, *, quoted: bool) -> Report:
    """A text of words that no other has; some with a quotation of twenty."""

    def said(start: int, count: int) -> str:
        return " ".join(f"{WORDS[at % len(WORDS)]}{number}x{at}" for at in range(start, start + count))

    quotation = f"\n\n“{said(500, 20)}”" if quoted else ""
    text = f"{said(0, 60)}.{quotation}\n\n{said(100, 60)}."
    return Report(f"r{number}", f"i{number}", date(2031, 3, 1 + number % 20), text)


REPORTS = [report(number, quoted=number < 6) for number in range(18)]


def test_each_quotation_stands_in_a_report_of_another_incident() -> None:
    work = made(REPORTS, 6, 1)
    texts = {one.id: one.text for one in work.stories}
    assert len(work.reused) == 6
    assert len(work.stories) == 18
    for one in work.reused:
        assert one.source != one.user
        assert LENGTHS[0] <= one.words <= 20
        if not one.edited:
            words = texts[one.user].partition("“")[2].partition("”")[0]
            assert words in " ".join(texts[one.source].split())
    assert made(list(reversed(REPORTS)), 6, 1) == work


def test_what_was_made_is_found_and_a_wrong_link_costs_precision() -> None:
    work = made(REPORTS, 6, 1)
    links = [Lineage(one.source, one.user, LineageKind.QUOTATION, 1.0, "") for one in work.reused[:3]]
    wrong = Lineage("r16", "r17", LineageKind.COPY, 1.0, "")
    outside = Lineage("r16", None, LineageKind.CREDIT, 1.0, "", upstream="Orsa Wire")
    score = scored(work, [*links, wrong, outside])
    assert (score.right, score.links) == (3, 4)
    assert score.right == sum(hits for name, hits, _ in score.recall if not name.startswith("of these"))
    assert "| links that are right | 8 | 0.750 |" in table(together([score, score]))


def test_the_linker_finds_quotations_that_are_used_word_for_word() -> None:
    work = made(REPORTS, 6, 1)
    word_for_word = scored(work, lineage(work.stories)).recall[0]
    assert word_for_word[1] == word_for_word[2] > 0


def test_of_two_reports_that_share_a_dozen_words_one_is_left_out() -> None:
    assert [one.id for one in apart([REPORTS[0], REPORTS[0], REPORTS[1]])] == ["r0", "r1"]


def test_the_command_says_how_it_is_used() -> None:
    command = [sys.executable, "-m", "bench.quotations", "--help"]
    assert "--draws" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
