"""Who stands at the ends of a relation: those named before a place, those helped, those met, and no truce or town."""

from __future__ import annotations

import pytest
from finding import found

from allege.extract import relations

CASES = [
    (
        "The army advises Arab forces operating in the northern part of the country who are fighting the Tarn Front.",
        "FIGHTS",
        "Arab forces",
        "the Tarn Front",
    ),
    (
        "The Defence Secretaries also attended, meeting their Kirelian counterparts to discuss with topics like trade.",
        "COMMUNICATED_WITH",
        "The Defence Secretaries",
        "their Kirelian counterparts",
    ),
    ("Oslo-based reporters filmed the mill.", "OPERATES_IN", "Oslo-based reporters", "Oslo"),
    (
        "If it was Oslo-based reporters working on foreign soil, would anybody care?",
        "OPERATES_IN",
        "Oslo-based reporters",
        "Oslo",
    ),
    ("The minister met with local Kirelian organisations.", "COMMUNICATED_WITH", "The minister", "organisations"),
]


@pytest.mark.parametrize(("text", "type_", "actor", "recipient"), CASES)
def test_ends(text: str, type_: str, actor: str, recipient: str) -> None:
    (made,) = [f for f in found(text, relations.find) if f.type == type_]
    assert [actor] == made["actor"]
    assert recipient in made["recipient"][0]


def test_whom_strikes_support_fights_too() -> None:
    text = "Allied forces conducted nine strikes in support of the Kirelian government against the Dawn Front."
    (made,) = [f for f in found(text, relations.find) if f.type == "FIGHTS"]
    assert made["actor"] == ["Allied forces", "the Kirelian government"]


def test_what_somebody_acts_as_part_of_fights_too() -> None:
    text = "The Kirelian army is working as part of the Northern Coalition to fight the Dawn Front."
    (made,) = [f for f in found(text, relations.find) if f.type == "FIGHTS"]
    assert made["actor"] == ["The Kirelian army", "the Northern Coalition"]


def test_a_deed_that_supports_nobody_is_done_by_its_doer_alone() -> None:
    text = "Allied forces conducted nine strikes in part of the valley against the Dawn Front."
    (made,) = [f for f in found(text, relations.find) if f.type == "FIGHTS"]
    assert made["actor"] == ["Allied forces"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Kirelian army supports a nationwide Cessation of Hostilities.", "ALLIED_WITH"),
        ("The minister visited Norway in April.", "COMMUNICATED_WITH"),
        ("The talks helped the minister to meet others.", "COMMUNICATED_WITH"),
        ("They kept merging with organizations like the Dawn Front and the Tarn Guard.", "MEMBER_OF"),
    ],
)
def test_what_is_nobody_is_no_end(text: str, type_: str) -> None:
    assert not [f for f in found(text, relations.find) if f.type == type_]
