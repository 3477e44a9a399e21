"""A part's doer and dead are answers of the part; the whole has them only where a claim says so of the whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claimed import material, named, said, story

from allege.claim import Role
from allege.link.model import EventClaim, Incident, Slot
from allege.link.positions import Standing, View, view
from allege.link.positions.wholes import of_parts
from allege.show.parts import parts

COLUMN = named(Role.ACTOR, "e1", "Grey Column")
MILITIA = named(Role.ACTOR, "e2", "Black Kestrel militia")


def told(document: str, number: int, anchor: str, sentence: str, **fillers: object) -> EventClaim:
    return replace(said(document, number, anchor=anchor, **fillers), sentence=sentence)


SIEGE = told("a", 1, "siege", "The siege of the garrison lasted three days.")
AGAIN = told("b", 1, "siege", "Twenty people were killed in the siege.", deaths=20)
SHOT = told("a", 2, "shot dead", "The militia shot dead two prisoners in the yard.", actor=MILITIA)
SHOOTING = told("b", 2, "shooting", "The militia filmed the shooting.")


def seen(*claims: EventClaim, whole: tuple[EventClaim, ...] = (SIEGE, AGAIN)) -> View:
    every = (*whole, *claims)
    groups = (tuple(c.id for c in whole), tuple(c.id for c in claims))
    documents = tuple(dict.fromkeys(c.document for c in every))
    incident = Incident("i", "ASSAULT", documents, tuple(c.id for c in every), parts=groups)
    found = material(every, [story("a", publisher="Courier"), story("b", publisher="Herald")])
    made = view(incident, found)
    assert [one.who for one in parts(made, found) if one.who] in ([], [("Black Kestrel militia",)])
    return made


def doers(made: View) -> list[str]:
    return [one.value.words for one in made.slot(Slot.ACTOR).answers]


def test_who_shot_prisoners_during_a_siege_is_not_said_to_have_besieged() -> None:
    made = seen(SHOT, SHOOTING)
    assert doers(made) == []
    assert [one.value.words for one in made.doers_of_parts] == ["Black Kestrel militia"]


def test_the_whole_keeps_the_doer_that_a_claim_gives_it() -> None:
    laid = told("a", 3, "besieged", "The column besieged the garrison.", actor=COLUMN)
    assert doers(seen(SHOT, whole=(SIEGE, AGAIN, laid))) == ["Grey Column"]
    both = told("b", 3, "besieged", "The militia besieged the garrison.", actor=MILITIA)
    assert doers(seen(SHOT, whole=(SIEGE, AGAIN, both))) == ["Black Kestrel militia"]


@pytest.mark.parametrize(
    ("anchor", "sentence", "fillers"),
    [
        ("killed", "During the attack the militia killed two prisoners.", {}),
        ("shot", "The militia shot two prisoners.", {"deaths": 2}),
    ],
)
def test_a_deed_is_a_part_of_an_attack_where_the_text_says_so(anchor: str, sentence: str, fillers: dict) -> None:
    attack = told("a", 1, "attack", "The attack left 20 people dead.", deaths=20)
    deed = told("a", 2, anchor, sentence, actor=MILITIA, **fillers)
    assert doers(seen(deed, whole=(attack, replace(attack, id="a-9")))) == []


def test_a_shooting_by_another_word_for_the_attack_is_the_attack() -> None:
    attack = told("a", 1, "attack", "The attack left two people dead.", deaths=2)
    deed = told("a", 2, "opened fire", "The militia opened fire and killed two people.", actor=MILITIA, deaths=2)
    assert doers(seen(deed, whole=(attack, replace(attack, id="a-9")))) == ["Black Kestrel militia"]


COURT = "The shooting in the courtyard killed four guests, a guard said."


def in_court(dead: int, document: str = "b") -> tuple[EventClaim, EventClaim]:
    """A shooting within the siege, and what another claim of its sentence counts."""
    shooting = told(document, 4, "shooting", COURT)
    return shooting, replace(told(document, 5, "killed", COURT, deaths=dead), start=shooting.start)


def test_the_dead_of_a_part_do_not_dispute_those_of_the_whole() -> None:
    thirty = replace(AGAIN, fillers=(replace(AGAIN.of(Role.DEATHS)[0], words="30", low=30, high=30),))
    shooting, killed = in_court(4)
    incident = Incident("i", "ASSAULT", ("a", "b"), tuple(c.id for c in (SIEGE, thirty, shooting, killed)),
                        parts=((SIEGE.id, thirty.id), (shooting.id, killed.id)))  # fmt: skip
    found = material([SIEGE, thirty, shooting, killed], [story("a", publisher="Courier"), story("b", 9)])
    made = view(incident, found)
    assert not made.disputed
    assert {one.value.words: one.standing for one in made.slot(Slot.DEATHS).answers} == {
        "30": Standing.STANDS, "4": Standing.OF_PART,
    }  # fmt: skip
    assert [one.killed for one in parts(made, found)] == [("4",), ()]


def test_the_dead_of_a_part_dispute_a_whole_that_has_fewer() -> None:
    assert seen(*in_court(40, "a")).disputed == (Slot.DEATHS,)


def test_later_dead_of_a_part_do_not_replace_the_earlier_count_of_the_whole() -> None:
    first = told("a", 6, "siege", "The siege killed 20 people.", deaths=20)
    shooting, killed = in_court(4)
    incident = Incident("i", "ASSAULT", ("a", "b"), tuple(c.id for c in (SIEGE, first, shooting, killed)))
    stories = [story("a", 1, publisher="Courier"), story("b", 3, publisher="Courier")]
    made = view(incident, material([SIEGE, first, shooting, killed], stories))
    assert [one.position.value for one in made.slot(Slot.DEATHS).standing] == ["20"]


def test_what_a_sentence_says_of_the_whole_is_not_a_part_by_its_likeness_to_one() -> None:
    """ "Killed" in "the siege killed 20" is told like the "killed" of a deed during the siege, and is the whole's."""
    during = told("a", 4, "killed", "During the siege the militia killed two guards.", deaths=2)
    killed = replace(told("b", 2, "killed", AGAIN.sentence, deaths=20), start=AGAIN.start)
    claims = (SIEGE, AGAIN, during, killed)
    incident = Incident("i", "ASSAULT", ("a", "b"), tuple(c.id for c in claims), parts=((during.id, killed.id),))
    assert of_parts(incident, {c.id: c for c in claims}) == {during.id}


def test_shots_at_a_march_are_no_part_of_the_marching() -> None:
    march = replace(told("a", 1, "protest", "People held a protest."), type="PROTEST")
    again = replace(told("b", 1, "protest", "The protest was on Tuesday."), type="PROTEST")
    assert doers(seen(SHOT, whole=(march, again))) == ["Black Kestrel militia"]
