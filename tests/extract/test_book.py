"""What mentions of a record go by."""

from __future__ import annotations

from finding import read

from allege.extract.assemble import extract


def test_a_pronoun_goes_by_the_words_it_stands_for_where_these_have_no_other_name() -> None:
    text = "The police surrounded the market. They opened fire on the crowd."
    record = next(iter(extract([read(text)])))
    named = {text[m.spans[0].start : m.spans[0].end]: m.name for m in record.mentions}
    assert named["They"] == "The police"
    assert named["The police"] is None
