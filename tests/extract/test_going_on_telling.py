"""Who tells what goes on behind him, what he says that he believes, and what is planned or called off and no word.

Each cause of a wrong answer has its sentences, worded anew, and beside them neighbours that read as they did.
"""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, check, event_at, fillers, rows, speeches

# text | word of the deed | doer ("-": none) | the author's value | innermost source ("-": none) | that source's value
GOING_ON = """
Its men burned two boats, the statement went on, and kidnapped a clerk. | burned | men | Uu | statement | CT+
Its men burned two boats, the statement went on, and kidnapped a clerk. | kidnapped | men | Uu | statement | CT+
The guards shot two farmers, the agency continued, and beat their sons. | beat | guards | Uu | agency | CT+
The guards burned the barn, the report noted, but spared the mill. | burned | guards | Uu | report | CT+
The guards shot two farmers, the mayor said, and called for calm. | shot | guards | Uu | mayor | CT+
The mayor says the bridge is shut, and that soldiers have burned two farms. | burned | soldiers | Uu | mayor | CT+
Envoys think he is under guard, and that soldiers may have beaten him. | beaten | soldiers | Uu | Envoys | PS+
"""

HELD = """
The mayor said he believed that the militia had burned the mill. | burned | militia | Uu | mayor | PR+
The mayor said that she doubted that the militia had burned the mill. | burned | militia | Uu | mayor | PR-
The clerks told the court they feared that guards had shot him. | shot | guards | Uu | clerks | PS+
The mayor said he did not believe the militia had burned the mill. | burned | militia | Uu | mayor | PR-
The mayor said he had no doubt that the militia had burned the mill. | burned | militia | Uu | mayor | CT+
The clerk denied that he believed the guards had burned the mill. | burned | guards | Uu | clerk | Uu
"""

BESIDE = """
His sister thinks so, but the judge says thieves strangled him. | strangled | thieves | Uu | judge | CT+
Police said so, but residents say that rebels shot him. | shot | rebels | Uu | residents | CT+
The army said and the rebels confirmed that guards had shot nine men. | shot | guards | Uu | army | CT+
"""

HEADLINES = """
League rejects claim it shelled fish market | shelled | League | Uu | League | CT-
Junta dismisses report it jailed monks | jailed | Junta | Uu | Junta | CT-
Rebel group denies claim it shot envoy | shot | group | Uu | group | CT-
Army rejects claims it shelled the port | shelled | Army | Uu | Army | CT-
"""


@pytest.mark.parametrize("row", [row for table in (GOING_ON, HELD, BESIDE, HEADLINES) for row in rows(table)])
def test_who_says_it_and_how_firmly(row: tuple[str, ...]) -> None:
    check(row)


def test_what_goes_on_is_no_speech_where_a_deed_does() -> None:
    assert speeches("The shelling went on, and captured rebels were shot.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Weavers' League called off its protest on the ring road after talks with the bishop.",
        "The council suspended the search for the three boys.",
        "Under the accord, the Front was to surrender its mortars by June.",
        "The brigade is to leave the valley within a week.",
    ],
)
def test_what_is_called_off_or_planned_is_nobodys_word(text: str) -> None:
    assert annotated(text).attributions == ()


def test_whose_order_it_is_is_told() -> None:
    (said,) = speeches("Their demand is to release the prisoners.")
    assert said == ("Their", "demand", "to release the prisoners")


def test_who_did_it_himself_did_it_to_somebody_else() -> None:
    text = "“We never touched the school,” said Major Odd Kern. “The rebels fired on it themselves to blacken us.”"
    claim = event_at(text, "fired")
    assert fillers(text, claim, Role.ACTOR) == ["The rebels"]
    assert fillers(text, claim, Role.RECIPIENT) == ["it"]


def test_guns_are_withdrawn_as_troops_are() -> None:
    claim = event_at("The army withdrew its guns from the ridge.", "withdrew")
    assert (claim.type, claim.mode) == ("RETREAT", "withdraw")
    assert event_at("He pulled out a gun and shot the clerk.", "shot").type == "ASSAULT"
