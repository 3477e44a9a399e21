"""Who did it and to whom in notes, communiques and short reports: parties lost, or taken from elsewhere, by cause.

Beside each reading stands a near neighbour that is read otherwise.
"""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import analyse
from allege.claim import ClaimKind, Document, Role
from allege.settings import Settings
from tests.extract.annotating import annotated, events, fillers, rows


def told(text: str, word: str) -> tuple[str, str]:
    """The doers and the undergoers of the claims at a word, events before states; "-" for nobody."""
    record = annotated(text)
    here = [c for c in record.claims if word in record.document.quote(c.anchor) and c.kind is not ClaimKind.RELATION]
    assert here, [record.document.quote(c.anchor) for c in record.claims]
    claim = min(here, key=lambda c: c.kind is ClaimKind.STATE)
    doers, hit = ("; ".join(fillers(text, claim, role)) or "-" for role in (Role.ACTOR, Role.RECIPIENT))
    return doers, hit


def read(row: tuple[str, ...]) -> None:
    """That the deed at a word has the doers and undergoers of its row: text, word, doers, undergoers ("-": none)."""
    text, word, doers, hit = row
    assert told(text, word) == (doers, hit)


NOUNS = """
The coastguard's ramming of the tug Grey Heron has cost Captain Osk his post. | ramming | The coastguard | the tug
The handover of 40 captives between Orland and the Nine Wells League, due at noon, never took place. | handover | Orland; Nine Wells League | 40 captives
Envoys complained of the bugging of their rooms by Orland's agents. | bugging | Orland's agents | their rooms
The closure of the harbour hurt many. | closure | - | the harbour
The clerk's closure came late. | closure | - | -
The hearing of the clerks began late. | hearing | - | -
The wedding of the clerks began late. | wedding | - | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(NOUNS))
def test_the_phrase_of_a_noun_names_whose_deed_it_is_and_to_whom(row: tuple[str, ...]) -> None:
    read(row)


AIMED = """
Near the mill, riders of the Palace Guard rode into the mourners with sticks raised. | rode | riders of the Palace Guard | the mourners
Either Orland pays by Monday, General Osk said, or his army marches on Velkin. | marches | his army | Velkin
Grey Moth hackers may have broken into the tax register in May. | broken | Grey Moth hackers | the tax register
One of the guards pointed a pistol at the ferryman. | pointed | One of the guards | the ferryman
One of the guards pointed a lamp at the ferryman. | pointed | One of the guards | a lamp
The decree came into force in May. | came | The decree | -
The clerk lived on Mill Road. | lived | The clerk | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(AIMED))
def test_whom_a_verb_without_an_object_is_aimed_at(row: tuple[str, ...]) -> None:
    read(row)


DENIED = """
"No chapel was burned by our men," Colonel Osk Venn told reporters. | burned | our men | No chapel
The council has demolished no homes in Mill Lane. | demolished | The council | no homes in Mill Lane
Neither side was burned out by the guards. | burned | the guards | -
"""


@pytest.mark.parametrize("row", rows(DENIED))
def test_to_whom_nothing_was_done_is_told(row: tuple[str, ...]) -> None:
    read(row)


TOLD_AGAIN = """
Security agents searched the mill on Monday and raided its office. Clerk Osk Venn was arrested in the raid. | arrested | Security agents | Clerk Osk Venn
Rebels raided the mill on Monday. Clerk Osk Venn was arrested in the raid. | arrested | - | Clerk Osk Venn
Osk Venn's men had planned to storm the customs house on 4 May. Rain came, and the storming of the customs house was put off. | storming | Osk Venn's men | the customs house
The army stormed the mill. The storming of the port killed nine. | storming | - | the port
The army denied it had stormed the mill. The storming of the mill killed nine. | storming | - | the mill
The raid lasted an hour. Launched by the Dawn Front at night, it killed nine. | killed | Dawn Front | nine
The raid lasted an hour. Launched by the Dawn Front at night, it killed nine. | raid | Dawn Front | -
The raid lasted an hour. It was not launched by the Dawn Front. | raid | - | -
The raid lasted an hour. It may have been launched by the Dawn Front. | raid | - | -
The raid lasted an hour. It was launched by the Dawn Front, a clerk said. | raid | - | -
The blockade of the Dun Isles is in its third week. Imposed by the Salt Coast after the harbour affair, it has emptied the shops. | blockade | Salt Coast | Dun Isles
Velkin's siege was lifted at last on Monday. | siege | - | Velkin
The army's siege was lifted at last on Monday. | siege | The army | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(TOLD_AGAIN))
def test_a_deed_is_told_again_by_a_noun_or_as_it(row: tuple[str, ...]) -> None:
    read(row)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The blockade is in its third week. Imposed by the Salt Coast, it has emptied the shops.", "blockade"),
        ("The Salt Coast met on Monday. Angered by the raid, it has closed the port.", "Coast"),
    ],
)
def test_whoever_imposed_it_is_not_it(text: str, whom: str) -> None:
    (analysis,) = analyse([Document(id="0", uri="0", text=text)], Settings(workers=1))
    it = next(token.i for token in analysis.doc if token.lower_ == "it")
    assert analysis.doc[analysis.antecedent[it]].text == whom


INSETS = """
Our units took nine of the general's guards prisoner last night. | took | Our units | nine of the general's guards
Our units took nine of the general's mules last night. | took | Our units | nine of the general's mules
The winter raids have displaced some 900 families from Velkin, the agency estimates. | displaced | - | some 900 families from Velkin
Miners, many with their children, are blockading the Varno rail bridge. | blockading | Miners | the Varno rail bridge
The flyers urging Velkin to give in were in all probability forged by the Duke's press office. | forged | the Duke's press office | The flyers
Who gave the harbour police leave to tap the lines of this council? | tap | the harbour police | the lines of this council
One of the nine, the broker Osk Venn, is said to have bribed the guards. | bribed | the broker Osk Venn | the guards
The press service reported that by our artillery was carried out the strike on the depot of bandits. | strike | our | the depot of bandits
Caller on Mill Road states neighbour threatened him with knife over fence. | threatened | neighbour | him
Caller on Mill Road threatened neighbour with knife over fence. | threatened | Caller on Mill Road | neighbour
14:45 crowd dispersed by Sgt. Osk with water hose. | dispersed | Osk | crowd
Guards led by Capt. Osk Venn shot two clerks. | shot | Guards led by Capt. Osk Venn | two clerks
They were beaten by Cpl. Venn. They fled. | beaten | Venn | They
The guards vowed to boycott the talks. | boycott | The guards | the talks
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(INSETS))
def test_words_set_in_and_cut_short_hide_nobody(row: tuple[str, ...]) -> None:
    read(row)


ENTRIES = """
Entry 12. Name: Osk Venn, alias "the Miller". Reason for listing: supplied stolen rifles to the Dawn Front in 2012. | supplied | Osk Venn | stolen rifles
Entry 12. Name: Osk Venn. Born: 1970. Grounds: financed raids on the Velkin mill in 2012. Other information: believed dead. | financed | Osk Venn | raids
The clerk gave a reason. Name: Osk Venn. Remarks: the guards supplied rifles in 2012. | supplied | the guards | rifles
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(ENTRIES))
def test_the_grounds_of_an_entry_tell_what_its_name_did(row: tuple[str, ...]) -> None:
    read(row)


WRITERS = """
Letters signed by the Black Knot promised to kill Mayor Osk Venn. | kill | Black Knot | Osk Venn
A leaflet from the Black Knot threatened to burn the school. | burn | Black Knot | the school
A letter threatened to burn the school. | burn | - | the school
"""


@pytest.mark.parametrize("row", rows(WRITERS))
def test_whoever_wrote_a_threat_will_do_it(row: tuple[str, ...]) -> None:
    read(row)


def test_a_note_that_protests_is_no_rally() -> None:
    def kinds(text: str) -> set[tuple[str, str | None]]:
        return {(c.type, c.mode) for c in events(text)}

    assert ("PROTEST", "demo") not in kinds("The ministry handed the envoy a note protesting against the tax.")
    assert ("PROTEST", "demo") in kinds("Students held a march protesting against the tax.")


def test_goods_are_what_is_traded_and_not_the_town() -> None:
    text = "They sold arms in Orland."
    (trade,) = [c for c in annotated(text).claims if c.type == "TRADES_IN"]
    assert fillers(text, trade, Role.RECIPIENT) == ["arms"]
