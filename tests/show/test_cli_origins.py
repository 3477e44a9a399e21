"""`allege origins`: the tree of where reports come from, and its lines for programs."""

from __future__ import annotations

import json
from datetime import date

import pytest
from told import run

from allege.claim import Credit, CreditKind, Document, Record, Span
from allege.ledger import Ledger
from allege.link.model import Incident, Lineage, LineageKind
from allege.link.origins import lineage

WORDS = (
    "Gunmen attacked a fuel depot in Dunmarrow before dawn, killing at least twelve people and wounding about thirty. "
    "The attackers set off two explosions at the gate and fired on guards, the chief of police told reporters. "
    "Seven of the dead worked at the depot and five traded at the market across the road, he said on Tuesday evening."
)


def document(name: str, text: str, day: int, **about: object) -> Document:
    """A document of that name, published on that day of the month."""
    values: dict[str, object] = {"title": name.title(), "published": date(2023, 3, day), **about}
    return Document(f"sha256:{name:0<8}", f"{name}.txt", text, **values)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("origins") / "ledger.db"
    credit = Credit(CreditKind.WIRE, "Tallow Wire", (Span(0, 6),))
    told = [
        document("wire", WORDS, 14, credits=(credit,)),
        document(
            "copy", f"{WORDS} The mayor of Ambrick, far down the river, said that his town had diesel enough.", 15
        ),
        document("alone", "The ferry sails again on Monday, the harbour office said, once its engine is mended.", 16),
    ]
    with Ledger(path) as made:
        for one in told:
            made.add(Record(one))
        edges = lineage(made.stories(), made.event_claims())
        with made.linking() as writer:
            writer.lineage(edges)
            writer.done((one.id for one in told), "test")
    return path


def test_the_tree_runs_from_the_outside_source_to_the_copies_with_the_words_that_show_it(ledger):
    page = run("origins", "copy.txt", "--ledger", ledger).stdout
    assert page.startswith("2 documents, 1 origin: D2 is a copy of D1")
    lines = page.splitlines()
    assert lines[2] == "Tallow Wire"
    assert next(line for line in lines if "D1 Wire" in line).startswith("└─ ")
    assert next(line for line in lines if "D2 Copy" in line).startswith("   └─ ")
    assert "“Gunmen attacked a fuel depot" in page


def test_the_whole_family_is_shown_whichever_member_is_named(ledger):
    assert (
        run("origins", "wire.txt", "--ledger", ledger).stdout == run("origins", "copy.txt", "--ledger", ledger).stdout
    )


def test_a_document_of_unknown_lineage_is_said_to_be_one(ledger):
    page = run("origins", "alone.txt", "--ledger", ledger).stdout
    assert "1 document, 1 text of unknown lineage." in page
    assert "nothing tells where it comes from" in page


def test_each_derived_document_is_a_line_for_programs(ledger):
    lines = [json.loads(line) for line in run("origins", "--json", "--ledger", ledger).stdout.splitlines()]
    copy = next(line for line in lines if line["doc"] == "copy.txt")
    assert (copy["derived_from"], copy["kind"]) == ("wire.txt", "copy")
    assert copy["score"] > 0.9
    assert copy["why"]
    wire = next(line for line in lines if line["doc"] == "wire.txt")
    assert (wire["derived_from"], wire["upstream"]) == (None, "Tallow Wire")
    assert len(lines) == 2


def test_without_a_name_the_origins_are_counted(ledger):
    page = run("origins", "--ledger", ledger).stdout
    assert page.splitlines()[0] == "3 documents: 2 from 1 known origin, 1 text of unknown lineage."
    assert "2 from Tallow Wire" in page


def test_a_name_of_nothing_gives_one_line_that_says_what_to_do(ledger):
    result = run("origins", "no such thing", "--ledger", ledger)
    assert result.exit_code == 1
    assert "no document or incident has that name" in result.stderr
    assert "allege documents" in result.stderr


def test_a_copy_is_not_said_to_share_no_more_than_a_source_with_what_it_copies(tmp_path):
    """What two documents share is told of those of two origins; of one origin the tree tells more."""
    path = tmp_path / "ledger.db"
    told = [document(name, text, 14 + day) for day, (name, text) in enumerate(
        [("first", WORDS), ("second", WORDS), ("third", "The ferry sails on Monday, the office said.")])]  # fmt: skip
    both = "both have it from Vark Office: one word, not two witnesses"
    first, second, third = (one.id for one in told)
    edges = [
        Lineage(second, first, LineageKind.COPY, 1.0, "has the same words", containment=1.0),
        Lineage(second, first, LineageKind.SOURCE, 0.8, both),
        Lineage(third, first, LineageKind.SOURCE, 0.8, both),
    ]
    with Ledger(path) as made:
        for one in told:
            made.add(Record(one))
        with made.linking() as writer:
            writer.lineage(edges)
            writer.incidents([Incident("i1", "ASSAULT", tuple(one.id for one in told), (), ())])
            writer.done((one.id for one in told), "test")
    page = run("origins", "i1", "--ledger", path).stdout
    assert "D3 and D1: both have it from Vark Office" in page
    assert "D2 and D1: both have it" not in page


def test_a_part_of_a_title_or_path_names_a_document_as_it_does_elsewhere(ledger):
    assert run("origins", "alo", "--ledger", ledger).stdout == run("origins", "alone.txt", "--ledger", ledger).stdout
    several = run("origins", ".txt", "--ledger", ledger)
    assert several.exit_code == 2
    assert "could be any of several documents" in several.stderr
