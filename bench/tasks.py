"""The tasks that Allege is measured on: which gold file, which field is the text, which scorer, which figures.

Gold data and scorers lie outside the project (`ALLEGE_BENCH_DATA`, default `../shared/data`; the scorers in `bench`
beside that folder); where they are absent a task is skipped with a clear word.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allege.claim import Document
from allege.clean import clean
from allege.read import read_paths
from allege.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Task:
    """One scorer's task. `figures` are the ones shown and pinned, best called headline first."""

    name: str
    figures: tuple[str, ...]
    scorer: str = ""
    plain: bool = True

    @property
    def script(self) -> str:
        """The scorer's file name."""
        return self.scorer or f"score_{self.name}.py"


SPANS = (
    "all_three_overlap_f1",
    "all_three_exact_f1",
    "cue_exact_f1",
    "source_exact_f1",
    "content_exact_f1",
    "recall_unquoted_overlap",
)
TEMPLATES = ("incident_type_f1", "roles_exact_f1", "roles_partial_f1", "confidence_accuracy", "confidence_found")
PLACES = ("toponym_f1", "literal_recall", "acc161", "acc161_all", "event_place_f1", "event_place_accuracy")

TASKS = (
    Task("attribution", SPANS),
    Task("event_type", ("root_accuracy", "root_macro_f1", "coverage", "matched")),
    Task("penta", ("penta_accuracy",), scorer="score_event_type.py"),
    Task("srctgt", ("both_exact_f1", "both_overlap_f1")),
    Task("templates", TEMPLATES),
    Task("police_events", ("document_macro_f1", "sentence_macro_f1")),
    Task("relations", ("core_overlap_f1", "all_overlap_f1", "pair_overlap_f1")),
    Task("factuality", ("r", "mae", "coverage")),
    Task("places", PLACES),
    Task("webpages", ("f1",), plain=False),
)


def data_folder() -> Path:
    """Where the gold data lies."""
    return Path(os.environ.get("ALLEGE_BENCH_DATA") or ROOT.parent / "shared" / "data")


def gold_path(task: Task) -> Path:
    """The dev file of a task."""
    return data_folder() / task.name / "dev.jsonl.gz"


def script_path(task: Task) -> Path:
    """The neutral scorer of a task."""
    return data_folder().parent / "bench" / task.script


def digest(path: Path) -> str:
    """The first 16 hex digits of a gold file's SHA-256, so that a floor names its data."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def rows(task: Task) -> Iterator[dict[str, Any]]:
    """The gold lines."""
    with gzip.open(gold_path(task), "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def documents(task: Task, settings: Settings) -> Iterator[Document]:
    """The dev inputs: each text as `--plain` would read it, or the task's web pages through reading and cleaning."""
    if not task.plain:
        pages = sorted((gold_path(task).parent / "html").iterdir())
        found = clean(read_paths(pages, settings), settings)
        return (item for item in found if isinstance(item, Document))
    return (plain_document(f"{row['doc']}.txt", row["text"]) for row in rows(task))


def plain_document(uri: str, text: str) -> Document:
    """A document as `--plain` reads it: the text as it is."""
    return Document(id=f"sha256:{hashlib.sha256(text.encode()).hexdigest()}", uri=uri, text=text)


def score(task: Task, records: Path) -> dict[str, Any]:
    """Runs the neutral scorer over a file of records; its last line of JSON. Raises RuntimeError with its words."""
    command = [sys.executable, str(script_path(task)), "--gold", str(gold_path(task)), "--pred", str(records)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=script_path(task).parent, check=False)
    if done.returncode:
        raise RuntimeError(f"{task.script}: {done.stderr.strip()[-400:]}")
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result
