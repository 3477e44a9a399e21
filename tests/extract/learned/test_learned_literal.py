"""Words of violence that tell of none: heard by the encoder, where no list knows their company."""

from __future__ import annotations

import pytest
from refining import predications, read

from allege.extract.learned.literal import meant

NONE = (
    "Substitute Ardo Venn shot wide in the last minute and the league leaders held on.",
    "The opposition attacked the budget in parliament and called it a gift to the banks.",
    "Then the senator attacked her rival's record on schools in a televised debate.",
)
SOME = (
    "Gunmen attacked a football ground in Orsa on Sunday and killed four supporters.",
    "An actor was kidnapped on the set of a film near Velm, his family said.",
    "Gunmen attacked the finance minister's car in Orsa and wounded two guards.",
)


def violent(text: str, encoder: str = "on") -> list[str]:
    """The heads of the events of violence that are left."""
    analysis = read(text, encoder)
    return [analysis.doc[p.head].text for p in meant(analysis, predications(analysis)) if p.type == "ASSAULT"]


@pytest.mark.parametrize("text", NONE)
def test_what_is_said_of_a_match_a_story_or_a_speech_is_no_assault(text):
    assert violent(text) == []


@pytest.mark.parametrize("text", SOME)
def test_violence_beside_matches_films_and_ministries_stays(text):
    assert violent(text)


def test_a_text_that_tells_of_violence_keeps_what_may_be_part_of_it():
    party = "A party on Tallow Street ended in gunfire at nine."
    assert "gunfire" in violent(f"Gunmen killed nine peasants near Orsa on Monday. {party}")


def test_without_an_encoder_nothing_changes():
    analysis = read(SOME[0], "off")
    found = predications(analysis)
    assert meant(analysis, found) is found
