"""How far a text counts back: anniversaries are told on their day."""

from __future__ import annotations

from datetime import date

import pytest
from telling import story, tells

from allege.link.incidents.back import counted_back

TOLD = date(2025, 6, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("People laid flowers, a year after guards shot ten there.", date(2024, 6, 11)),
        ("They were buried on Monday, three years to the day after soldiers shot them.", date(2022, 6, 11)),
        ("Two years ago today gunmen shot the clerk.", date(2023, 6, 11)),
        ("Two years ago gunmen shot the clerk.", None),
        ("More than a year after guards shot ten there.", None),
        ("Two years after the coup, guards shot ten.", None),
        ("Guards shot ten.", None),
    ],
)
def test_years_are_counted_back_from_the_day_of_the_text(text: str, day: date | None) -> None:
    told = story("back", text, TOLD)
    assert counted_back(tells(told, "shot"), TOLD) == day
