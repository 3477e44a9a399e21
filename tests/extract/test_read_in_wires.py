"""What sentences of news agencies were read wrongly: deeds taken for speech, strikes for attacks, towns for people."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "text",
    [
        "Velm police have detained 18 people following a fire that killed 19 people and injured another eight.",
        "Kirelian authorities have imposed a curfew in Dunmar to stop marches after the killing of a boy by troops.",
        "Authorities have imposed a curfew in parts of Tarn, where forces are battling militants loyal to a cleric.",
    ],
)
def test_what_the_police_do_is_no_word_of_theirs(text: str) -> None:
    assert speeches(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The agency said it was combating cholera and working to combat tax evasion.",
        "The council will give towns money that would be used to combat sea level rise and flooding.",
        "The nurse said that despite their poor health they will not end the strike.",
        "The weavers of the Osk mill have suspended their strike over pay.",
        "Police have detained 18 people following a fire that killed 19 people.",
        "A house fire killed three children in Orsa.",
    ],
)
def test_nobody_is_attacked_by_what_is_no_attack(text: str) -> None:
    assert not [c for c in events(text) if c.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text", ["A fire set by gunmen killed three children in Orsa.", "Artillery fire killed three children in Orsa."]
)
def test_a_fire_that_somebody_set_is_a_deed(text: str) -> None:
    assert [c for c in events(text) if c.type == "ASSAULT"]


def test_an_army_that_ends_its_strikes_had_struck() -> None:
    text = "The army ended its strikes on the town of Velm."
    assert fillers(text, event_at(text, "strikes"), Role.ACTOR) == ["The army"]


@pytest.mark.parametrize(
    ("text", "word", "role", "found"),
    [
        ("The governor imposed a curfew in Velm to stop the demonstrations.", "demonstrations", Role.ACTOR, []),
        ("Two hundred marched in a pro-Brann demonstration.", "demonstration", Role.ACTOR, []),
        ("The summit between Norland and Kirelia failed to reach agreement.", "failed", Role.ACTOR, ["Norland"]),
        ("The summit between Norland and Kirelia failed to reach agreement.", "failed", Role.RECIPIENT, ["Kirelia"]),
        ("Hours earlier Norland expelled the envoy.", "expelled", Role.ACTOR, ["Norland"]),
        (
            "Kirelia freed 37 inmates, including one detainee at the army jail at Karsk Bay, who had been jailed in May.",
            "jailed",
            Role.RECIPIENT,
            ["one detainee"],
        ),
        ("Norland is willing to provide ammunition and food to Kirelia.", "willing", Role.RECIPIENT, ["Kirelia"]),
    ],
)
def test_who_and_whom(text: str, word: str, role: Role, found: list[str]) -> None:
    assert fillers(text, event_at(text, word), role) == found


def test_no_party_begins_with_a_preposition() -> None:
    text = "A fire set by gunmen killed three children in Orsa."
    record = annotated(text)
    said = [record.document.quote(record.mention(a.mention).spans) for c in record.claims for a in c.arguments]
    assert not [words for words in said if words.split()[0] in ("in", "of", "at")]
