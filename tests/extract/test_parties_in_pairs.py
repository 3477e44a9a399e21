"""Who does what to whom where a row of names, a plea to another or a word of how many stands between; invented names.

Each row is a text in another's wording or a near neighbour that reads as before.
"""

from __future__ import annotations

import pytest
from annotating import event_at, fillers, rows

from allege.claim import Role

PARTIES = rows("""
The army arrested Maria Brann, head of the Velm League, Peter Teral, and three other activists. | arrested | The army | Maria Brann; Peter Teral; three other activists
The army arrested Ola Brann, son of Ire and Osk Brann, on Monday. | arrested | The army | Ola Brann
Peter Brann, Maria Tarn, and John Teral were shot by rebels in Velm. | shot | rebels | Peter Brann; Maria Tarn; John Teral
Osk Brann, a clerk and poet, was killed in Velm. | killed | - | Osk Brann
Two rebels, a driver, and a nurse were killed in Velm. | killed | - | Two rebels; a driver; a nurse
Two rebels, a team from Velm, and their guide were killed. | killed | - | Two rebels; their guide
The mayor made an appeal to the rebels to release the nine hostages. | release | the rebels | the nine hostages
The general gave his men an order to fire on the crowd. | fire | his men | the crowd
The general gave an order to fire on the crowd. | fire | The general | the crowd
The council extended an invitation to the envoy to visit Velm. | visit | the envoy | Velm
The court gave permission to the police to arrest the clerk. | arrest | the police | the clerk
The rebels made a threat to the mayor to kill his son. | kill | The rebels | his son
The group sent a letter to the council to protest the arrest of two clerks. | protest | The group | -
The army attacked rebel forces opposed to President Orsan. | opposed | rebel forces | Orsan
The accord was opposed by the army. | opposed | the army | -
Norland is committed to opening its markets to Orland. | committed | Norland | Orland
A series of attacks by gunmen wounded nine guards. | wounded | gunmen | nine guards
A series of explosions killed nine people. | killed | - | nine people
A number of rebels killed nine people. | killed | A number of rebels | nine people
The two agencies agreed to cooperate on the ground. | cooperate | The two agencies | -
A lawyer filed a complaint with the court against General Orsan. | filed | A lawyer | Orsan
The clerk filed a complaint against the court. | filed | The clerk | the court
Orsan called Premier Teral on Wednesday to invite him to Velm. | invite | Orsan | Premier Teral
Orsan called on Premier Teral to invite the envoy. | invite | Premier Teral | the envoy
Two helicopters were hit by the army's rifle fire near Velm. | hit | the army | Two helicopters
Nine clerks were killed by friendly fire. | killed | - | Nine clerks
The operation led to the arrest of nine men and the seizure of two rifles. | arrest | - | nine men
Police reported the arrest of nine men and the wife of the mayor. | arrest | - | nine men; the wife of the mayor
The year has seen the assassinations of a former army chief, a rebel commander and a lawyer. | assassinations | - | a former army chief; a rebel commander; a lawyer
Gunmen killed a clerk, a father of two and member of the council. | killed | Gunmen | a clerk
The army shelled the town in response to its losses. | shelled | The army | the town
""")  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("row", PARTIES, ids=lambda row: " ".join(row[0].split()[:7]))
def test_every_party_is_told_and_nobody_else(row: tuple[str, ...]) -> None:
    """The doers and those done to of one deed, by the words of their phrases or by name."""
    text, word, doers, whom = row
    claim = event_at(text, word)
    for role, wanted in ((Role.ACTOR, doers), (Role.RECIPIENT, whom)):
        found = fillers(text, claim, role)
        names = [] if wanted == "-" else wanted.split("; ")
        assert len(found) == len(names), found
        assert all(any(name in one for one in found) for name in names), found


def test_whoever_is_hit_in_return_did_what_is_returned() -> None:
    """"Its raid" in "sanctions on Norland in response to its raid" is Norland's."""
    text = "The League imposed sanctions on Norland in response to its invasion of Orland."
    assert "The League" not in fillers(text, event_at(text, "invasion"), Role.ACTOR)
    text = "The army shelled the brigade in retaliation for its raid on Velm."
    assert "The army" not in fillers(text, event_at(text, "raid"), Role.ACTOR)
