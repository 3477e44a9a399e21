"""Tables of incidents: what each cell tells, by the head of its column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.analyse.entries import entries
from allege.analyse.reading import readable
from allege.analyse.tables import tables

TABS = (
    "What we saw:\n\nDate\tPlace\tWhat\tKilled (civilians)\tBy whom\t\n"
    "4 May\tnear Pelm\tshelling of a mill\t11\tthe army\t\n\nMore."
)
BARS = (
    "What we saw:\n| Date | Place | What | Killed | By whom |\n|---|---|---|---|---|\n"
    "| 4 May | near Pelm | shelling of a mill | 11 | the army |\nMore."
)


@pytest.mark.parametrize("text", [TABS, BARS])
def test_a_row_tells_by_the_heads_of_its_columns(text: str) -> None:
    (table,) = tables(text)
    (row,) = table.rows
    told = {name: text[cell.start : cell.end] for name, cell in row.cells.items()}
    assert told == {
        "date": "4 May", "place": "Pelm", "deed": "shelling of a mill", "deaths": "11", "actor": "the army"
    }  # fmt: skip
    assert [text[e.body.start : e.body.end] for e in entries(text)] == ["shelling of a mill"]


@pytest.mark.parametrize("text", [TABS, BARS])
def test_the_head_is_not_read_and_no_cell_goes_on_with_another(text: str) -> None:
    reading = readable(text)
    assert len(reading.text) == len(text)
    assert "Killed" not in reading.text
    assert text.index("shelling") in reading.borders
    assert text.index("11") in reading.borders


@pytest.mark.parametrize(
    "text",
    [
        "Name\tRank\tUnit\nA. Vost\tmajor\t5th\n",  # nobody knows what was done
        "Date\tEvent\n4 May\tshelling\n",  # two columns: a list
        "Date | Place | What: ask the desk.\n\nNo rows follow.",
    ],
)
def test_other_tables_are_none_of_incidents(text: str) -> None:
    assert tables(text) == ()


@given(st.text(alphabet="ab \t|\n[^1]Date", max_size=120), st.text(alphabet="x\t|\n 1[]^", max_size=60))
def test_a_reading_is_as_long_as_its_text(before: str, after: str) -> None:
    text = f"{before}\nDate\tPlace\tWhat\n{after}"
    assert len(readable(text).text) == len(text)
    for table in tables(text):
        assert all(0 <= cell.start <= cell.end <= len(text) for row in table.rows for cell in row.cells.values())


def test_the_mark_of_a_footnote_is_not_read() -> None:
    text = "They saw four attacks.[^1] It was dark,[12] and late [3 hours]."
    assert readable(text).text == "They saw four attacks.     It was dark,     and late [3 hours]."


@pytest.mark.parametrize("bar", ["\t", "|"])
def test_an_empty_cell_keeps_its_column(bar: str) -> None:
    head = ["Date", "Place", "Incident", "Killed"]
    rows = [head, ["", "Orsa", "mill burned", ""], ["3 May", "", "school shelled", "4"]]
    frame = "|" if bar == "|" else ""
    text = "\n".join(frame + bar.join(row) + frame for row in rows)
    (table,) = tables(text)
    told = [{name: text[cell.start : cell.end] for name, cell in row.cells.items()} for row in table.rows]
    assert told == [
        {"place": "Orsa", "deed": "mill burned"}, {"date": "3 May", "deed": "school shelled", "deaths": "4"}
    ]  # fmt: skip


def test_a_second_head_begins_a_second_table() -> None:
    text = (
        "Date\tPlace\tIncident\n3 May\tOrsa\tmill burned\n\n"
        "Date\tPlace\tIncident\tKilled\n4 May\tTarn\tschool shelled\t4"
    )
    first, second = tables(text)
    assert (len(first.rows), len(second.rows)) == (1, 1)
    assert "deaths" in second.rows[0].cells
