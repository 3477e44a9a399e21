"""The report's incidents: slots with all answers, the tree of lineage, the timeline, and links that lead somewhere."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from hand import Hand
from linked_hand import linked
from told import filled

from allege.claim import Certainty, SourceKind
from allege.ledger import Ledger
from allege.link.model import Incident
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


def test_the_timeline_tells_by_day_what_each_document_says_and_on_whose_word(tmp_path):
    with Ledger(linked(tmp_path), create=False) as ledger:
        (view,) = incident_views(ledger, frozenset()).views
    assert [(one.day, one.document.label, one.words) for one in view.timeline] == [
        ("2031-03-01", "D1", "reports it on the word of police"),
        ("2031-03-02", "D2", "reports it on the word of doctors"),
        ("2031-03-02", "D3", "repeats “Gunmen attacked the ”"),
        ("2031-03-03", "D4", "The Council denies that it was Tide Brigade"),
    ]


def test_the_page_shows_the_timeline_in_its_order(page):
    section = page.partition("What was said when")[2].partition("</section>")[0]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())
    assert re.findall(r"\d{4}-\d\d-\d\d D\d", words) == [
        "2031-03-01 D1", "2031-03-02 D2", "2031-03-02 D3", "2031-03-03 D4",
    ]  # fmt: skip
    assert "D2 reports it on the word of doctors" in words


def written(folder, *told, value=Certainty.CT_PLUS):
    """The view of one incident of which witnesses tell, each in a text of its own: text, word of the deed, day."""
    with Ledger(folder / "written.db") as ledger:
        for text, deed, day in told:
            hand = Hand(text)
            who = text.rpartition(", ")[2].partition(" said.")[0]
            said = hand.says(who, "said", text.partition(",")[0], kind=SourceKind.OFFICIAL)
            hand.claims_that(deed, said, values=(Certainty.UU, value), roles={})
            ledger.add(hand.record(uri=text, title=who, published=day))
        claims = tuple(ledger.event_claims())
        documents = tuple(dict.fromkeys(one.document for one in claims))
        with ledger.linking() as writer:
            writer.incidents([Incident("cc11", "ASSAULT", documents, tuple(one.id for one in claims))])
            writer.done(documents, "hand")
        (view,) = incident_views(ledger, frozenset()).views
    return view


def test_what_has_no_date_says_so_and_comes_last(tmp_path):
    shelled = ("The ford at Vark was shelled, farmers said.", "shelled", None)
    view = written(tmp_path, shelled, ("The ford at Vark was hit, medics said.", "hit", date(2031, 3, 4)))
    assert [(one.day, one.words) for one in view.timeline] == [
        ("2031-03-04", "reports it on the word of medics"),
        ("no date", "reports it on the word of farmers"),
    ]


def test_a_denial_in_the_same_words_stands_once_and_denials_come_by_date(tmp_path):
    said = "Nobody shelled the ford, the army said."
    view = written(
        tmp_path,
        (said, "shelled", date(2031, 3, 3)),
        (f"{said}\n", "shelled", date(2031, 3, 3)),
        ("Nobody hit the ford, the council said.", "hit", date(2031, 3, 2)),
        value=Certainty.CT_MINUS,
    )
    assert [(one.day, one.words, len(one.others)) for one in view.denials] == [
        ("2031-03-02", "the council denies that it happened", 0),
        ("2031-03-03", "the army denies that it happened", 1),
    ]


def test_a_ledger_without_incidents_has_no_such_section(tmp_path):
    with Ledger(filled(tmp_path), create=False) as ledger:
        text = write_report(ledger, tmp_path / "report.html").read_text(encoding="utf-8")
    assert 'id="al-incidents"' not in text
