"""The lists of words are sound, and values combine as their algebra says."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.claim import Act, Certainty
from allege.extract.certainty.lexicon import CUES, DEFAULTS, SIGNATURES, SOURCES, combine, signature

VALUES = st.sampled_from(list(Certainty))
POLAR = st.sampled_from([value for value in Certainty if value.polarity != "u"])
FIRMNESS = {"CT": 3, "PR": 2, "PS": 1, "U": 0}
DATA = tomllib.loads((files("allege") / "data" / "certainty" / "signatures.toml").read_text(encoding="utf-8"))


def test_a_word_and_form_stand_in_one_class_only() -> None:
    pairs = Counter((lemma, form) for row in DATA["signature"] for lemma in row["lemmas"] for form in row["forms"])
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_every_class_has_a_name_that_can_stand_in_a_reason() -> None:
    assert all(row["name"].strip() for row in DATA["signature"])


def test_every_act_of_speech_has_a_value() -> None:
    assert set(SOURCES.acts) == {act.value for act in Act}


def test_every_shape_of_complement_has_a_default() -> None:
    assert {"that", "whether", "to", "ing", "bare", "np", "subject", "compound"} <= set(DEFAULTS)


def test_negation_turns_a_modal_round_or_leaves_it_open() -> None:
    for modal in CUES.modals.values():
        assert modal.negated.polarity in {"-", "u"}


def test_known_words_have_the_signatures_that_the_literature_gives_them() -> None:
    assert SIGNATURES["fail", "to"].apply(Certainty.CT_MINUS) == "CT+"
    assert SIGNATURES["know", "that"].apply(Certainty.UU) == "CT+"
    assert SIGNATURES["force", "to"].apply(Certainty.CT_MINUS) == "Uu"


@given(VALUES)
def test_a_plain_context_leaves_a_value_as_it_is(value: Certainty) -> None:
    assert combine(Certainty.CT_PLUS, value) == value


@given(VALUES)
def test_a_denied_context_denies(value: Certainty) -> None:
    assert combine(Certainty.CT_MINUS, value) == value.negated()


@given(VALUES, VALUES)
def test_nothing_is_firmer_than_its_context(context: Certainty, value: Certainty) -> None:
    assert FIRMNESS[combine(context, value).modality] <= FIRMNESS[value.modality] or context.polarity == "u"
    if context.polarity == "u":
        assert combine(context, value) == context


@given(POLAR, POLAR, POLAR)
def test_contexts_combine_in_any_grouping(a: Certainty, b: Certainty, c: Certainty) -> None:
    assert combine(combine(a, b), c) == combine(a, combine(b, c))


@given(VALUES)
def test_what_is_taken_for_granted_survives_every_context(context: Certainty) -> None:
    assert signature("factive", "F").apply(context) == "CT+"
    assert signature("pretence", "F-").apply(context) == "CT-"


@given(POLAR)
def test_a_two_way_signature_answers_by_polarity_and_is_no_firmer_than_its_context(context: Certainty) -> None:
    found = signature("implicative", "+/-").apply(context)
    assert found == context


def test_a_signature_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="sure"):
        signature("wrong", "sure")
