"""What whole texts were read wrongly, claim by claim: who did it, whether it was so, who says so."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def _values(text: str, word: str) -> list[Certainty]:
    return [item.value for item in event_at(text, word).certainty]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Officials said Brann was among the raiders who burned the mill.", "burned", "the raiders"),
        ("The clerk says Velk is one of the two men who shot the miller.", "shot", "the two men"),
    ],
)
def test_whoever_tells_of_doers_is_none(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Colonel Brann told the Herald that the guards could only hold drovers for seven days.", False),
        ("The clerk was told she did not want to see the mill.", False),
        ("Brann told a crowd that he would only speak if the mill paid nine crowns.", False),
        ("Brann told the clerks to leave.", True),
        ("Brann told the clerks that they should leave the mill.", True),
    ],
)
def test_whoever_is_told_that_it_is_so_is_asked_for_nothing(text: str, asked: bool) -> None:
    record = annotated(text)
    assert bool([c for c in record.claims if c.type == "REQUEST"]) is asked


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("He was found fatally shot inside a cart.", "shot", "He"),
        ("Clerk slain by gunfire at mill identified", "slain", "Clerk"),
    ],
)
def test_whoever_was_found_shot_or_slain_did_nothing(text: str, word: str, whom: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) == []
    assert whom in fillers(text, found, Role.RECIPIENT)
    assert _values(text, word) == [Certainty.CT_PLUS]


def test_whose_client_did_not_kill_killed_nobody_himself() -> None:
    text = "Velk has a hard task in proving that his client did not pull the trigger and, in the end, kill Brann."
    assert [e for e in events(text) if fillers(text, e, Role.ACTOR) == ["Velk"] and e.type == "ASSAULT"] == []


def test_who_did_the_first_of_a_list_of_deeds_did_the_last() -> None:
    text = "On several occasions, the armed forces has assaulted Velm hospitals, captured, beaten, and murdered nurses."
    found = event_at(text, "murdered")
    assert fillers(text, found, Role.ACTOR) == ["the armed forces"]
    assert fillers(text, event_at(text, "captured"), Role.RECIPIENT) == ["nurses"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("It was not an isolated attack.", "attack", Certainty.CT_PLUS),
        ("It was not the first raid on the mill.", "raid", Certainty.CT_PLUS),
        ("This is not a random shooting.", "shooting", Certainty.CT_PLUS),
        ("It was not an attack.", "attack", Certainty.CT_MINUS),
        ("It was not a deliberate attack.", "attack", Certainty.CT_MINUS),
        ("She is the second clerk to be shot in Velm.", "shot", Certainty.CT_PLUS),
        ("She is a clerk to be shot at dawn.", "shot", Certainty.UU),
        ("The mill is a mile north of where the raid took place.", "raid", Certainty.CT_PLUS),
        ("There is no evidence the guards shot him.", "shot", Certainty.UU),
        ("There is no sign the guards shot him.", "shot", Certainty.PR_MINUS),
    ],
)
def test_what_is_denied_of_a_deed_and_what_of_its_kind(text: str, word: str, value: Certainty) -> None:
    assert _values(text, word) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police have not determined a motive for the shooting and have made no arrests.", Certainty.CT_PLUS),
        ("The front did not claim responsibility for the shooting.", Certainty.UU),
    ],
)
def test_a_deed_of_which_the_motive_is_unknown_was_done(text: str, value: Certainty) -> None:
    assert _values(text, "shooting")[-1] == value


def test_what_was_not_done_besides_is_no_part_of_what_is_not_told() -> None:
    text = "Police have not determined a motive for the shooting and have made no arrests."
    assert _values(text, "arrests") == [Certainty.CT_MINUS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Osk Brann also likes to make fun of Velm.", False),
        ("Homeowners spend hours on a roof waiting for rescue after floods wash away a mill.", False),
        ("Teachers of Velm laid down their chalk and filled the streets on Monday.", True),
    ],
)
def test_a_protest_is_borne_out_by_the_words(text: str, *, found: bool) -> None:
    assert bool([e for e in events(text) if e.type == "PROTEST"]) is found


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("A man was arrested over the Orsa birthday party shooting.", "shooting", ["A man"]),
        ("The Labour Party attack on the mayor went on.", "attack", ["Labour Party"]),
        (
            "A shooting at a party left nine wounded, and police in Velm are investigating what they say is a feud.",
            "wounded",
            [],
        ),
    ],
)
def test_neither_a_party_shot_nor_police_who_look_into_it(text: str, word: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == doers


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        (
            "The report tells of a daring ambush that took place at 6.30 on 22 March against a border guard unit.",
            "ambush",
            ["a border guard unit"],
        ),
        ("Among the wounded was Osk Brann.", "wounded", ["Osk Brann"]),
        ("Among those killed in the raid was Osk Brann.", "killed", ["Osk Brann"]),
        ("Woman killed on birthday, four others shot in Velm Heights", "shot", ["four others"]),
        ("The shooting death of a clerk shocked Velm.", "shooting", ["a clerk"]),
    ],
)
def test_whom_it_was_done_to_stands_elsewhere(text: str, word: str, whom: list[str]) -> None:
    found = event_at(text, word)
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], whom)


def test_whoever_is_called_on_is_to_do_it() -> None:
    text = "The front's command calls on the people and the world to offer solidarity to the drovers."
    found = [c for c in annotated(text).claims if c.kind is ClaimKind.DEMAND]
    assert [fillers(text, c, Role.RECIPIENT) for c in found] == [["the people", "the world"]]


def test_a_letter_that_owns_up_to_a_raid_did_none() -> None:
    text = "A letter claiming responsibility for the raid was signed by the Dawn Front."
    assert "A letter" not in fillers(text, event_at(text, "raid"), Role.ACTOR)


def test_who_is_held_responsible_behind_an_inset_is_blamed() -> None:
    text = "We hold Osk Brann -- who learned his trade when he led the 5th brigade -- responsible for this raid."
    assert [act for _, act, _ in speeches(text)][:1] == ["accuse"]


def test_what_is_made_known_is_not_set_free() -> None:
    assert [
        e for e in events("An afternoon toll released by the ministry said that nine died.") if e.type == "RETREAT"
    ] == []
    assert [e.type for e in events("The guards released nine clerks.")] == ["RETREAT"]


@pytest.mark.parametrize(
    "text",
    [
        "The group has been fighting against the extradition of its leaders.",
        "The rate cut will cause a relief rally on the stock market.",
    ],
)
def test_neither_an_extradition_is_fought_nor_a_rally_of_the_market_marched(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 9-Year-Old Boy's murder shocked Velm.",
        "17-year olds Ian Velk and Osk Brann were shot at the mill.",
        "Suspect arrested in shooting of 2-year old Velm girl",
    ],
)
def test_how_old_somebody_is_is_no_time(text: str) -> None:
    assert [m for m in annotated(text).mentions if m.type == "time"] == []


def test_a_line_that_begins_with_a_verb_of_saying_says_who_is_quoted() -> None:
    text = (
        'Stated Stone:\n\n"I think that the raiders burned the mill at Tarn."\n\n'
        'Continued Stone: "It is a real problem. They shot nine drovers."\n\nThe mill is dark.'
    )
    said = [(source, content) for source, _, content in speeches(text)]
    assert [source for source, _ in said] == ["Stone", "Stone"]
    assert "burned the mill" in said[0][1]
    assert "nine drovers" in said[1][1]
    assert speeches('Stated aims: "to hold the mill".')[:1] != [("aims", "assert", "to hold the mill")]


def test_nobody_speaks_of_himself_as_he_in_a_quotation() -> None:
    text = 'Osk Brann led the guards. Ian Velk fled. "He shot a clerk," Brann said.'
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["Ian Velk"]
    text = "The mayor met Osk Brann. Brann said he had shot a clerk."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["Osk Brann"]


def test_a_surname_stays_with_whom_it_named_when_his_brother_is_told_of() -> None:
    text = (
        "Police charged Corey Morgan with murder. In an October raid Morgan's brother, Tracey Morgan, was killed. "
        "Morgan threatened to shoot the clerks."
    )
    assert fillers(text, event_at(text, "threatened"), Role.ACTOR) == ["Corey Morgan"]


def test_a_surname_that_looks_like_a_plural_is_one_man() -> None:
    text = (
        "The boy was killed over ties of his father Pierre Stokes, and Superintendent Osk Brann said it was a feud.\n\n"
        "Stokes has said he shot a clerk."
    )
    record = annotated(text)
    names = {record.document.quote(m.spans): m.name for m in record.mentions}
    assert names.get("he") != "Superintendent Osk Brann"


@pytest.mark.parametrize(
    "text",
    [
        "Clerk charged in shooting death of miller in cart",
        "Charges have been filed in the shooting death of a miller on Saturday.",
        "Brann was held after the shooting death of a miller.",
    ],
)
def test_whose_death_a_shooting_was_was_shot(text: str) -> None:
    (whom,) = fillers(text, event_at(text, "shooting"), Role.RECIPIENT)
    assert "miller" in whom
    assert "death" not in whom


def test_neither_a_gun_nor_those_who_sat_by_it_wounded_anybody() -> None:
    text = "Four men were sitting in a parked cart when a gun went off, fatally wounding the clerk, officials said."
    assert [fillers(text, e, Role.ACTOR) for e in events(text)] == [[]]
    text = "He pulled out a pistol. He is loading it when it went off and struck the clerk in the back."
    assert all(fillers(text, e, Role.ACTOR) == [] for e in events(text))
    text = "From a tower, Orsa guards watch the square after four people were shot on Sunday."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Third man arrested in Velm's Mill Street attack", []),
        ("The army denied Kirelia's attack on Mill Street.", ["Kirelia"]),
    ],
)
def test_a_town_has_the_street_of_a_deed_and_not_the_deed(text: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, "attack"), Role.ACTOR) == doers


def test_those_who_hold_somebody_responsible_for_a_massacre_did_not_do_it() -> None:
    text = "Three survivors told of the massacre, for which they hold the army responsible, of 80 people in the mill."
    assert fillers(text, event_at(text, "massacre"), Role.ACTOR) == []


def test_whoever_killed_people_there_burned_their_homes_and_no_town() -> None:
    text = "Velm is 80 km from Tarn, where an army patrol killed 69 drovers and burned their homes in 1985."
    assert fillers(text, event_at(text, "burned"), Role.ACTOR) == ["an army patrol"]


@pytest.mark.parametrize(
    ("text", "word", "role", "low"),
    [
        (
            "THE FRONT AMBUSHED A PATROL, KILLING 1 OFFICER AND 3 CORPORALS AND INJURING 15 SOLDIERS, 4 OF THEM BADLY.",
            "INJURING",
            Role.INJURIES,
            15,
        ),
        (
            "THE FRONT AMBUSHED A PATROL, KILLING 1 OFFICER AND 3 CORPORALS AND INJURING 15 SOLDIERS, 4 OF THEM BADLY.",
            "KILLING",
            Role.DEATHS,
            4,
        ),
        ("The list has 57 people who were killed in the raid and 18 who are missing.", "killed", Role.DEATHS, 57),
    ],
)
def test_some_of_them_and_others_are_not_added(text: str, word: str, role: Role, low: int) -> None:
    record = annotated(text)
    assert [record.mention(a.mention).low for a in event_at(text, word).arguments if a.role is role] == [low]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He gave up gambling.", False),
        ("The ministry refused to give up key information.", False),
        ("The rebels gave up.", True),
        ("The rebels gave up their rifles.", True),
    ],
)
def test_who_gives_up_a_habit_lays_down_no_arms(text: str, *, found: bool) -> None:
    assert bool([e for e in events(text) if e.mode == "disarm"]) is found


def test_whoever_was_slain_was_slain() -> None:
    text = "THE ATTORNEY OSK BRANN WAS SLAIN, AND MAYOR IAN VELK WAS KIDNAPPED."
    assert fillers(text, event_at(text, "SLAIN"), Role.RECIPIENT) == ["THE ATTORNEY OSK BRANN"]


def test_names_in_square_brackets_speak_in_turn() -> None:
    text = (
        "THE REPORTER, OSK VARL, MET PRESIDENT IAN BRANN ON MONDAY.\n\n[VARL] WHO SHELLED THE MILL ON SUNDAY?\n\n"
        "[BRANN] THE GUARDS BURNED THE MILL. THEY SHOT NINE DROVERS.\n\n[VARL] WHO GAVE THE ORDER?"
    )
    said = {source: content for source, _, content in speeches(text)}
    assert "NINE DROVERS" in said.get("BRANN", "")
    assert speeches("[VELM] THE GUARDS BURNED THE MILL. THEY LEFT VELM.") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The guards have assaulted clinics in Velm.", ["clinics in Velm"]),
        ("The guards assaulted a clerk.", ["a clerk"]),
    ],
)
def test_buildings_are_assaulted_as_people_are(text: str, whom: list[str]) -> None:
    assert fillers(text, event_at(text, "assaulted"), Role.RECIPIENT)[:1] == whom


def test_values_are_assaulted_by_nobody() -> None:
    assert [e for e in events("The paper assaulted their values.") if e.type == "ASSAULT"] == []
