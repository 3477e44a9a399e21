"""Who was shot is not who shot, however the parser took the participle."""

from __future__ import annotations

import pytest

from allege.analyse.pipeline import load, parse
from allege.settings import Settings


@pytest.mark.parametrize(
    ("text", "verb", "over"),
    [
        ("All four people shot were former clerks of the mill.", "shot", "people"),
        ("An infant is among those shot and killed in Velm.", "shot", "those"),
        ("An infant is among those shot and killed in Velm.", "killed", "shot"),
        ("A suspect was held over a shooting that left four people wounded.", "wounded", "left"),
        ("He was arrested over a raid at a busy crossing that left four people wounded.", "wounded", "left"),
        ("Two women and an infant killed in shooting near Quay flats", "killed", "women"),
        (("Another two Orland soldiers were killed and one injured when insurgents fired rockets at their convoy."),
         "injured", "killed"),
    ],
)  # fmt: skip
def test_a_participle_hangs_on_whom_it_was_done_to(text: str, verb: str, over: str) -> None:
    doc = parse(load(Settings().pipeline), text)
    (found,) = [token for token in doc if token.text == verb]
    assert (found.head.text, found.tag_) == (over, "VBN")


def test_that_opens_the_clause_and_is_nobody_killed() -> None:
    doc = parse(load(Settings().pipeline), "She told the Velm Courier that her son was shot and killed on Friday.")
    (that,) = [token for token in doc if token.text == "that"]
    assert (that.head.text, that.dep_) == ("shot", "mark")


def test_who_shot_keeps_the_verb() -> None:
    doc = parse(load(Settings().pipeline), "Four men shot two guards who were at the gate.")
    (shot,) = [token for token in doc if token.text == "shot"]
    assert [c.text for c in shot.children if c.dep_ == "nsubj"] == ["men"]


def test_a_settler_who_shot_and_killed_is_who_shot() -> None:
    text = "In the Feb. 25 massacre, a masked settler shot and killed 29 worshipers in the Orland town of Velm."
    doc = parse(load(Settings().pipeline), text)
    hung = [(t.dep_, t.head.text) for t in doc if t.text in ("settler", "killed")]
    assert hung == [("nsubj", "shot"), ("conj", "shot")]
