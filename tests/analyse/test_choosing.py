"""Which of several bodies a written name means: country and date decide, else it stays doubtful; an invented list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from shown import Read, named

LISTED = """
[[actor]]
id = "column-first"
name = "Tarn Liberation Column"
country = "XQ"
from = 1970
to = 1985

[[actor]]
id = "column-second"
name = "Tarn Liberation Column"
country = "XQ"
from = 2005

[[actor]]
id = "league"
name = "Zolmar Defence League"
country = "XZ"
acronyms = ["ZDL"]

[[actor]]
name = "Hollow Road Guard"
country = "XZ"
"""

PLACES = "name,kind,country\nZolmar,country,XZ\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, ...]:
    """A user's list of bodies that share names."""
    (tmp_path / "actors.toml").write_text(LISTED, encoding="utf-8")
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    return (str(tmp_path),)


@pytest.mark.parametrize(
    ("text", "published", "entity"),
    [
        ("Fighters of the Tarn Liberation Column took a village.", date(2014, 6, 12), "column-second"),
        ("Fighters of the Tarn Liberation Column took a village.", date(1975, 6, 12), "column-first"),
        ("In 1978 the Tarn Liberation Column burned a mill.", date(2014, 6, 12), "column-first"),
        ("Fighters of the Tarn Liberation Column took a village.", None, None),
        ("Fighters of the Tarn Liberation Column took a village.", date(1996, 6, 12), None),
    ],
)
def test_of_two_bodies_with_one_name_the_years_tell_which(
    read: Read, lists: tuple[str, ...], text: str, published: date | None, entity: str | None
) -> None:
    mention = named(read(text, published=published, lists=lists), "actor")["Tarn Liberation Column"]
    assert mention.entity == entity
    if entity is None:
        assert "column-first (1970–1985), column-second (2005–)" in mention.why
    else:
        assert "years fit" in mention.why


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("ZDL took a bridge on Sunday.", None),
        ("A photograph that ZDL published shows a bridge.", None),
        ("ZDL fighters took a bridge on Sunday. The ZDL said so.", "league"),
        ("The militant group ZDL took a bridge on Sunday.", "league"),
        ("ZDL, an armed movement, took a bridge on Sunday.", "league"),
        ("Rebels of the ZDL took a bridge on Sunday.", "league"),
        ("The Zolmar Defence League met, and ZDL men took a bridge.", "league"),
        ("Officers of the Hollow Road Guard told of a bridge that ZDL took.", "league"),
        ("Zolmar is quiet, but ZDL took a bridge on Sunday.", "league"),
    ],
)
def test_an_acronym_of_the_list_alone_needs_support(
    read: Read, lists: tuple[str, ...], text: str, entity: str | None
) -> None:
    found = named(read(text, lists=lists), "actor")["ZDL"]
    assert found.entity == entity
    if entity is None:
        assert found.why == "armed_group: acronym without support in the text: league"


def test_an_acronym_that_is_a_name_needs_none(read: Read) -> None:
    assert named(read("The UN sent observers."), "actor")["UN"].entity == "united-nations"
