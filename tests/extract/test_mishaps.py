"""Accidents are nobody's deed; what somebody did by mistake is."""

from __future__ import annotations

import pytest

from allege.claim import ClaimKind, Role
from tests.extract.annotating import annotated, event_at, fillers

ACCIDENTS = [
    "The driver of the coach, Om Relk, lost control and killed four passengers, police said.",
    "The driver lost control of the van, which hit a tram, killing a clerk.",
    "A fire caused by a short circuit destroyed the Osk hospital.",
    "Two recruits were killed when a grenade went off by accident at a barracks in Velm.",
    "A mortar bomb exploded while being unloaded by soldiers, killing two of them.",
    "A lorry of the Lisko company ran over two pupils near Velm, killing both.",
    "A gas explosion at the mill of Osk killed six weavers.",
    "A guard was killed by the accidental discharge of his pistol.",
    "Police said an electrical fault set the warehouse ablaze, killing two porters.",
    "A train struck a bus near Velm, killing nine people.",
    "Two nurses were killed when their helicopter crashed because of a technical failure.",
]


@pytest.mark.parametrize("text", ACCIDENTS)
def test_an_accident_is_nobodys_deed(text: str) -> None:
    record = annotated(text)
    assert not [c for c in record.claims if c.type in {"ASSAULT", "FIGHTS"}]


def test_the_dead_of_an_accident_are_counted() -> None:
    record = annotated(ACCIDENTS[0])
    (death,) = [a for c in record.claims if c.kind is ClaimKind.STATE for a in c.arguments if a.role is Role.DEATHS]
    assert record.mention(death.mention).low == 4


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The army accidentally bombed a village, killing nine.", "bombed", ["The army"]),
        ("Guards killed two men in a raid after a crash near Velm.", "killed", ["Guards"]),
        ("Soldiers ran over two marchers with a jeep in Velm.", "ran", ["Soldiers"]),
        ("A roadside bomb exploded as a bus passed, killing six.", "exploded", []),
        ("A car hit a truck of the army and exploded, killing three soldiers.", "exploded", []),
        ("The militia shot down a helicopter, which crashed, killing four guards.", "shot", ["The militia"]),
    ],
)
def test_a_deed_stays_one(text: str, word: str, doer: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == doer
