"""How records, documents and claims show themselves in a notebook."""

from __future__ import annotations

from hand import Hand
from test_report import Page, hand

from allege.ledger import Ledger
from allege.show.html import claim_row_html, document_html, record_html
from allege.show.html.page import asset


def test_record_shows_text_and_claims_without_script() -> None:
    page = Page(record_html(hand().record(title="Depot")))
    assert page.words("al-anchor")
    assert len(page.words("al-card")) == 2
    assert "script" not in page.tags
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_style_touches_nothing_but_its_own_classes() -> None:
    """Every rule begins at `.al`, so that a notebook's own page keeps its looks."""
    rules = [
        line.strip() for line in asset("style.css").splitlines() if "{" in line and not line.strip().startswith("@")
    ]
    assert rules
    assert [r for r in rules if not r.startswith((".al", "body.al"))] == []


def test_document_shows_its_beginning_and_that_it_is_not_annotated() -> None:
    document = Hand("Gunmen attacked. " + "Then it was quiet. " * 400).record(title="Depot").document
    page = Page(document_html(document))
    assert "Not yet annotated." in page.text
    assert "Showing the first 3,000 of" in page.text


def test_claim_stands_under_its_sentence() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(hand().record(title="Depot"))
        rows = list(ledger.claims())
    page = Page(claim_row_html(rows[1]))
    assert "denied that it shelled the town" in page.words("al-text")[0]
    assert "denies: held as certainly not so" in page.text
    assert page.links == []


def test_hostile_words_stay_text() -> None:
    evil = "<script>alert(1)</script>"
    made = Hand(f"They {evil} attacked.")
    made.claims_that("attacked")
    with Ledger(":memory:") as ledger:
        ledger.add(made.record(title=evil))
        row = next(ledger.claims())
    for html in (record_html(made.record()), document_html(made.record().document), claim_row_html(row)):
        assert "script" not in Page(html).tags
