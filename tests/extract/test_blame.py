"""Who is blamed, and who owns up: acts by what is said, and doers at whose door a deed is laid."""

from __future__ import annotations

import pytest

from allege.claim import Act, Document, Role
from allege.run import annotate
from allege.settings import Settings

FRONT = "The Northern Liberation Front"


def read(text, encoder="off"):
    (record,) = annotate([Document("sha256:0", "test", text)], Settings(encoder=encoder, workers=1))
    return record


def words(record, claim, role):
    return [record.document.quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is role]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"{FRONT} said that its units attacked an outpost at Orlen.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} said that it attacked an outpost at Orlen.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} said that the army attacked a village.", Act.ASSERT),
        (f"{FRONT} said that its units did not attack the village.", Act.ASSERT),
        (f"{FRONT} said that its units may have attacked the village.", Act.ASSERT),
        (f"{FRONT} said that soldiers attacked its units.", Act.ASSERT),
        ("The army said that its troops attacked an outpost at Orlen.", Act.ASSERT),
        (f"The army said that {FRONT[4:]} attacked the bridge.", Act.ASSERT),
        (f"The army said that {FRONT} was responsible for the attack.", Act.ACCUSE),
        (f"A caller said that {FRONT} was behind the attack.", Act.ACCUSE),
        (f"The army said that {FRONT} was not behind the attack.", Act.ASSERT),
        (f"The army said that {FRONT} may be responsible for the attack.", Act.ASSERT),
        (f"{FRONT} said that it was responsible for the attack.", Act.CLAIM_RESPONSIBILITY),
        (f"{FRONT} denied that it was responsible for the attack.", Act.DENY),
        ("The minister said that the attack was a tragedy.", Act.ASSERT),
    ],
)
def test_an_attribution_does_what_it_says_of_whose_deed_it_was(text, act):
    (said,) = read(text).attributions
    assert said.act is act


def test_why_names_what_is_said_where_that_gave_the_act():
    (said,) = read(f"The army said that {FRONT} was responsible for the attack.").attributions
    assert said.why.endswith("by what is said")


@pytest.mark.parametrize(
    "text",
    [
        "Police blamed the bombing on the Northern Liberation Front.",
        "Officials attributed the bombing to the Northern Liberation Front.",
        "The bombing was attributed to the Northern Liberation Front.",
    ],
)
def test_those_at_whose_door_a_deed_is_laid_are_its_actors_and_not_its_victims(text):
    record = read(text)
    (bombing,) = [c for c in record.claims if c.type == "ASSAULT"]
    assert words(record, bombing, Role.ACTOR) == ["the Northern Liberation Front"]
    assert words(record, bombing, Role.RECIPIENT) == []


@pytest.mark.parametrize("cue", ["claimed responsibility for the kidnapping of", "admitted that it had kidnapped"])
def test_a_deed_that_somebody_owns_up_to_stays_a_deed_with_the_encoder(cue):
    record = read(f"{FRONT} {cue} 102 people.", "on")
    assert "ASSAULT" in {c.type for c in record.claims}
