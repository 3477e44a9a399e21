"""What short accounts of three sentences were read wrongly of: how it was done, where, and who did the second deed."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers


@pytest.mark.parametrize("how", ["force", "bus"])
def test_how_it_was_done_did_nothing(how: str) -> None:
    text = f"The settlers were expelled by {how} on Monday."
    assert fillers(text, event_at(text, "expelled"), Role.ACTOR) == []


def test_a_force_of_somebody_did_it() -> None:
    text = "The settlers were expelled by a force of guards on Monday."
    assert fillers(text, event_at(text, "expelled"), Role.ACTOR) == ["a force of guards"]


def test_a_bare_number_that_was_beaten_is_people() -> None:
    text = "A clerk said that forty had been beaten."
    assert fillers(text, event_at(text, "beaten"), Role.RECIPIENT) == ["forty"]


@pytest.mark.parametrize("deed", ["burned the barn and killed two girls", "burned the barn and shot two girls"])
def test_a_second_deed_keeps_the_doer_of_the_first(deed: str) -> None:
    text = f"They {deed}."
    verb = "killed" if "killed" in text else "shot"
    assert fillers(text, event_at(text, verb), Role.ACTOR) == ["They"]


@pytest.mark.parametrize("thing", ["an accord", "a treaty"])
def test_an_agreement_is_signed_in_a_town_and_not_with_it(thing: str) -> None:
    text = f"The envoys signed {thing} in Vass."
    assert fillers(text, event_at(text, "signed"), Role.RECIPIENT) == []


def test_an_agreement_is_signed_with_somebody() -> None:
    text = "The envoys signed an accord with the rebels."
    assert fillers(text, event_at(text, "signed"), Role.RECIPIENT) == ["the rebels"]
