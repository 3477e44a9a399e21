"""The report's incidents: slots with all answers, the tree of lineage, the timeline, and links that lead somewhere."""

from __future__ import annotations

import re
from html import unescape

import pytest
from linked_hand import linked
from told import filled

from allege.ledger import Ledger
from allege.show.html.incidents import incident_views
from allege.show.html.report import write_report


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    with Ledger(linked(folder), create=False) as ledger:
        return write_report(ledger, folder / "report.html").read_text(encoding="utf-8")


def test_every_link_leads_to_a_place_on_the_page(page):
    places = set(re.findall(r'id="([^"]+)"', page))
    assert {link for link in re.findall(r'href="#([^"]+)"', page) if link not in places} == set()


def test_an_incident_shows_its_slots_answers_and_givers(page):
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
    assert "disputed: 9–12" in words
    assert "F4 ● police (not named) , 2031-03-01 : D1 , repeated in D3" in words
    assert "4, doubtful: another origin contradicts it, none confirms it" in words
    assert "Neither is made of the other" in words
    assert "The Council denies that it was Tide Brigade" in words
    assert "copy: 100 % of its words" in words
    assert "4 documents, 2 origins: D3 is a copy of D1 (100 % of its words)" in words


def test_the_tree_hangs_a_copy_under_what_it_comes_from(tmp_path):
    with Ledger(linked(tmp_path), create=False) as ledger:
        (view,) = incident_views(ledger, frozenset()).views
    assert [(one.document.label, [inner.document.label for inner in one.below]) for one in view.tree] == [
        ("D1", ["D3"]), ("D2", []), ("D4", []),
    ]  # fmt: skip
    assert all(not one.document.link for one in view.tree)


def test_a_ledger_without_incidents_has_no_such_section(tmp_path):
    with Ledger(filled(tmp_path), create=False) as ledger:
        text = write_report(ledger, tmp_path / "report.html").read_text(encoding="utf-8")
    assert 'id="al-incidents"' not in text
