"""Who threatens and who is threatened; who bears arms and who gave them."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers


@pytest.mark.parametrize(
    ("text", "word", "who", "whom"),
    [
        ("Residents received threats from the militia.", "received", ["the militia"], ["Residents"]),
        ("The judge has received death threats by phone.", "received", [], ["The judge"]),
        ("The commander vowed revenge for the raid.", "vowed", ["The commander"], []),
        ("The army gave residents until Friday to evacuate.", "gave", ["The army"], ["residents"]),
        ("The front gave the villagers three days to leave.", "gave", ["The front"], ["the villagers"]),
    ],
)
def test_a_threat_has_who_makes_it_and_whom_it_meets(text, word, who, whom):
    threat = event_at(text, word)
    assert threat.type == "THREATEN"
    assert fillers(text, threat, Role.ACTOR) == who
    assert fillers(text, threat, Role.RECIPIENT) == whom


def test_time_for_a_task_is_no_threat():
    assert all(c.type != "THREATEN" for c in events("The university gave students two hours to finish the test."))


@pytest.mark.parametrize("text", ["The boy was armed, police said.", "The men were armed with knives."])
def test_who_is_armed_got_no_aid(text):
    assert all(c.type != "AID" for c in events(text))


@pytest.mark.parametrize("text", ["Torven armed the rebels with rockets.", "The rebels are armed by Torven."])
def test_who_arms_somebody_aids_them(text):
    aid = event_at(text, "armed")
    assert aid.type == "AID"
    assert fillers(text, aid, Role.ACTOR) == ["Torven"]


@pytest.mark.parametrize(
    "text",
    ["Observers accused both armies of shelling hospitals.", "The council charged both camps with shelling a market."],
)
def test_all_sides_can_be_accused(text):
    (doer,) = fillers(text, event_at(text, "shelling"), Role.ACTOR)
    assert doer.startswith("both")
