"""Measures every task on dev data, prints one table, and with `--check` fails below a pinned floor.

python -m bench.gate                    all tasks
python -m bench.gate --task attribution one task
python -m bench.gate --check            exit 1 when a figure is below bench/floors.json
python -m bench.gate --pin              raise the floors to what is measured (one is lowered only by hand, with the
                                        reason in the commit), and note what is measured in bench/measured.json
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from allege.claim import Record
from allege.run import annotate
from allege.settings import Settings
from allege.show.export.record import record_json
from bench import probes
from bench.tasks import TASKS, Task, data_folder, digest, documents, gold_path, score, script_path

FLOORS = Path(__file__).parent / "floors.json"
MEASURED = Path(__file__).parent / "measured.json"
"""What each figure was when it was last pinned: at its floor or, by no more than the slack, below it."""
SLACK = 0.005
"""Share of a figure that may be lost to another machine's arithmetic before the gate calls it a loss."""


def measure(task: Task, settings: Settings) -> dict[str, Any]:
    """The scorer's figures for one task, with words per second of annotation beside them."""
    began, words = time.perf_counter(), 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for item in annotate(documents(task, settings), settings):
                if isinstance(item, Record):
                    words += len(item.document.text.split())
                    out.write(json.dumps(record_json(item)) + "\n")
        seconds = time.perf_counter() - began
        return score(task, path) | {"words_per_second": round(words / seconds)}


def below(figure: str, value: float, floor: float) -> bool:
    """Whether a figure is worse than its floor; of errors (mae) less is better."""
    if figure == "mae":
        return value > floor * (1 + SLACK)
    return value < floor * (1 - SLACK)


def main(argv: list[str] | None = None) -> int:
    """The command."""
    options = _options(argv)
    floors: dict[str, Any] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    lost: list[str] = []
    measured: dict[str, dict[str, Any]] = {}
    print(f"{'task':14} {'figure':26} {'now':>8} {'floor':>8}")
    for task in TASKS:
        if options.task and task.name not in options.task:
            continue
        if not gold_path(task).exists() or not script_path(task).exists():
            print(f"{task.name:14} skipped: no gold data in {data_folder()} (set ALLEGE_BENCH_DATA)")
            continue
        pinned = floors.get(task.name, {})
        if pinned and pinned["data"] != digest(gold_path(task)):
            print(f"{task.name:14} its dev data is not the one that the floors were pinned on")
            pinned = {}
        figures = measure(task, Settings(workers=options.workers))
        measured[task.name] = {"data": digest(gold_path(task))} | {f: figures[f] for f in task.figures}
        lost += _show(task.name, figures, task.figures, pinned)
    if not options.task or "probes" in options.task:
        figures = probes.measure(data_folder().parent / "bench" / "probes.jsonl")
        measured["probes"] = figures
        lost += _show("probes", figures, tuple(figures), floors.get("probes", {}))
    if options.pin:
        _write(FLOORS, floors | {task: _raised(floors.get(task, {}), found) for task, found in measured.items()})
        _write(MEASURED, (json.loads(MEASURED.read_text()) if MEASURED.exists() else {}) | measured)
    for line in lost:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if lost and options.check else 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", help="only this task (may be repeated; also `probes`)")
    parser.add_argument("--check", action="store_true", help="exit 1 below a floor")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--workers", type=int, default=int(os.environ.get("ALLEGE_WORKERS", "0")))
    return parser.parse_args(argv)


def _show(task: str, figures: dict[str, Any], names: tuple[str, ...], pinned: dict[str, Any]) -> list[str]:
    lost = []
    for name in names:
        floor = pinned.get(name)
        print(f"{task:14} {name:26} {figures[name]:8} {floor if floor is not None else '–':>8}", flush=True)
        if floor is not None and below(name, float(figures[name]), float(floor)):
            lost.append(f"{task} {name}: {figures[name]} < {floor}")
    return lost


def _raised(old: dict[str, Any], measured: dict[str, Any]) -> dict[str, Any]:
    """The better of floor and figure, so that a floor never creeps down; on other data the figures alone."""
    if old.get("data") != measured.get("data"):
        return measured
    return {name: value if name not in old else _better(name, value, old[name]) for name, value in measured.items()}


def _better(figure: str, one: Any, other: Any) -> Any:
    if figure == "data":
        return one
    return min(one, other) if figure == "mae" else max(one, other)


def _write(path: Path, figures: dict[str, Any]) -> None:
    path.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    sys.exit(main())
