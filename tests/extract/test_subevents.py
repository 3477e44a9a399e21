"""ACLED's sub-event types of events as records have them; and harm that nobody did, which is none."""

from __future__ import annotations

from functools import lru_cache

import pytest

import allege
from allege.claim import Claim, ClaimKind, Record
from allege.settings import Settings


@lru_cache
def record(text: str, encoder: str = "on") -> Record:
    return allege.annotate(text, settings=Settings(encoder=encoder, workers=1))


def events(text: str, encoder: str = "on") -> list[tuple[str, Claim]]:
    """The events of a text with the words that name them."""
    made = record(text, encoder)
    return [(made.document.quote(c.anchor), c) for c in made.claims if c.kind is ClaimKind.EVENT]


def subtype(text: str, anchor: str, encoder: str = "on") -> str | None:
    found = [claim for words, claim in events(text, encoder) if anchor in words]
    assert found, f"no event at {anchor!r}: {[words for words, _ in events(text, encoder)]}"
    return found[0].subtype


@pytest.mark.parametrize("encoder", ["on", "off"])
@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("A suicide bomber attacked the barracks with an explosive belt.", "attacked", "Suicide bomb"),
        ("Jets carried out an air strike on the depot.", "strike", "Air/drone strike"),
        ("The rebels fired rockets at the airport.", "fired", "Shelling/artillery/missile attack"),
        ("Militants planted a roadside bomb near the school.", "planted", "Remote explosive/landmine/IED"),
        ("Gunmen kidnapped two engineers.", "kidnapped", "Abduction/forced disappearance"),
        ("Rebels clashed with soldiers near Orsa.", "clashed", "Armed clash"),
        ("Gunmen killed a teacher.", "killed", "Attack"),
        ("The attackers fired at guards.", "fired", "Armed clash"),
        ("Government troops recaptured the town.", "recaptured", "Government regains territory"),
        ("Police detained nine people.", "detained", "Arrests"),
        ("The town of Orsa fell to the rebels at dawn.", "fell", "Non-state actor overtakes territory"),
        ("The army took over the town without a fight.", "took", "Non-violent transfer of territory"),
        ("Villagers lynched two men near Orsa.", "lynched", "Mob violence"),
        ("The rebels set up a training camp near Orsa.", "set", "Headquarters or base established"),
        ("Police experts defused a bomb near the school.", "defused", "Disrupted weapons use"),
        ("Ten civilians died when their minibus ran over a landmine.", "ran", "Remote explosive/landmine/IED"),
        ("Helicopters dropped barrels of chlorine gas on Orsa.", "dropped", "Chemical weapon"),
        ("Attackers threw a grenade into the cafe.", "threw", "Grenade"),
        ("The minister praised the mayor.", "praised", None),
    ],
)
def test_the_sub_event_type_is_acleds_where_one_fits(
    text: str, anchor: str, expected: str | None, encoder: str
) -> None:
    assert subtype(text, anchor, encoder) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        (
            "A sit-in of dismissed clerks in front of the town hall was cleared by police with batons.",
            "sit",
            "Protest with intervention",
        ),
        (
            "Shells filled with poison gas were fired by the army at Orsa, and dozens had burns and choked.",
            "fired",
            "Chemical weapon",
        ),
    ],
)
def test_what_stands_around_an_event_tells_more_than_its_verb(text: str, anchor: str, expected: str) -> None:
    assert subtype(text, anchor) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen assaulted a shopkeeper in Orsa and took his money.",
        "Rebels who withdrew from Orsa plundered the shops.",
    ],
)
def test_grave_types_are_given_only_where_a_word_bears_them_out(text: str) -> None:
    given = {claim.subtype for _, claim in events(text)}
    assert not given & {"Sexual violence", "Suicide bomb", "Chemical weapon", "Grenade"}


def test_a_march_that_police_meet_with_gas_is_no_violence_of_the_marchers() -> None:
    text = "Hundreds of students marched in Orsa; police used tear gas against the protesters."
    assert subtype(text, "marched") in ("Peaceful protest", "Protest with intervention")


@pytest.mark.parametrize(
    "text",
    [
        "An avalanche hit a pass near Orsa and killed nine travellers.",
        "Nine farmers were killed by lightning in Orsa district.",
        "An earthquake shook the hills on Sunday, killing at least 52 people and flattening houses.",
        "Two passenger trains collided near Orsa after a signal error. Some 28 people died, and 100 are wounded.",
    ],
)
def test_what_a_disaster_does_is_no_assault(text: str) -> None:
    assert [words for words, claim in events(text) if claim.type == "ASSAULT"] == []


def test_a_toll_after_a_bomb_stays_an_assault() -> None:
    text = "A bomb exploded in the market of Orsa. At least 28 people were killed and a hundred were wounded."
    assert [claim.type for _, claim in events(text)].count("ASSAULT") == 3


def test_in_a_text_about_an_attack_the_dead_are_no_disasters() -> None:
    text = "Monitors verified that at least 11 people were killed at the mine and the market in Orsa. "
    alone = [claim.type for words, claim in events(text) if words == "killed"]
    told = [claim.type for words, claim in events(f"{text}Gunmen fired on the gate.") if words == "killed"]
    assert told == ["ASSAULT"], alone


def test_the_encoder_does_not_change_a_type_that_the_words_leave_no_doubt_of() -> None:
    text = "Bomb disposal officers defused an explosive device near a school."
    assert {claim.type for _, claim in events(text)} == {"MOBILIZE"}
