"""What counts as evidence offered for a claim, with the words that offer it, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from judging import predication, read, says

from allege.claim import Act, Attribution, ClaimKind, EvidenceKind, SourceKind, Span
from allege.extract import evidence
from allege.extract.predication import Predication

IN_THE_SENTENCE = """
As footage verified by the Courier shows, soldiers shot the farmers. | shot | imagery | footage verified by the Courier
Satellite images indicate that the army burned the village. | burned | imagery | Satellite images
Soldiers shot the farmers, according to hospital records. | shot | document | hospital records
Court documents show that the company bribed the mayor. | bribed | document | Court documents
Figures show that the raids doubled. | doubled | statistic | Figures
According to two residents, soldiers burned the market. | burned | eyewitness | two residents
Intelligence reports indicate that the rebels bought rockets. | bought | unnamed_intelligence | Intelligence reports
Unconfirmed reports suggest that the rebels fled. | fled | prior_report | Unconfirmed reports
We have already reported that the rebels burned the market. | burned | prior_report | We have already reported
The road is closed. Therefore, the convoy turned back. | turned | inference | Therefore
The guards fled, which indicates that somebody warned them. | warned | inference | which indicates
The group posted a video showing its fighters burning the depot. | burning | imagery | a video
The raid was captured on camera footage. | raid | imagery | camera footage
A photograph shows two craters. | shows | imagery | A photograph
Military reports show that the rebels withdrew. | withdrew | official_statement | Military reports
"""
VOCABULARY = """
the footage records shows that rebels attacked , according to as report therefore . which indicates
"""
ROWS = [[part.strip() for part in line.split("|")] for line in IN_THE_SENTENCE.strip().splitlines()]


def offered(text: str, word: str, *chain: Attribution) -> list[tuple[str, str]]:
    """The kinds of evidence offered for the predicate at `word`, with their words."""
    found = evidence.offered(read(text), predication(text, word), chain)
    return [(item.kind.value, " … ".join(text[start:end] for start, end in item.spans)) for item in found]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_is_shown_cited_or_concluded_in_the_sentence_is_evidence(row: list[str]) -> None:
    text, word, kind, words = row
    assert [found for name, found in offered(text, word) if name == kind and words in found]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels attacked the town.", "attacked"),
        ("Police seized documents and photographs in the raid.", "raid"),
        ("The photographer filmed the march.", "march"),
        ("The army left, thus sparing the town.", "sparing"),
        ("The investigation will show who attacked the town.", "attacked"),
        ("The footage did not show whether soldiers shot the farmers.", "shot"),
        ("Therefore, let us leave the town.", "leave"),
        ("They want a peace based on justice.", "want"),
        ("The report that the ministry wrote was long.", "wrote"),
        ("The raid was not captured on camera footage.", "raid"),
    ],
)
def test_what_is_only_spoken_of_is_no_evidence(text: str, word: str) -> None:
    assert offered(text, word) == [("none", "")]


def test_a_verb_of_showing_is_not_backed_by_what_it_shows_with() -> None:
    assert offered("Polls show that the mayor lost support.", "show") == [("none", "")]


@pytest.mark.parametrize(
    ("source", "kind", "named", "expected"),
    [
        ("The defence ministry", SourceKind.STATE, True, "official_statement"),
        ("Witnesses", SourceKind.WITNESS, False, "eyewitness"),
        ("Intelligence sources", SourceKind.UNNAMED, False, "unnamed_intelligence"),
        ("The footage", SourceKind.DOCUMENT, False, "imagery"),
        ("A leaked letter", SourceKind.DOCUMENT, False, "document"),
        ("Local media", SourceKind.MEDIA, False, "prior_report"),
        ("Her uncle", SourceKind.PERSON, False, "none"),
    ],
)
def test_the_source_of_a_quotation_is_evidence_of_its_kind(
    source: str, kind: SourceKind, named: bool, expected: str
) -> None:
    text = f"{source} said that soldiers shot the farmers."
    said = says(text, source, "said", "that soldiers shot the farmers", kind=kind, named=named)
    assert offered(text, "shot", said) == [(expected, source if expected != "none" else "")]


@pytest.mark.parametrize("source", ["A market trader", "Ana Voss, who was waiting at the gate,"])
def test_a_passer_by_is_a_witness_of_events_only(source: str) -> None:
    text = f"{source} said soldiers shot the farmers."
    said = says(text, source.rstrip(","), "said", "soldiers shot the farmers", kind=SourceKind.PERSON)
    assert offered(text, "shot", said)[0][0] == "eyewitness"
    state = replace(predication(text, "shot"), kind=ClaimKind.STATE)
    assert [item.kind for item in evidence.offered(read(text), state, (said,))] == [EvidenceKind.NONE]


def test_a_demand_of_an_official_is_no_evidence_that_what_is_demanded_happened() -> None:
    text = "The minister demanded that the rebels leave the town."
    said = says(text, "The minister", "demanded", "that the rebels leave the town", Act.DEMAND)
    assert offered(text, "leave", said) == [("none", "")]


@pytest.mark.parametrize("cue", ["refuses", "should reveal"])
def test_a_medium_or_office_that_does_not_speak_backs_nothing(cue: str) -> None:
    text = f"The ministry {cue} that soldiers shot the farmers."
    assert offered(text, "shot", says(text, "The ministry", cue, "that soldiers shot the farmers")) == [("none", "")]


def test_a_named_intelligence_service_that_speaks_makes_an_official_statement() -> None:
    text = "The Orlen intelligence agency said that the rebels bought rockets."
    said = says(text, "The Orlen intelligence agency", "said", "that the rebels bought rockets", named=True)
    assert offered(text, "bought", said) == [("official_statement", "The Orlen intelligence agency")]


def test_the_same_kind_is_given_once_with_all_its_words() -> None:
    text = "Soldiers shot the farmers, according to hospital records, as court documents show."
    found = [kind for kind, _ in offered(text, "shot")]
    assert found.count("document") == 1


@given(st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=16))
@example(["which", "shows", ",", "footage", "the"])
@settings(max_examples=50)
def test_any_text_gives_each_kind_once_and_words_that_lie_in_it(words: list[str]) -> None:
    text = " ".join(words)
    analysis = read(text)
    for token in analysis.doc:
        item = Predication(ClaimKind.EVENT, "ASSAULT", (Span(token.idx, token.idx + len(token)),), token.i)
        found = evidence.offered(analysis, item, ())
        kinds = [each.kind for each in found]
        assert len(kinds) == len(set(kinds)) >= 1
        for each in found:
            assert (each.kind == EvidenceKind.NONE) == (each.spans == ())
            assert all(0 <= start < end <= len(text) for start, end in each.spans)
