"""What rules and encoder each bring: every task with the rules alone, the encoder alone, and both together.

    python -m bench.ablation [--task X] [--write]

`--write` puts the table into docs/method.md and the figures into bench/ablation.json; tasks not asked for stay. The
encoder alone: its heads' own spans as they come, without the rules' candidates, fitting and choice (`alone` says how);
it stands alone only where that makes sense, "–" elsewhere.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.files import is_there
from allege.analyse.encoder.model import load_model
from allege.claim import Document, Spans
from allege.settings import Settings
from bench.gate import measure
from bench.tasks import ROOT, TASKS, Task, documents, gold_path, score

FIGURES: Mapping[str, tuple[str, ...]] = {
    "attribution": ("all_three_overlap_f1", "all_three_exact_f1", "cue_exact_f1", "source_exact_f1",
                    "content_exact_f1", "recall_unquoted_overlap"),
    "event_type": ("root_accuracy",),
    "penta": ("penta_accuracy",),
    "srctgt": ("both_exact_f1", "both_overlap_f1"),
    "templates": ("roles_exact_f1", "roles_partial_f1"),
    "factuality": ("r", "mae"),
    "places": ("event_place_accuracy",),
}  # fmt: skip
MARKERS = re.compile(r"(<!-- ablation -->\n).*?(<!-- /ablation -->)", re.DOTALL)
LEAST = 0.5
"""Chance from which the encoder alone reports a cue or a phrase."""

TEMPLATE = {
    "individual perpetrator": ("actor", "person"),
    "perpetrator organization": ("actor", "actor"),
    "target": ("recipient", "place"),
    "victim": ("recipient", "person"),
    "weapon": ("instrument", "weapon"),
}


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", action="append", help="only this task (may be repeated)")
    parser.add_argument("--write", action="store_true", help="write docs/method.md and bench/ablation.json")
    options = parser.parse_args()
    if not is_there("on"):
        print("no encoder is installed", file=sys.stderr)
        return 1
    found = {}
    for task in TASKS:
        if task.name in FIGURES and (not options.task or task.name in options.task) and gold_path(task).exists():
            found[task.name] = row(task)
            print(task.name, json.dumps(found[task.name]), flush=True)
    if options.write:
        kept = Path(__file__).parent / "ablation.json"
        before = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
        found = {task.name: rows[task.name] for rows in [before | found] for task in TASKS if task.name in rows}
        kept.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        page = ROOT / "docs" / "method.md"
        old = page.read_text(encoding="utf-8")
        page.write_text(MARKERS.sub(lambda m: m[1] + table(found) + m[2], old), encoding="utf-8")
    return 0


def row(task: Task) -> dict[str, dict[str, float | None]]:
    """The figures of one task: by figure, then rules, encoder and both."""
    rules, both = measure(task, Settings(encoder="off")), measure(task, Settings())
    lone = alone(task)
    return {
        name: {"rules": rules[name], "encoder": lone.get(name) if lone else None, "both": both[name]}
        for name in FIGURES[task.name]
    }


def table(found: Mapping[str, Mapping[str, Mapping[str, float | None]]]) -> str:
    """The table in Markdown."""
    lines = ["| task | figure | rules | encoder | both |", "|---|---|---:|---:|---:|"]
    for task, figures in found.items():
        for name, values in figures.items():
            cells = ("–" if values[k] is None else str(values[k]) for k in ("rules", "encoder", "both"))
            lines.append(f"| {task} | {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def alone(task: Task) -> dict[str, Any] | None:
    """The scorer's figures for records that hold nothing but what the encoder's heads say."""
    make = ALONE.get(task.name)
    if make is None:
        return None
    model = load_model("on")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for document in documents(task, Settings()):
                (encoded,) = model.read([document])
                bare = {"document": {"uri": document.uri, "text": document.text}, "mentions": [], "attributions": []}
                out.write(json.dumps(bare | {"claims": []} | make(document, encoded)) + "\n")
        return score(task, path)


def _attributions(document: Document, encoded: Encoded) -> dict[str, Any]:
    heard = (v for v in encoded.voiced(LEAST) if v.content)
    return {
        "attributions": [
            {"id": f"a{n}", "source": v.source, "cue": v.cue, "content": v.content} for n, v in enumerate(heard)
        ]
    }


def _phrases(document: Document, encoded: Encoded, roles: Iterator[tuple[Spans, str, str]]) -> dict[str, Any]:
    found = list(roles)
    mentions = [
        {"id": f"m{n}", "spans": spans, "type": kind, "name": document.quote(spans)}
        for n, (spans, _, kind) in enumerate(found)
    ]
    arguments = [{"role": role, "mention": f"m{n}"} for n, (_, role, _) in enumerate(found)]
    claim = {"id": "c1", "anchor": [[0, 1]], "kind": "event", "type": "ASSAULT", "arguments": arguments}
    return {"mentions": mentions, "claims": [claim]}


def _pairs(document: Document, encoded: Encoded) -> dict[str, Any]:
    roles = {"source": "actor", "target": "recipient"}
    tags = (t for t in encoded.pairs() if t.chance >= LEAST)
    return _phrases(document, encoded, (((t.span,), roles[t.label], "actor") for t in tags))


def _fillers(document: Document, encoded: Encoded) -> dict[str, Any]:
    tags = (t for t in encoded.fillers() if t.chance >= LEAST)
    return _phrases(document, encoded, (((t.span,), *TEMPLATE[t.label]) for t in tags))


ALONE: Mapping[str, Callable[[Document, Encoded], dict[str, Any]]] = {
    "attribution": _attributions,
    "srctgt": _pairs,
    "templates": _fillers,
}

if __name__ == "__main__":
    sys.exit(main())
