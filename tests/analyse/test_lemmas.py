"""Dictionary forms of verbs that decide what is told."""

from __future__ import annotations

import pytest
from shown import Read


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Soldiers raped a prisoner.", "raped", "rape"),
        ("The militia STAGED a raid.", "STAGED", "stage"),
        ("They were hoping to attack.", "hoping", "hope"),
        ("They hopped over the wall.", "hopped", "hop"),
        ("He rapped at the door.", "rapped", "rap"),
    ],
)
def test_a_verb_has_its_own_dictionary_form(read: Read, text: str, form: str, lemma: str) -> None:
    assert next(t for t in read(text).doc if t.text == form).lemma_.lower() == lemma
