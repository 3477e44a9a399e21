"""Who says what: one sentence a construction, with the words that must be source, cue and content."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from allege.extract import attribution
from tests.extract.attributing import Said, read, said

ONE = [
    # indirect speech
    ("The ministry said that the bridge was bombed.", "The ministry", "said", "that the bridge was bombed"),
    ("A farmer told reporters that he heard shots.", "A farmer", "told", "that he heard shots"),
    ("The envoy asked whether the army had left.", "The envoy", "asked", "whether the army had left"),
    ("The council urged the army to leave the town.", "The council", "urged", "the army to leave the town"),
    ("The movement denied attacking the convoy.", "The movement", "denied", "attacking the convoy"),
    ("The minister admitted to having armed rebels.", "The minister", "admitted to", "having armed rebels"),
    ("Northland accused Southland of shelling it.", "Northland", "accused", "Southland of shelling it"),
    ("The villagers fear that the army will return.", "The villagers", "fear", "that the army will return"),
    # the clause stands first
    ("Rebels took the town, an army spokesman said.", "an army spokesman", "said", "Rebels took the town"),
    ("Rebels seize border town, say witnesses", "witnesses", "say", "Rebels seize border town"),
    # set phrases
    ("According to the police, gunmen shot two traders.", "the police", "According to", "gunmen shot two traders"),
    ("As the mayor put it, the army fled.", "the mayor", "put it", "the army fled"),
    # passives, and nobody named
    ("It is believed that rebels burned the school.", "", "is believed", "that rebels burned the school"),
    ("Five soldiers are believed to have died.", "", "are believed", "Five soldiers … to have died"),
    ("The rebels were blamed for the bombing.", "", "were blamed", "The rebels … for the bombing"),
    ("He was quoted as saying the camp burned.", "He", "was quoted as saying", "the camp burned"),
    # nouns
    ("The claim that the army bombed the bridge is false.", "", "The claim", "that the army bombed the bridge"),
    ("The president's claim that rebels burned it angered many.", "The president's", "claim", "that rebels burned it"),
    ("The group claimed responsibility for the raid.", "The group", "claimed responsibility for", "the raid"),
    # clauses that borrow their subject, verbs that lead to the cue
    ("The guard, who said that rebels shot him, left.", "who", "said", "that rebels shot him"),
    ("The general went on to say that the camp burned.", "The general", "went on to say", "that the camp burned"),
    ("The army refused to confirm that it crossed.", "The army", "refused to confirm", "that it crossed"),
    ("Reports have proven them to be part of the raid.", "Reports", "have proven", "them to be part of the raid"),
    # headings
    ("Police: no arrests after blast", "Police", ":", "no arrests after blast"),
    ("Rebels seize border town: army", "army", ":", "Rebels seize border town"),
    ("Jet shot down over Orlen - monitor", "monitor", "-", "Jet shot down over Orlen"),
    ("Northland strikes base, 20 killed - state TV", "state TV", "-", "Northland strikes base, 20 killed"),
    ("Rebels: army shelled school", "Rebels", ":", "army shelled school"),
    ("Source: army knew of the plan", "Source", ":", "army knew of the plan"),
    ('Mayor: "Soldiers shot my brother"', "Mayor", ":", "Soldiers shot my brother"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ONE)
def test_a_construction_gives_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    assert Said(source, cue, content) in said(text)


@pytest.mark.parametrize(
    "text", ["Orlen massacre: what we know", "Orlen shooting: two held", "Journalist found shot dead in Orlen"]
)
def test_neither_a_happening_nor_who_is_found_says_anything(text: str) -> None:
    assert said(text) == []


def test_a_time_behind_the_cue_is_not_what_is_said() -> None:
    assert Said("The mayor", "said", "he met the rebels") in said("The mayor said on Friday he met the rebels.")


def test_two_verbs_share_the_clause_of_the_second() -> None:
    text = "The army said and the rebels confirmed that the truce held."
    assert said(text) == [
        Said("The army", "said", "that the truce held"),
        Said("the rebels", "confirmed", "that the truce held"),
    ]


def test_a_source_keeps_its_title_and_apposition() -> None:
    text = "Colonel Ada Brun, the head of the border guard, who lives in the capital, said that the road was closed."
    assert said(text)[0].source.startswith("Colonel Ada Brun, the head of the border guard")


@pytest.mark.parametrize(
    "text",
    [
        "Northland attacked Southland.",
        "Gunmen abducted a priest in the harbour town.",
        "Northland allegedly attacked Southland.",
        "The army fired rockets at the village and seized the bridge.",
        "If Northland attacks Southland, the alliance will respond.",
        "Soldiers stormed the camp, killing four.",
    ],
)
def test_a_deed_makes_nobody_a_source(text: str) -> None:
    assert said(text) == []


def test_a_hedge_of_the_author_is_no_attribution() -> None:
    assert said("Northland allegedly attacked Southland, and the alleged attackers fled.") == []


def test_a_folded_stretch_is_not_read() -> None:
    assert said("   \n\n ") == []


def test_a_mark_is_the_rules_to_judge_however_little_the_encoder_makes_of_it() -> None:
    analysis = read("Army: rebels seize border town")
    assert analysis.encoded is not None
    none = np.array([[1.0, 0.0, 0.0]], np.float32)
    seen = tuple(replace(one, cue=none.repeat(len(one.cue), 0)) for one in analysis.encoded.seen)
    deaf = replace(analysis.encoded, seen=seen)
    assert deaf.cues(0.01) == []
    (only,) = attribution.find(replace(analysis, encoded=deaf))
    assert only.why.startswith("mark heading")
