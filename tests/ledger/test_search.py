"""Full text: the words that were asked for, where they stand, and no input that breaks it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import TEXT, report

from allege.claim import Span, merge_spans
from allege.ledger import Ledger
from allege.ledger.pieces import LONG, LONGEST, pieces


@pytest.fixture(scope="module")
def ledger():
    with Ledger(":memory:") as made:
        made.add(report())
        yield made


def found(ledger, words):
    return [TEXT[start:end] for hit in ledger.search(words) for start, end in hit.matches]


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("bridge", ["bridge"]),
        ("attacks", ["attacked"]),
        ('"red column"', ["Red Column"]),
        ("brid*", ["bridge"]),
        ("bridge -police", []),
        ("bridge -calm", ["bridge"]),
        ("bridge calm", []),
        ("bridge*", ["bridge"]),
        ('bridge "monday', ["bridge", "Monday"]),
        ("wire", ["Wire"]),
    ],
)
def test_words_are_found_in_any_form_with_their_offsets(ledger, words, matches):
    assert found(ledger, words) == matches


@pytest.mark.parametrize(
    "words", ["", "   ", '"', '""', "*", "-", "-bridge", "(", "NEAR(", "AND", "a:b", "^", "'", "\0", "🔥", "\ud800"]
)
def test_odd_words_find_nothing_and_break_nothing(ledger, words):
    assert list(ledger.search(words)) == []


@given(words=st.text(st.characters(), max_size=30))
@settings(max_examples=100)
def test_no_words_break_the_search(ledger, words):
    for hit in ledger.search(words):
        assert hit.quote == TEXT[hit.start : hit.end]
    list(ledger.claims(text=words))


def test_a_hit_points_into_the_frozen_text_even_behind_odd_characters():
    text = "\0 \ud800 𝔘𝔫𝔦 é\n\nA flood hit the Vark valley. مدينة فارك"
    record = replace(report(), document=replace(report().document, text=text), mentions=(), attributions=(), claims=())
    with Ledger(":memory:") as ledger:
        ledger.add(record)
        for words, expected in (("flood", "flood"), ("فارك", "فارك")):
            (hit,) = ledger.search(words)
            assert [text[start:end] for start, end in hit.matches] == [expected]


def test_hits_are_as_many_as_asked_for():
    with Ledger(":memory:") as ledger:
        for number in range(5):
            ledger.add(report(number))
        assert len(list(ledger.search("bridge", limit=3))) == 3


def test_what_is_no_longer_said_is_no_longer_found():
    with Ledger(":memory:") as ledger:
        ledger.add(report())
        ledger.replace(
            replace(
                report(), document=replace(report().document, text="Snow."), mentions=(), attributions=(), claims=()
            )
        )
        assert list(ledger.search("bridge")) == []
        assert len(list(ledger.search("snow"))) == 1


@given(text=st.text(st.characters(), max_size=300), data=st.data())
def test_pieces_hold_every_visible_character_and_the_sentences_they_were_told(text, data):
    place = st.integers(0, len(text))
    told = data.draw(st.lists(st.tuples(place, place).map(lambda p: Span(min(p), max(p))), max_size=3))
    found = pieces(text, told)
    assert {span for span in told if span.end > span.start} <= set(found)
    covered = merge_spans(found)
    left = "".join(
        text[end:start] for (_, end), (start, _) in zip(((0, 0), *covered), (*covered, (len(text),) * 2), strict=True)
    )
    assert not left.strip()


def test_a_text_without_any_stop_is_cut_into_pieces_of_bounded_length():
    found = pieces("ab " * 100_000, [])
    assert max(end - start for start, end in found) <= LONGEST


def test_a_very_long_text_is_cut_coarsely_so_that_storing_it_stays_cheap():
    found = pieces("A b. " * (LONG // 4), [])
    assert len(found) <= 2 * LONG // LONGEST * 2
