"""What a further list of sentences, written without sight of the code, was read wrongly of: who did what to whom."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import check, event_at, events, fillers, rows

CONFIRMED = """
If true, the bombing of the abbey would be the fifth this year. | bombing | - | Uu | - |
The bombing of the abbey, if proven, would breach the truce. | bombing | - | Uu | - |
If independently verified, the massacre of the drovers would be the worst of the war. | massacre | - | Uu | - |
If it continues, the shelling of the abbey will end the talks. | shelling | - | CT+ | - |
If provoked, the raiders' shelling of the abbey would be fierce. | shelling | raiders | CT+ | - |
"""


@pytest.mark.parametrize("row", rows(CONFIRMED))
def test_what_is_only_so_if_confirmed_is_open(row: tuple[str, ...]) -> None:
    check(row)


PER = """
Per the guard's log, two youths stabbed the sexton. | stabbed | two youths | Uu | log | CT+
Per Velm Radio, raiders burned the mill. | burned | raiders | Uu | Velm Radio | CT+
Three nurses were shot, per witnesses. | shot | - | Uu | witnesses | CT+
Per day, raiders shelled the town nine times. | shelled | raiders | CT+ | - |
Per village, police arrested nine men. | arrested | police | CT+ | - |
Per the truce, raiders shelled no town. | shelled | raiders | CT- | - |
"""


@pytest.mark.parametrize("row", rows(PER))
def test_per_somebody_is_according_to_him(row: tuple[str, ...]) -> None:
    check(row)


RANKS = """
The private doubts that settlers burned the mill. | burned | settlers | Uu | The private | PR-
The major doubts whether raiders shelled the abbey. | shelled | raiders | Uu | The major | Uu
The general doubts raiders kidnapped the drovers. | kidnapped | raiders | Uu | The general | PR-
The wounded private admits he shot the nurse. | shot | he | Uu | private | CT+
Their serious doubts that settlers burned the mill have grown. | burned | settlers | Uu | Their | PR-
"""


@pytest.mark.parametrize("row", rows(RANKS))
def test_whoever_has_a_rank_doubts_and_denies(row: tuple[str, ...]) -> None:
    check(row)


POSTED = """
lol the mayor's thugs burned our kiosk again | burned | the mayor's thugs | CT+ | - |
OMG soldiers just shot a nurse | shot | soldiers | CT+ | - |
the mayor's thugs burned our kiosk lol | burned | the mayor's thugs | CT+ | - |
BREAKING: army spokesman: 3 drovers kidnapped nr Velm by masked men | kidnapped | masked men | Uu | army spokesman | CT+
"""


@pytest.mark.parametrize("row", rows(POSTED))
def test_posts_laugh_first_and_shorten_near(row: tuple[str, ...]) -> None:
    check(row)


def test_near_a_place_is_where() -> None:
    text = "3 drovers kidnapped nr Velm by masked men"
    kidnapped = event_at(text, "kidnapped")
    assert fillers(text, kidnapped, Role.RECIPIENT) == ["3 drovers"]
    assert fillers(text, kidnapped, Role.PLACE) == ["Velm"]


WHOM = """
The marshal insisted that no prisoner had been whipped. | whipped | no prisoner
Nobody was shot. | shot | -
The clerk told the court that guards had beaten a confession out of him. | beaten | him
Guards tortured confessions out of the two nurses. | tortured | the two nurses
The raiders gave themselves up to the guards. | gave | the guards
A deserter handed himself in to police. | handed | police
Did the coastguard fire on the trawler? | fire | the trawler
Why did the regiment storm the abbey? | storm | the abbey
Raiders shot a nurse and set the barn alight. | set | the barn
Raiders shelled the town and set two mills ablaze. | set | two mills
A barn was set on fire by raiders. | set | A barn
The captain admitted that his unit had tortured suspects. | tortured | suspects
"""


@pytest.mark.parametrize(("text", "word", "whom"), rows(WHOM))
def test_whom_it_is_done_to(text: str, word: str, whom: str) -> None:
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == ([] if whom == "-" else [whom])


WHO = """
Did the coastguard fire on the trawler? | fire | the coastguard
Did the regiment raid nine farms? | raid | the regiment
Raiders shot a nurse and set the barn alight. | set | Raiders
The captain admitted that his unit had tortured suspects. | tortured | his unit
The major conceded that his soldiers had beaten nurses. | beaten | his soldiers
"""


@pytest.mark.parametrize(("text", "word", "who"), rows(WHO))
def test_who_does_what_is_asked_and_owned_up_to(text: str, word: str, who: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [who]


def test_fire_that_spreads_is_fired_by_nobody() -> None:
    assert events("Did the fire spread?") == []
