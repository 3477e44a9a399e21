"""Groups of what is tied in pairs and rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from allege.link.grouped import grouped

ROWS = st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=3), max_size=12)


@given(ROWS)
def test_a_group_is_all_that_can_be_reached_by_rows_and_goes_by_its_least(rows: list[list[int]]) -> None:
    found = grouped(rows)
    assert found.keys() == {item for row in rows for item in row}
    for item in found:
        reached = {item}
        for _ in rows:
            reached = reached.union(*(row for row in rows if not reached.isdisjoint(row)))
        assert reached == {other for other in found if found[other] == found[item]}
        assert found[item] == min(reached)


def test_names_group_as_numbers_do() -> None:
    assert grouped([("b", "a"), ("c",)]) == {"a": "a", "b": "a", "c": "c"}
