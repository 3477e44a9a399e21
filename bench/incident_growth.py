"""How well weights that were fitted on few documents hold on many: incidents fitted on 500, run on all.

    python -m bench.incident_growth LEDGER GOLD.jsonl.gz [LEDGER GOLD …] [--documents 500] [--draws 5]

LEDGER holds the documents as Allege reads them, their URI being `doc` in GOLD's lines {doc, incident}. Each draw takes
whole incidents until it has so many documents, fits the regression and the cut on them (`tools/fit_incidents.py`), and
groups first these documents (each pair scored by weights that did not see its incident), then all documents of all
ledgers at once. Prints B-cubed F1 of both and the drop from the one to the other. A document that tells of nothing
stands alone. scipy is needed.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from allege.ledger import Ledger
from allege.link.incidents.build import FLOOR
from allege.link.incidents.compare import FEATURES
from allege.link.incidents.group import average_link
from allege.link.incidents.unit import Unit
from tools.fit_incidents import Read, Row, b_cubed, compare, cut_of, fitted, held_out, ruled_out, told_by


@dataclass(frozen=True, slots=True)
class Collected:
    """Documents with their incident: the main unit of each that has one, and the incidents of those that have none."""

    told: tuple[tuple[Unit, Row], ...]
    silent: tuple[str, ...]

    def of(self, incidents: frozenset[str]) -> Collected:
        """Those that tell of one of these incidents."""
        told = tuple(one for one in self.told if one[1]["incident"] in incidents)
        return Collected(told, tuple(label for label in self.silent if label in incidents))

    @property
    def labels(self) -> list[str]:
        """The incident of every document."""
        return [*(row["incident"] for _, row in self.told), *self.silent]


def collected(files: Sequence[tuple[Path, Path]]) -> Collected:
    """The documents of all ledgers."""
    told: list[tuple[Unit, Row]] = []
    silent: list[str] = []
    for ledger, gold in files:
        with gzip.open(gold, "rt", encoding="utf-8") as lines:
            rows = {row["doc"]: row for row in map(json.loads, lines)}
        with Ledger(ledger, create=False) as opened:
            stories = {story.id: story for story in opened.stories() if story.uri in rows}
            claims = {name: list(found) for name, found in groupby(opened.event_claims(), key=lambda c: c.document)}
        for name, story in stories.items():
            row = rows.pop(story.uri)
            units = told_by(story, claims.get(name, []), brief=False)
            told += [(unit, row) for unit in units]
            silent += [] if units else [row["incident"]]
        silent += [row["incident"] for row in rows.values()]
    return Collected(tuple(told), tuple(silent))


def drawn(labels: Sequence[str], documents: int, draw: int) -> frozenset[str]:
    """Whole incidents in an order of the draw's own, until they have so many documents."""
    sizes: dict[str, int] = {}
    for label in labels:
        sizes[label] = sizes.get(label, 0) + 1
    chosen, held = set(), 0
    for label in sorted(sizes, key=lambda name: (zlib.crc32(f"{draw} {name}".encode()), name)):
        if held >= documents:
            break
        chosen.add(label)
        held += sizes[label]
    return frozenset(chosen)


def grouped(data: Read, scores: NDArray[np.float64], cut: float, silent: Sequence[str]) -> float:
    """B-cubed F1, in hundredths, of the documents grouped by these scores of their pairs."""
    likely = zip(data.left.tolist(), data.right.tolist(), scores.tolist(), strict=True)
    edges = {(i, j): score for i, j, score in likely if score >= FLOOR}
    groups = list(average_link(len(data.labels), edges, cut).groups)
    alone = range(len(data.labels), len(data.labels) + len(silent))
    precision, recall = b_cubed((*data.labels, *silent), [*groups, *((n,) for n in alone)])
    return 200 * precision * recall / (precision + recall)


def measured(documents: Collected, everything: Read, few: Collected) -> tuple[float, float]:
    """B-cubed F1 of the few documents that weights are fitted on, and of all by these weights."""
    small = compare(few.told, brief=False)
    held = held_out([small], FEATURES)
    with contextlib.redirect_stderr(io.StringIO()):  # the curve of the cut
        cut = cut_of(small, held)
    fit = ruled_out(fitted([small], FEATURES), FEATURES)
    everywhere = fit.scores(everything.features)
    return grouped(small, held, cut, few.silent), grouped(everything, everywhere, cut, documents.silent)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="LEDGER GOLD")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--draws", type=int, default=5)
    options = parser.parse_args()
    documents = collected(list(zip(options.files[::2], options.files[1::2], strict=True)))
    everything = compare(documents.told, brief=False)
    found = []
    for draw in range(options.draws):
        few = documents.of(drawn(documents.labels, options.documents, draw))
        found.append(measured(documents, everything, few))
        small, large = found[-1]
        print(f"draw {draw}: {len(few.labels)} documents B3 {small:.2f}, all {len(documents.labels)} {large:.2f}")
    small, large = (sum(column) / len(found) for column in zip(*found, strict=True))
    print(f"mean: B3 {small:.2f} on the documents fitted, {large:.2f} on all: a drop of {small - large:.2f}")


if __name__ == "__main__":
    main()
