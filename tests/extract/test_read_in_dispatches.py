"""What correspondents' dispatches were read wrongly: who was caught, who set off what, who is told of, and by whom."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "text",
    [
        "The two men were captured by the police in Velm.",
        "Soldiers captured at least three gunmen near Orsa.",
        "Norland's forces have captured a top leader of the Front.",
    ],
)
def test_people_who_are_captured_are_held_and_not_taken_like_a_town(text: str) -> None:
    assert (event_at(text, "captured").type, event_at(text, "captured").mode) == ("COERCE", "arrest")


def test_rebels_who_capture_a_place_take_it() -> None:
    assert event_at("Rebels captured the Tarn roundabout on Monday.", "captured").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Militants detonated another bomb as an army patrol passed.", "ASSAULT", "Militants"),
        ("Gunmen detonated a landmine under a bus.", "ASSAULT", "Gunmen"),
        ("Police detonated two improvised explosives that were found on Monday.", "MOBILIZE", "Police"),
        ("Bomb experts detonated a car bomb outside the town.", "MOBILIZE", "Bomb experts"),
    ],
)
def test_who_sets_off_a_bomb_says_whether_it_is_an_attack(text: str, kind: str, doer: str) -> None:
    found = event_at(text, "detonated")
    assert (found.type, fillers(text, found, Role.ACTOR)) == (kind, [doer])


def test_a_lorry_that_sets_off_a_mine_is_hit_by_it() -> None:
    text = "A lorry detonated a landmine near Orsa."
    found = event_at(text, "detonated")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], ["A lorry"])


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State of Iraq and al-Sham attacked the town.",
        "The Islamic State of Iraq and Al-Sham (ISIS) attacked the town.",
    ],
)
def test_a_listed_name_with_and_in_it_is_one_doer(text: str) -> None:
    assert fillers(text, event_at(text, "attacked"), Role.ACTOR) == ["Islamic State"]


@pytest.mark.parametrize("word", ["counter-offensive", "counter-attack"])
def test_a_deed_with_a_hyphen_is_one_word(word: str) -> None:
    text = f"The rebels launched a {word} in northern Orsa."
    assert (event_at(text, word).type, fillers(text, event_at(text, word), Role.ACTOR)) == ("ASSAULT", ["The rebels"])
    assert speeches(text) == []


def test_whoever_was_killed_where_two_sides_fought_was_killed_by_either() -> None:
    text = "A soldier and a clerk were killed when army troops clashed with gunmen at a mill."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []
    other = "Ten rebels were killed when soldiers attacked their camp."
    assert fillers(other, event_at(other, "killed"), Role.ACTOR) == ["soldiers"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Norland's forces have captured a leader of the Front, said by the army to have killed nine clerks.",
            "the army",
            "a leader of the Front to have killed nine clerks",
        ),
        (
            "Police arrested a man believed by investigators to have shot the mayor.",
            "investigators",
            "a man to have shot the mayor",
        ),
        ("The man, said by police to have killed two clerks, fled.", "police", "The man to have killed two clerks"),
    ],
)
def test_whoever_is_told_of_behind_his_name_did_it_on_the_word_of_whom_by_names(
    text: str, source: str, content: str
) -> None:
    said = annotated(text).attributions[0]
    quote = annotated(text).document.quote
    assert quote(said.source) == source
    assert quote(said.content).replace(" … ", " ").replace("…", " ").split() == content.split()
    deed = next(c for c in events(text) if c.type == "ASSAULT")
    assert fillers(text, deed, Role.ACTOR)[0] in content
    assert said.id in deed.attributions


def test_the_dead_do_not_tell_of_it() -> None:
    text = "A spokesman said the prisoners were killed by rebels, and officials said they were killed by guards."
    last = [c for c in events(text) if annotated(text).document.quote(c.anchor) == "killed"][-1]
    assert fillers(text, last, Role.RECIPIENT) == ["the prisoners"]


def test_nobody_forces_himself_to_leave_where_others_are_named() -> None:
    text = "The army will be able to expel the rebels and force them to surrender."
    assert fillers(text, event_at(text, "surrender"), Role.ACTOR) == ["the rebels"]


def test_not_being_allowed_to_give_information_is_no_event() -> None:
    text = "The officials, who were not authorized to release the information, said 37 people were wounded."
    assert [c.type for c in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A mill worker, 44, was shot on Monday by two gunmen during a visit to a family in Orsa.", "shot"),
        ("Around 100 lawyers marched in Baghdad on Monday.", "marched"),
        ("A day after a rally in Moscow the drivers went home.", "rally"),
    ],
)
def test_where_it_happened_and_who_was_visited_is_not_whom_it_was_done_to(text: str, word: str) -> None:
    assert {"a family in Orsa", "Baghdad", "Moscow"}.isdisjoint(fillers(text, event_at(text, word), Role.RECIPIENT))


def test_soldiers_on_patrol_do_not_protest() -> None:
    text = "On Tuesday, truckloads of soldiers and peacekeepers patrolled the streets of Orsa."
    assert event_at(text, "patrolled").type == "MOBILIZE"
