"""A listed name within a longer proper name is not the listed actor; invented papers and bodies."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown import Read

LISTED = """
[[actor]]
id = "packet"
name = "The Packet"
kind = "media"
country = "XO"

[[actor]]
id = "hill-council"
name = "Hill Council"
kind = "government"
country = "XO"

[[actor]]
id = "pell"
name = "Dorran Pell"
kind = "person"
aliases = ["Pell"]

[[actor]]
id = "vanna"
name = "Vanna River Guard"
country = "XO"
"""
PLACES = "name,kind,country,aliases\nOrvane,country,XO,Orvanian\nSelmark,country,XS,Selmarker\n"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The Packet reported on Sunday that rebels had left.", "packet"),
        ("The Ostrin Packet reported on Sunday that rebels had left.", None),
        ("According to the Tarn Bay Packet, the rebels had left.", None),
        ("The Hill Council met on Sunday, officials said.", "hill-council"),
        ("The National Hill Council met on Sunday, officials said.", None),
        ("The Orvanian Hill Council met on Sunday, officials said.", "hill-council"),
        ("The Selmarker Hill Council met on Sunday, officials said.", None),
        ("Police said on Sunday that Colonel Pell had left the town.", "pell"),
        ("Police said on Sunday that Tavia Pell had left the town.", None),
        ("Two men of the Selmark Vanna River Guard were held on Sunday.", "vanna"),
        ("Two men of the New Vanna River Guard were held on Sunday.", None),
    ],
)
def test_a_part_of_a_longer_proper_name_is_not_the_listed_actor(
    read: Read, tmp_path: Path, text: str, entity: str | None
) -> None:
    (tmp_path / "actors.toml").write_text(LISTED, encoding="utf-8")
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    listed = {"packet", "hill-council", "pell", "vanna"}
    found = {m.entity for m in read(text, lists=(str(tmp_path),)).mentions} & listed
    assert found == ({entity} if entity else set())


def test_in_a_headline_a_capital_makes_no_longer_name(read: Read) -> None:
    found = {m.entity for m in read("Rebels Tell Sunday Times They Left Ostrin Valley Alone").mentions}
    assert "the-times" in found
