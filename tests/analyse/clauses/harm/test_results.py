"""What an explosion left is nobody's deed who happened to be there."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.claim import Role
from allege.settings import Settings
from tests.extract.annotating import events, fillers


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb went off while guards were checking it, killing two people.",
        "A mine exploded as soldiers were clearing the road, wounding three villagers.",
    ],
)
def test_who_was_there_as_it_exploded_kills_nobody(text):
    doers = {who for c in events(text) if c.type == "ASSAULT" for who in fillers(text, c, Role.ACTOR)}
    assert not doers & {"guards", "soldiers"}


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("A car bomb went off while guards were checking it, killing two people.", "went"),
        ("Police fled as gunmen stormed the post, killing six guards.", "stormed"),
    ],
)
def test_the_killing_hangs_on_what_killed(text, over):
    doc = parse(load(Settings().pipeline), text)
    (killing,) = [token for token in doc if token.text == "killing"]
    assert killing.head.text == over
