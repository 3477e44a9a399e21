"""Who suffered a deed did not do it: losses, victims, and things that are read as subjects."""

from __future__ import annotations

import pytest

from allege.claim import Role
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
