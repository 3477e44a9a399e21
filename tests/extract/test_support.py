"""Which claims a text offers in support of which."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import predication, read

from allege.claim import Claim, ClaimKind, Span
from allege.extract import support

CASES = """
The guards fled, which indicates that somebody warned them. | fled, warned | fled>warned
The army withdrew because the rebels burned the bridge. | withdrew, burned | burned>withdrew
The rebels are well armed, considering the rockets that they fired. | armed, fired | fired>armed
The rebels burned the bridge. Therefore, the army withdrew. | burned, withdrew | burned>withdrew
The rebels burned the bridge. This proves that they planned a siege. | burned, planned | burned>planned
The convoy turned back and therefore the rebels fled. | turned, fled | turned>fled
The attack shows that the truce failed. | attack, failed | attack>failed
The rebels burned the bridge, as the audit has proven. | burned, proven | proven>burned
The rebels burned the bridge. As the audit has proven them to own explosives. | burned, own | own>burned
The rebels burned the bridge, and the army withdrew. | burned, withdrew |
The army withdrew after the rebels burned the bridge. | withdrew, burned |
As you know, the rebels burned the bridge. | know, burned |
The army left as the rebels burned the bridge. | left, burned |
"""
VOCABULARY = "rebels fled , therefore because which indicates that . As proven considering the attack"
ROWS = [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


def claims(text: str, words: list[str]) -> list[Claim]:
    """One claim for each word, named by it, in text order."""
    analysis = read(text)
    found = [(word, predication(text, word)) for word in words]
    return [
        Claim(word, p.anchor, ClaimKind.EVENT, "ASSAULT", sentence=analysis.sentence_of(analysis.doc[p.head]))
        for word, p in sorted(found, key=lambda pair: pair[1].anchor)
    ]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_premise_supports_the_conclusion_that_is_drawn_from_it_and_nothing_else(row: list[str]) -> None:
    text, words, expected = row
    links = support.links(read(text), claims(text, words.split(", ")))
    assert [f"{premise}>{conclusion}" for premise, backed in links.items() for conclusion in backed] == expected.split()


def test_therefore_looks_no_further_back_than_the_paragraph_that_holds_a_premise() -> None:
    text = "The rebels left.\n\nThe rebels burned the bridge. The town starved. Therefore, the army withdrew."
    links = support.links(read(text), claims(text, ["left", "burned", "starved", "withdrew"]))
    assert set(links) == {"burned", "starved"}


def test_a_question_before_therefore_is_no_premise() -> None:
    text = "Who burned the bridge? Therefore, the army withdrew."
    assert support.links(read(text), claims(text, ["burned", "withdrew"])) == {}


def test_two_claims_never_support_each_other() -> None:
    text = "The army withdrew because the rebels burned the bridge. Therefore the army withdrew."
    links = support.links(read(text), claims(text, ["withdrew", "burned"]))
    assert all(premise not in links.get(backed, ()) for premise, found in links.items() for backed in found)


def test_no_claims_no_links() -> None:
    assert support.links(read("Therefore, nothing."), ()) == {}


@given(st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=20))
@settings(max_examples=50)
def test_in_any_text_links_join_known_claims_and_none_to_itself(words: list[str]) -> None:
    text = " ".join(words)
    analysis = read(text)
    found = [
        Claim(f"c{t.i}", (Span(t.idx, t.idx + len(t)),), ClaimKind.EVENT, "X", sentence=analysis.sentence_of(t))
        for t in analysis.doc
    ]
    names = {claim.id for claim in found}
    for premise, backed in support.links(analysis, found).items():
        assert premise not in backed
        assert {premise, *backed} <= names
        assert len(backed) == len(set(backed))
