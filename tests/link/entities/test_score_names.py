"""The list that aliases are measured against holds nothing of the origin that they were made from."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tools.score_names import arguments, lists

ABOUT = {"country": "Mali", "active_from": 1990, "active_to": None, "licence": "none"}
GROUPS = (
    {"name": "Orrin Salt League", "aliases": ["Salt League"], "origin": "ucdp-aec", **ABOUT},
    {"name": "Tarn Hollow Brigade", "aliases": ["Hollow Brigade"], "origin": "misp-galaxy", **ABOUT},
)


def test_rows_of_the_origin_left_out_are_not_in_the_list(tmp_path: Path) -> None:
    train = tmp_path / "train.jsonl.gz"
    train.write_bytes(gzip.compress("\n".join(map(json.dumps, GROUPS)).encode()))
    found = list(lists(str(train)))
    names = {name for entry in found for name in (entry.name, *entry.aliases)}
    assert {"Orrin Salt League", "Salt League"} <= names
    assert not {"Tarn Hollow Brigade", "Hollow Brigade"} & names
    assert not any("misp-galaxy" in entry.origin for entry in found)


def test_help_is_printed_and_a_missing_table_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments(["--help"])
    assert ended.value.code == 0
    assert "--list-only" in capsys.readouterr().out
    with pytest.raises(SystemExit) as wrong:
        arguments(["train.jsonl.gz"])
    assert wrong.value.code == 2
    assert "dev" in capsys.readouterr().err
