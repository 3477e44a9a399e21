"""Words as numbers and winnowed fingerprints: what must hold for any text."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.link.origins.fingerprints import fingerprints
from allege.link.origins.words import text_key, word_spans, words

TEXTS = st.text(alphabet=st.sampled_from("ab ’'\n.“ÉéİßΣ北1-"), max_size=80)
NUMBERS = st.lists(st.integers(0, 40), min_size=0, max_size=60)


@given(TEXTS)
def test_every_word_has_one_number_and_one_span(text: str) -> None:
    spans = word_spans(text)
    assert len(words(text)) == len(spans)
    assert [words(text[start:end]) for start, end in spans] == [[number] for number in words(text)]


def test_space_case_accents_and_the_form_of_apostrophes_make_no_other_words() -> None:
    assert text_key(words("The café’s  roof\nFELL.")) == text_key(words("the cafe's roof fell"))
    assert text_key(words("the roof fell")) != text_key(words("fell the roof"))


def test_a_words_number_is_the_same_in_every_run() -> None:
    assert words("Dunmarrow") == [7_423_137_559_615_259_051]


@settings(max_examples=60)
@given(NUMBERS, st.lists(st.integers(50, 90), min_size=7, max_size=12, unique=True), NUMBERS, NUMBERS)
def test_seven_words_in_a_row_share_a_fingerprint(
    first: list[int], run: list[int], last: list[int], other: list[int]
) -> None:
    texts = [np.array([*first, *run, *last], dtype=np.uint64), np.array([*other, *run], dtype=np.uint64)]
    found = fingerprints(texts)
    assert set(found.hash[found.text == 0].tolist()) & set(found.hash[found.text == 1].tolist())


@settings(max_examples=40)
@given(st.lists(NUMBERS, max_size=6))
def test_a_texts_fingerprints_do_not_depend_on_its_neighbours(texts: list[list[int]]) -> None:
    arrays = [np.array(text, dtype=np.uint64) for text in texts]
    together = fingerprints(arrays)
    for number, array in enumerate(arrays):
        alone = fingerprints([array])
        here = together.text == number
        assert together.hash[here].tolist() == alone.hash.tolist()
        assert together.at[here].tolist() == alone.at.tolist()
