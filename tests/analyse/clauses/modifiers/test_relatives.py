"""Whom "who" behind a noun means, and which of several somebody is."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Officials said Brann was among the raiders who burned the mill.", "raiders"),
        ("Officials said Brann was one of those uninvited guests who fired the shots.", "guests"),
        ("Two men came to the mill who burned it.", "men"),
    ],
)
def test_who_means_the_noun_before_it_where_somebody_tells_of_that(text: str, who: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert next(token for token in doc if token.dep_ == "relcl").head.text == who


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("He is the second miller to be killed this year.", {"miller": "attr", "killed": "relcl"}),
        ("She was the youngest clerk to be shot in Velm.", {"clerk": "attr", "shot": "relcl"}),
        ("His aim is the mill to be burned.", {"mill": "nsubjpass", "burned": "ccomp"}),
    ],
)
def test_which_of_several_it_was_done_to_is_told_of_him(text: str, labels: dict[str, str]) -> None:
    doc = parse(load(Settings().pipeline), text)
    assert {token.text: token.dep_ for token in doc if token.text in labels} == labels
