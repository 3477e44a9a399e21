"""Who speaks behind a quotation speaks, and is not spoken to."""

from __future__ import annotations

import pytest

import allege
from allege.settings import Settings


@pytest.mark.parametrize("encoder", ["on", "off"])
@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"If they attack again," warned the minister, "we will respond."', "the minister"),
        ('"We have no choice," admitted the governor, "and we will leave."', "the governor"),
        ("“They burned it all,” recalled Dana Merrow.", "Dana Merrow"),
    ],
)
def test_the_noun_behind_the_verb_speaks(text: str, who: str, encoder: str) -> None:
    record = allege.annotate(text, settings=Settings(workers=1, encoder=encoder))
    assert [record.document.quote(a.source) for a in record.attributions] == [who]


def test_what_is_answered_behind_a_title_speaks_for_nobody() -> None:
    record = allege.annotate('She spoke for "Women of Pell," answering questions about the war.')
    assert "questions" not in {record.document.quote(a.source) for a in record.attributions}


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Soldiers fired on the crowd, said a witness.", "a witness", "Soldiers fired on the crowd"),
        ("The attackers fled into the hills, added the minister.", "the minister", "The attackers fled into the hills"),
        ("The army entered the town, announced officials.", "officials", "The army entered the town"),
    ],
)
def test_who_follows_the_verb_behind_a_clause_speaks(text: str, who: str, what: str) -> None:
    record = allege.annotate(text)
    (said,) = record.attributions
    assert (record.document.quote(said.source), record.document.quote(said.content)) == (who, what)


def test_a_thing_behind_the_verb_is_what_is_announced() -> None:
    record = allege.annotate("The council met on Monday, announced the deal and adjourned.")
    assert [record.document.quote(a.source) for a in record.attributions] == ["The council"]
