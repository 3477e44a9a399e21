"""Verbs that come too late for the parser, and what it took for them."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


def _hung(text: str, *words: str) -> list[tuple[str, str]]:
    doc = parse(load(Settings().pipeline), text)
    return [next((t.dep_, t.head.text) for t in doc if t.text == word) for word in words]


def test_the_killer_is_held_and_not_the_boy() -> None:
    text = (
        "The killer of 9-year-old Ian Velk, the Orsa boy lured away from a park and shot dead as part of a feud, "
        "is held and charged with his murder, police said."
    )
    assert _hung(text, "killer", "boy", "lured") == [("nsubjpass", "held"), ("appos", "Velk"), ("acl", "boy")]


def test_two_who_did_something_did_both() -> None:
    text = "The killer of Ian Velk, the miller and two clerks fled the mill and hid in the hills."
    assert _hung(text, "fled") == [("ROOT", "fled")]


def test_a_letter_was_signed_and_no_responsibility() -> None:
    text = "A letter to the Herald claiming responsibility for the raid was signed by the Dawn Front."
    assert _hung(text, "letter", "responsibility") == [("nsubjpass", "signed"), ("dobj", "claiming")]


def test_whoever_was_killed_was_not_one_of_those_shot() -> None:
    text = "Woman killed on birthday, four others shot in Velm Heights"
    assert _hung(text, "Woman", "killed") == [("nsubjpass", "killed"), ("ccomp", "shot")]


def test_a_murder_behind_after_was_not_set_free() -> None:
    text = (
        "The ministry said today that at least half of the 97 people arrested after senator Luis Brann's "
        "murder on 18 August have been released."
    )
    assert _hung(text, "murder") == [("pobj", "after")]


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Police described the call to Radio Velm blaming the Dawn Front for the raid as a joke.", "call"),
        ("Police spoke to a man blaming the Dawn Front for the raid.", "man"),
    ],
)
def test_a_call_to_somebody_blames(text: str, over: str) -> None:
    assert _hung(text, "blaming") == [("acl", over)]


def test_whom_somebody_is_held_responsible_by_an_inset_does_not_hide() -> None:
    text = "We hold Osk Brann -- who learned his trade when he led the 5th brigade -- responsible for this raid."
    assert _hung(text, "responsible") == [("oprd", "hold")]


def test_who_said_it_praises_behind_it() -> None:
    text = '"They spared nobody," the mayor said, also praising the drovers.'
    assert _hung(text, "praising") == [("advcl", "said")]


def test_slain_is_what_was_done_to_somebody() -> None:
    text = "The attorney Osk Brann was slain, and mayor Ian Velk was kidnapped."
    assert _hung(text, "attorney")[0][0] == "nsubjpass"


def test_whoever_reports_in_an_inset_does_not_do_what_is_reported() -> None:
    text = "The actress, 26, checked in late Thursday night, TVZ reports, barely making the deadline."
    doc = parse(load(Settings().pipeline), text)
    assert [(t.tag_, t.head.text) for t in doc if t.text in ("reports", "making")] == [
        ("VBZ", "checked"),
        ("VBG", "checked"),
    ]


def test_who_is_called_by_his_age_is_somebody() -> None:
    doc = parse(load(Settings().pipeline), "One man was charged after the shooting death of a 3-year-old in Velm.")
    assert next(t.pos_ for t in doc if t.text == "old") == "NOUN"
