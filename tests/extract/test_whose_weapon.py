"""Whose weapon did it, and with what people answer."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, events, fillers


@pytest.mark.parametrize(
    ("text", "word", "whose"),
    [
        ("Two boys were killed by a shell fired by the army.", "killed", ["the army"]),
        ("The mill was destroyed by rockets of the Orlen Front.", "destroyed", ["Orlen Front"]),
        ("A child died from a mine laid by rebels.", "died", ["rebels"]),
        ("The house was hit by a drone operated by the militia.", "hit", ["the militia"]),
        ("A farmer was killed by a bomb of fifty kilograms.", "killed", []),
        ("Shells fired from Kardovia killed two farmers.", "killed", []),
    ],
)
def test_whoever_put_the_weapon_to_use_did_it(text, word, whose):
    assert fillers(text, event_at(text, word), Role.ACTOR) == whose


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Riot police answered with tear gas and rubber bullets.", "answered", "ASSAULT"),
        ("Looters emptied the grain store.", "emptied", "ASSAULT"),
        ("The garrison fled the town.", "fled", "RETREAT"),
        ("Nurses walked out on Tuesday over unpaid wages.", "walked", "PROTEST"),
        ("The two presidents spoke by telephone on Saturday about the hostages.", "spoke", "CONSULT"),
        ("Fighters blew a hole in the wall of the prison.", "blew", "ASSAULT"),
    ],
)
def test_what_is_done(text, word, type_):
    assert event_at(text, word).type == type_


def test_teachers_who_threaten_a_strike_attack_nobody():
    assert all(c.type != "ASSAULT" for c in events("Teachers threaten strike over pay."))


def test_sappers_who_blow_up_a_suitcase_attack_nobody():
    text = "Sappers blew up an abandoned suitcase outside the opera on Sunday."
    assert all(c.type != "ASSAULT" for c in events(text))


def test_an_ambush_that_is_executed_is_an_ambush():
    text = "The front said its men executed an ambush against a patrol near Orlen."
    assert event_at(text, "ambush").type == "ASSAULT"
