"""The parts of an incident, as a reader is told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from linked_hand import linked
from told import run

from allege.ledger import Ledger
from allege.show.linked import views
from allege.show.parts import left, parts


@pytest.fixture
def siege(tmp_path):
    """The attack on the mill, of which two claims tell of one part and one of another."""
    path = linked(tmp_path)
    with Ledger(path, create=False) as ledger:
        (one,) = ledger.incidents()
        with ledger.linking() as writer:
            writer.incidents([replace(one, parts=(one.claims[:2], one.claims[2:]))], instead=[one.id])
    return path


def test_a_part_is_shown_with_its_words_claims_and_documents(siege):
    page = run("incident", "aa11", "--ledger", siege).stdout
    assert "Parts\n  attack: “attacked”; 2 claims in D1, D3\n  … 1 more part, told by one claim each\n" in page
    report = siege.with_name("report.html")
    assert run("report", "--ledger", siege, "-o", report).exit_code == 0
    assert "attack: “attacked”; 2 claims" in report.read_text(encoding="utf-8")


def test_what_has_one_part_has_none_to_show(tmp_path):
    with Ledger(linked(tmp_path), create=False) as ledger:
        ((view, material),) = views(ledger)
        whole = replace(view, incident=replace(view.incident, parts=(view.incident.claims,)))
    assert parts(whole, material) == ()
    assert left(whole, ()) == ""
    assert "Parts" not in run("incident", "aa11", "--ledger", tmp_path / "linked.db").stdout


def test_the_line_for_programs_names_the_claims_of_each_part(siege):
    line = run("incident", "aa11", "--json", "--ledger", siege).stdout
    with Ledger(siege, create=False) as ledger:
        ((view, material),) = views(ledger)
    first = material.claims[view.incident.parts[0][0]]
    assert f'"parts": [[["{first.document}", "{first.record_id}"], ' in line
