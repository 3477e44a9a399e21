"""Lists: errors name file and line, entries of one body join, factions and bodies of other countries do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from allege.errors import ListError
from allege.link.entities.known import BY_HAND, Entry, merged, packaged, read_table

HEAD = "id,name,kind,country,from,to,acronyms,aliases,parent,origin\n"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("x,,armed_group,XO,,,,,,\n", "no name"),
        ("x,Tarn Guard,army,XO,,,,,,\n", "unknown kind 'army'"),
        ("x,Tarn Guard,armed_group,XO,soon,,,,,\n", "from is no year: 'soon'"),
        ("x,Tarn Guard,armed_group,XO,2001,1999,,,,\n", "ends in 1999"),
        ("x,Tarn Guard,armed_group\n", "another number of cells"),
        ("ok,Again,armed_group,XO,,,,,,\n", "stands in line 2 too"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(HEAD + "ok,Orrin Guard,armed_group,XO,,,,,,\n" + line, encoding="utf-8")
    with pytest.raises(ListError) as raised:
        list(read_table(path))
    assert f"{path}:3" in str(raised.value)
    assert what in str(raised.value)


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,colour\nTarn Guard,red\n", encoding="utf-8")
    with pytest.raises(ListError, match=r":1: unknown column 'colour'"):
        list(read_table(path))


def test_a_list_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ListError, match="cannot be read"):
        list(read_table(path))


def test_entries_of_one_body_join_and_keep_all_names() -> None:
    first = Entry("a", "Tarn Liberation Front", countries=("XO",), acronyms=("TLF",), origin="")
    second = Entry("b", "Front de libération de Tarn", aliases=("Tarn Hollow Front",), origin="other")
    (one,) = merged([first, second])
    assert one.id == "a"
    assert one.ids == ("a", "b")
    assert "Tarn Hollow Front" in one.names


def test_the_list_kept_by_hand_outranks_a_compiled_one_about_whose_name_it_is() -> None:
    entries = [
        Entry("a", "Tarn Liberation Front", countries=("XO",), origin="allege"),
        Entry("b", "Orrin River Front", aliases=("Salt Men",), countries=("XV",), origin="allege"),
        Entry("a", "Tarn Liberation Front", aliases=("Salt Men", "Hollow Men"), countries=("XO",), origin="compiled"),
    ]
    first, second = merged(entries)
    assert "Hollow Men" in first.names
    assert "Salt Men" not in first.names
    assert "Salt Men" in second.names


def test_another_country_keeps_apart_what_has_one_name() -> None:
    entries = [Entry(i, "Tarn Liberation Front", countries=(c,), origin="x") for i, c in (("a", "XO"), ("b", "XV"))]
    assert len(merged(entries)) == 2


def test_a_faction_does_not_join_the_body_it_is_a_part_of() -> None:
    entries = [
        Entry("a", "Tarn Liberation Front", aliases=("Tarn Liberation Front Unity",)),
        Entry("b", "Tarn Liberation Front Unity", parent="a"),
    ]
    assert len(merged(entries)) == 2


def test_our_lists_can_be_read_and_their_parents_are_there() -> None:
    entries = list(packaged())
    ids = {entry.id for entry in entries}
    assert {entry.parent for entry in entries if entry.parent} <= ids
    assert len(merged(entries)) > 1500


def test_two_lines_of_a_users_list_are_two_bodies_and_a_later_one_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    lines = [f'[[actor]]\nid = "{i}"\nname = "Orrin Hill Column"\n{y}\n' for i, y in (("a", "to = 1985"), ("b", ""))]
    path.write_text("".join(lines), encoding="utf-8")
    users = [e for e in packaged((str(path),)) if e.id in ("a", "b")]
    assert [e.id for e in merged(users)] == ["a", "b"]
    ours = Entry("ours", "Orrin Hill Column", "armed_group", start=1990, origin=BY_HAND)
    assert [e.ids for e in merged([ours, *users])] == [("ours", "b"), ("a",)]
