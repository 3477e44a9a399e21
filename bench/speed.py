"""How fast `annotate` is: whole process, steady state, share of each stage, memory, and the start-up of the fronts.

    python -m bench.speed [--limit N] [--markdown bench/SPEED.md]

Runs on the dev articles of the attribution task (84 articles). Words are runs of non-blanks.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from allege.claim import Document, Record
from allege.run import annotate
from allege.settings import Settings
from bench.lines import Line, table
from bench.memory import used as used_memory
from bench.stages import apart
from bench.tasks import TASKS, data_folder, documents, gold_path

ARTICLES = TASKS[0]
START_UPS = (("allege", "--help"), ("allege", "claims", "--help"), ("allege", "doctor", "--help"))


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--markdown", type=Path, help="write the table here too")
    options = parser.parse_args()
    if not gold_path(ARTICLES).exists():
        print(f"skipped: no articles in {data_folder()} (set ALLEGE_BENCH_DATA)")
        return 0
    compileall.compile_dir(str(files("allege")), quiet=2)  # as pip leaves a package, whatever the environment says
    articles = list(documents(ARTICLES, Settings()))[: options.limit]
    lines = [*start_up(), *whole(articles), *steady(articles), *apart(options.limit)]
    shown = table(lines)
    print(shown)
    if options.markdown:
        head = f"# Speed\n\n{len(articles)} articles, {_words(articles):,} words, {os.cpu_count()} cores."
        options.markdown.write_text(f"{head}\n\n{shown}\n")
    return 0


def start_up() -> Iterable[Line]:
    """Wall time of fronts that need no language pipeline: the median of five."""
    for command in START_UPS:
        line = [str(Path(sys.executable).parent / command[0]), *command[1:]]
        times = sorted(_seconds(partial(_run, line)) for _ in range(5))
        yield Line(" ".join(command), round(times[2], 3), "s")


def whole(articles: list[Document]) -> Iterable[Line]:
    """The command over plain files, start-up included, and the peak memory of all its processes together."""
    with TemporaryDirectory() as folder:
        for document in articles:
            (Path(folder) / document.uri).write_text(document.text, encoding="utf-8", newline="")
        names = sorted(str(path) for path in Path(folder).iterdir())
        command = [str(Path(sys.executable).parent / "allege"), "annotate", "--plain", *names]
        began, used = time.perf_counter(), _children_used()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, used_memory(process.pid))
            time.sleep(0.1)
        seconds, used = time.perf_counter() - began, _children_used() - used
    yield Line("annotate, whole process", round(_words(articles) / seconds), "words/s")
    yield Line("annotate, all its processes, processor", round(1_000_000 * used / _words(articles)), "ms/1,000 words")
    yield Line("peak memory, all processes", round(peak / 2**20), "MiB")


def steady(articles: list[Document]) -> Iterable[Line]:
    """Words per second after the first record has come, all cores: what a long job sees."""
    twice = [*articles, *articles]
    first = words = 0.0
    for n, record in enumerate(annotate(twice, Settings())):
        if n == 0:
            first = time.perf_counter()
        elif isinstance(record, Record):
            words += len(record.document.text.split())
    yield Line("annotate, steady state", round(words / (time.perf_counter() - first)), "words/s")


def _words(articles: Iterable[Document]) -> int:
    return sum(len(document.text.split()) for document in articles)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _children_used() -> float:
    """Seconds of the processor that processes which have ended took, theirs below them counted in."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
