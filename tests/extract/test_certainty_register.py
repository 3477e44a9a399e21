"""Whether a text reads as news, and what that does to the author's commitment."""

from __future__ import annotations

from judging import factuality, read

from allege.extract.certainty.register import chance_of_news

WIRE = """The regional council said its engineers will reopen the Marnet bridge on Tuesday, two weeks after 14 people
drowned. The governor told reporters that his office has spent 3 million crowns since the flood. Its spokesman said the
army would leave the town."""
LETTER = """Hi all! I love this place and I think you should go there with your kids, you will like it. My friends and
me are coming back. Please call me if you have any questions?"""


def test_a_wire_report_reads_as_news_and_a_letter_does_not() -> None:
    assert chance_of_news(read(WIRE).doc) > 0.8
    assert chance_of_news(read(LETTER).doc) < 0.2


def test_more_of_the_same_makes_it_surer_and_never_certain() -> None:
    once, often = (chance_of_news(read(" ".join([WIRE] * n)).doc) for n in (1, 8))
    assert 0.8 < once <= often < 1


def test_what_is_to_come_is_held_firmer_in_news_than_in_a_letter() -> None:
    coming = "The rebels will attack the town."
    news, letter = (factuality(f"{text} {coming}", "attack") for text in (WIRE, LETTER))
    assert news > letter + 0.5


def test_an_empty_text_and_one_of_marks_have_a_chance() -> None:
    assert all(0 < chance_of_news(read(text).doc) < 1 for text in (" ", "!?! …"))
