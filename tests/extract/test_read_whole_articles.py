"""What whole articles were read wrongly: whose word the next sentence is, who was shot, what is counted."""

from __future__ import annotations

import pytest

from allege.claim import Role
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
