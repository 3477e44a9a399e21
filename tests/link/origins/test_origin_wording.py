"""Short texts: what the facts force on whoever reports them is no sign of copying, and neither is front matter."""

from __future__ import annotations

import pytest
from descended import prose, story

from allege.claim import Credit, CreditKind
from allege.link.model import Lineage, LineageKind, Story
from allege.link.origins import independent, lineage, origins, tell

FIRST = (
    "Three people were killed and seven wounded on Tuesday when shells hit the central market in Dunmarrow, Kestrin "
    "province, local officials said."
)
SECOND = (
    "At least three people were killed and seven wounded on Tuesday when artillery fire hit the central market in "
    "Dunmarrow, officials in Kestrin province said."
)
BRIEF = (
    "Shoppers crawled beneath overturned barrows while shells tore the awnings off the Dunmarrow market on Tuesday; "
    "three people were killed, and a baker wheeled the wounded to the clinic on his bread cart."
)
FRONT = "---\ndate: 2024-03-05\npublisher: {}\nlicence: free for all to print with the name of the paper\n---\n\n"


def edges(*stories: Story) -> list[Lineage]:
    return list(lineage(stories))


def fronted(name: str, publisher: str, text: str, day: int = 0) -> Story:
    head = FRONT.format(publisher)
    return story(name, head + text, day, publisher=publisher, front=len(head))


@pytest.mark.parametrize("day", [0, 1])
def test_short_reports_of_the_same_facts_are_two_origins(day: int) -> None:
    told = [story("courier", FIRST, 0, publisher="Orvane Courier"), story("herald", SECOND, day, publisher="Herald")]
    assert edges(*told) == []
    assert independent(origins(told, ()).values()) == (2, 0)


@pytest.mark.parametrize(
    "copy",
    [
        BRIEF.replace("overturned", "upset").replace("wheeled", "took"),
        BRIEF + " The clinic asked for blood.",
        BRIEF.partition(";")[0] + ".",
    ],
)
def test_a_short_text_with_the_wording_of_another_is_a_copy(copy: str) -> None:
    (edge,) = edges(story("first", BRIEF, 0), story("copy", copy, 1))
    assert edge.document == "sha256:copy"
    assert edge.kind in {LineageKind.COPY, LineageKind.CUT, LineageKind.EDITED}


def test_a_quotation_that_short_reports_share_makes_none_a_copy() -> None:
    said = '"nobody who was in that square will ever forget the noise"'
    told = [
        story(
            "courier", f"Three people were killed in Dunmarrow on Tuesday, officials said. {said}, Joren Abery said.", 0
        ),
        story(
            "herald", f"Officials said three people were killed on Tuesday in Dunmarrow. Joren Abery said {said}.", 1
        ),
    ]
    assert {edge.kind for edge in edges(*told)} <= {LineageKind.QUOTATION}


def test_front_matter_is_no_evidence() -> None:
    first, second = fronted("a", "Orvane Courier", prose(1, 30)), fronted("b", "Orvane Courier", prose(2, 30), 1)
    assert edges(first, second) == []


def test_the_same_text_under_other_front_matter_has_the_same_words() -> None:
    (edge,) = edges(fronted("a", "Orvane Courier", BRIEF), fronted("b", "Varrick Herald", BRIEF, 1))
    assert (edge.kind, edge.derived_from) == (LineageKind.COPY, "sha256:a")


def test_the_words_that_show_a_copy_stand_below_the_front_matter() -> None:
    first, second = fronted("a", "Courier", BRIEF), fronted("b", "Herald", BRIEF.replace("overturned", "upset"), 1)
    (edge,) = edges(first, second)
    assert all(start >= second.front for start, _ in edge.spans)
    assert first.text[slice(*edge.source_spans[0])].startswith("Shoppers crawled")




@pytest.mark.parametrize(
    "later",
    [
        "Shoppers crawled beneath barrows as shells hit the Dunmarrow market on Tuesday; three people were killed.",
        "Three people were killed on Tuesday when shells tore the awnings off the Dunmarrow market, officials said.",
    ],
)
def test_short_texts_that_are_partly_alike_are_of_unknown_lineage(later: str) -> None:
    told = [story("courier", BRIEF, 0, publisher="Courier"), story("herald", later, 1, publisher="Herald")]
    (edge,) = edges(*told)
    assert (edge.kind, edge.document, edge.derived_from) == (LineageKind.ALIKE, "sha256:herald", "sha256:courier")
    assert edge.spans
    found = origins(told, [edge])
    assert independent(found.values()) == (1, 1)
    assert [one.root for one in found.values()] == [one.id for one in told]
    assert "too few in so short a text to tell" in found["sha256:herald"].why
    assert "may come" not in tell(told, [edge])


def test_what_a_wire_is_credited_with_stays_the_wires() -> None:
    """A doubt says nothing where a credit tells where the text comes from."""
    later = "Three people were killed on Tuesday when shells tore the awnings off the Dunmarrow market, officials said."
    wire = (Credit(CreditKind.WIRE, "Tallow Wire"),)
    told = [story("courier", BRIEF, 0, publisher="Courier"), story("herald", later, 1, credits=wire)]
    assert origins(told, edges(*told))["sha256:herald"].root == "Tallow Wire"


def test_a_doubt_makes_no_copy_of_a_copy_unknown() -> None:
    """Of texts that come from one another anyway nothing is in doubt."""
    long = prose(5, 60)
    told = [story("a", f"{BRIEF}\n\n{long}", 0), story("b", BRIEF, 1), story("c", f"{long}\n\n{BRIEF}", 2)]
    assert LineageKind.ALIKE not in {edge.kind for edge in edges(*told)}
