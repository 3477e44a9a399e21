"""A faction of a body is a body of its own, which the reason ties to it; those who act for a body are it."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown import Read, named

LISTED = '[[actor]]\nid = "league"\nname = "Zolmar Salt League"\n'


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("A splinter faction of the Zolmar Salt League burned a mill.", "A splinter faction", None),
        ("A faction of the Zolmar Salt League shelled the town.", "A faction", None),
        ("A Zolmar Salt League splinter group burned a mill.", "A Zolmar Salt League splinter group", None),
        ("Dissident Zolmar Salt League fighters burned a mill.", "Dissident Zolmar Salt League fighters", None),
        ("Zolmar Salt League fighters burned a mill.", "Zolmar Salt League fighters", "league"),
        ("Fighters of the Zolmar Salt League burned a mill.", "Fighters", "league"),
    ],
)
def test_a_faction_is_not_the_body_that_it_is_a_part_of(
    read: Read, tmp_path: Path, text: str, words: str, entity: str | None
) -> None:
    (tmp_path / "actors.toml").write_text(LISTED, encoding="utf-8")
    found = named(read(text, lists=(str(tmp_path),)), "actor")[words]
    assert found.entity == entity
    if entity is None:
        assert "a part of Zolmar Salt League or split from it" in found.why
