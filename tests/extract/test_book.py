"""What mentions of a record go by."""

from __future__ import annotations

from finding import read

from allege.claim import Mention
from allege.extract.assemble import extract


def test_a_pronoun_goes_by_the_words_it_stands_for_where_these_have_no_other_name() -> None:
    text = "The police surrounded the market. They opened fire on the crowd."
    record = next(iter(extract([read(text)])))
    named = {text[m.spans[0].start : m.spans[0].end]: m.name for m in record.mentions}
    assert named["They"] == "The police"
    assert named["The police"] is None


def mention_of(text: str, words: str) -> Mention:
    record = next(iter(extract([read(text)])))
    return next(m for m in record.mentions if text[m.spans[0].start : m.spans[0].end] == words)


def test_members_and_units_of_an_armed_group_are_that_group() -> None:
    assert mention_of("Members of the Taliban met the mayor.", "Members of the Taliban").entity == "taliban"
    assert mention_of("Three Taliban cadres met the mayor.", "Three Taliban cadres").entity == "taliban"


def test_members_of_what_bears_no_arms_are_nobody_known() -> None:
    who = "Members of the United Nations"
    assert mention_of(f"{who} met the mayor.", who).entity is None
