"""Headings whose verb is a noun too: read as what they are, with the words and offsets that they have."""

from __future__ import annotations

import pytest
from shown import Read

from allege.analyse import pipeline


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Gunmen attack church in Orlen", "attack", "Gunmen"),
        ("Police fire tear gas at Orlen marchers", "fire", "Police"),
        ("Army fires on crowd", "fires", "Army"),
        ("Soldiers torch village", "torch", "Soldiers"),
        ("Bandits ambush bus, kill nine", "ambush", "Bandits"),
        ("Gunmen attack convoy near Orlen; Dawn Front claims responsibility", "attack", "Gunmen"),
        ("REBELS BOMB HOTEL IN ORLEN", "BOMB", "REBELS"),
    ],
)
def test_a_lost_verb_is_read_as_one(read: Read, text: str, verb: str, subject: str) -> None:
    analysis = read(text)
    found = next(t for t in analysis.doc if text[t.idx : t.idx + len(t)] == verb)
    assert found.pos_ == "VERB"
    assert [text[c.idx : c.idx + len(c)] for c in found.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Police fire chief dies in crash",
        "Rebel attack kills five",
        "Army raids kill nine",
        "Army raids in Orlen",
        "The rebels attack helicopter was lost.",
    ],
)
def test_a_name_before_another_verb_stays_a_name(read: Read, text: str) -> None:
    analysis = read(text)
    lost = next(t for t in analysis.doc if t.lower_ in ("fire", "attack", "raids"))
    assert lost.pos_ in ("NOUN", "PROPN")


def test_words_and_offsets_stay_what_they_are(read: Read) -> None:
    text = "Rebels shell school\n\nThe army said nothing."
    analysis = read(text)
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in analysis.doc if not t.is_space)
    assert [t.text for t in analysis.doc if t.text == "shell"] == ["shell"]


def test_a_source_behind_a_dash_is_no_part_of_the_sentence(read: Read) -> None:
    analysis = read("Jet shot down over Orlen - monitor")
    assert [s.text.strip() for s in analysis.sentences][-1] == "monitor"


def test_a_text_too_long_for_one_pass_may_have_a_heading_in_one_of_its_parts(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The part whose heading is read anew is joined with one that has none."""
    monkeypatch.setattr(pipeline, "CHUNK", 200)
    text = "\n\n".join(["Gunmen attack church in Orlen", *["The council of Orlen met on Monday."] * 12])
    doc = read(text).doc
    assert next(t for t in doc if t.text == "attack").pos_ == "VERB"
    assert "".join(t.text_with_ws for t in doc) == text
