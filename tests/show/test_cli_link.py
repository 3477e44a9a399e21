"""`allege link`, `allege import` and what `allege read` links, as a user calls them."""

from __future__ import annotations

import json

import pytest
from told import run

from allege.ledger import Ledger
from bench.invented import records


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "l.db"
    with Ledger(path) as made:
        for record in records(12, seed=3, reports=(2,)):
            made.add(record)
    return path


def test_link_says_what_it_did_why_and_at_what_cost(ledger):
    told = " ".join(run("link", "--ledger", ledger).stdout.split())
    assert "linked in" in told
    assert "(everything anew: nothing was linked before)." in told
    assert "incident" in told
    assert "Compared:" in told
    assert "Nothing to link: nothing is new." in run("link", "--ledger", ledger).stdout


def test_taking_in_one_document_tells_its_cost_too(tmp_path, monkeypatch):
    ledger = tmp_path / "grown.db"
    *first, last = records(60, seed=4, reports=(2,))
    monkeypatch.setattr("allege.link.plan.SMALL", len(first))
    monkeypatch.setattr("allege.link.plan.GROWTH", 2.0)
    with Ledger(ledger) as made:
        for record in first:
            made.add(record)
    run("link", "--ledger", ledger)
    with Ledger(ledger) as made:
        made.add(last)
    told = " ".join(run("link", "--ledger", ledger).stdout.split())
    assert "everything anew" not in told
    assert "Compared: " in told
    assert "pairs met" in told


def test_link_as_json_is_one_object(ledger):
    (line,) = run("link", "--rebuild", "--json", "--ledger", ledger).stdout.splitlines()
    found = json.loads(line)
    assert found["documents"] == found["held"] > 0
    assert found["why"] == "everything anew: as asked for"


def test_reading_links_unless_told_otherwise(tmp_path):
    notice = "A spokesman for the ferry company said on Monday that two boats were burned in Dunmarrow.\n"
    (tmp_path / "a.txt").write_text(notice, encoding="utf-8")
    apart, linked = tmp_path / "apart.db", tmp_path / "linked.db"
    assert "linked in" not in run("read", tmp_path / "a.txt", "--no-link", "--ledger", apart).stdout
    assert "1 document linked in" in run("read", tmp_path / "a.txt", "--ledger", linked).stdout
    with Ledger(apart) as held:
        assert held.linked_documents() == 0
    with Ledger(linked) as held:
        assert held.linked_documents() == 1


def test_import_takes_another_ledger_over_and_links_both(ledger, tmp_path):
    mine = tmp_path / "mine.db"
    told = run("import", ledger, "--ledger", mine)
    assert told.exit_code == 0
    assert "0 judgements taken over" in told.stdout
    assert "linked in" in told.stdout
    with Ledger(mine) as here, Ledger(ledger) as there:
        assert [row.id for row in here.documents()] == [row.id for row in there.documents()]
        assert here.linked_documents() > 0
    assert "known already" in run("import", ledger, "--ledger", mine).stdout


def test_importing_what_is_no_ledger_is_one_line(tmp_path, ledger):
    told = run("import", tmp_path / "none.db", "--ledger", ledger)
    assert told.exit_code == 1
    assert "there is no ledger here" in told.stderr
    assert told.stderr.count("\n") == 1
    assert "is the ledger itself" in run("import", ledger, "--ledger", ledger).stderr
