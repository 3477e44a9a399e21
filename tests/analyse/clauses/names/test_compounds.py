"""A deed named after a place: the name belongs to the place."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("He survived the Quellin hospital attack.", "Quellin", "hospital"),
        ("The Torv prison siege ended.", "Torv", "prison"),
    ],
)
def test_the_name_before_a_place_hangs_on_the_place(text: str, name: str, place: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert [token.head.text for token in doc if token.text == name] == [place]


def test_the_name_before_a_weapon_hangs_on_the_deed() -> None:
    doc = parse(load(Settings().pipeline), "The Torv rocket attack killed two.")
    assert [token.head.text for token in doc if token.text == "Torv"] == ["attack"]


@pytest.mark.parametrize(
    ("text", "noun", "label", "head"),
    [
        ("Nine died in clashes Tuesday between ex-rebels of the Dawn coalition and local guards.",
         "rebels", "pobj", "between"),
        ("The ex-rebels attacked Velm.", "rebels", "nsubj", "attacked"),
        ("His ex-wife was killed in Velm.", "wife", "nsubjpass", "killed"),
    ],
)  # fmt: skip
def test_ex_belongs_to_the_noun_behind_its_hyphen(text: str, noun: str, label: str, head: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert [(t.dep_, t.head.text) for t in doc if t.text == noun] == [(label, head)]
    assert [(t.dep_, t.head.text) for t in doc if t.lower_ == "ex"] == [("compound", noun)]
