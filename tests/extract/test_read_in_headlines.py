"""Headlines in which verbs look like nouns and people like things, and whose vessels and warplanes shoot."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers, rows

# text | word of the deed | doer ("-": none) | whom
HEADLINES = """
Seven killed as militia raid cattle camp in Lower Orsa | raid | militia | cattle camp
Villagers flee as militia raid farms | raid | militia | farms
Dozens flee as army bombs village | bombs | army | village
Six die as army shells Velm | shells | army | Velm
Nine hurt as police charge marchers in Osk | charge | police | marchers
Nine hurt as police charge marchers in Osk | hurt | police | Nine
Bomb hurled at consulate in Velm | hurled | - | consulate
Grenade thrown at shrine in Osk, none hurt | thrown | - | shrine
Petrol bombs thrown at police in Osk | thrown | - | police
Three wounded as rebels raid police post | raid | rebels | police post
Six hurt as guards fire on marchers | fire | guards | marchers
"""

VESSELS = """
Neighbours say that navy boats are shelling the reed beds. | shelling | navy boats | reed beds
The captain radioed that an unlit patrol boat was firing on his trawler. | firing | patrol boat | trawler
The ministry said that Halmyran jets had struck a mill, killing four clerks. | struck | Halmyran | mill
The ministry said that attack helicopters had struck a mill, killing four clerks. | struck | - | mill
Jets bombed the camp on Monday. | bombed | - | camp
The raiders laughed as they set light to the granary. | set | raiders | granary
"""


@pytest.mark.parametrize("row", [row for table in (HEADLINES, VESSELS) for row in rows(table)])
def test_who_did_it_to_whom(row: tuple[str, ...]) -> None:
    text, word, doer, whom = row
    claim = event_at(text, word)
    doers = fillers(text, claim, Role.ACTOR)
    assert any(doer in one for one in doers) if doer != "-" else doers == []
    assert any(whom in one for one in fillers(text, claim, Role.RECIPIENT))


@pytest.mark.parametrize("text", ["He was held as police raid coordinator for a year.", "He set the light to green."])
def test_a_post_and_a_lamp_are_no_deed(text: str) -> None:
    assert [c for c in events(text) if c.type == "ASSAULT"] == []
