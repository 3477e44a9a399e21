"""Who did it and to whom in short wire dispatches: parties lost, or taken from another clause, by cause.

Beside each reading stands a near neighbour that is read otherwise.
"""

from __future__ import annotations

import pytest

from tests.extract.annotating import parties, rows


def read(row: tuple[str, ...]) -> None:
    """That the deed at a word has the doers and victims of its row: text, word, doers, victims ("-": none)."""
    text, word, doers, victims = row
    assert parties(text, word) == (doers, victims)


AIMED = """
The Kirelian army launched an assault in the east on Wednesday, targeting the rebels' positions. | assault | The Kirelian army | the rebels' positions
The Orsa guards began their assault this morning by targeting the hills of Velm. | assault | The Orsa guards | the hills of Velm
Rebels launched an offensive on Tuesday that targeted the hill of Velm. | offensive | Rebels | the hill of Velm
Rebels launched an offensive on Tuesday that targeted the hill of Velm. | targeted | Rebels | the hill of Velm
The guards launched an assault on Velm on Wednesday, targeting a mill. | assault | The guards | Velm
The army condemned the raid in the east, targeting rebel camps. | raid | - | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(AIMED))
def test_an_attack_is_on_what_its_clause_says_it_aims_at(row: tuple[str, ...]) -> None:
    read(row)


TAKEN = """
Brann was captured in a March 1 raid by Kirelian troops and Norland agents. | captured | Kirelian troops; Norland agents | Brann
Two clerks were abducted in a raid by gunmen on a mill. | abducted | gunmen | Two clerks
The rebels were captured during their raid on a mill. | captured | - | The rebels
Brann was shot in a raid on rebels. | shot | - | Brann
Three men were arrested in an attack by rebels on the mill. | arrested | - | Three men
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(TAKEN))
def test_who_makes_a_raid_takes_and_shoots_in_it(row: tuple[str, ...]) -> None:
    read(row)


SHOT = """
In the latest violence, unidentified gunmen on Tuesday shot and wounded a baker. | shot | unidentified gunmen | a baker
In the city of Velm, Kirelian police in the old town shot at a car with plates from the north, killing a baker. | shot | Kirelian police | a car
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(SHOT))
def test_who_shot_far_before_the_verb(row: tuple[str, ...]) -> None:
    read(row)


RESULTS = """
On Monday the rebels set off a mine and fired at a bus which was on its way to Velm, killing eight people. | killing | the rebels | eight people
A bomb was detonated in the city of Velm as an Orsa convoy was passing, killing a driver. | killing | - | a driver
Guards met a commander who was heading to Velm, killing villagers. | killing | a commander | villagers
Police said the blasts that wounded Lieutenant Colonel Oleg al-Brann killed his father, mother and two sisters. | killed | - | his father; mother; two sisters
Guards burned a mill and chased gunmen who fired mortars in the wake of a bombing at a base that killed nine people. | killed | - | nine people
The raid by rebels on a mill that killed nine people ended on Monday. | killed | rebels | nine people
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(RESULTS))
def test_what_came_of_it_is_of_the_deed_and_of_no_other_clause(row: tuple[str, ...]) -> None:
    read(row)


SIDES = """
Two guards were killed before clashes broke out between the Orsa League and rebel fighters. | clashes | Orsa League | rebel fighters
A battle that erupted this morning between two rival clans left seven dead. | battle | two rival clans | -
Six died in clashes between army and rebel forces. | clashes | army | rebel forces
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(SIDES))
def test_the_sides_of_what_broke_out(row: tuple[str, ...]) -> None:
    read(row)


HARMED = """
At least five rebels were killed and several more wounded. | wounded | - | several more
At least one guard was killed and four more wounded in the attack. | wounded | - | four more
North of Velm, five farmers and a guard were killed in separate attacks. | killed | - | five farmers; a guard
The north of Velm was shelled. | shelled | - | The north of Velm
More than 40 people were killed in airstrikes and shelling in two districts. | shelling | - | More than 40 people
Brann was captured by Kirelian police last month and extradited to Norland. | extradited | - | Norland
"""


@pytest.mark.parametrize("row", rows(HARMED))
def test_who_was_harmed_and_harmed_nobody(row: tuple[str, ...]) -> None:
    read(row)


BEFORE = """
Hours later U.S. fighter jets bombed a training camp. | bombed | United States military | a training camp
The brothers were killed in an Israeli army raid of their hideout. | raid | Israel military | their hideout
The League took Velm during a blitz offensive on Monday. | offensive | - | -
The army said on Monday that one of its jets bombed the mill. | bombed | The army | the mill
The council said one of the army's jets bombed the mill. | bombed | the army | the mill
One of its jets crashed near Velm, killing two. | killing | - | two
At predawn on Friday, gunmen detonated a bomb. | detonated | gunmen | -
"""


@pytest.mark.parametrize("row", rows(BEFORE))
def test_words_before_a_deed_or_a_weapon_name_one_doer(row: tuple[str, ...]) -> None:
    read(row)


SOURCES = """
According to a report from the National Guard (NG) of Velm, the Orsa Free Army and their allies stormed a post. | stormed | Orsa Free Army; their allies | a post
According to the council and the National Guard, rebels stormed a post. | stormed | rebels | a post
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(SOURCES))
def test_who_acts_behind_a_long_source(row: tuple[str, ...]) -> None:
    read(row)


ELSEWHERE = """
Ola Brann, a baker, was shot in the leg by Kirelian police in a station, a day after suspected rebels carried bombs onto Orsa's bus system. | shot | Kirelian police | Ola Brann
Around 900 people marched through the city of Velm on Saturday. | marched | Around 900 people | -
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(ELSEWHERE))
def test_what_stands_elsewhere_in_the_sentence_was_not_hit(row: tuple[str, ...]) -> None:
    read(row)
