"""The table of figures in README.md and docs/method.md, written from bench/measured.json.

    python -m bench.figures          write it between the markers
    python -m bench.figures --check  exit 1 when a page shows other figures

Peers' figures are those published or measured with the same scorers on the same dev data (their names say which).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from bench.gate import MEASURED
from bench.tasks import ROOT

PAGES = (ROOT / "README.md", ROOT / "docs" / "method.md")
MARKERS = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)

SHOWN = (
    (
        "attribution",
        "all_three_overlap_f1",
        "who says what: source, cue and content overlap, F1",
        "49.7 (rules), 62.3 (trained)",
    ),
    ("attribution", "all_three_exact_f1", "who says what: all three spans exact, F1", "26.9 (rules), 32.4 (trained)"),
    ("event_type", "root_accuracy", "event type (15 PLOVER roots), accuracy", "46 dictionaries, 80.4 large model"),
    ("penta", "penta_accuracy", "five classes of events, accuracy", ""),
    ("srctgt", "both_overlap_f1", "who to whom, overlap F1", ""),
    ("templates", "incident_type_f1", "MUC-4: types of incidents in a report, F1", "76.0 trained (test)"),
    ("templates", "roles_partial_f1", "MUC-4: who, whom, with what, partial F1", "61.2 trained (test)"),
    ("police_events", "document_macro_f1", "what police did, by document, macro F1", ""),
    ("relations", "core_overlap_f1", "relations between groups, overlap F1", ""),
    ("factuality", "r", "how firmly the author holds it, Pearson r", ""),
    ("places", "acc161", "places found that lie within 161 km, %", ""),
    ("places", "event_place_accuracy", "place of an event, accuracy", "54.9 nearest capitals"),
    ("webpages", "f1", "article text of web pages, F1", "96.9 trafilatura 2.3.1 alone"),
    ("probes", "own", "minimal pairs of our own, % of checks", ""),
    ("probes", "asked", "1,700 texts by other hands, % of checks", ""),
    ("probes", "shared", "minimal pairs, shared set, % of checks", ""),
)


def table() -> str:
    """The table in Markdown."""
    measured = json.loads(MEASURED.read_text())
    rows = ["| task (dev) | Allege | others |", "|---|---:|---|"]
    rows += [f"| {label} | {measured[task][name]} | {peers} |" for task, name, label, peers in SHOWN]
    return "\n".join(rows) + "\n"


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page shows other figures")
    options = parser.parse_args()
    stale = [page for page in PAGES if _with_table(page) != page.read_text(encoding="utf-8")]
    if options.check:
        for page in stale:
            print(f"{page.name} shows other figures than bench/measured.json: python -m bench.figures", file=sys.stderr)
        return 1 if stale else 0
    for page in stale:
        page.write_text(_with_table(page), encoding="utf-8")
    return 0


def _with_table(page: Path) -> str:
    return MARKERS.sub(lambda found: found[1] + table() + found[2], page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
