"""Whether the encoder helps is never silent: the doctor says it, and so does a run that lacks it."""

from __future__ import annotations

import json
import shutil

import pytest
from told import run

from allege.analyse.encoder.files import folder_of, name_of

LINE = "allege: no encoder is installed: rules alone; see allege doctor"


@pytest.fixture
def none_installed(tmp_path, monkeypatch):
    monkeypatch.setattr("allege.analyse.encoder.files.folder_of", lambda encoder: tmp_path / "nothing")


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Police said rebels attacked the bridge near Nisra on Monday.\n", encoding="utf-8")
    return path


def doctor(**environ):
    result = run("doctor", "--json", **environ)
    checks = {check["name"]: check for check in map(json.loads, result.stdout.splitlines())}
    return result.exit_code, checks["encoder"]


def test_the_doctor_names_the_encoder_and_says_that_its_checksums_are_right():
    _, check = doctor()
    assert check["ok"] is True
    assert name_of("on") in check["found"]
    assert "checksums right" in check["found"]


def test_the_doctor_says_that_the_rules_work_alone():
    _, check = doctor(ALLEGE_ENCODER="off")
    assert (check["ok"], check["found"]) == (None, "off: rules alone")


def test_the_doctor_wants_a_changed_file_mended(tmp_path):
    folder = tmp_path / "encoder"
    shutil.copytree(folder_of("on"), folder)
    (folder / "kind.onnx").write_bytes(b"")
    code, check = doctor(ALLEGE_ENCODER=str(folder))
    shutil.rmtree(folder)
    assert code == 1
    assert check["ok"] is False
    assert "kind.onnx" in check["found"]
    assert "set `encoder` to off" in check["remedy"]


@pytest.mark.usefixtures("none_installed")
def test_the_doctor_wants_a_missing_encoder_installed():
    code, check = doctor()
    assert (code, check["ok"]) == (1, False)
    assert "no encoder is installed" in check["found"]
    assert check["remedy"]


@pytest.mark.usefixtures("none_installed")
@pytest.mark.parametrize("command", ["annotate", "read"])
def test_a_run_without_an_encoder_says_so_once(command, page, tmp_path):
    more = ("--ledger", tmp_path / "new.db") if command == "read" else ()
    result = run(command, page, *more)
    assert result.exit_code == 0
    assert result.stderr.splitlines().count(LINE) == 1
    quiet = run(command, page, *more, ALLEGE_ENCODER="off")
    assert LINE not in quiet.stderr


def test_a_run_with_the_encoder_says_nothing(page):
    result = run("annotate", page)
    assert result.exit_code == 0
    assert result.stderr == ""


def test_a_run_with_a_folder_that_holds_no_encoder_ends_with_one_line(page, tmp_path):
    result = run("annotate", page, ALLEGE_ENCODER=str(tmp_path / "gone"))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "no encoder is installed" in result.stderr
