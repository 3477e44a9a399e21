"""Whose a verb is that stands in a row behind a report."""

from __future__ import annotations

import pytest

import allege
from allege.analyse.pipeline import analyse
from allege.claim import Act, Document
from allege.settings import Settings


def sources(text: str, encoder: str) -> list[tuple[str, str]]:
    """Source and cue of every attribution."""
    record = allege.annotate(text, settings=Settings(encoder=encoder, workers=1))
    quote = record.document.quote
    return [(quote(a.source), quote(a.cue)) for a in record.attributions if a.act is Act.ACCUSE]


@pytest.mark.parametrize("encoder", ["on", "off"])
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police said gunmen raided the depot and blamed the Dawn Front.", "Police"),
        ("Officials said nine people were killed in the raid and blamed the Dawn Front.", "Officials"),
        ("The army said a mine went off at the gate and accused the rebels.", "The army"),
        ("The minister said the talks had failed and accused the rebels of stalling.", "The minister"),
    ],
)
def test_who_reports_a_deed_judges_it_and_not_its_doers_or_victims(text: str, who: str, encoder: str) -> None:
    assert [source for source, _ in sources(text, encoder)] == [who]


def test_who_can_speak_in_the_report_keeps_the_verb() -> None:
    record = allege.annotate("The council said the opposition boycotted the vote and blamed the government.")
    (blame,) = [c for c in record.claims if c.type == "ACCUSE"]
    (doer,) = [record.mention(a.mention) for a in blame.arguments if a.role == "actor"]
    assert record.document.quote(doer.spans) == "the opposition"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Police said gunmen stormed the bank and held five clerks.", "held", "gunmen"),
        ("Officials said the flood swept the valley and claimed nine lives.", "claimed", "flood"),
        ("The minister said the report criticised the army and urged reform.", "urged", "report"),
    ],
)
def test_what_the_nearer_subject_can_do_stays_with_it(text: str, verb: str, subject: str) -> None:
    document = Document(id="sha256:0", uri="test", text=text)
    doc = next(iter(analyse([document], Settings(encoder="off", workers=1)))).doc
    first = next(token.head for token in doc if token.text == subject)
    assert next(token.head for token in doc if token.text == verb) == first


def test_a_deed_in_a_row_stays_its_doers() -> None:
    record = allege.annotate("Residents said soldiers burned the huts and beat the men.")
    (beating,) = [c for c in record.claims if c.mode == "beat"]
    doers = [record.mention(a.mention) for a in beating.arguments if a.role == "actor"]
    assert [record.document.quote(doer.spans) for doer in doers] == ["soldiers"]


def test_what_is_reported_ends_before_what_the_reporter_does_next() -> None:
    record = allege.annotate("Police said gunmen raided the depot and blamed the Dawn Front.")
    assert record.document.quote(record.attributions[0].content) == "gunmen raided the depot"
