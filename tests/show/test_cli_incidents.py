"""The commands that look across documents, as a user calls them."""

from __future__ import annotations

import json

import pytest
from linked_hand import linked
from told import filled, run

from allege.ledger import Ledger
from allege.show.linked import find_incident, views
from allege.show.terminal.incidents import incident_line, incident_page
from allege.show.terminal.screen import Screen, columns


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    return linked(tmp_path_factory.mktemp("linked"))


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_incidents_are_listed_with_their_status_reports_and_origins(ledger):
    result = run("incidents", "--ledger", ledger)
    assert result.exit_code == 0
    assert "aa11bb22cc  contested" in result.stdout
    assert "9–12 killed" in result.stdout
    assert "1 incident" in result.stdout


def test_an_incident_line_names_documents_and_claims_by_id(ledger):
    (line,) = objects(run("incidents", "--json", "--ledger", ledger))
    assert (line["id"], line["type"], line["reports"], line["origins"]) == ("aa11bb22cc33", "ASSAULT", 3, 2)
    assert line["status"] == "contested"
    assert line["claims"][0] == [line["documents"][0], "c1"]
    twelve, nine = line["slots"]["deaths"]
    assert (twelve["value"], twelve["origins"]) == ({"low": 12, "high": 12, "best": 12}, 1)
    assert nine["value"]["low"] == 9


def test_gunmen_stand_under_the_group_that_they_may_be(ledger):
    (line,) = objects(run("incidents", "--json", "--ledger", ledger))
    first = line["slots"]["actor"][0]
    assert first["value"] == "tide"
    assert [one["words"] for one in first["coarser"]] == ["Gunmen"]


def test_a_status_or_a_document_narrows_the_list(ledger):
    assert "No incident fits." in run("incidents", "--status", "retracted", "--ledger", ledger).stdout
    assert "aa11bb22cc" in run("incidents", "council", "--ledger", ledger).stdout


def test_one_incident_shows_who_says_what_from_which_document(ledger):
    page = run("incident", "aa11", "--ledger", ledger).stdout
    assert "disputed: 9–12" in page
    assert "police (not named), 2031-03-01: D1, repeated in D3" in page
    assert "The Council denies that it was Tide Brigade (D4)" in page
    assert "(copy of D1: 100 % of its words)" in page


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_screen(ledger, width, unicode):
    screen = Screen(width, colour=True, unicode=unicode, piped=False)
    with Ledger(ledger, create=False) as opened:
        view, material = next(views(opened, ["aa11bb22cc33"]))
    lines = [*incident_page(view, material, screen, everything=True), incident_line(view, screen)]
    assert max(columns(line) for line in lines) <= width


def test_grade_and_proposed_credibility_stand_beside_each_other_with_the_reason(tmp_path):
    path = linked(tmp_path)
    page = run("incident", "aa11", "--ledger", path).stdout
    assert "F4  police (not named), 2031-03-01: D1, repeated in D3" in page
    assert "4, doubtful: another origin contradicts it, none confirms it" in page
    assert "Neither is made of the other" in " ".join(page.split())
    run("grade", "police", "B", "--analyst", "ada", "--ledger", path)
    assert "B4  police (not named)" in run("incident", "aa11", "--ledger", path).stdout
    (line,) = objects(run("incident", "aa11", "--json", "--ledger", path))
    police = line["slots"]["deaths"][0]["by_origin"][0]
    assert (police["grade"], police["credibility"]["value"]) == ("B", 4)
    assert {one["value"] for one in line["credibility"]} <= set(range(1, 7))


def test_sources_show_the_proposals_for_their_claims_apart_from_the_grade(ledger):
    page = " ".join(run("sources", "doctors", "--ledger", ledger).stdout.split())
    assert "F3 for 1 claim: another origin confirms it, another origin contradicts it" in page
    (row,) = objects(run("sources", "doctors", "--json", "--ledger", ledger))
    assert (row["grade"], [one["credibility"] for one in row["proposed"]]) == ("F", [3])


def test_incident_origins_and_report_count_the_same_origins(ledger):
    (line,) = objects(run("incident", "aa11", "--json", "--ledger", ledger))
    assert (line["reports"], line["origins"], line["unknown"]) == (3, 2, 0)
    counted = "3 reports, 2 independent origins; 1 more document only speaks of it."
    assert counted in run("incident", "aa11", "--ledger", ledger).stdout
    assert run("origins", "aa11", "--ledger", ledger).stdout.startswith("4 documents, 2 origins: ")


def test_a_document_stands_for_its_one_incident(ledger):
    with Ledger(ledger, create=False) as opened:
        assert find_incident(opened, "radio").id == "aa11bb22cc33"


def test_two_sources_stand_side_by_side(ledger):
    page = run("compare", "aa11", "police", "doctors", "--ledger", ledger).stdout
    assert "killed     ●  12 (said 2031-03-02)" in page
    assert "● certain" in page
    assert "≠" in page
    (table,) = objects(run("compare", "aa11", "police", "doctors", "--json", "--ledger", ledger))
    assert {row["slot"]: row["relation"] for row in table["slots"]}["deaths"] == "clash"


def test_compare_says_which_sources_there_are(ledger):
    result = run("compare", "aa11", "the mayor", "police", "--ledger", ledger)
    assert result.exit_code == 1
    assert "try one of" in result.stderr
    assert run("compare", "aa11", "police", "--ledger", ledger).exit_code == 2


def test_why_names_whoever_decided_a_link(ledger):
    page = " ".join(run("why", "radio", "Vark Wire", "--ledger", ledger).stdout.split())
    assert "same, on a person's word, which outranks every score ada decided so" in page
    assert "1000000" not in page
    missing = run("why", "council", "radio", "--ledger", ledger)
    assert (missing.exit_code, "never compared" in missing.stderr) == (1, True)


def test_why_says_of_a_copy_that_it_is_one(tmp_path):
    words = " ".join(f"Gunmen stormed the fuel depot in Orlen{n} and killed guard{n}." for n in range(12))
    for name, text in (("first", words), ("second", f"{words} It rained.")):
        (tmp_path / f"{name}.txt").write_text(f"{name}: what happened\n\n{text}\n", encoding="utf-8")
    ledger = tmp_path / "copies.db"
    assert run("read", tmp_path, "--ledger", ledger).exit_code == 0
    said = run("why", "first.txt", "second.txt", "--ledger", ledger)
    assert (said.exit_code, "copies stand together" in said.stderr) == (1, True)


APART = {
    "mill": "Gunmen of the Grey Column burned the mill at Tarn Hollow on 3 May 2031 and killed Ada Brook, a clerk.",
    "mill2": "The mill at Tarn Hollow was burned on 3 May 2031 by gunmen who killed Ada Brook, police said.",
    "fair": "Shells struck the horse fair of Lower Quorrel on 9 June 2032, a surgeon told reporters.",
}


def test_why_says_what_holds_two_reports_apart(tmp_path):
    for name, text in APART.items():
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    ledger = tmp_path / "apart.db"
    assert run("read", tmp_path, "--ledger", ledger).exit_code == 0
    strange = run("why", "mill.txt", "fair.txt", "--ledger", ledger)
    assert (strange.exit_code, "never compared: blocking found" in strange.stderr) == (1, True)
    page = " ".join(run("why", "mill.txt", "mill2.txt", "--ledger", ledger).stdout.split())
    assert "in all (log-odds)" in page
    assert "Held apart: " not in page


def test_a_grade_is_kept_and_a_later_one_outranks_it(ledger):
    assert "1 of them not graded (F: cannot be judged)" in run("sources", "police", "--ledger", ledger).stdout
    first = run("grade", "police", "c", "--analyst", "ada", "--note", "saw the list", "--ledger", ledger)
    assert first.stdout == "police: C, fairly reliable; was F.\n"
    run("grade", "police", "B", "--analyst", "ben", "--ledger", ledger)
    (row,) = objects(run("sources", "police", "--json", "--ledger", ledger))
    assert (row["grade"], row["contradicted"], row["corroborated"]) == ("B", 1, 1)
    with Ledger(ledger, create=False) as opened:
        assert [(one.analyst, one.value) for one in opened.judgements()] == [("ada", "C"), ("ben", "B")]


def test_nothing_by_that_name_is_one_line_and_exit_code_1(ledger):
    for command in (("incident", "zz"), ("compare", "zz"), ("grade", "nobody at all", "A"), ("why", "zz", "radio")):
        result = run(*command, "--ledger", ledger)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1


def test_a_ledger_that_was_never_linked_says_so(tmp_path):
    assert "run: allege link" in run("incidents", "--ledger", filled(tmp_path)).stdout


def test_sources_of_a_ledger_that_is_not_linked_are_told_apart_from_no_match(tmp_path, ledger):
    assert "have not been linked yet; run: allege link" in run("sources", "--ledger", filled(tmp_path)).stdout
    assert run("sources", "xyzzy", "--ledger", ledger).stdout == "No source fits.\n"


@pytest.mark.parametrize("command", ["incident", "compare"])
def test_a_title_says_of_itself_that_it_is_what_is_told(command, ledger):
    assert run(command, "aa11", "--ledger", ledger).stdout.startswith("Incident aa11bb22cc, as told: ")
