"""What each stage costs, and everything beside the bare passes of spaCy and encoder: one process, one thread, in turns.

    python -m bench.stages [--limit N]

A machine that others use is now fast, now slow: a bare pass of this minute says nothing beside a whole one of the
next. So batch after batch, of the size that a worker gets, is read by the bare spaCy pipeline, by the bare encoder, and
by all of `annotate`, one right after the other, several times over; figures are the medians of the rounds. The bare
pipeline multiplies by the same library as ours (analyse/products.py) and, like everything here, with one thread, as in
a worker. Times are the processor's, which others disturb less than the clock; the ratio is given by both.

bench.speed runs this in a process of its own, as threads are counted when libraries are loaded.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TypeVar

import spacy

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.files import is_there
from allege.analyse.encoder.model import load_model
from allege.analyse.pipeline import analyse
from allege.analyse.products import steady
from allege.batches import batches
from allege.claim import Document
from allege.extract import attribution, demands, events, relations, states
from allege.pool import ONE_THREAD, spare_collector
from allege.run import annotate_batch
from allege.settings import Settings
from bench.lines import Line
from bench.tasks import TASKS, documents

T = TypeVar("T")

ROUNDS = 3
EVERY = 3
"""Every so many articles one is read here: in turns, a third tells as much as all, in a third of the time."""

SPACY, ENCODER, WHOLE = "bare spaCy pipeline", "bare encoder", "everything"
ANALYSE = "analyse (spaCy, encoder, sentences, mentions, coreference)"
FINDERS: Mapping[str, Callable[[Analysis], object]] = {
    "extract: attribution": attribution.find,
    "extract: events": lambda a: list(events.find(a)),
    "extract: relations": lambda a: list(relations.find(a)),
    "extract: demands": lambda a: list(demands.find(a)),
    "extract: states": lambda a: list(states.find(a, ())),
}
REST = "extract: certainty, evidence, support, assembling"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor and of the clock."""

    cpu: float = 0.0
    clock: float = 0.0

    def __add__(self, other: Spent) -> Spent:
        return Spent(self.cpu + other.cpu, self.clock + other.clock)


Round = Mapping[str, Spent]
"""What each pass of one round took, by its name."""

Passes = Mapping[str, Callable[[list[Document]], object]]
"""What is done with each batch, by name, in this order."""


def main() -> int:
    """The command: a line of JSON for each line of the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="only of the first N articles")
    options = parser.parse_args()
    for line in stages(list(documents(TASKS[0], Settings()))[: options.limit : EVERY]):
        print(json.dumps([line.name, line.value, line.unit]))
    return 0


def apart(limit: int | None) -> Iterator[Line]:
    """The lines of this module, measured in a process of one thread."""
    asked = [] if limit is None else ["--limit", str(limit)]
    command = [sys.executable, "-m", "bench.stages", *asked]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD)
    return (Line(*json.loads(line)) for line in said.stdout.splitlines())


def stages(articles: Sequence[Document]) -> list[Line]:
    """The lines of the table, the first reading (which loads the lists) left out."""
    spare_collector()
    done = passes(Settings(workers=1))
    groups = [[item for item in batch if isinstance(item, Document)] for batch in batches(articles)]
    measured(done, groups[:1])
    rounds = [measured(done, groups) for _ in range(ROUNDS)]
    return lines(rounds, sum(len(article.text.split()) for article in articles) / 1000)


def passes(settings: Settings) -> Passes:
    """The bare passes, and all that `annotate` does with a batch."""
    with steady():
        nlp = spacy.load(settings.pipeline)
    out: dict[str, Callable[[list[Document]], object]] = {}
    out[SPACY] = lambda group: list(nlp.pipe([document.text for document in group]))
    if is_there(settings.encoder):
        model = load_model(settings.encoder)
        out[ENCODER] = lambda group: list(model.read(group))
    out[WHOLE] = lambda group: annotate_batch(settings, group)
    return out


def measured(done: Passes, groups: Sequence[list[Document]]) -> Round:
    """One round: each group of documents goes through every pass, and every stage, before the next group comes."""
    took = dict.fromkeys((*done, ANALYSE, *FINDERS), Spent())
    for group in groups:
        for name, work in done.items():
            took[name] += timed(partial(work, group))[1]
        analyses, spent = timed(partial(_analysed, group))
        took[ANALYSE] += spent
        for name, find in FINDERS.items():
            took[name] += timed(partial(_each, find, analyses))[1]
    return took


def timed(work: Callable[[], T]) -> tuple[T, Spent]:
    """What the work gives, and what it took."""
    cpu, clock = time.process_time(), time.perf_counter()
    found = work()
    return found, Spent(time.process_time() - cpu, time.perf_counter() - clock)


def lines(rounds: Sequence[Round], words: float) -> list[Line]:
    """The medians of the rounds; `words` in thousands."""
    each = {name: median(r[name].cpu for r in rounds) / words for name in rounds[0] if name != WHOLE}
    whole = median(r[WHOLE].cpu for r in rounds) / words
    each[REST] = whole - each[ANALYSE] - sum(each[name] for name in FINDERS)
    over = [[ratio(r, lambda spent: spent.cpu) for r in rounds], [ratio(r, lambda spent: spent.clock) for r in rounds]]
    told = "everything over bare spaCy and encoder"
    return [
        *(Line(name, round(1000 * seconds), "ms/1,000 words") for name, seconds in each.items()),
        Line(f"{told}, processor", round(median(over[0]), 2), "times"),
        Line(f"{told}, least and most of {len(rounds)} rounds", f"{min(over[0]):.2f}–{max(over[0]):.2f}", "times"),
        Line(f"{told}, clock", round(median(over[1]), 2), "times"),
        Line("analyse + extract, one process, processor", round(1 / whole * 1000), "words/s"),
    ]


def ratio(took: Round, of: Callable[[Spent], float]) -> float:
    """How many times the bare passes' time everything took in a round."""
    return of(took[WHOLE]) / sum(of(took[name]) for name in (SPACY, ENCODER) if name in took)


def _analysed(group: list[Document]) -> list[Analysis]:
    return list(analyse(group, Settings(workers=1)))


def _each(find: Callable[[Analysis], object], analyses: list[Analysis]) -> None:
    for analysis in analyses:
        find(analysis)


if __name__ == "__main__":
    sys.exit(main())
