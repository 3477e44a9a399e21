"""Who tells of a deed did not do it; whose words a text repeats; who gives a number."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Act, ClaimKind, Record, Role
from allege.settings import Settings


def read(text: str) -> Record:
    return allege.annotate(text, settings=Settings(workers=1))


def said(record: Record) -> list[tuple[str, str]]:
    """Source and content of each attribution."""
    quote = record.document.quote
    return [(quote(a.source), quote(a.content)) for a in record.attributions]


def doers(record: Record) -> list[str]:
    return [
        record.document.quote(record.mention(a.mention).spans)
        for claim in record.claims
        if claim.kind is ClaimKind.EVENT and claim.type == "ASSAULT"
        for a in claim.arguments
        if a.role is Role.ACTOR
    ]


def test_who_documents_torture_tortures_nobody() -> None:
    assert doers(read("Halden Watch documented at least 40 cases of torture in Sarn's prisons.")) == []


@pytest.mark.parametrize(
    "text", ["The League has repeatedly been accused of recruiting children.", "The League is suspected of the raid."]
)
def test_whoever_is_accused_is_not_the_accuser(text: str) -> None:
    (accusation,) = [a for a in read(text).attributions if a.act is Act.ACCUSE]
    assert accusation.source == ()


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("A doctor at the camp put the number of dead at 14.", "A doctor at the camp", "the number of dead at 14"),
        ("Rescue workers put the toll at more than 40.", "Rescue workers", "the toll at more than 40"),
        ("Local media, citing hospital sources, put the toll at 22.", "hospital sources", "the toll at 22"),
        ("The Times, quoting a police source, said the road was open.", "a police source", "the road was open"),
    ],
)  # fmt: skip
def test_a_figure_and_a_quoted_source_have_their_speaker(text: str, who: str, what: str) -> None:
    assert (who, what) in said(read(text))


def test_who_bears_responsibility_is_the_doer_by_somebodys_word() -> None:
    record = read("The League bears responsibility for the attack, the minister said.")
    assert doers(record) == ["The League"]
    assert [a.act for a in record.attributions] == [Act.ACCUSE]
