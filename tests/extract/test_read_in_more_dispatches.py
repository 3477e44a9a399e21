"""What more dispatches were read wrongly: commands, charges of attempts, clauses on places, verbs taken for others."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def sure(text: str, word: str) -> Certainty:
    """How firmly the one who says it holds an event."""
    return event_at(text, word).certainty[-1].value


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('They carried a banner saying "Burn the mill".', "Burn"),
        ('The farmers shouted "Kill the mayor!"', "Kill"),
        ('He told his men: "Shoot the clerks and burn the mill."', "burn"),
        ('"Burn the mill," the farmers shouted.', "Burn"),
    ],
)
def test_whoever_shouts_a_command_has_done_nothing(text: str, word: str) -> None:
    found = event_at(text, word)
    assert (fillers(text, found, Role.ACTOR), sure(text, word)) == ([], Certainty.UU)
    demands = [c for c in annotated(text).claims if c.kind is ClaimKind.DEMAND and c.anchor == found.anchor]
    assert [c.type for c in demands] == ["ASSAULT"]


def test_a_quoted_infinitive_is_no_command() -> None:
    text = 'He helped "burn the mill" in Velm.'
    assert fillers(text, event_at(text, "burn"), Role.ACTOR) == ["He"]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The guards arrested a clerk for an attempt to kill the mayor.", "kill", "a clerk"),
        ("Police accused Dahl of an attempt to bomb the mill.", "bomb", "Dahl"),
        ("Police said Dahl made an attempt to kill the mayor.", "kill", "Dahl"),
    ],
)
def test_an_attempt_is_his_who_is_charged_with_it(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("An attack on the village of Velm, which killed six clerks, was claimed by the front.", ["the front"]),
        ("The rebels shelled a mill in Velm, which killed six clerks.", ["The rebels"]),
        ("The front in Velm, which killed six clerks in May, has left.", ["The front"]),
        ("He lives in Norland, which killed six clerks in May.", ["Norland"]),
    ],
)
def test_where_a_deed_was_done_killed_nobody(text: str, doers: list[str]) -> None:
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == doers


def test_what_was_under_siege_and_shelled_shelled_nothing() -> None:
    text = "Six clerks fled Velm, which has been under siege and shelled by gunmen since Sunday."
    found = event_at(text, "shelled")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (["gunmen"], ["Velm"])
    other = "The gunmen have been in Velm and shelled a mill."
    assert fillers(other, event_at(other, "shelled"), Role.ACTOR) == ["The gunmen"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("At least 30 clerks were killed by IS gunmen in Velm.", "killed"),
        ("The council said IS had killed nine clerks.", "killed"),
        ("Nine clerks fled, and IS fighters burned a mill.", "burned"),
        ("IS militants have attacked a mill.", "attacked"),
    ],
)
def test_capitals_of_a_group_are_no_verb(text: str, word: str) -> None:
    (doer,) = fillers(text, event_at(text, word), Role.ACTOR)
    assert doer.startswith("IS")
    assert not any(f.startswith("IS") or f == "militants" for f in fillers(text, event_at(text, word), Role.RECIPIENT))


def test_whom_somebody_fights_is_no_verb() -> None:
    text = "Soldiers attacked IS near Velm, Osk said."
    assert fillers(text, event_at(text, "attacked"), Role.RECIPIENT) == ["IS"]


def test_whoever_acts_behind_the_town_of_a_teller_tells_nothing() -> None:
    text = "According to a Herald reporter in Velm Town, the Orland Guard and its allies have already shelled the mill."
    ((source, _, content),) = speeches(text)
    assert source == "a Herald reporter in Velm Town"
    assert content.startswith("the Orland Guard")
    assert fillers(text, event_at(text, "shelled"), Role.ACTOR) == ["Orland Guard", "its allies"]
    other = "According to Osk Dahl, the head of the guard, nine clerks were killed."
    assert speeches(other)[0][0] == "Osk Dahl, the head of the guard"


@pytest.mark.parametrize(
    ("text", "doers", "victims"),
    [
        ("Some fighters murdered and tortured nuns in Velm.", ["Some fighters"], ["nuns"]),
        (
            "Soldiers and two militias murdered and tortured clerks and burned down the mill.",
            ["Soldiers", "two militias"],
            ["clerks"],
        ),
    ],
)
def test_of_two_verbs_before_one_noun_neither_is_said_of_it(text: str, doers: list[str], victims: list[str]) -> None:
    for word in ("murdered", "tortured"):
        found = event_at(text, word)
        assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (doers, victims)


def test_a_quoted_verb_with_a_subject_is_no_adjective() -> None:
    text = 'The aircraft "bombed civilian and service posts" in the provinces of Velm, south of Torv, a spokesman said.'
    (hit,) = fillers(text, event_at(text, "bombed"), Role.RECIPIENT)
    assert hit.startswith("civilian and service posts")


def test_what_a_crowd_carries_does_not_march() -> None:
    text = "Waving banners and chanting slogans, about 400 farmers marched on the town hall Tuesday."
    assert fillers(text, event_at(text, "marched"), Role.ACTOR) == ["about 400 farmers"]
    other = "Burning tyres blocked the road in Velm."
    assert fillers(other, event_at(other, "blocked"), Role.ACTOR) == ["Burning tyres"]


def test_the_second_who_only_patrols_shot_nobody_either() -> None:
    text = "Guards and soldiers patrolled the town of Velm, where nine clerks were shot dead on Sunday."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == []
    other = "Guards and soldiers shelled the town of Velm, where nine clerks were shot dead on Sunday."
    assert fillers(other, event_at(other, "shelled"), Role.ACTOR) == ["Guards", "soldiers"]


def test_shots_from_a_vehicle_are_no_shots_of_it() -> None:
    text = "Two rebels on a motorbike shot at guards in Velm."
    found = event_at(text, "shot")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (["Two rebels"], ["guards"])
    other = "The guards were patrolling along a road while two rebels riding a motorbike shot at clerks."
    (doer,) = fillers(other, event_at(other, "shot"), Role.ACTOR)
    assert doer.startswith("two rebels")


def test_a_warning_shot_is_still_one() -> None:
    text = "They fired a warning shot at guards in Velm."
    assert [annotated(text).document.quote(c.anchor) for c in events(text)] == ["fired"]


@pytest.mark.parametrize(
    "text",
    [
        "This is demonstrated by the fact that Velm has the best mill in Orland.",
        "The case demonstrated his loyalty to the guard.",
        "These letters demonstrate a lack of order in Velm.",
    ],
)
def test_what_shows_something_protests_nothing(text: str) -> None:
    assert [c.type for c in events(text) if c.type == "PROTEST"] == []


def test_a_crowd_still_demonstrates() -> None:
    text = "About 300 farmers demonstrated in Velm on Friday against the law."
    assert event_at(text, "demonstrated").type == "PROTEST"


def test_a_car_is_not_what_it_is_rammed_into() -> None:
    text = "A clerk rammed his car into a police checkpoint in Velm, killing nine guards."
    assert fillers(text, event_at(text, "rammed"), Role.RECIPIENT) == ["a police checkpoint in Velm"]
    other = "The driver rammed the gate of the mill with a truck."
    assert fillers(other, event_at(other, "rammed"), Role.RECIPIENT) == ["the gate of the mill"]


def test_abuse_is_his_who_is_jailed_for_it() -> None:
    text = "Three guards were jailed in Norland for abusing Orland clerks."
    found = event_at(text, "abusing")
    assert (found.type, fillers(text, found, Role.ACTOR)) == ("ASSAULT", ["Three guards"])


def test_whoever_hid_where_he_was_captured_is_no_town() -> None:
    text = "Guards captured Kabor on 15 April in a Karachi house where he was hiding."
    found = event_at(text, "captured")
    assert (found.type, fillers(text, found, Role.PLACE)) == ("COERCE", ["Karachi"])
    other = "Soldiers captured Torv on Monday, Osk said, and he was glad."
    assert event_at(other, "captured").type == "ASSAULT"
