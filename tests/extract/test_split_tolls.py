"""Tolls that a sentence splits over places: each share is a claim of its own."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Record, Role


def shares(text: str) -> dict[str, tuple[int | None, str]]:
    """By the anchor of a claim with a toll: the least number of dead, and the places."""
    record = allege.annotate(text)
    return {record.document.quote(c.anchor): _toll(record, c) for c in record.claims if _toll(record, c)[0]}


def _toll(record: Record, claim: allege.claim.Claim) -> tuple[int | None, str]:
    of = {a.role: record.mention(a.mention) for a in claim.arguments}
    place = of.get(Role.PLACE)
    dead = of.get(Role.DEATHS)
    return (dead.low if dead else None), (record.document.quote(place.spans) if place else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two guards were killed in Pelkari and six in Hadrel.", {"killed": (2, "Pelkari"), "six": (6, "Hadrel")}),
        (
            "Raiders killed five traders in Umbara, three in Sarnat and another two in Beleth.",
            {"killed": (5, "Umbara"), "three": (3, "Sarnat"), "two": (2, "Beleth")},
        ),
        ("Three nurses died in Torrun and one more in Lisko.", {"died": (3, "Torrun"), "one": (1, "Lisko")}),
    ],
)
def test_each_share_of_a_toll_has_its_own_number_and_place(text: str, expected: dict[str, tuple[int, str]]) -> None:
    assert shares(text) == expected


def test_a_share_keeps_the_doer_and_the_source_of_the_whole() -> None:
    record = allege.annotate("Raiders killed five traders in Umbara and three in Sarnat, the mayor said.")
    (share,) = [c for c in record.claims if record.document.quote(c.anchor) == "three"]
    (doer,) = [record.mention(a.mention) for a in share.arguments if a.role is Role.ACTOR]
    assert record.document.quote(doer.spans) == "Raiders"
    assert len(share.attributions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Three men were killed in Velm, and two in March.",
        "Twelve people were killed in Velm and two officers in Orvel were suspended.",
        "Five soldiers died in Velm, and three days later two rebels gave up in Orvel.",
        "Rebels killed four guards in Velm and burned two houses in Orvel.",
        "Six people were killed in Velm and Orvel.",
        "Nine schools stand in Velm and five in Orvel.",
        "Six people were killed in Velm, and 3,000 in Orvel left their homes.",
        "Six clerks died in Velm, and some 70 people in Orvel lost their homes.",
        "Six people were killed in Velm, at",
        "Two guards were killed in Velm, six in",
    ],
)
def test_a_number_that_counts_something_else_is_no_share(text: str) -> None:
    record = allege.annotate(text)
    assert not [c for c in record.claims if "share of a toll" in c.why]


def test_a_share_of_what_two_words_tell_is_told_once() -> None:
    record = allege.annotate("Shelling killed nine traders in Umbara and three in Sarnat.")
    (share,) = [c for c in record.claims if "share of a toll" in c.why]
    assert record.document.quote(share.anchor) == "three"


def test_deaths_told_behind_a_list_take_nothing_from_its_shares() -> None:
    record = allege.annotate("Raiders killed three men in Velm, four in Orvel and one in Osk, and two died later.")
    shares = [record.document.quote(c.anchor) for c in record.claims if "share of a toll" in c.why]
    assert shares == ["four", "one"]
