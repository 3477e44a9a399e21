"""Who is not said to have done it: those shot, arrested, judging or merely in the sentence."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Role


def who(text: str, type_: str, role: Role) -> list[str]:
    """Everybody who has that role in an event of that type."""
    record = allege.annotate(text)
    return [
        record.document.quote(record.mention(a.mention).spans)
        for c in record.claims
        if c.kind == "event" and c.type == type_
        for a in c.arguments
        if a.role is role
    ]


def doers(text: str, type_: str = "ASSAULT") -> list[str]:
    """Everybody who is an actor of an event of that type."""
    return who(text, type_, Role.ACTOR)


@pytest.mark.parametrize(
    "text",
    [
        "A month after the shooting of the reporter Ola Brann, nobody has been charged.",
        "The beating of the clerk shocked the town.",
        "Court hands down verdict in Varrick lynching",
        "A week after the attack on the port of Sarnat, the government said it had arrested eleven men.",
        "A man of 30 was taken into custody over the shooting that killed a baker, police said.",
        "One aid worker was injured by shrapnel near Velm.",
        "The woman was killed by shellfire.",
        "The elders condemned the stabbing of the boy.",
        "He bore no responsibility for the killing of the clerk.",
        "The River Guard claimed no responsibility for the bombing of the mill.",
        "The militia has yet to claim responsibility for the raid on Osk.",
        "The militia was unwilling to claim responsibility for the raid on Osk.",
        "The militia has been reluctant to claim responsibility for the raid on Osk.",
        "The group stopped short of claiming responsibility for the killing of the mayor.",
        "The front refused to accept responsibility for the shooting in Orlen.",
        "A bomb killed two in Velm. The River Guard did not claim responsibility.",
        "Detectives have ruled out any link to the fighting at the border.",
        "A farmer was killed when an explosive remnant of war went off.",
        "Casualties so far: 12 killed (8 guards, 4 clerks).",
        "Osk district, 3-9 May: 4 incidents, of which 2 armed clashes and 1 abduction.",
        "The factory's firing of sixty weavers angered the town.",
        "The firing of the guards by the mine angered the town.",
        "The navy maintained that it had hit a mine.",
        "Fishermen used cluster munitions to catch fish in the lake.",
        "The crew used barrel bombs for quarrying.",
        "The chairman said they would not end the strike until their wages were paid.",
        "Four guards were beaten, robbed and taken hostage.",
        "Farmers were rounded up, locked in a barn and burned alive.",
        "The sailors were surrounded in Osk and taken prisoner.",
        "The obstacle on Sunday could be the strike of private bus owners.",
        "A strike by truckers entered its third day.",
        "The clerk hanged himself in his cell.",
        "Many towns will protest and reject the invasion.",
        "The union rejects the attack on the mill.",
        "All four people shot were former clerks of the mill.",
        "An infant is among those shot and killed in Velm.",
        "The mother told the Velm Courier that her son was shot and killed early on Friday.",
        "The shooting left four people wounded.",
        "The motive behind the shooting is unclear.",
        "The shooting did not appear to be linked to Friday's attack.",
        '"We are hurting a lot," a neighbour said.',
        "Two women and an infant killed in shooting near Quay flats",
        "Man fatally shot, four others injured during shooting in Velm",
        "A clerk and a nurse, also believed to be injured in the shooting, are being treated.",
        "Third victim in Varrick shooting dies",
        "A woman who was hurt in a Sunday night shooting in Varrick has died, bringing the number of dead to two.",
        "Medics render aid to a woman shot in the head in the market of Velm.",
        "A member of the Velm Police Department searches the hall where six people were shot.",
        "Guards were called to Quay Road and found a minor who sustained one gunshot wound.",
        "While condemning the attack on the travellers and setting them on fire, the bishop spoke of the state.",
        "He was struck by the similarity between the two riots.",
        "The ministry was glad that the election day went off peacefully.",
        "I got a call threatening me with a bomb.",
        "The Signals Bureau targeted the ruling party, an inquiry into spying found.",
        "One of the bombs went off at the gate of the barracks.",
        "One of the guards was shot at the gate of the barracks.",
    ],
)
def test_no_doer_is_named(text: str) -> None:
    assert doers(text) == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The raids of the gunmen frightened the town.", "the gunmen"),
        ("Two men were arrested for the killing of a clerk in Velm.", "Two men"),
        ("Police arrested a soldier who had shot a clerk.", "a soldier"),
        ("The mayor had a hand in the murder of the clerk.", "The mayor"),
        ("The mayor took part in the murder of the clerk.", "The mayor"),
        ("A court convicted two guards of shooting a shepherd.", "two guards"),
        ("The River Guard took responsibility for the bombing of the mill.", "The River Guard"),
        ("The suspect had links to the bombing in Velm.", "The suspect"),
        ("Osk, 4 May: gunmen killed two farmers on the road.", "gunmen"),
        ("Observers: rebels and army both broke truce around Velm", "rebels"),
        ("The River Guard said one of its men had placed the charge.", "one of its men"),
        ("Our air defence shot down a helicopter over Velm.", "Our air defence"),
        ("Allegations of torture by the police of Velm have multiplied.", "the police of Velm"),
        ("The firing of the guards on the crowd killed two.", "the guards"),
        ("Rebels used cluster munitions to take the town.", "Rebels"),
        ("Soldiers used barrel bombs to catch the deserters off guard.", "Soldiers"),
        ("One of the rebels shot a guard.", "One of the rebels"),
        ("The rebels were driven out of Velm and shelled it from the hills.", "The rebels"),
        ("The rebels were cornered and shot at the guards.", "The rebels"),
        ("The sailors were ambushed near Osk and later taken prisoner by the rebels.", "the rebels"),
        ("A youth blew himself up at the gate of the barracks.", "A youth"),
        ("The tribes reject the raid by the army on the mill.", "the army"),
        ("The air force ended the strike on the mill within minutes.", "The air force"),
        ("The Signals Bureau, set up for surveillance, targeted the mill with rockets.", "The Signals Bureau"),
    ],
)
def test_doers_that_the_words_name_stay(text: str, doer: str) -> None:
    assert doer in doers(text)


def test_who_sets_out_from_a_town_is_not_the_town() -> None:
    found = doers("Youths from Osk attacked herders on Friday; a raid on Sunday left two dead.")
    assert "Osk" not in found


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army said the attackers fled and vowed to hunt them down.", "The army"),
        ("Police said the kidnappers had freed the nurse and promised to catch them.", "Police"),
    ],
)
def test_who_reports_a_deed_vows_to_go_after_its_doers(text: str, who: str) -> None:
    assert doers(text, "THREATEN") + doers(text, "AGREE") == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army said the attackers fled and vowed to return.", "the attackers"),
        ("The army said the rebels freed the guards and promised to leave the valley.", "the rebels"),
    ],
)
def test_what_doers_can_vow_themselves_stays_theirs(text: str, who: str) -> None:
    assert who in doers(text, "THREATEN") + doers(text, "AGREE")


def test_a_curfew_is_ordered_by_who_governs_and_not_by_looters() -> None:
    assert doers("The governor said that looters escaped in boats and ordered a curfew.", "COERCE") == ["The governor"]
    assert doers("The governor said the rebels took the town and imposed a curfew.", "COERCE") == ["the rebels"]


def test_nobody_is_it() -> None:
    record = allege.annotate("The ministry gave a toll of nine. No group has said it planted the bomb.")
    (act,) = [c for c in record.claims if c.type == "ASSAULT"]
    names = {record.mention(a.mention).name for a in act.arguments if a.role is Role.ACTOR}
    assert names <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between the River Guard and government forces went on near Velm.",
        "Fighting between rebels and soldiers broke out near Velm.",
    ],
)
def test_clashes_of_two_armed_sides_are_no_protest(text: str) -> None:
    types = {c.type for c in allege.annotate(text).claims if c.kind == "event"}
    assert types == {"ASSAULT"}


def test_clashes_with_demonstrators_may_be_one() -> None:
    types = {c.type for c in allege.annotate("Clashes between students and police went on in Velm.").claims}
    assert "PROTEST" in types


@pytest.mark.parametrize(
    "text",
    [
        "Engineers walked across the bridge in the afternoon.",
        "The army called the village a stronghold.",
        "The commission named the general as the man in the photograph.",
        "Searchers found the bodies of four miners.",
    ],
)
def test_walking_naming_and_finding_are_no_events(text: str) -> None:
    assert not [c for c in allege.annotate(text).claims if c.kind == "event"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Commission said that both sides used cluster bombs.", "both sides"),
        ("The army used mortars against the village.", "The army"),
    ],
)
def test_who_uses_weapons_of_war_attacks(text: str, doer: str) -> None:
    assert doers(text) == [doer]


@pytest.mark.parametrize(
    "text", ["Engineers used explosives to clear the road.", "The navy used drones to film the coast."]
)
def test_who_uses_explosives_at_work_does_not(text: str) -> None:
    assert not [c for c in allege.annotate(text).claims if c.type == "ASSAULT" and "weapons of war" in c.why]


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors say a tailor drove the gunmen to the clinic and waited outside while they killed a doctor.",
        "Prosecutors said the clerk led the gunmen upstairs, where they shot the envoy.",
    ],
)
def test_who_only_tells_of_it_is_not_meant_by_they(text: str) -> None:
    record = allege.annotate(text)
    named = [
        record.mention(a.mention).name
        for c in record.claims
        if record.document.quote(c.anchor) in ("killed", "shot")
        for a in c.arguments
        if a.role is Role.ACTOR
    ]
    assert named
    assert "Prosecutors" not in named


@pytest.mark.parametrize(
    "text", ["Perpetrators unknown; Ash Column suspected.", "Man accused of arson; Ash Column suspected."]
)
def test_a_suspicion_alone_is_no_deed(text: str) -> None:
    assert "Ash Column" not in doers(text)


def test_accusations_of_a_force_are_not_its_own_words() -> None:
    record = allege.annotate("Accusations of torture by the police of Velm have multiplied since March.")
    assert all(record.document.quote(a.source) != "the police of Velm" for a in record.attributions)


def test_a_court_above_a_text_did_not_do_what_it_tries() -> None:
    text = "Court hands down verdict in Varrick lynching\n\nTwo men were jailed on Monday."
    assert "Court" not in doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "The president condemned the killing of the mayor.",
        "The minister and the bishop condemned the attack on the mayor.",
        "The bishop-elect denounced the shelling of the mayor.",
    ],
)
def test_whom_a_condemned_deed_was_done_to_is_not_condemned(text: str) -> None:
    assert "the mayor" not in who(text, "ACCUSE", Role.RECIPIENT)


@pytest.mark.parametrize(
    "text", ["The mayor wants the town to fight the gunmen.", "Their wounds were not thought to be life threatening."]
)
def test_nobody_threatens_who_only_wants_others_to_fight(text: str) -> None:
    assert doers(text, "THREATEN") == []


def test_a_suspect_in_a_killing_is_its_doer_and_not_whoever_has_him() -> None:
    assert doers("The guards' suspect in the killing of two clerks fled.") == ["The guards' suspect"]
