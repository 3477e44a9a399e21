"""Turns of talk in one paragraph, and tales told by others: who says it, how firmly, and what the author holds."""

from __future__ import annotations

import pytest

from tests.extract.annotating import check, events, rows, speeches

TALK = """
Q: Who was in the yard? WITNESS TALVE: The Bureau. They burned our mill. | burned | Bureau | Uu | TALVE | CT+
Reporter: Did you order it? Colonel Brade: I did not. My rivals shelled the inn. | shelled | rivals | Uu | Brade | CT+
Reporter: Did your men burn the mill? Colonel Brade: My rivals did. | burn | your men | Uu | Reporter | Uu
BASE: Again, Heron One? HERON ONE: Boats near the pier, they are firing at us. | firing | Boats | Uu | HERON | CT+
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


FIRM = """
If the council wanted a truce, it would not have shelled the ferry. | shelled | council | CT+ | - |
If the council wants a truce, it will not shell the ferry. | shell | council | Uu | - |
The bridge was in all likelihood mined by the retreating army. | mined | army | PR+ | - |
In all, the bridge was mined by the retreating army four times. | mined | army | CT+ | - |
Will the council ever free the miners it jailed? | free | council | Uu | - |
The front will free the miners. | free | front | CT+ | - |
It is untrue that our men looted the inn, the front insisted in a statement. | looted | men | Uu | front | CT-
It is a fact that our men looted the inn, the front insisted in a statement. | looted | men | Uu | front | CT+
The staff of Orme said it would bomb the dam if troops crossed the Ruun. | bomb | staff | Uu | staff | Uu
The staff of Orme said it would bomb the dam after troops crossed the Ruun. | bomb | staff | Uu | staff | CT+
Our troops "at no point" shelled the clinic, the colonel said. | shelled | troops | Uu | colonel | CT-
Our troops "at one point" shelled the clinic, the colonel said. | shelled | troops | Uu | colonel | CT+
The aunt swore that guards had beaten two girls. | beaten | guards | Uu | aunt | CT+
The aunt swore that guards would beat two girls. | beat | guards | Uu | aunt | PR+
Either the mayor hands over the miners, the general said, or his tanks will shell the port. \
| shell | general | Uu | general | Uu
Either the mayor frees them, the general warned, or his tanks shell the port. | shell | general | Uu | general | Uu
Either rebels or guards burned the mill. | burned | rebels | CT+ | - |
"""


@pytest.mark.parametrize("row", rows(FIRM), ids=lambda row: row[0][:60])
def test_how_firmly_it_is_told(row):
    check(row)


def test_an_oath_that_something_was_threatens_nobody():
    assert [c.type for c in events("The widow swore that soldiers had raped two girls.")] == ["ASSAULT"]
    assert "THREATEN" in {c.type for c in events("The widow swore to kill the mayor.")}


TALES = """
The front's men, an OSC panel has found, shot ten miners. | shot | men | Uu | panel | CT+
The front's men, a panel of experts, shot ten miners. | shot | men | CT+ | - |
The army has it that bandits hanged the miller. | hanged | bandits | Uu | army | CT+
Rumour has it that bandits hanged the miller. | hanged | bandits | Uu | - |
The army has it now, and bandits hanged the miller. | hanged | bandits | CT+ | - |
Nobody in Orsa believes the council's story that boatmen attacked the guards. | attacked | boatmen | Uu | council | CT+
Nobody in Orsa believes that boatmen attacked the guards. | attacked | boatmen | Uu | Nobody | PR-
According to Deputy Arle, the abbot told him that the warden had admitted poisoning two envoys. \
| poisoning | warden | Uu | warden | CT+
Rebels bombed the mill, said the woman selling fish. | bombed | Rebels | Uu | woman | CT+
Rebels bombed the mill, and the woman selling fish fled. | bombed | Rebels | CT+ | - |
Rebels bombed the mill at dawn. So said Captain Oro Lenn at dinner. | bombed | Rebels | Uu | Lenn | CT+
Rebels bombed the mill at dawn. So did the Arran Front in May. | bombed | Rebels | CT+ | - |
A leaked memo sets out the aims. Under the plan, guards would kill the mayor. | kill | guards | Uu | plan | Uu
The council met on Monday. Under the plan, guards would kill the mayor. | kill | guards | Uu | - |
Correction: An earlier version of this article said that herders had shot a guard. In fact he drowned. \
| shot | herders | CT- | version | CT+
Three witnesses of this article said that herders had shot a guard. In fact he was their friend. \
| shot | herders | Uu | witnesses | CT+
The villagers were very much afraid. Soldiers of the enemy have beaten a priest. | beaten | enemy | CT+ | - |
"""


@pytest.mark.parametrize("row", rows(TALES), ids=lambda row: row[0][:60])
def test_who_holds_a_tale(row):
    check(row)
