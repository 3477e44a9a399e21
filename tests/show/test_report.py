"""The report: one file, everything escaped, marks that nest, cards and text that find each other."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hand import Hand

from allege.claim import (
    Act,
    Block,
    BlockKind,
    Certainty,
    ClaimKind,
    Credit,
    CreditKind,
    EvidenceKind,
    Failure,
    Record,
    Role,
    Span,
)
from allege.errors import AllegeError
from allege.ledger import Ledger
from allege.show.html.report import write_report
from allege.show.voices import Reading, tally

VOID = {"meta", "br", "rect", "path"}
TEXT = "Police in Orvane said gunmen attacked the depot. The army denied that it shelled the town."


class Page(HTMLParser):
    """Reads a page strictly: every element closed in order; keeps ids, links, attributes, and text by class."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.events: list[str] = []
        self.marked: list[tuple[str, str]] = []
        self._open: list[tuple[str, str, list[str]]] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.events += [name for name in known if name.startswith("on") or name == "style"]
        self.ids += [known["id"] or ""] if "id" in known else []
        self.links += [known["href"] or ""] if "href" in known else []
        if tag not in VOID:
            self._open.append((tag, known.get("class") or "", []))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            opened, css, words = self._open.pop()
            assert opened == tag, (opened, tag)
            self.marked.append((css, "".join(words)))

    def handle_data(self, data: str) -> None:
        self.text += data
        for _, _, words in self._open:
            words.append(data)

    def words(self, css: str) -> list[str]:
        """The texts of all elements with that class."""
        return [words for found, words in self.marked if css in found.split()]


def hand() -> Hand:
    made = Hand(TEXT)
    police = made.says("Police in Orvane", "said", "gunmen attacked the depot")
    army = made.says("The army", "denied", "that it shelled the town", named=True, act=Act.DENY)
    made.claims_that(
        "attacked", police, values=(Certainty.UU, Certainty.CT_PLUS), roles={Role.ACTOR: "gunmen"},
        evidence={EvidenceKind.OFFICIAL_STATEMENT: "Police in Orvane said"},
    )  # fmt: skip
    made.claims_that("shelled", army, values=(Certainty.UU, Certainty.CT_MINUS))
    return made


def report(tmp_path: Path, *records: Record, limit: int = 200, failures: tuple[Failure, ...] = ()) -> tuple[str, Page]:
    with Ledger(tmp_path / "ledger.db") as ledger:
        for record in records:
            ledger.add(record)
        for failure in failures:
            ledger.add_failure(failure)
        html = write_report(ledger, tmp_path / "report.html", limit=limit).read_text(encoding="utf-8")
    return html, Page(html)


def test_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    """No font, script, style or picture is loaded; only the two inline ones whose hashes the policy names may run."""
    html, page = report(tmp_path, hand().record(uri="https://wire.example/1"))
    assert "default-src &#39;none&#39;" in html
    assert not {"link", "img", "iframe", "object", "form", "base"} & set(page.tags)
    assert not re.search(r"@import|url\((?!#)", html)
    assert not page.events, "event handlers and style attributes would need a weaker policy"
    assert [link for link in page.links if not link.startswith("#")] == ["https://wire.example/1"]


def test_policy_names_the_hashes_of_what_stands_in_the_page(tmp_path: Path) -> None:
    html, _ = report(tmp_path, hand().record())
    for tag in ("style", "script"):
        inner = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inner is not None
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html


def test_ids_are_unique_and_every_link_arrives(tmp_path: Path) -> None:
    other = replace(hand().record().document, id="sha256:" + "b" * 64, uri="other.txt")
    _, page = report(tmp_path, hand().record(), replace(hand().record(), document=other))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_text_stands_on_the_page_letter_for_letter(tmp_path: Path) -> None:
    """The marks add nothing but the claims' numbers."""
    _, page = report(tmp_path, hand().record())
    assert "".join(page.words("al-text")).replace("claim 1", "").replace("claim 2", "") == TEXT


def test_source_cue_content_and_anchor_are_marked(tmp_path: Path) -> None:
    _, page = report(tmp_path, hand().record())
    legend = 1
    assert page.words("al-unnamed")[legend:] == ["Police in Orvane"]
    assert page.words("al-named")[legend:] == ["The army"]
    assert page.words("al-cue")[legend:] == ["said", "denied"]
    assert [w.replace("claim 1", "").replace("claim 2", "") for w in page.words("al-d1")[legend:]] == [
        "gunmen attacked the depot",
        "that it shelled the town",
    ]


def test_certainty_is_drawn_and_said(tmp_path: Path) -> None:
    """Line style and strike-through in the text, a mark and words on the card: never colour alone."""
    html, page = report(tmp_path, hand().record())
    assert 'class="al-anchor al-ct" title="1: attack, held as certain"' in html
    assert 'class="al-anchor al-ct al-no" title="2: attack, held as certainly not so"' in html
    cards = page.words("al-card")
    assert "● attack “attacked”" in cards[0]
    assert "says: held as certain" in cards[0]
    assert "●✕ attack “shelled”" in cards[1]
    assert "denies: held as certainly not so" in cards[1]


def test_card_says_whose_word_it_is_and_on_what_evidence(tmp_path: Path) -> None:
    _, page = report(tmp_path, hand().record())
    first, second = page.words("al-card")
    assert "“Police in Orvane” (an official, not named)" in first
    assert "on an official statement: Police in Orvane said" in first
    assert "no evidence offered" in second


def test_demand_is_wanted_and_not_said_to_be_so(tmp_path: Path) -> None:
    made = Hand("The council must open the road.")
    made.claims_that("open", kind=ClaimKind.DEMAND, code="DEMAND", values=(Certainty.UU,))
    _, page = report(tmp_path, made.record())
    assert "the author demands: wanted, not said to be so" in page.words("al-card")[0]


def test_statements_are_folded_under_the_events(tmp_path: Path) -> None:
    made = hand()
    made.claims_that("Police", kind=ClaimKind.STATE, code="STATE")
    _, page = report(tmp_path, made.record())
    assert page.words("al-further")[0].startswith("1 further statement: ●\xa0Police")
    assert "2 events · 1 statement" in page.text


def test_what_the_document_never_says_is_stated(tmp_path: Path) -> None:
    _, page = report(tmp_path, hand().record())
    assert "2 claims: 1 on a named source's word, 1 on an unnamed source; no document cited." in page.text
    assert "No evidence is offered for 1 of 2 claims." in page.text
    assert "No date or time for any of 2 events." in page.text
    assert "The document gives no author, no publisher and no date of publication that we could find." in page.text


def test_hostile_document_stays_text(tmp_path: Path) -> None:
    """Markup in a text, a title, an address or a failure is shown, never run."""
    evil = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
    made = Hand(f"Police {evil} said gunmen attacked.\n\n</textarea></style>{{{{ 7*7 }}}} {evil}")
    police = made.says(f"Police {evil}", "said", "gunmen attacked")
    made.claims_that("attacked", police, values=(Certainty.UU, Certainty.CT_PLUS))
    record = made.record(
        title=evil, publisher=evil, byline=evil, uri="javascript:alert(3)", language='en" onclick="x',
        credits=(Credit(CreditKind.VIA, evil),), blocks=(Block(Span(1, 9), BlockKind.DATELINE, evil),),
    )  # fmt: skip
    html, page = report(tmp_path, record, failures=(Failure(evil, evil, evil),))
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert not page.events
    assert not [link for link in page.links if link.startswith("javascript:")]
    assert "{{ 7*7 }}" in page.text
    assert evil in page.text
    assert html.count("<script>") == 1


def test_marks_that_cross_still_nest(tmp_path: Path) -> None:
    """A quotation that ends inside another attribution is closed and opened again; the strict parser sees balance."""
    made = Hand("Alpha said beta gamma delta epsilon.")
    made.says("Alpha", "said", "beta gamma delta")
    made.says("gamma", "delta", "delta epsilon")
    made.claims_that("gamma delta epsilon")
    _, page = report(tmp_path, made.record())
    assert "".join(page.words("al-text")).replace("claim 1", "") == "Alpha said beta gamma delta epsilon."


def test_discontinuous_anchor_has_one_number(tmp_path: Path) -> None:
    made = Hand("They took the town over.")
    made.claims_that("took")
    made.claims[0] = replace(made.claims[0], anchor=made.at("took", "over"))
    html, page = report(tmp_path, made.record())
    assert page.words("al-anchor")[-2:] == ["took", "over"]
    assert html.count('class="al-ref"') == 1


def test_numbers_of_claims_at_one_word_stand_in_order(tmp_path: Path) -> None:
    made = Hand("They attacked.")
    made.claims_that("attacked")
    made.claims_that("attacked", kind=ClaimKind.RELATION, code="FIGHTS")
    _, page = report(tmp_path, made.record())
    assert page.words("al-ref") == ["claim 1", "claim 2"]


def test_boilerplate_is_folded_not_lost(tmp_path: Path) -> None:
    text = "Gunmen attacked.\n\nShare this\n\nLeave a reply\n\nThe end."
    made = Hand(text)
    made.claims_that("attacked")
    start, middle, end = text.index("Share"), text.index("Leave"), text.index("The end")
    blocks = (Block(Span(start, middle), BlockKind.BOILERPLATE), Block(Span(middle, end), BlockKind.BOILERPLATE))
    _, page = report(tmp_path, made.record(blocks=blocks))
    folded = page.words("al-folded")
    assert len(folded) == 1
    assert folded[0].startswith("Folded away: 5 words around the article")
    assert "Leave a reply" in folded[0]
    assert "The end" not in folded[0]


def test_claim_across_paragraphs_stands_beside_its_beginning(tmp_path: Path) -> None:
    made = Hand("They said that\n\nit burnt\n\ndown.")
    made.claims_that("burnt\n\ndown")
    _, page = report(tmp_path, made.record())
    rows = page.words("al-row")
    assert ["attack" in row for row in rows] == [False, True, False]


def test_failures_are_listed_with_their_remedy(tmp_path: Path) -> None:
    _, page = report(tmp_path, hand().record(), failures=(Failure("broken.bin", "is no text", "convert it first"),))
    assert "Could not be read (1)" in page.text
    assert "broken.bin: is no text; convert it first" in page.text


def test_document_that_was_not_analysed_says_why(tmp_path: Path) -> None:
    record = replace(Hand("Ein Satz.").record(language="de"), analysed=False, note="German is not read")
    _, page = report(tmp_path, record)
    assert "Not analysed: German is not read." in page.text


def test_cap_is_stated(tmp_path: Path) -> None:
    """Of three documents two are shown, the oldest first, and the page says so."""
    records = [Hand(f"Gunmen attacked town {n}.").record(uri=f"{n}.txt", published=date(2023, 3, n)) for n in (3, 1, 2)]
    _, page = report(tmp_path, *records, limit=2)
    assert "Showing 2 of 3 documents" in page.text
    assert "town 1" in page.text
    assert "town 2" in page.text
    assert "town 3" not in page.text


def test_long_text_is_cut_with_a_word(tmp_path: Path) -> None:
    made = Hand("Gunmen attacked. " + "Nothing more was known. " * 20_000 + "They fled.")
    made.claims_that("attacked")
    made.claims_that("fled")
    _, page = report(tmp_path, made.record())
    assert "Showing the first 200,000 of 480,027 characters and the claims in them." in page.text
    assert len(page.words("al-card")) == 1


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 lone", "\u202egnirts", "خبر عاجل: هجوم", "a" * 5_000, "\n\n \n"])
def test_odd_texts_make_a_page(tmp_path: Path, text: str) -> None:
    html, page = report(tmp_path, Hand(text).record())
    assert 'dir="auto"' in html
    assert "No claims found." in page.text


def test_empty_ledger_makes_a_page(tmp_path: Path) -> None:
    _, page = report(tmp_path)
    assert "No document has been read into this ledger." in page.text


def test_report_that_cannot_be_written_names_file_and_remedy(tmp_path: Path) -> None:
    with Ledger(":memory:") as ledger, pytest.raises(AllegeError, match=r"no/such/report\.html: cannot be written"):
        write_report(ledger, tmp_path / "no/such/report.html")


def test_old_report_survives_a_failed_one(tmp_path: Path) -> None:
    """What stood at the path is replaced whole or not at all."""
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")
    (tmp_path / ".report.html.part").mkdir()
    with Ledger(":memory:") as ledger, pytest.raises(AllegeError):
        write_report(ledger, target)
    assert target.read_text(encoding="utf-8") == "old"


def test_counts_of_a_record_are_those_of_the_ledger() -> None:
    record = hand().record()
    with Ledger(":memory:") as ledger:
        ledger.add(record)
        assert tally(Reading(record)) == ledger.summary(record.document.id)
