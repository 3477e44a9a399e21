"""Dates as people write them."""

from datetime import date

import pytest

from allege.read.dates import parse_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2014-06-09", date(2014, 6, 9)),
        ("2014-06-09T10:00:00Z", date(2014, 6, 9)),
        ("June 9, 2014", date(2014, 6, 9)),
        ("9 Sept 2014", date(2014, 9, 9)),
        ("3 JAN 90", date(1990, 1, 3)),
        ("Monday, Aug. 29, 2016 5:36 PM EDT", date(2016, 8, 29)),
        ("06/09/2014", date(2014, 6, 9)),
    ],
)
def test_whole_dates_are_read(written: str, meant: date) -> None:
    assert parse_date(written) == meant


@pytest.mark.parametrize(
    "written", ["June 9", "yesterday", "June 2014", "", "12", "no date at all", "2014-13-45", "9999-01-01"]
)
def test_nothing_vaguer_than_a_day_and_nothing_relative_to_today(written: str) -> None:
    assert parse_date(written) is None
