"""Stories, games, exercises and images of war accuse nobody; what was done in earnest beside them stays."""

from __future__ import annotations

import pytest
from annotating import events

FORCE = {"ASSAULT", "COERCE", "RETREAT"}


def forceful(text: str) -> list[str]:
    """Types of the events of force in a text."""
    return [c.type for c in events(text) if c.type in FORCE]


@pytest.mark.parametrize(
    "text",
    [
        "In Ada Melk's new novel, a soldier shoots his brother and burns the farm.",
        "The film tells of a rebel who kidnaps a judge. In the last scene, soldiers shell the village.",
        "Legend has it that King Orm killed the wolf of Tarn.",
        "City crushed Hollin United 4-1 on Sunday.",
        "Midfielder Ron Tay fired home from 20 metres and the visitors surrendered.",
        "During the drill, marines stormed a beach near Velm and captured a mock airfield.",
        "Supermarkets are in a price war. Kelm Foods fired the first shot and its rivals surrendered.",
        "The bank has launched an assault on inflation.",
        "The two banks are fighting a battle for customers.",
        "The heat is killing me.",
    ],
)
def test_what_never_was_is_no_event_of_force(text: str) -> None:
    assert forceful(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In the video, soldiers shoot two prisoners.",
        "In the film he made in 2019, Dorn tells how the army shelled his village.",
        "Soldiers shot dead two men during a film festival in Velm.",
        "A goalkeeper was shot dead outside the stadium in Velm after his team lost 3-0.",
        "Football fans attacked a police station in Velm after the 2-0 defeat.",
        "Striker Ole Vann shot two policemen in Velm, prosecutors said.",
        "Gunmen ambushed 8-10 trucks on the Velm road.",
        "Rebels attacked a base during a joint exercise of the two armies, killing three soldiers.",
        "The army shelled the village during the exercise, residents said.",
        "A trade war broke out in May. On Monday soldiers fired on farmers who blocked the border.",
    ],
)
def test_what_was_done_in_earnest_stays(text: str) -> None:
    assert "ASSAULT" in forceful(text)


def test_land_is_taken_in_practice_and_a_village_is_not() -> None:
    assert forceful("Hundreds of reservists seized an airfield in a training exercise near Sarn on Tuesday.") == []
    assert forceful("Soldiers seized a village near Sarn during the exercise, residents said.") != []


@pytest.mark.parametrize("text", ["Fish prices exploded in April.", "The new tax is killing off demand."])
def test_prices_and_demand_are_nobody_s_doers_or_victims(text: str) -> None:
    assert forceful(text) == []
