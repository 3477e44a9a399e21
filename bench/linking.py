"""How the cost of linking grows: 1,000 / 10,000 / 100,000 claims of invented reports, and one document more.

1,000,000 go, too, where 17 GB of memory, 5 GB of disk and an hour are free.

    python -m bench.linking [--sizes 1000,10000,100000] [--keep FOLDER] [--markdown bench/LINKING.md]

Each size is linked from nothing in a process of its own, then one more document is taken in. Seconds of the processor
are told beside those of the clock: the machine may be busy with something else. `--keep` keeps the ledgers.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import resource
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from allege.ledger import Ledger
from allege.link.job import link_ledger
from allege.settings import Settings
from bench.invented import records
from bench.memory import used

PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
"""This process and the second one of a large build."""
LOOK = 0.5
"""Seconds between two looks at how much memory is used."""
HEAD = (
    "| claims | documents | incidents | seconds | CPU, s | CPU µs a claim | MiB | pairs | one more, s | CPU, s |",
    "|" + "---:|" * 10,
)


@dataclass(frozen=True, slots=True)
class Row:
    """What one size cost; `clock` and `processor` are (all, one document more) in seconds, `memory` in MiB: the most
    that both processes of a build take up, what they share counted once.
    """

    claims: int
    documents: int
    incidents: int
    clock: tuple[float, float]
    processor: tuple[float, float]
    compared: str
    memory: float = 0.0

    def __str__(self) -> str:
        each = 1e6 * self.processor[0] / self.claims
        cells = (
            f"{self.claims:,}", f"{self.documents:,}", f"{self.incidents:,}", f"{self.clock[0]:.1f}",
            f"{self.processor[0]:.1f}", f"{each:.0f}", f"{self.memory:.0f}", self.compared, f"{self.clock[1]:.2f}",
            f"{self.processor[1]:.2f}",
        )  # fmt: skip
        return f"| {' | '.join(cells)} |"


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    lines = list(HEAD)
    print(*lines, sep="\n", flush=True)
    spawn = multiprocessing.get_context("spawn")
    with TemporaryDirectory() as folder, ProcessPoolExecutor(1, spawn, max_tasks_per_child=1) as pool:
        for size in map(int, options.sizes.split(",")):
            lines.append(str(_watched(pool.submit(measure, size, options.keep or Path(folder)))))
            print(lines[-1], flush=True)
    if options.markdown:
        options.markdown.write_text("# Linking: how its cost grows\n\n" + "\n".join(lines) + "\n")
    return 0


def _watched(row: Future[Row]) -> Row:
    """The row with the most memory that the process which measures it was seen to take up."""
    most = 0
    while not row.done():
        most = max([most, *(used(child.pid) for child in multiprocessing.active_children() if child.pid)])
        wait([row], LOOK)
    return replace(row.result(), memory=most / 2**20)


def measure(size: int, folder: Path) -> Row:
    """The cost of linking so many claims from nothing, and of taking in one more document."""
    path = folder / f"linking-{size}.db"
    if not path.exists():
        _fill(path, size)
    with Ledger(path) as ledger:
        began, used = time.perf_counter(), _used()
        whole = link_ledger(ledger, Settings(), rebuild=True)
        clock, processor = time.perf_counter() - began, _used() - used
        claims = sum(1 for _ in ledger.event_claims())
        _one_more(ledger)
        began, used = time.perf_counter(), _used()
        more = link_ledger(ledger, Settings())
        times = (clock, time.perf_counter() - began), (processor, _used() - used)
    if more.documents != 1:
        print(f"{size}: a step of the full build fell on the document more", file=sys.stderr)
    compared = whole.cost.rpartition("pairs met, ")[2].partition(" compared")[0]
    return Row(claims, whole.held, whole.incidents, *times, compared)


def _used() -> float:
    """Seconds of the processor, those of processes that are done included."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, PROCESSES))


def _fill(path: Path, size: int) -> None:
    with Ledger(path) as ledger:
        for record in records(size):
            ledger.add(record)


def _one_more(ledger: Ledger) -> None:
    """A later version of the last report, with a line more."""
    *_, last = ledger.documents()
    record = ledger.record(last.id)
    text = f"{record.document.text} This report was brought up to date in the evening."
    name = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    ledger.add(replace(record, document=replace(record.document, id=name, uri=f"{last.uri}#2", text=text)))


if __name__ == "__main__":
    sys.exit(main())
