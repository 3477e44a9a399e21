"""A toll told by a verb of dying alone goes with the one attack of its document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allege.claim import Certainty, ClaimKind, Role
from allege.link.batch import attached
from allege.link.model import EventClaim, Filler, Incident, Slot
from allege.link.parts.dying import bare
from allege.link.positions import Material, view
from tests.link.parts.told import BRIGADE, claim, on

FOUR = Filler(Role.DEATHS, "Four", low=4, high=4)
ATTACK = claim("attack", "Gunmen attacked the market.", "attacked", document="d", start=0)
SHELLING = claim("shelling", "Shells hit the port.", "hit", document="d", start=30)
ATTACKED = Incident("i-attack", "ASSAULT", ("d",), ("attack",))
SHELLED = Incident("i-shelling", "ASSAULT", ("d",), ("shelling",))


def died(words: str = "Four people died, he said.", anchor: str = "died", start: int = 60) -> EventClaim:
    return claim("died", words, anchor, FOUR, document="d", start=start, kind=ClaimKind.STATE, sort="STATE")


def goes_to(*incidents: Incident, told: tuple[EventClaim, ...]) -> dict[str, list[str]]:
    return attached(incidents, [one for one in told if one.id == "died"], {one.id: one for one in told}, ())


def test_the_toll_is_attached_to_the_one_attack_and_answers_how_many_were_killed() -> None:
    told = (ATTACK, died())
    assert goes_to(ATTACKED, told=told) == {"i-attack": ["died"]}
    shown = view(replace(ATTACKED, attached=("died",)), Material({one.id: one for one in told}, {}, {}))
    deaths = shown.slot(Slot.DEATHS)
    assert (deaths.low, deaths.high, shown.reports, shown.speech) == (4, 4, 1, ())


def test_of_two_attacks_neither_gets_the_toll() -> None:
    assert goes_to(ATTACKED, SHELLED, told=(ATTACK, SHELLING, died())) == {}
    beyond = goes_to(ATTACKED, told=(ATTACK, SHELLING, died()))  # the other one's incident is not in sight
    assert beyond == {}
    two = replace(ATTACKED, claims=("attack", "shelling"))
    friday, saturday = (replace(one, fillers=(on(date(2024, 3, day)),)) for one, day in ((ATTACK, 1), (SHELLING, 2)))
    assert goes_to(two, told=(friday, saturday, died())) == {}
    assert goes_to(two, told=(friday, replace(SHELLING, fillers=friday.fillers), died())) == {"i-attack": ["died"]}


def test_far_from_the_attack_it_may_be_of_anything() -> None:
    assert goes_to(ATTACKED, told=(ATTACK, died(start=900))) == {}


def test_without_an_attack_it_goes_nowhere() -> None:
    march = claim("attack", "Farmers marched.", "marched", BRIGADE, document="d", sort="PROTEST")
    assert goes_to(ATTACKED, told=(march, died())) == {}


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Four people died, he said.", "died"),
        ("Doctors said that four people died at the scene.", "died"),
        ("Four nurses have died of their wounds.", "died"),
        ("Four people died and nine were hurt in all.", "died"),
        ("Four people perished.", "perished"),
    ],
)
def test_a_verb_of_dying_alone_gives_a_bare_toll(words: str, anchor: str) -> None:
    assert bare(died(words, anchor))


@pytest.mark.parametrize(
    "words",
    [
        "Four people died of cholera.",
        "Four people died when a boat sank.",
        "In a crash on the coast road four people died.",
        "Four of the wounded died.",
        "Four more people died.",
        "Four people died in 2009.",
        "The four who died were bakers.",
    ],
)
def test_another_cause_or_time_or_only_some_of_them_is_no_bare_toll(words: str) -> None:
    assert not bare(died(words))


def test_what_nobody_holds_to_be_so_is_none() -> None:
    assert not bare(replace(died(), certainty=Certainty.PS_PLUS))
    assert not bare(replace(died("Four people fled, he said.", "fled"), fillers=(FOUR,)))
