"""The doctor names what is missing and how to mend it, and the manual is what the program says."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from told import filled, run

from allege.settings import Settings
from allege.show.cli.helptext import settings_meanings
from allege.show.cli.manual import manual

COMMANDS = Path(__file__).parents[2] / "docs" / "commands.md"


def checks(*arguments, **environ):
    result = run("doctor", "--json", *arguments, **environ)
    return result.exit_code, {check["name"]: check for check in map(json.loads, result.stdout.splitlines())}


def test_a_sound_installation_is_fine(tmp_path):
    code, found = checks("--ledger", filled(tmp_path))
    assert code == 0
    assert all(check["ok"] is not False for check in found.values())
    assert "2 documents, 5 claims, 1 failure" in found["ledger"]["found"]
    assert "FTS5" in found["SQLite"]["found"]
    assert found["language pipeline"]["found"].startswith("en_core_web_sm")


def test_every_setting_in_force_is_shown(tmp_path):
    _, found = checks("--ledger", tmp_path / "other.db", ALLEGE_WORKERS="3")
    assert [field.name for field in fields(Settings) if f"setting {field.name}" not in found] == []
    assert found["setting workers"]["found"] == "3"
    assert found["setting ledger"]["found"].endswith("other.db")


def test_what_is_missing_is_named_with_its_remedy(tmp_path):
    (tmp_path / "bad.db").write_bytes(b"no ledger " * 99)
    code, found = checks(
        "--ledger", tmp_path / "bad.db", "--lists", tmp_path / "gone.toml", ALLEGE_PIPELINE="no_such_pipeline"
    )
    assert code == 1
    for name in ("language pipeline", "your lists", "ledger"):
        assert found[name]["ok"] is False
        assert found[name]["remedy"]
    assert "mend" in run("doctor", "--ledger", tmp_path / "bad.db").stdout


def test_a_broken_settings_file_is_a_finding_not_a_crash(tmp_path):
    (tmp_path / "bad.toml").write_text("workers = 'many'\n", encoding="utf-8")
    code, found = checks("--config", tmp_path / "bad.toml")
    assert code == 1
    assert "workers has the wrong type" in found["settings"]["found"]


def test_every_setting_has_a_meaning_in_the_manual():
    assert [name for name, meaning in settings_meanings() if len(meaning) < 10] == []


def test_the_command_reference_is_current():
    """To renew it: python -m allege.show.cli.manual > docs/commands.md"""
    assert COMMANDS.read_text(encoding="utf-8") == manual()
