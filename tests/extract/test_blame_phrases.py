"""Blame and disowning told in a phrase: whose word it is, and whose deed it says it was."""

from __future__ import annotations

import pytest

from allege.claim import Act, Role
from tests.extract.annotating import annotated, event_at, fillers


@pytest.mark.parametrize(
    ("text", "doer", "speaker"),
    [
        ("The guards pinned the blame for the massacre on the Osk League.", "Osk League", "The guards"),
        ("The elders laid the blame for the massacre on rebels, who denied it.", "rebels", "The elders"),
        ("The abbot pointed the finger at the rebels over the massacre in Velm.", "the rebels", "The abbot"),
        ("Officials pointed the finger at the rebels for the massacre.", "the rebels", "Officials"),
    ],
)
def test_who_is_blamed_in_a_phrase_did_it_on_the_word_of_who_blames(text: str, doer: str, speaker: str) -> None:
    record, deed = annotated(text), event_at(text, "massacre")
    (said,) = [a for a in record.attributions if a.id in deed.attributions]
    assert fillers(text, deed, Role.ACTOR) == [doer]
    assert (record.document.quote(said.source), said.act) == (speaker, Act.ACCUSE)
    assert doer not in fillers(text, deed, Role.RECIPIENT)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels disowned the attack on the ferry.",
        "The rebels distanced themselves from the attack on the ferry.",
        "The rebels washed their hands of the attack on the ferry.",
    ],
)
def test_who_disowns_a_deed_denies_it(text: str) -> None:
    record, deed = annotated(text), event_at(text, "attack")
    (said,) = [a for a in record.attributions if a.id in deed.attributions]
    assert (record.document.quote(said.source), said.act) == ("The rebels", Act.DENY)
    assert [c.value for c in deed.certainty] == ["Uu", "CT-"]
    assert fillers(text, deed, Role.ACTOR) == ["The rebels"]


def test_who_tells_of_a_deed_is_not_struck_by_it() -> None:
    text = "Rebels shot four teachers at the school, a witness, Mara Voss, told reporters."
    assert not any("Voss" in who for who in fillers(text, event_at(text, "shot"), Role.RECIPIENT))
