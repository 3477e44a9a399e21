"""What whole articles were read wrongly: whose word the next sentence is, who was shot, what is counted."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers


def _speakers(text: str) -> list[str]:
    """Who says each thing, a name or phrase in place of a pronoun."""
    record = annotated(text)
    mentions = [a.source_mention and record.mention(a.source_mention) for a in record.attributions]
    quoted = [record.document.quote(a.source) for a in record.attributions]
    return [(m.name if m else None) or words for m, words in zip(mentions, quoted, strict=True)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Army sources reported that Dawn Front fighters clashed with soldiers. They said that it lasted for hours.",
            ["Army sources", "Army sources"],
        ),
        (
            "The sheriff says Brann used to live with the woman. He also says that Brann hit the woman.",
            ["The sheriff", "The sheriff"],
        ),
    ],
)
def test_who_says_the_next_thing_said_the_last(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


def test_who_is_asked_why_he_did_it_did_it() -> None:
    text = "Osk Baier began by asking Rubin why he decided to attack Varn when he had said he would not."
    assert fillers(text, event_at(text, "attack"), Role.ACTOR) == ["Rubin"]


def test_nobody_accuses_himself() -> None:
    text = "One of them is former mayor Osk Brann, who accused him of being the mastermind of the murder of Varn."
    assert fillers(text, event_at(text, "accused"), Role.RECIPIENT) == ["him"]


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("A victim, 25, showed up at Velm Hospital, shot in the leg.", "shot", "A victim"),
        ("The boy, named as Jim Varn, was found in a hallway, shot at least once in the chest.", "shot", "The boy"),
        ("A man was found in a car, stabbed in the back.", "stabbed", "A man"),
        ("One person was said to be critically injured, police said.", "injured", "One person"),
    ],
)
def test_whoever_is_found_shot_shot_nobody(text: str, word: str, whom: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) == []
    assert whom in fillers(text, found, Role.RECIPIENT)


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        ("Norland killed 1.5 million farmers.", "killed", 1_500_000, 1_500_000),
        ("UPDATE 1-Three killed in protests in Orland", "killed", 3, 3),
        ("WRAPUP 2-At least 13 killed in protests in Orland", "killed", 13, None),
        ("One killed in Orland as complaints mount.", "killed", 1, 1),
        ("One dead, 7 wounded in Velm mayhem.", "wounded", 1, 1),
    ],
)
def test_the_dead_are_counted_as_written(text: str, word: str, low: int, high: int | None) -> None:
    record = annotated(text)
    tolls = [record.mention(a.mention) for a in event_at(text, word).arguments if a.role is Role.DEATHS]
    assert [(toll.low, toll.high) for toll in tolls] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "NEW VELM, Orland (WTDV) – A ten-year-old girl was shot during a quarrel on Monday.",
        "TARN COUNTY, Orl. (WTDV) – A ten-year-old girl was shot during a quarrel on Monday.",
    ],
)
def test_a_dateline_is_nobody(text: str) -> None:
    assert [fillers(text, e, Role.RECIPIENT) for e in events(text) if e.type == "ASSAULT"] == [["A ten-year-old girl"]]


@pytest.mark.parametrize(
    ("text", "word", "kind", "mode"),
    [
        ("Councilman Osk Brann blasted outsiders who he said raised tensions.", "blasted", "ACCUSE", "disapprove"),
        ("The shooter blasted him in the jaw and back, police said.", "blasted", "ASSAULT", "firearms"),
        ("Rebels blasted the police post with rockets.", "blasted", "ASSAULT", "explosives"),
        ("Varn is accused of letting off 13 shots.", "letting", "ASSAULT", "firearms"),
        ("The officers fired their weapons and the boy was pronounced dead.", "fired", "ASSAULT", "firearms"),
        ("Two nuns were found slain in their home.", "slain", "ASSAULT", "targeted"),
        ("The rebels released nine prisoners.", "released", "RETREAT", "release"),
    ],
)
def test_what_was_done_is_told_by_who_does_it_and_to_what(text: str, word: str, kind: str, mode: str) -> None:
    found = next(e for e in events(text) if word in annotated(text).document.quote(e.anchor))
    assert (found.type, found.mode) == (kind, mode)


@pytest.mark.parametrize(
    "text",
    [
        "“Tonight we saw an explosion of anger from the youth,” Brann said.",
        "The oven had been left on full blast, authorities said.",
        "A vehicle full of victims wound up at a nearby mill.",
        "The women are still largely treated as property.",
        "The ministry released more than 900 pages of emails on Friday.",
    ],
)
def test_words_of_force_that_tell_of_none(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police struggled to control a furious crowd.", "LED_BY"),
        ("We have instructed our units not to attack embassies.", "TRAINED_BY"),
        ("Tessa Orlin came to cover the government's war against drug traffickers.", "TRADES_IN"),
    ],
)
def test_no_relation_where_none_is_told(text: str, kind: str) -> None:
    assert not [c for c in annotated(text).claims if c.type == kind]


def test_who_is_denied_to_be_the_one_did_it_to_nobody() -> None:
    text = "A lawyer said Varn was at the scene and had a gun, but isn't the one who fired the fatal shot."
    found = event_at(text, "fired")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], [])


def test_in_no_way_denies() -> None:
    text = "We state that the Front has in no way or at any time threatened the press."
    assert {item.value for item in event_at(text, "threatened").certainty} == {Certainty.CT_MINUS}


@pytest.mark.parametrize(
    "text",
    [
        "“They didn't have to kill him,” Osk Brann said.",
        "Brann insists that there are no other officers involved in the murder.",
    ],
)
def test_what_nobody_asks_for_is_no_demand(text: str) -> None:
    assert not [c for c in annotated(text).claims if c.kind is ClaimKind.DEMAND]


def test_who_asks_for_something_is_not_asked() -> None:
    text = "Most of his rivals called for a bigger effort to destroy the Front."
    (asked,) = [c for c in annotated(text).claims if c.kind is ClaimKind.DEMAND]
    assert asked.arguments == ()


def test_who_is_named_as_not_meant_does_nothing() -> None:
    text = "Guests said that people other than Orlanders kill people in raids."
    assert fillers(text, event_at(text, "kill"), Role.ACTOR) == ["people"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The footage of the mother's fatal shooting was shown on Monday.", "the mother"),
        ("Guards hunt a man in the Velm man's fatal shooting.", "the Velm man"),
    ],
)
def test_whose_fatal_shooting_it_was_was_shot(text: str, whom: str) -> None:
    found = event_at(text, "shooting")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == ([], [whom])


def test_guns_that_are_tied_to_a_shooting_shot_nobody() -> None:
    text = "Investigators also found several guns they believe are connected to the shooting."
    assert fillers(text, event_at(text, "shooting"), Role.ACTOR) == []


def test_who_is_protested_for_something_does_it() -> None:
    text = "The millers of Orland protested the government for selling arms to Norland."
    (traded,) = [c for c in annotated(text).claims if c.type == "TRADES_IN"]
    assert fillers(text, traded, Role.ACTOR) == ["the government"]


def test_soldiers_who_are_treated_treat_nobody() -> None:
    text = "Two guards who were wounded have been treated and released from local clinics."
    assert fillers(text, event_at(text, "treated"), Role.ACTOR) == []


def test_a_hearing_is_not_charged() -> None:
    text = "A hearing for Osk Brann, 23, charged with the murder of Alice Varn, took place on Monday."
    assert fillers(text, event_at(text, "charged"), Role.RECIPIENT) == ["Osk Brann"]


def test_who_tells_of_it_is_no_cause_of_it() -> None:
    text = "The oven had been left on, authorities said, filling the hall with enough gas to cause a big explosion."
    assert "authorities" not in fillers(text, event_at(text, "explosion"), Role.ACTOR)
