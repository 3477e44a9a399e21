"""How fast `annotate` is: whole process, steady state, share of each stage, memory, and the start-up of the fronts.

    python -m bench.speed [--limit N] [--markdown bench/SPEED.md]

Runs on the dev articles of the attribution task (84 articles). Words are runs of non-blanks.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.files import is_there
from allege.analyse.encoder.model import load_model
from allege.analyse.pipeline import analyse
from allege.claim import Document, Record
from allege.extract import assemble, attribution, demands, events, relations, states
from allege.pool import spare_collector
from allege.run import annotate
from allege.settings import Settings
from bench.tasks import TASKS, data_folder, documents, gold_path

ARTICLES = TASKS[0]
START_UPS = (("allege", "--help"), ("allege", "claims", "--help"), ("allege", "doctor", "--help"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a figure and its unit."""

    name: str
    value: float
    unit: str


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--markdown", type=Path, help="write the table here too")
    options = parser.parse_args()
    if not gold_path(ARTICLES).exists():
        print(f"skipped: no articles in {data_folder()} (set ALLEGE_BENCH_DATA)")
        return 0
    articles = list(documents(ARTICLES, Settings()))[: options.limit]
    lines = [*start_up(), *whole(articles), *steady(articles), *stages(articles)]
    table = _table(lines)
    print(table)
    if options.markdown:
        head = f"# Speed\n\n{len(articles)} articles, {_words(articles):,} words, {os.cpu_count()} cores."
        options.markdown.write_text(f"{head}\n\n{table}\n")
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
        files = sorted(str(path) for path in Path(folder).iterdir())
        command = [str(Path(sys.executable).parent / "allege"), "annotate", "--plain", *files]
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _tree_memory(process.pid))
            time.sleep(0.1)
        seconds = time.perf_counter() - began
    yield Line("annotate, whole process", round(_words(articles) / seconds), "words/s")
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


def stages(articles: list[Document]) -> Iterable[Line]:
    """Milliseconds per 1,000 words of each stage, in one process that looks for waste as seldom as a worker does."""
    spare_collector()
    settings, words = Settings(workers=1), _words(articles) / 1000
    nlp = spacy.load(settings.pipeline)
    texts = [document.text for document in articles]
    bare = _seconds(lambda: list(nlp.pipe(texts)))
    seen = _seconds(lambda: list(load_model("on").read(articles))) if is_there("on") else 0.0
    analyses: list[Analysis] = []
    analysed = _seconds(lambda: analyses.extend(analyse(articles, settings)))
    yield Line("bare spaCy pipeline", round(1000 * bare / words), "ms/1,000 words")
    yield Line("bare encoder", round(1000 * seen / words), "ms/1,000 words")
    stage = "analyse (spaCy, encoder, sentences, mentions, coreference)"
    yield Line(stage, round(1000 * analysed / words), "ms/1,000 words")
    total = 0.0
    parts: tuple[tuple[str, Callable[[Analysis], object]], ...] = (
        ("attribution", attribution.find),
        ("events", lambda a: list(events.find(a))),
        ("relations", lambda a: list(relations.find(a))),
        ("demands", lambda a: list(demands.find(a))),
        ("states", lambda a: list(states.find(a, ()))),
    )
    for name, find in parts:
        seconds = _seconds(partial(_each, find, analyses))
        total += seconds
        yield Line(f"extract: {name}", round(1000 * seconds / words), "ms/1,000 words")
    everything = _seconds(lambda: list(assemble.extract(analyses)))
    rest = round(1000 * (everything - total) / words)
    yield Line("extract: certainty, evidence, support, assembling", rest, "ms/1,000 words")
    yield Line("everything over bare spaCy and encoder", round((analysed + everything) / (bare + seen), 2), "times")
    yield Line("analyse + extract, one process", round(1000 * words / (analysed + everything)), "words/s")


def _words(articles: Iterable[Document]) -> int:
    return sum(len(document.text.split()) for document in articles)


def _each(find: Callable[[Analysis], object], analyses: Iterable[Analysis]) -> None:
    for analysis in analyses:
        find(analysis)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _tree_memory(pid: int) -> int:
    """Bytes of resident memory of a process and all below it (Linux; 0 where /proc is missing)."""
    total = 0
    for entry in (pid, *_children(pid)):
        try:
            total += int(Path(f"/proc/{entry}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            continue
    return total


def _children(pid: int) -> list[int]:
    out: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                out += [int(child), *_children(int(child))]
    except OSError:
        pass
    return out


def _table(lines: Iterable[Line]) -> str:
    rows = (f"| {line.name} | {line.value:,} | {line.unit} |" for line in lines)
    return "\n".join(["| what | figure | unit |", "|---|---:|---|", *rows])


if __name__ == "__main__":
    sys.exit(main())
