"""Times and quantities as ranges."""

from __future__ import annotations

from datetime import date

import pytest
from shown import Read, named


@pytest.mark.parametrize(
    ("phrase", "first", "last", "precision"),
    [
        ("on 8 June 2014", date(2014, 6, 8), date(2014, 6, 8), 1),
        ("on June 8-9, 2014", date(2014, 6, 8), date(2014, 6, 9), 2),
        ("on 4 FEB 90", date(1990, 2, 4), date(1990, 2, 4), 1),
        ("since late 2001", date(2001, 9, 1), date(2001, 12, 31), 5),
        ("in early June", date(2014, 6, 1), date(2014, 6, 10), 4),
        ("in mid-May", date(2014, 5, 11), date(2014, 5, 20), 4),
        ("last week", date(2014, 6, 2), date(2014, 6, 8), 3),
        ("on Monday", date(2014, 6, 9), date(2014, 6, 9), 1),
        ("next Monday", date(2014, 6, 16), date(2014, 6, 16), 1),
        ("overnight", date(2014, 6, 11), date(2014, 6, 12), 2),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31), 5),
        ("two weeks ago", date(2014, 5, 26), date(2014, 6, 1), 3),
        ("three days ago", date(2014, 6, 9), date(2014, 6, 9), 1),
        ("in December", date(2013, 12, 1), date(2013, 12, 31), 4),
        ("in 2009", date(2009, 1, 1), date(2009, 12, 31), 5),
        ("in the winter of 2012", date(2011, 12, 1), date(2012, 2, 29), 5),
        ("on 31 October", date(2013, 10, 31), date(2013, 10, 31), 1),
    ],
)
def test_a_time_is_an_inclusive_range(read: Read, phrase: str, first: date, last: date, precision: int) -> None:
    (found,) = named(read(f"The bridge was closed {phrase} for repairs."), "time").values()
    assert (found.start, found.end, found.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Both sides will meet on Monday.", date(2014, 6, 16)),
        ("If the siege is not lifted by Sunday, they leave.", date(2014, 6, 15)),
        ("Unless it pays by Friday, the bank closes.", date(2014, 6, 13)),
        ("The talks will go on, he said on Monday.", date(2014, 6, 9)),
        ("By Sunday nine had died.", date(2014, 6, 8)),
    ],
)
def test_a_weekday_is_the_next_one_where_it_is_still_to_come(read: Read, text: str, day: date) -> None:
    (found,) = named(read(text), "time").values()
    assert (found.start, found.end) == (day, day)


def test_without_a_date_of_publication_a_relative_time_has_no_dates(read: Read) -> None:
    (found,) = named(read("The bridge was closed on Monday.", published=None), "time").values()
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march in rows.",
        "On 31 June it may rain.",
        "About 2010 people marched.",
        "Shots fell in the 1900 block of Mill Street.",
    ],
)
def test_what_only_looks_like_a_time_has_no_dates(read: Read, text: str) -> None:
    assert not [m for m in named(read(text), "time").values() if m.precision == 1 or "may" in m.why]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In 2009 soldiers burned the mill.", 2009),
        ("They left in 2009, and soldiers burned the mill.", 2009),
        ("They sent 2009 soldiers.", None),
        ("The raid began at 2009 hours.", None),
    ],
)
def test_a_year_may_stand_before_whoever_did_it(read: Read, text: str, year: int | None) -> None:
    found = [m.start.year for m in named(read(text), "time").values() if m.start is not None]
    assert found == ([] if year is None else [year])


def test_a_feast_is_a_time_without_days_and_a_school_of_sundays_is_none(read: Read) -> None:
    text = "Raiders burned the mill around Easter and shot two Sunday school teachers at Christmas."
    times = [m for m in read(text).mentions if m.type == "time"]
    assert [text[m.spans[0].start : m.spans[-1].end] for m in times] == ["Easter", "Christmas"]
    assert all(m.start is None for m in times)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("At least 28 people", 28, None),
        ("Up to 40 people", None, 40),
        ("Dozens of people", 12, None),
        ("Tens of people", 10, None),
        ("Hundreds of people", 100, None),
        ("Between 10 and 15 people", 10, 15),
        ("More than 200 people", 201, None),
        ("Fewer than three people", None, 2),
        ("Twenty-three people", 23, 23),
        ("Two dozen people", 24, 24),
        ("A hundred and fifty people", 150, 150),
        ("Tens of thousands of people", 10_000, None),
        ("Some 3,000 people", 2_700, 3_300),
        ("1 , 250 people", 1_250, 1_250),
        ("No fewer than 17 people", 17, None),
        ("Half a dozen people", 6, 6),
        ("Several hundred people", 300, None),
        ("A few dozen people", 36, None),
        ("20+ people", 20, None),
        ("At least four and perhaps as many as 30 people", 4, 30),
        ("At least seven and up to 15 people", 7, 15),
        ("Between five and as many as 12 people", 5, 12),
        ("Nine, possibly as many as 11, people", 9, 11),
        ("Six or up to eight people", 6, 8),
    ],
)
def test_a_number_has_its_bounds(read: Read, phrase: str, low: int | None, high: int | None) -> None:
    (found,) = named(read(f"{phrase} left the camp."), "quantity").values()
    assert (found.low, found.high) == (low, high)


def test_from_one_figure_to_another_is_a_range_of_what_is_counted_and_a_change_of_what_changes(read: Read) -> None:
    assert [*named(read("From 10 to 15 people left the camp."), "quantity")] == ["From 10 to 15"]
    assert [*named(read("The ministry lowered the toll from 18 to 15."), "quantity")] == ["18", "15"]


def test_the_most_of_another_number_is_no_range(read: Read) -> None:
    text = "The bomb killed four and up to 30 were hurt."
    found = named(read(text), "quantity")
    assert {words: (one.low, one.high) for words, one in found.items()} == {"four": (4, 4), "up to 30": (None, 30)}


def test_years_dates_ages_prices_and_labels_are_no_quantities(read: Read) -> None:
    text = "In 2013 a 45-year-old man paid $500 on 4 June at 6:30 for Route 9, or 12 percent, in the 2nd round."
    assert not named(read(text), "quantity")


def test_a_day_before_a_number_is_no_label_of_it(read: Read) -> None:
    found = named(read("On Monday three people were killed in the village of Orsa."), "quantity")
    assert {words: one.low for words, one in found.items()} == {"three": 3}


def test_at_a_weekend_last_week_may_be_the_one_that_ends(read: Read) -> None:
    sunday = date(2027, 2, 14)
    (found,) = named(read("The bridge was closed last week.", published=sunday), "time").values()
    assert (found.start, found.end) == (date(2027, 2, 1), date(2027, 2, 13))
