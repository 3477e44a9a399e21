"""Who did it, who says so and how firmly, in wordings that a stranger to the program asked about.

Each cause of a wrong answer has its sentences, worded anew, and beside them neighbours that read as they did.
"""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import check, event_at, fillers, rows

# text | word of the deed | doer ("-": none) | the author's value | innermost source ("-": none) | that source's value
TRIED = """
The front attempted to kill the mayor with a car bomb. | kill | front | Uu | - |
Gunmen tried to storm the barracks, killing four guards. | storm | Gunmen | Uu | - |
The officers conspired to kill the prince. | kill | officers | Uu | - |
Militants have repeatedly sought to kidnap the engineer. | kidnap | Militants | Uu | - |
The gunmen failed to kill the judge. | kill | gunmen | CT- | - |
Soldiers stopped the mob from lynching the teacher. | lynching | mob | CT- | - |
The guards kept the rebels from seizing the depot. | seizing | rebels | CT- | - |
The rebels gave up their plans to storm the capital. | storm | rebels | Uu | - |
The army scrapped plans to attack the island. | attack | army | CT- | - |
Rebels seem to have abducted the two drivers. | abducted | Rebels | PR+ | - |
The guards seem to have shelled the school, killing four. | killing | guards | PR+ | - |
Troops appeared to be shelling the town. | shelling | Troops | PR+ | - |
The army threatened to bomb the dam. | bomb | army | Uu | army | Uu
The militia refused to attack the town. | attack | militia | CT- | militia | CT-
Police tried to deny that guards had beaten the prisoner. | beaten | guards | Uu | Police | CT-
The mayor appeared to deny that guards had beaten the prisoner. | beaten | guards | Uu | mayor | CT-
"""

UNREAL = """
Had the patrol not arrived, the mob would have lynched the thief. | lynched | mob | CT- | - |
If the bomb had gone off, it would have killed dozens of pilgrims. | killed | - | CT- | - |
The army would have bombed the camp if the envoy had not pleaded. | bombed | army | CT- | - |
If the guards had not come, the thief would have been killed by the mob. | killed | mob | CT- | - |
But for the snow, the front would have attacked the town. | attacked | front | CT- | - |
The chapel would have been burned had neighbours not intervened. | burned | - | CT- | - |
Rebels would have stormed the camp had the army not shelled them. | stormed | Rebels | CT- | - |
Rebels would have stormed the camp had the army not shelled them. | shelled | army | CT+ | - |
Had the guards not shelled the mill, it would have stood. | shelled | guards | CT+ | - |
Had gunmen stormed the bus, killing its driver, nobody would have known. | killing | gunmen | CT- | - |
The mayor said the rebels would have burned the mill if troops had not come. | burned | rebels | Uu | mayor | CT-
The rebels said they would have killed the envoy if he had come. | killed | rebels | Uu | rebels | CT-
By then the rebels would have attacked the town. | attacked | rebels | Uu | - |
Even if he had come, the rebels would have killed him. | killed | rebels | Uu | - |
If the army attacked the town, rebels would shell the port. | shell | rebels | Uu | - |
The gunman was about to kill the judge when police shot him. | kill | gunman | Uu | - |
Rebels were about to storm the camp when jets bombed them, killing four. | storm | Rebels | Uu | - |
Just as the sniper was about to fire at the mayor, a guard tackled him. | fire | sniper | Uu | - |
The army is about to attack the town. | attack | army | PR+ | - |
"""

DENIED = """
The front says it was the police, not them, who burned the mill. | burned | police | Uu | front | CT+
The Kelt Front insists it was the army, not it, that mined the road, killing four. | mined | army | Uu | Front | CT+
It was the guards, not us, who shot the boy. | shot | guards | CT+ | - |
The army said it was the rebels and not us who shelled the port. | shelled | rebels | Uu | army | CT+
It is us who shot the boy. | shot | us | CT+ | - |
It was not the police who burned the mill. | burned | police | CT- | - |
The mayor said his guards took no part in the beating of the miners. | beating | guards | Uu | mayor | CT-
The general said his men did not take part in the shelling of the port. | shelling | men | Uu | general | CT-
The minister said troops had no hand in the killing of the farmers. | killing | troops | Uu | minister | CT-
The army played no role in the bombing of the mill, killing four. | bombing | army | CT- | - |
The sheriff said his deputies took part in the beating of the miners. | beating | deputies | Uu | sheriff | CT+
Police deny beating student leader | beating | Police | Uu | Police | CT-
Guards deny shooting farmer | shooting | Guards | Uu | Guards | CT-
Army admits shooting farmer | shooting | Army | Uu | Army | CT+
The alleged attack on the mill never happened. | attack | - | CT- | - |
There was no attack on the mill. | attack | - | CT- | - |
"""

DOUBTED = """
Many villagers doubt whether the guards really shot the miller. | shot | guards | Uu | villagers | Uu
Reporters asked whether the guards had shot the boy. | shot | guards | Uu | Reporters | Uu
Few residents doubt that the guards shot the miller. | shot | guards | PR+ | - |
Few dispute that rebels burned the mill. | burned | rebels | PR+ | - |
Hardly anyone doubts that rebels burned the mill. | burned | rebels | PR+ | - |
A few villagers doubt that the guards shot the miller. | shot | guards | Uu | villagers | PR-
The so-called raid by the guards on the clinic divides the town. | raid | guards | PS+ | - |
The so-called Kelt Front attacked the mill. | attacked | Front | CT+ | - |
"""

TOLD = """
According to the Orsa Courier, citing clinic staff, guards shot seven miners. | shot | guards | Uu | staff | CT+
According to the agency, which cited a doctor, guards shot seven miners. | shot | guards | Uu | doctor | CT+
According to the Orsa Courier, citing security concerns, guards shot at the bus. | shot | guards | Uu | Courier | CT+
The minister said that the mayor believed rebels had killed the miller. | killed | rebels | Uu | mayor | PR+
The envoy said residents feared that militiamen had burned the mill. | burned | militiamen | Uu | residents | PS+
The minister said he believed rebels had killed the miller. | killed | rebels | Uu | minister | PR+
In a statement, the Kelt Front boasted of having killed the mayor. | killed | Front | Uu | Front | CT+
On Monday, the Kelt Front boasted of the killing of nine guards. | killing | Front | Uu | Front | CT+
The miller remembered: "Guards burned the mill and shot my son." | burned | Guards | Uu | miller | CT+
"Soldiers burned the mill," the widow recalled. | burned | Soldiers | Uu | widow | CT+
The nurse recalled that soldiers attacked the ward. | attacked | soldiers | CT+ | nurse | CT+
They keep saying guards shot the boy, can anybody confirm? | shot | guards | Uu | They | CT+
The mayor said guards shot the boy; is it true? | shot | guards | Uu | mayor | CT+
Does the mayor say the army shelled the school, killing four? | shelled | army | Uu | mayor | Uu
"""


@pytest.mark.parametrize("row", [row for table in (TRIED, UNREAL, DENIED, DOUBTED, TOLD) for row in rows(table)])
def test_asked(row: tuple[str, ...]) -> None:
    check(row)


@pytest.mark.parametrize(
    ("text", "word", "doer", "victim", "author"),
    [
        ("The king had the envoy killed.", "killed", "king", "envoy", "CT+"),
        ("The general had his own brother shot.", "shot", "general", "brother", "CT+"),
        ("The colonel had two clerks beaten.", "beaten", "colonel", "clerks", "CT+"),
        ("The general did not have the envoy killed.", "killed", "general", "envoy", "CT-"),
        ("The general allegedly had his own deputy poisoned.", "poisoned", "general", "deputy", "PS+"),
        ("Residents say the warlord had nine farmers executed.", "executed", "warlord", "farmers", "Uu"),
        ("The mayor denied that he had the miller beaten.", "beaten", "mayor", "miller", "Uu"),
    ],
)
def test_who_has_it_done_is_the_doer(text: str, word: str, doer: str, victim: str, author: str) -> None:
    """Whoever undergoes it is none, and nobody who only has it happen to his own men."""
    claim = event_at(text, word)
    (one,) = fillers(text, claim, Role.ACTOR)
    (whom,) = fillers(text, claim, Role.RECIPIENT)
    assert doer in one
    assert victim in whom
    assert claim.certainty[0].value.value == author
    assert not fillers(text, event_at(LOST, "killed"), Role.ACTOR)


LOST = "The army had three soldiers killed in the clash."


@pytest.mark.parametrize("whom", ["his landlord", "her foreman", "a locksmith", "his roommate"])
def test_those_one_lives_and_works_with_are_people(whom: str) -> None:
    text = f"Police arrested a cook who allegedly murdered {whom}."
    assert fillers(text, event_at(text, "murdered"), Role.RECIPIENT) == [whom]
