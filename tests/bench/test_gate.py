"""The quality gate: what counts as a loss, and that our probe scorer agrees with the neutral one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench import figures, gate, probes
from bench.tasks import TASKS, data_folder

SHARED = data_folder().parent / "bench" / "score_probes.py"


def test_a_figure_below_its_floor_is_a_loss_and_a_rounding_error_is_not() -> None:
    assert gate.below("f1", 60.0, 65.0)
    assert not gate.below("f1", 64.9, 65.0)
    assert not gate.below("f1", 70.0, 65.0)


def test_of_an_error_less_is_better() -> None:
    assert gate.below("mae", 1.4, 1.2)
    assert not gate.below("mae", 1.0, 1.2)


def test_pinning_raises_floors_and_never_lowers_one_not_even_within_the_slack() -> None:
    old = {"data": "d", "f1": 60.0, "exact": 30.0, "mae": 0.7}
    new = gate._raised(old, {"data": "d", "f1": 59.9, "exact": 35.0, "mae": 0.701})
    assert new == {"data": "d", "f1": 60.0, "exact": 35.0, "mae": 0.7}


def test_floors_of_other_data_are_replaced() -> None:
    assert gate._raised({"data": "d", "f1": 60.0}, {"data": "e", "f1": 50.0}) == {"data": "e", "f1": 50.0}


def test_what_was_measured_lies_at_its_floor_or_within_the_slack_of_it() -> None:
    floors, measured = json.loads(gate.FLOORS.read_text()), json.loads(gate.MEASURED.read_text())
    assert {task: set(one) for task, one in measured.items()} == {task: set(one) for task, one in floors.items()}
    lost = [
        f"{task} {name}: {value} where {floors[task][name]} is pinned"
        for task, found in measured.items()
        for name, value in found.items()
        if name != "data" and gate.below(name, value, floors[task][name])
    ]
    assert lost == []


def test_every_pinned_figure_belongs_to_a_task() -> None:
    floors = json.loads(gate.FLOORS.read_text())
    figures = {task.name: {"data", *task.figures} for task in TASKS} | {"probes": {"own", "asked", "shared"}}
    assert {name: set(pinned) <= figures[name] for name, pinned in floors.items()} == dict.fromkeys(floors, True)


def test_our_own_probes_hold_as_often_as_their_floor() -> None:
    marks = [(name, ok, text) for name, ok, text in probes.check(probes.load(probes.OWN))]
    missed = [f"{name}: {text}" for name, ok, text in marks if not ok]
    assert 100 * (1 - len(missed) / len(marks)) >= json.loads(gate.FLOORS.read_text())["probes"]["own"] - 0.5, missed


@pytest.mark.slow
def test_our_probe_scorer_agrees_with_the_neutral_one() -> None:
    if not SHARED.exists():
        pytest.skip(f"no neutral scorer beside {data_folder()} (set ALLEGE_BENCH_DATA)")
    marks = [ok for _, ok, _ in probes.check(probes.load(probes.OWN))]
    allege = str(Path(sys.executable).parent / "allege")
    command = [sys.executable, str(SHARED), "--file", str(probes.OWN), "--", allege, "annotate", "--plain", "{}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"probes: (\d+) of (\d+)", done.stdout)
    assert found is not None, done.stdout + done.stderr
    assert (int(found[1]), int(found[2])) == (sum(marks), len(marks))


def test_the_pages_show_the_pinned_figures() -> None:
    stale = [page.name for page in figures.PAGES if figures._with_table(page) != page.read_text(encoding="utf-8")]
    assert stale == []
