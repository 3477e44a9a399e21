"""Who was harmed and how, in words that were missed: wounds, weapons that hit, people carried off, vehicles lost."""

from __future__ import annotations

import pytest
from annotating import annotated, event_at, events, fillers

from allege.claim import Role


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("The driver sustained minor injuries.", "injuries", "The driver"),
        ("Three guards suffered gunshot wounds in the raid.", "wounds", "Three guards"),
        ("Ten people hurt in Velm.", "hurt", "Ten people"),
        ("She was found strangled in her flat.", "strangled", "She"),
        ("The mayor says two rockets hit the rail yard.", "hit", "the rail yard"),
        ("Gunmen freed 15 of the 40 pupils they seized last month from a school.", "seized", "15 of the 40 pupils"),
        ("Two men threw a grenade into a tea house, injuring four customers.", "injuring", "four customers"),
        ("Two border guards were martyred in the hills.", "martyred", "Two border guards"),
        ("The fighters destroyed two armoured vehicles.", "destroyed", "two armoured vehicles"),
    ],
)
def test_whom_it_hits(text: str, word: str, whom: str) -> None:
    found = event_at(text, word)
    assert (found.type, fillers(text, found, Role.RECIPIENT)) == ("ASSAULT", [whom])


@pytest.mark.parametrize("text", ["The driver sustained minor injuries.", "Ten people hurt in Velm."])
def test_whoever_is_hurt_did_nothing(text: str) -> None:
    assert [fillers(text, c, Role.ACTOR) for c in events(text)] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "The team suffered injuries this season.",
        "High prices strangled the economy.",
        "Greta Holm, whose son disappeared in 1999, sang in the choir.",
        "The ministry said the teacher was not in its custody.",
        "Customs officers seized a student card.",
    ],
)
def test_what_is_no_assault(text: str) -> None:
    assert [c.type for c in events(text) if c.type == "ASSAULT" or ("custody" in text and c.type == "COERCE")] == []


def test_sappers_make_mines_harmless() -> None:
    assert events("The army destroyed 40 mines.")[0].type == "MOBILIZE"


def test_victims_are_blamed_and_did_nothing() -> None:
    text = "Jets killed 43 worshippers in Velm. The paper blames the victims."
    assert all(
        "victims" not in who for c in events(text) if c.type == "ASSAULT" for who in fillers(text, c, Role.ACTOR)
    )
    group = "The army blamed the survivors' group for the attack."
    assert fillers(group, event_at(group, "attack"), Role.ACTOR) == ["the survivors' group"]


def test_a_device_that_detonated_keeps_its_day() -> None:
    text = "On 8 May, an improvised explosive device detonated beneath a truck south of Velm."
    times = [
        annotated(text).mention(a.mention).start for a in event_at(text, "detonated").arguments if a.role is Role.TIME
    ]
    assert [str(t) for t in times] == ["2024-05-08"]


def test_a_hashtag_behind_a_preposition_is_a_place() -> None:
    text = "Big explosion in #Bresk, many people hurt."
    assert fillers(text, event_at(text, "explosion"), Role.PLACE) == ["Bresk"]


def test_who_is_ready_to_strike_threatens_and_who_is_ready_to_help_agrees() -> None:
    assert event_at("The army is ready to attack Velm.", "ready").type == "THREATEN"
    assert event_at("Selmark is ready to help.", "ready").type == "AGREE"


@pytest.mark.parametrize("text", ["The Bresk riots shocked the country.", "Bresk explosion kills four"])
def test_a_happening_is_set_in_the_town_that_it_is_called_by(text: str) -> None:
    assert fillers(text, events(text)[0], Role.PLACE) == ["Bresk"]


@pytest.mark.parametrize("text", ["The army massacre was never solved.", "The Taliban siege shocked the country."])
def test_a_happening_called_by_whom_it_concerns_is_set_nowhere(text: str) -> None:
    assert [fillers(text, c, Role.PLACE) for c in events(text)] == [[]] * len(events(text))


def test_the_hour_by_which_it_was_done_did_nothing() -> None:
    assert (
        fillers(
            "No group had claimed the attack by nightfall.",
            events("No group had claimed the attack by nightfall.")[0],
            Role.ACTOR,
        )
        == []
    )
    claimed = "The attack was claimed by the Dawn Front by nightfall."
    assert fillers(claimed, event_at(claimed, "attack"), Role.ACTOR) == ["Dawn Front"]


def test_a_blockade_is_of_a_town_and_not_by_it() -> None:
    text = "He insisted that the blockade of Ulverin be lifted first."
    assert fillers(text, event_at(text, "blockade"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "blockade"), Role.RECIPIENT) == ["Ulverin"]


def test_a_release_is_no_arrest() -> None:
    text = "Police arrested nine young men; all were released without charge on 18 March."
    assert event_at(text, "released").type == "RETREAT"


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The Orsenne army said that its helicopters had destroyed two rebel camps.", "destroyed", "Orsenne army"),
        ("Kaldreth's tanks destroyed three houses.", "destroyed", "Kaldreth"),
        ("Kaldreth's tanks shelled the town.", "shelled", "Kaldreth"),
    ],
)
def test_whose_machines_did_it_did_it(text: str, word: str, who: str) -> None:
    assert any(who in name for name in fillers(text, event_at(text, word), Role.ACTOR))


@pytest.mark.parametrize("text", ["A tank destroyed three houses.", "Its drone burned a mill."])
def test_a_machine_of_nobody_known_did_nothing(text: str) -> None:
    assert [fillers(text, c, Role.ACTOR) for c in events(text)] == [[]]


def test_a_bridge_that_is_closed_is_restricted() -> None:
    assert event_at("Police have closed the bridge in Velmar after shots were heard.", "closed").type == "COERCE"
    assert "COERCE" not in [c.type for c in events("The mayor closed the meeting with a song.")]


@pytest.mark.parametrize(
    "text", ["Hundreds fled Sarn as shelling resumed.", "At least 12 dead, 30 wounded after shelling of Kell."]
)
def test_those_who_flee_shells_fired_none(text: str) -> None:
    assert fillers(text, event_at(text, "shelling"), Role.ACTOR) == []


def test_whoever_fled_after_shelling_a_town_shelled_it() -> None:
    text = "After shelling the town, the rebels fled."
    assert fillers(text, event_at(text, "shelling"), Role.ACTOR) == ["the rebels"]


@pytest.mark.parametrize(
    ("text", "word", "type_", "who"),
    [
        ("Soldiers pushed a teacher off a bridge in Velm.", "pushed", "ASSAULT", ["Soldiers"]),
        ("Gunmen took a teacher from his house in Velm.", "took", "ASSAULT", ["Gunmen"]),
        ("Soldiers dragged two boys from a bus at the checkpoint.", "dragged", "ASSAULT", ["Soldiers"]),
        ("A sniper picked off two guards.", "picked", "ASSAULT", ["A sniper"]),
        ("Rebels mined a road near Velm.", "mined", "ASSAULT", ["Rebels"]),
        ("Rebels took over Kelmar on Monday.", "took", "ASSAULT", ["Rebels"]),
        ("Rebels retook Velm on Monday.", "retook", "ASSAULT", ["Rebels"]),
        ("Kelmar fell to the rebels on Monday.", "fell", "ASSAULT", ["the rebels"]),
        ("Soldiers confiscated a truck.", "confiscated", "COERCE", ["Soldiers"]),
        ("Rebels turned back an aid convoy near Velm.", "turned", "COERCE", ["Rebels"]),
    ],
)
def test_who_did_it(text: str, word: str, type_: str, who: list[str]) -> None:
    found = event_at(text, word)
    assert (found.type, fillers(text, found, Role.ACTOR)) == (type_, who)


@pytest.mark.parametrize(
    "text",
    [
        "The nurse took the girl from her home to hospital.",
        "The film takes viewers from their homes.",
        "Shares of Kelmar fell to a new low.",
        "It fell to the minister to explain.",
        "She turned back a page.",
    ],
)
def test_nobody_did_anything_to_anybody(text: str) -> None:
    assert [c.type for c in events(text) if c.type in ("ASSAULT", "COERCE")] == []


def test_those_who_shoot_in_a_row_of_verbs_do_not_shoot_themselves() -> None:
    text = "Soldiers lined up the men of the village and shot them."
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) != ["Soldiers"]
