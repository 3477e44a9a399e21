"""Who suffered a deed did not do it: losses, victims, and things that are read as subjects."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import event_at, fillers


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The army lost nine men in the ambush at Orvel Ford.", "nine men"),
        ("The brigade lost four fighters in a raid near Pelm.", "four fighters"),
    ],
)
def test_who_lost_its_people_in_a_deed_did_not_do_it(text: str, victim: str) -> None:
    claim = event_at(text, "ambush" if "ambush" in text else "raid")
    assert fillers(text, claim, Role.ACTOR) == []
    assert victim in fillers(text, claim, Role.RECIPIENT)


def test_the_dead_do_nothing() -> None:
    text = "So many dead children, stop this massacre in Pelm!"
    assert fillers(text, event_at(text, "massacre"), Role.ACTOR) == []


@pytest.mark.parametrize("text", ["Clinic looted in Pelm.", "School shelled in Pelm, nobody hurt."])
def test_a_thing_before_a_verb_of_damage_suffers_it(text: str) -> None:
    claim = event_at(text, "looted" if "looted" in text else "shelled")
    assert fillers(text, claim, Role.ACTOR) == []
    assert fillers(text, claim, Role.RECIPIENT)[0] in ("Clinic", "School")


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("A raid by the militia left two teachers dead.", ["two teachers"]),
        ("The raid, which left a miller and two clerks wounded, was the third.", ["a miller", "two clerks"]),
        ("The raid left hundreds homeless.", ["hundreds"]),
        ("The raid left nine dead.", []),
        ("The raid left the council divided.", []),
    ],
)
def test_whom_a_deed_left_dead_or_hurt_it_was_done_to(text: str, victim: list[str]) -> None:
    assert fillers(text, event_at(text, "raid"), Role.RECIPIENT) == victim


@pytest.mark.parametrize("text", ["Two clerks fell victim to a mine near Pelm.", "Two clerks fell prey to snipers."])
def test_who_falls_victim_to_an_attack_suffers_it(text: str) -> None:
    claim = event_at(text, "fell")
    assert "Two clerks" in fillers(text, claim, Role.RECIPIENT)
    assert "Two clerks" not in fillers(text, claim, Role.ACTOR)


def test_bombs_that_fall_on_something_are_an_attack_from_the_air_by_nobody_named() -> None:
    text = "On 3 May two bombs fell on the clinic of Pelm."
    claim = event_at(text, "fell")
    assert (claim.type, claim.mode) == ("ASSAULT", "aerial")
    assert fillers(text, claim, Role.ACTOR) == []
    assert fillers(text, claim, Role.RECIPIENT) == ["the clinic of Pelm"]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("On 12 May soldiers shot a man in Pelm.", "soldiers"),
        ("On 12 May rebels struck a post near Pelm.", "rebels"),
        ("On 12 May the 5th Brigade struck a post near Pelm.", "5th Brigade"),
        ("On 12 May three brigades struck a post near Pelm.", "three brigades"),
    ],
)
def test_a_date_before_whoever_did_it_is_no_part_of_the_name(text: str, doer: str) -> None:
    claim = event_at(text, "shot" if "shot" in text else "struck")
    assert [words.removeprefix("the ") for words in fillers(text, claim, Role.ACTOR)] == [doer]


@pytest.mark.parametrize("text", ["Not once did police fire on us.", "At no time did units of the Corps fire on us."])
def test_what_somebody_never_did_has_a_doer_and_is_denied(text: str) -> None:
    claim = event_at(text, "fire")
    assert claim.certainty[0].value is Certainty.CT_MINUS
    assert fillers(text, claim, Role.ACTOR)[0] in ("police", "units of the Corps")
