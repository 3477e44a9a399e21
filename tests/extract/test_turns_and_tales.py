"""Turns of talk in one paragraph, and tales told by others: who says it, how firmly, and what the author holds."""

from __future__ import annotations

import pytest

from tests.extract.annotating import check, rows, speeches

TALK = """
Q: Who was in the yard? WITNESS TALVE: The Bureau. They burned our mill. | burned | Bureau | Uu | TALVE | CT+
Reporter: Did you order it? Colonel Brade: I did not. My rivals shelled the inn. | shelled | rivals | Uu | Brade | CT+
Reporter: Did your men burn the mill? Colonel Brade: My rivals did. | burn | your men | Uu | Reporter | Uu
BASE: Again, Heron One? HERON ONE: Boats near the pier, they are firing at us. | firing | they | Uu | HERON | CT+
SECRETARY OF WORKS: The member is wrong. The police have beaten nobody. | beaten | police | Uu | SECRETARY | CT-
Quay log, 04:50, trawler Anneke: "Mayday, gunmen are attacking us." | attacking | gunmen | Uu | Anneke | CT+
@harbourlad: My aunt cleans there. She says that guards beat two sailors. | beat | guards | Uu | She | CT+
"""


@pytest.mark.parametrize("row", rows(TALK), ids=lambda row: row[0][:40])
def test_a_turn_of_talk_is_its_speakers_word(row):
    check(row)


def test_an_answer_is_told_by_who_is_asked():
    ((source, _, content),) = speeches("Q: What did you see? A: Four men. They dragged my cousin into a truck.")
    assert source == "A"
    assert content.startswith("Four men. They dragged")


PLAIN = """
ORSA: Nine people were killed by soldiers who stormed the market on Monday. VELM: Rebels burned a mill in the \
old town and fled. | burned | Rebels | CT+ | - |
BACKGROUND: The army shelled a mill in May and killed nine people who had fled there. STATUS: The front denies \
it. | shelled | army | CT+ | - |
On Monday the army shelled Orsa: nine were killed. The mayor was there: soldiers beat him. | shelled | army | CT+ | - |
"""


@pytest.mark.parametrize("row", rows(PLAIN), ids=lambda row: row[0][:40])
def test_a_heading_within_a_paragraph_speaks_for_nobody(row):
    check(row)
