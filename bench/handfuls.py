"""How well reports are put together in ledgers of a few: `python -m bench.handfuls LEDGER GOLD.jsonl.gz`.

LEDGER holds the documents of GOLD (`doc`, `incident`, `published`), their claims read. From it small collections are
drawn: all reports of some incidents, filled up with what came out about the same days. Prints for each size the pairs
of documents that are rightly put together, and B3 over documents, summed over the draws (seeded).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from allege.ledger import Ledger
from allege.link.batch import units_of
from allege.link.incidents import Unit, incidents

SIZES = ((8, 1, 60), (12, 2, 60), (30, 4, 30), (100, 10, 10))
"""Reports in a draw, incidents told of by three to eight of them, and how many draws."""
TOLD = range(3, 9)
NEAR = 30
"""Reports before and after an incident's first one from which a draw is filled up."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    with gzip.open(options.gold, "rt", encoding="utf-8") as lines:
        gold = {row["doc"]: row for row in map(json.loads, lines)}
    with Ledger(options.ledger) as ledger:
        stories = list(ledger.stories())
        told = defaultdict(list)
        for unit in units_of(stories, ledger.event_claims()):
            told[unit.document].append(unit)
    days = {story.id: gold[story.uri]["published"] or "" for story in stories if story.uri in gold}
    incident = {story.id: gold[story.uri]["incident"] for story in stories if story.id in days}
    order = sorted(days, key=lambda name: (days[name], name))
    for size, of, draws in SIZES:
        drawn = list(draw(order, incident, size, of, draws))
        scores = [score(some, incident, [unit for name in some for unit in told[name]]) for some in drawn]
        print(f"{size:4} reports, {draws} draws: {_said([sum(column) for column in zip(*scores, strict=True)])}")


def draw(order: Sequence[str], incident: Mapping[str, str], size: int, of: int, draws: int) -> Iterator[list[str]]:
    """Collections of documents, each in the order of `order`."""
    chance = random.Random(size)
    place = {name: n for n, name in enumerate(order)}
    reports = defaultdict(list)
    for name in order:
        reports[incident[name]].append(name)
    known = sorted(one for one, names in reports.items() if len(names) in TOLD)
    for _ in range(draws):
        some: set[str] = set()
        for one in chance.sample(known, of):
            at = place[reports[one][0]]
            near = order[max(0, at - NEAR) : at + NEAR]
            some.update(reports[one], chance.sample(near, max(0, size // of - len(reports[one]))))
        yield sorted(some, key=place.__getitem__)


def score(some: Sequence[str], incident: Mapping[str, str], units: Iterable[Unit]) -> tuple[float, ...]:
    """Pairs rightly together, together, to be together; sums of B3 precision and recall; documents."""
    inside = defaultdict(set)
    for number, one in enumerate(incidents(list(units)).incidents):
        for name in one.documents:
            inside[name].add(number)
    right = found = wanted = precision = recall = 0.0
    for name in some:
        mine = {other for other in some if other == name or inside[other] & inside[name]}
        true = {other for other in some if incident[other] == incident[name]}
        precision, recall = precision + len(mine & true) / len(mine), recall + len(mine & true) / len(true)
        right, found, wanted = right + len(mine & true) - 1, found + len(mine) - 1, wanted + len(true) - 1
    return right, found, wanted, precision, recall, float(len(some))


def _said(sums: Sequence[float]) -> str:
    right, found, wanted, precision, recall, documents = sums
    p, r, b, c = right / max(1.0, found), right / wanted, precision / documents, recall / documents
    pairs = f"pairs P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / (p + r):.1f}"
    return f"{pairs}, B3 P {100 * b:.1f} R {100 * c:.1f} F1 {200 * b * c / (b + c):.1f}"


if __name__ == "__main__":
    main()
