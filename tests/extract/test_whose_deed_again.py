"""Whose a deed was, told of it once more: by a word that stands for it, by a group's paper, by a noun of guilt."""

from __future__ import annotations

from allege.claim import Act, Role
from tests.extract.annotating import annotated, events, fillers


def doers(text: str, deed: str) -> list[str]:
    """The doers of all assaults of a text whose `why` holds a word."""
    return [n for c in events(text) if deed in (c.why or "") for n in fillers(text, c, Role.ACTOR)]


def test_what_is_blamed_on_a_gang_is_its_deed() -> None:
    text = "A bomb exploded in a hotel on Monday. Press circles blamed it on the drug mafia."
    assert doers(text, "blamed") == ["the drug mafia"]


def test_what_a_group_says_it_conducted_is_its_deed() -> None:
    text = "A patrol was ambushed in Velm on Monday. The Kelt Front said it had conducted it."
    assert doers(text, "conducted") == ["Kelt Front"]


def test_an_incident_for_which_somebody_is_held_responsible_is_theirs() -> None:
    text = (
        "A bomb was thrown at an office. There were no casualties reported as a result of this incident, "
        "for which the Kelt Front is being held responsible."
    )
    assert [d.removeprefix("the ") for d in doers(text, "responsible")] == ["Kelt Front"]


def test_whoever_has_the_responsibility_for_a_death_is_its_doer() -> None:
    text = "The lawyer spoke of the Morvan government's responsibility for the death of Karl Lund."
    assert doers(text, "responsibility") == ["the Morvan government"]


def test_what_is_described_as_a_groups_mouthpiece_owns_up_for_it() -> None:
    text = (
        'The weekly "Dray", which is described by police sources as the Kelt Front\'s unofficial mouthpiece, '
        "reported that the Kelt Front kidnapped the manager in October."
    )
    assert Act.CLAIM_RESPONSIBILITY in [a.act for a in annotated(text).attributions]
