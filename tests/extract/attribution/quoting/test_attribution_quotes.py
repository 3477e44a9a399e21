"""Quotations: where they stand, whose they are, and that odd marks do no harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.extract.attribution.quoting.quotes import LONGEST, quotations
from tests.extract.attributing import Said, said


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("He said ''no'' and left.", ["''no''"]),
        ("He said 'we will not go home' and left.", ["'we will not go home'"]),
        ("The rebels' camp and the army's base burned.", []),
        ("A stray ” closes nothing, and “ opens nothing.", []),
        ("“It goes on\n\n“and ends here.”", ["“It goes on", "“and ends here.”"]),
        ("“”” stating the facts, “this” stands.", ["“”", "“this”"]),
        ("«Non», he said.", ["«Non»"]),
        ('He said "no", she said "yes"\nand "opened', ['"no"', '"yes"']),
    ],
)
def test_quotations_are_found(text: str, quotes: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in quotations(text)] == quotes


def test_a_mark_that_never_closes_is_bounded() -> None:
    assert quotations("He said “" + "word " * LONGEST) == ()


@given(st.text(alphabet="“”\"'’‘«» ab.\n`", max_size=200))
def test_quotations_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    ends = [0]
    for quote in quotations(text):
        assert ends[-1] <= quote.span.start < quote.span.end <= len(text)
        ends.append(quote.span.end)


def test_a_quotation_that_goes_on_behind_the_cue_is_the_same_attribution() -> None:
    text = "“They came at night,” a villager said. “We ran to the river.”"
    assert said(text) == [Said("a villager", "said", "They came at night … We ran to the river")]


def test_content_reaches_over_all_sentences_of_the_quotation() -> None:
    text = "The mayor said: “We saw smoke. The bridge was gone. Nobody came to help us.”"
    (only,) = said(text)
    assert only.content == "We saw smoke. The bridge was gone. Nobody came to help us"


def test_a_quotation_alone_in_the_next_paragraph_belongs_to_the_speaker_before() -> None:
    text = "“They came at night from the hills,” the mayor said.\n\n“We ran to the river and hid there until dawn.”\n"
    (only,) = said(text)
    assert only.content.endswith("We ran to the river and hid there until dawn")


def test_words_inside_a_quotation_are_not_cut_into_attributions_of_their_own() -> None:
    text = "“I think we want to go home and I hope they know it,” the soldier said."
    assert [s.cue for s in said(text)] == ["said"]


def test_brackets_and_marks_inside_a_span_are_closed() -> None:
    text = "The River Front (RF) said that the camp burned."
    assert said(text)[0].source == "The River Front (RF)"
