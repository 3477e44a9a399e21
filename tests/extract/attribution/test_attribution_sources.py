"""What kind of source it is, whether it is named, and what it does by speaking."""

from __future__ import annotations

import pytest

from allege.claim import Act, SourceKind
from tests.extract.attributing import act, by_cue, found, said, source


@pytest.mark.parametrize(
    ("text", "cue", "kind", "named"),
    [
        ("The defence ministry said that the bridge fell.", "said", SourceKind.OFFICIAL, True),
        ("A police spokesman said that the bridge fell.", "said", SourceKind.OFFICIAL, False),
        ("Officials said that the bridge fell.", "said", SourceKind.OFFICIAL, False),
        ("Intelligence reports said that the bridge fell.", "said", SourceKind.DOCUMENT, False),
        ("Two residents said that the bridge fell.", "said", SourceKind.WITNESS, False),
        ("The rebels said that the bridge fell.", "said", SourceKind.ARMED_GROUP, False),
        ("The government said that the bridge fell.", "said", SourceKind.STATE, True),
        ("Sources said that the bridge fell.", "said", SourceKind.UNNAMED, False),
        ("It is said that the bridge fell.", "said", SourceKind.UNNAMED, False),
        ("We have reported that the bridge fell.", "reported", SourceKind.AUTHOR, False),
        ("This site reported that the bridge fell.", "reported", SourceKind.AUTHOR, False),
        ("Maria Lindqvist said that the bridge fell.", "said", SourceKind.PERSON, True),
        ("Colonel Maria Lindqvist said that the bridge fell.", "said", SourceKind.OFFICIAL, True),
    ],
)
def test_kind_and_name_of_a_source(text: str, cue: str, kind: SourceKind, named: bool) -> None:
    assert source(text, cue) == (kind, named)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The rebels denied that they burned the school.", "denied", Act.DENY),
        ("The army admitted that it burned the school.", "admitted", Act.ADMIT),
        ("The front claimed responsibility for the raid.", "responsibility", Act.CLAIM_RESPONSIBILITY),
        ("The mayor accused the army of looting.", "accused", Act.ACCUSE),
        ("The mayor warned that the army would return.", "warned", Act.PREDICT),
        ("The front threatened to burn the school.", "threatened", Act.PREDICT),
        ("The mayor demanded that the army leave.", "demanded", Act.DEMAND),
        ("The mayor asked the army to leave.", "asked", Act.DEMAND),
        ("The mayor asked whether the army had left.", "asked", Act.ASK),
        ("The mayor doubts that the army has left.", "doubts", Act.DOUBT),
        ("The mayor said that the army has left.", "said", Act.ASSERT),
        # what was not said, or only should be
        ("The mayor did not say that the army has left.", "did not say", Act.DOUBT),
        ("The army refused to confirm that it had left.", "refused", Act.DOUBT),
        ("The mayor did not accuse the army of looting.", "accuse", Act.DOUBT),
        ("The mayor does not believe that the army has left.", "believe", Act.DENY),
        ("The minister should announce that the army has left.", "announce", Act.DOUBT),
    ],
)
def test_the_act_of_a_cue(text: str, cue: str, expected: Act) -> None:
    assert act(text, cue) == expected


def test_a_cited_guard_speaks_within_the_agency() -> None:
    text = "The agency reported, citing a border guard, that smugglers shot two soldiers."
    outer, inner = by_cue(text, "reported"), by_cue(text, "citing")
    assert inner.within == outer.id
    assert [text[s:e] for s, e in inner.source] == ["a border guard"]
    assert [text[s:e] for s, e in inner.content] == ["that smugglers shot two soldiers"]
    assert inner.content == outer.content


def test_a_cited_guard_behind_the_report_speaks_within_it_too() -> None:
    text = "Smugglers shot two soldiers, the agency reported, citing a border guard."
    assert by_cue(text, "citing").within == by_cue(text, "reported").id


def test_what_is_cited_but_cannot_speak_is_no_source() -> None:
    text = "The airline cancelled the flights, citing bad weather."
    assert all(not a.within for a in found(text))


def test_speech_within_speech_is_nested() -> None:
    text = "The agency reported that the police believe that the rebels burned the camp."
    assert by_cue(text, "believe").within == by_cue(text, "reported").id
    assert by_cue(text, "reported").within is None


def test_the_author_reports_on_an_admission() -> None:
    text = "We have already reported on the Northland government admitting to have given refuge to separatists."
    outer, inner = by_cue(text, "reported"), by_cue(text, "admitting")
    assert (outer.source_kind, inner.act, inner.within) == (SourceKind.AUTHOR, Act.ADMIT, outer.id)


def test_a_fact_that_suggests_something_is_no_source_but_a_report_is() -> None:
    assert said("They are well armed, better than the Orsa Front, which strongly suggests that they were hired.") == []
    got = said("The audit, which suggests that the mayor lied, was published on Monday.")
    assert [(a.source, a.content) for a in got] == [("which", "that the mayor lied")]


def test_nobody_claims_responsibility() -> None:
    assert said("No group claimed responsibility for the bombing in Orsa.") == []


def test_a_deed_that_somebody_carried_out_is_not_in_their_words() -> None:
    assert said("The attack was carried out by the Orsa Front.") == []


def test_a_label_made_of_a_hashtag_says_nothing() -> None:
    text = "#ORSF: If it was Kirelian rebels fighting abroad, would it be as easy to avoid the blame?"
    assert said(text) == []


def test_what_somebody_is_accused_of_stands_behind_the_accuser() -> None:
    (got,) = said("The commander was accused by residents of Orsa of burning three villages.")
    assert got == ("residents of Orsa", "was accused", "The commander … of burning three villages")


def test_a_statement_set_before_its_speaker_is_found_however_it_is_tied() -> None:
    text = "Shelling wounded 12 people on Tuesday, the Kirelian military said Wednesday, 10 more than the previous day."
    (got,) = said(text)
    assert got == ("the Kirelian military", "said", "Shelling wounded 12 people on Tuesday")


def test_what_is_imposed_is_not_said() -> None:
    assert said("Provincial officials imposed a night curfew in Orsa and three villages.") == []


def test_what_a_deed_is_meant_for_is_not_said() -> None:
    assert said("The barrier was intended to stop the march.") == []
