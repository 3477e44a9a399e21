"""What a first-time user met: suppositions with a long source, "as somebody claimed", sources behind dates, and others.

Each cause of a wrong answer has its sentences, worded anew, and beside them neighbours that read as they did.
"""

from __future__ import annotations

import pytest

from allege.claim import ClaimKind, Role
from tests.extract.annotating import annotated, check, event_at, events, fillers, rows, speeches

# text | word of the deed | doer ("-": none) | the author's value | innermost source ("-": none) | its value
SUPPOSED = """
Had the militia shelled it, the pillars would lie in the river, said Dr Onno Vrell, an engineer at Tarn. \
| shelled | militia | Uu | Vrell | Uu
If the militia had shelled it, its pillars would have fallen, said Onno Vrell, an engineer at Tarn. \
| shelled | militia | Uu | Vrell | CT-
Should the rebels attack the dam, the valley would be flooded, warned Dr Onno Vrell, an engineer. \
| attack | rebels | Uu | Vrell | Uu
The militia had shelled the bridge, said Dr Onno Vrell, an engineer at Tarn. \
| shelled | militia | Uu | Vrell | CT+
"""

AS_CLAIMED = """
Ola Brann, who leads the front, was not shot on Monday, as state radio had claimed. \
| shot | - | CT- | state radio | CT+
No rocket was fired on the mill, as state radio claimed. | fired | - | CT- | state radio | CT+
The front did not shoot Ola Brann, as the mayor said. | shoot | front | CT- | mayor | Uu
The spokeswoman said Ola Brann was not killed, as state radio claimed. | killed | - | Uu | spokeswoman | CT-
As the mayor said, the front did not shoot Ola Brann. | shoot | front | Uu | mayor | CT-
The guards shot three farmers, as the mayor claimed. | shot | guards | Uu | mayor | CT+
Ola Brann was not shot, the mayor claimed. | shot | - | Uu | mayor | CT-
"""

ASKED = """
Analysis: Who shelled the mill? | shelled | - | Uu | - |
Orlen: Who shelled the mill? | shelled | - | Uu | - |
Who shelled the mill? | shelled | Who | Uu | - |
CORRECTED: Rebels shelled the mill, the mayor says | shelled | Rebels | Uu | mayor | CT+
Mayor: Rebels shelled the mill | shelled | Rebels | Uu | Mayor | CT+
Report: Rebels shelled the mill | shelled | Rebels | Uu | Report | CT+
Rebels burned two huts, says @OrsaMoD. Pray for Orsa. | burned | Rebels | Uu | @OrsaMoD | CT+
"""

TOLD_ON = """
The mayor said that the VLF had told farmers to leave, and that it had mined the road. \
| mined | VLF | Uu | mayor | CT+
The mayor said the militia had asked farmers to leave and that it had mined the road. \
| mined | militia | Uu | mayor | CT+
The mayor said the militia told us the road was shut and that it had mined a mill. \
| mined | militia | Uu | militia | CT+
Six died when bandits stormed their post near Lower Orsa on 3 March, a hospital clerk told the Herald. \
| stormed | bandits | Uu | clerk | CT+
The mayor said that bandits told the Herald they had burned the mill. | burned | bandits | Uu | bandits | CT+
"""


@pytest.mark.parametrize("row", [row for table in (SUPPOSED, AS_CLAIMED, ASKED, TOLD_ON) for row in rows(table)])
def test_who_holds_it_and_how_firmly(row: tuple[str, ...]) -> None:
    check(row)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The council denied that, too, until a court proved it.", "The council", "that"),
        ("Guards burned nine huts, and the council denied that, too, until a court proved it.", "the council", "that"),
        (
            "The council denied that guards had burned the huts until a court proved it.",
            "The council",
            "that guards had burned the huts until a court proved it",
        ),
    ],
)
def test_what_is_denied_ends_where_another_clause_opens(text: str, source: str, content: str) -> None:
    assert (source, "deny", content) in speeches(text)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("A mine blew up the bus in Orsa on Monday and killed 11 pupils, among them three girls.", 11),
        ("A mine blew up the bus and killed 11 pupils, three teachers and a nurse.", 15),
    ],
)
def test_a_part_of_the_dead_is_not_counted_again(text: str, dead: int) -> None:
    claim = event_at(text, "killed")
    record = annotated(text)
    counts = [record.mention(a.mention) for a in claim.arguments if a.role is Role.DEATHS]
    assert [(c.low, c.high) for c in counts] == [(dead, dead)]


@pytest.mark.parametrize(
    "text",
    [
        "Orlen: What we know about the raid on the mill",
        "EXCLUSIVE: Army shelled the mill",
        "Rebels burned the mill. Bandits threatened the guards. They get arms from Norland, which Norland denies.",
    ],
)
def test_a_heading_of_a_text_and_what_it_gives_no_word_of_are_no_sources(text: str) -> None:
    assert {source for source, _, _ in speeches(text)} <= {"we", "Norland", "Bandits"}


def test_what_another_sentence_tells_is_not_denied_by_which() -> None:
    text = "The front killed two guards. It gets arms from Norland, which Norland has denied."
    assert [c.type for c in events(text) if annotated(text).document.quote(c.anchor) == "denied"] == ["REJECT"]
    text = "The front killed two guards, which the front has denied."
    assert "ASSAULT" in [c.type for c in events(text) if annotated(text).document.quote(c.anchor) == "denied"]


def test_an_account_behind_a_verb_of_telling_ends_before_the_full_stop() -> None:
    text = "Rebels did this, says @OrsaMoD. Pray for Orsa tonight."
    assert ("@OrsaMoD", "Rebels did this") in [(source, content) for source, _, content in speeches(text)]


@pytest.mark.parametrize(
    ("source", "kind", "named"),
    [
        ("The United Isles mission", "organization", True),
        ("An observer mission", "organization", False),
        ("Two agencies", "organization", False),
        ("A relief agency", "organization", False),
        ("The news agency", "media", True),
        ("The agency", "media", True),
        ("Intelligence agencies", "official", False),
        ("The intelligence services", "official", False),
        ("The Velm Liberation Army", "armed_group", True),
        ("The Velm Army", "official", True),
        ("A Velm Liberation Army spokesman", "armed_group", False),
        ("An army spokesman", "official", False),
        ("Opposition leader Rasmin Dole", "person", True),
        ("Mayor Rasmin Dole", "official", True),
        ("The VLF", "organization", True),
    ],
)
def test_what_kind_of_source_it_is(source: str, kind: str, named: bool) -> None:
    record = annotated(f"{source} said that bandits had shelled the mill.")
    (speech,) = record.attributions
    assert (record.document.quote(speech.source), speech.source_kind.value, speech.named) == (source, kind, named)


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("In 2019 soldiers of the 7th Brigade burned 60 houses.", "burned", "soldiers of the 7th Brigade"),
        ("In 2021 rebels killed nine clerks.", "killed", "rebels"),
        ("Remember Orlen: in 2019 soldiers of the 7th Brigade burned huts there.", "burned", "soldiers"),
        ("On Monday 20 soldiers burned 60 houses.", "burned", "20 soldiers"),
    ],
)
def test_a_year_counts_nobody(text: str, word: str, doer: str) -> None:
    (found,) = fillers(text, event_at(text, word), Role.ACTOR)
    assert found.startswith(doer)


@pytest.mark.parametrize(
    ("text", "word", "subtype"),
    [
        ("Two students had been beaten in custody, a lawyer said.", "beaten", "Attack"),
        ("A diplomat said his services believe the army probably hit the market by mistake.", "hit", "Attack"),
        ("A mob beat two students in the market.", "beat", "Mob violence"),
        ("A munition hit the mill in Orsa and killed 13 people.", "killed", "Shelling/artillery/missile attack"),
    ],
)
def test_by_what_and_where_it_was_done(text: str, word: str, subtype: str) -> None:
    assert event_at(text, word).subtype == subtype


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Student leader Ola Brann was shot.", None),
        ("Rebel leader Ola Brann was shot.", "LED_BY"),
        ("The panel interviewed 23 people in Orsa.", None),
        ("The front trains 23 fighters in Orsa.", "OPERATES_IN"),
    ],
)
def test_who_leads_whom_and_who_is_where(text: str, relation: str | None) -> None:
    found = {c.type for c in annotated(text).claims if c.kind is ClaimKind.RELATION}
    assert relation in found if relation else not found & {"LED_BY", "OPERATES_IN"}


@pytest.mark.parametrize(
    ("text", "deniers"),
    [
        ("Soldiers burned the mill. The ministry denied it.", ["The ministry"]),
        ("Soldiers burned the mill, and the ministry denied that, too, until a court proved it.", ["the ministry"]),
        ("Villagers said soldiers had burned the mill. The ministry denied it.", ["The ministry"]),
        ("The council accused the front of shelling the mill. The front denied it.", ["The front"]),
        ("Soldiers burned the mill. The ministry has not denied it.", []),
        ("The mayor said taxes had risen since rebels burned the mill. The ministry denied it.", []),
        ("Soldiers burned the mill. The mayor is poor. The ministry denied it.", []),
        ("The front asked for a truce. The army denied it.", []),
    ],
)
def test_it_and_that_are_the_deed_told_right_before(text: str, deniers: list[str]) -> None:
    record = annotated(text)
    said = {a.id: record.document.quote(a.source) for a in record.attributions}
    held = [c.certainty[-1] for c in events(text) if c.type == "ASSAULT"]
    assert [said[one.source] for one in held if one.value.value == "CT-" and one.source in said] == deniers


@pytest.mark.parametrize("what", ["it", "the accusation"])
def test_who_accuses_is_no_doer_of_what_is_denied(what: str) -> None:
    text = f"The mayor accused the front of shelling the mill. The front denied {what}."
    denied = [c for c in events(text) if c.type == "ASSAULT" and c.certainty[-1].value.value == "CT-"]
    assert [fillers(text, c, Role.ACTOR) for c in denied] == [["the front"]]
