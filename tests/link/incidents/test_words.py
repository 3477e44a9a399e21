"""What the words of a story give to compare: names, full names, ages, blocks of streets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from allege.claim import Span
from allege.link.incidents.words import AGE, OLD, wording

TEXT = (
    "Two shot in Dunmarrow\n\nA 24-year-old man, Perrin Voss, was shot in the 1400 block of North Tallow Street "
    "on Monday. Voss died. His cousin Mara Lenn, 31, is in hospital. Officers said that they look for a man."
)


def test_a_capital_letter_inside_a_sentence_names_somebody_and_one_at_its_start_does_not():
    names = wording(TEXT).names
    assert {"perrin", "voss", "mara", "lenn", "dunmarrow", "tallow"} <= set(names)
    assert not {"officers", "two", "his"} & set(names)


def test_a_word_written_both_ways_is_no_name():
    assert "market" not in wording("They went to the Market. The market was closed.").names


def test_full_names_are_two_names_side_by_side():
    assert {"perrin voss", "mara lenn"} <= set(wording(TEXT).people)


def test_ages_are_read_before_and_after_a_name():
    found = wording("Perrin Voss, 24, was shot. The 31-year-old Mara Lenn was not.")
    assert found.ages == {24, 31}
    assert {("voss", 24), ("lenn", 31)} <= found.aged


BITS = ["aged ", "age ", "24", "7", "123", " ", "-", "years", "year", "old", " old", "(", ")", ", ", ".", " of", "x"]


@given(st.lists(st.sampled_from(BITS), max_size=14).map("".join))
@settings(max_examples=300)
def test_looking_around_numbers_alone_finds_every_age(text):
    every = {int(match.group(match.lastgroup)) for match in AGE.finditer(text)}
    assert wording(text).ages == {age for age in every if 0 < age < OLD}


def test_the_block_of_a_street_keeps_its_number():
    assert wording(TEXT).blocks == {"1400 tallow"}


def test_what_is_folded_is_not_read():
    text = "Perrin Voss was shot. Copyright Dunmarrow Courier."
    start = text.index("Copyright")
    assert "courier" not in wording(text, folded=(Span(start, len(text)),)).terms


def test_a_possessive_is_the_name_itself():
    assert wording("We met Perrin’s aunt and Voss' dog.").names.keys() >= {"perrin", "voss"}


def test_an_empty_text_has_no_words():
    assert not wording("").terms


def test_a_day_of_the_week_and_a_month_with_a_number_name_nobody():
    dated = wording("Shells hit Garm on Monday, 5 March 2031, and again in March. He saw it with April Dunn.")
    assert set(dated.names) == {"garm", "april", "dunn"}
