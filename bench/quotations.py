"""Quotations used again: how many of them are found as a link between two reports, and how many found links are right.

    python -m bench.quotations [--data DIR] [--texts 300] [--draws 3] [--markdown FILE]

Needs the development texts of `incidents` (ALLEGE_BENCH_DATA, default ../shared/data); they are read when it runs and
nothing of them is kept. One report of each incident is taken, so that no two share twelve words in a row, but for runs
that three incidents have (what a site adds to all its pages). Half of them are sources: a quotation of each is cut to
15 to 60 words and put, at times with one word in ten changed, between two paragraphs of a report of another incident,
which is dated up to two days later. The other half stand as they are, and with them a second report of the sources'
incidents: links that have nothing of what was made are wrong. A link counts whichever way it points.
What is drawn differs from draw to draw; the figures are of all draws together.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from allege.link.model import Lineage, Story
from allege.link.origins import lineage
from bench.tasks import data_folder

RUN = 12
"""Words in a row that two reports must not share already."""

COMMON = 3
"""Incidents from which on a run of words is a site's own and no sharing."""

LENGTHS = (15, 60)
"""Words of a quotation that is put into another report, from and to."""

LONG = 25
"""Words from which a quotation counts as long."""

CHANGED = 0.1
"""Share of words that are changed in an edited quotation."""

_QUOTATION = re.compile(r"“([^“”\n]{60,2000})”|\"([^\"\n]{60,2000})\"")
_WORD = re.compile(r"\w+(?:['’]\w+)?")


@dataclass(frozen=True, slots=True)
class Report:
    """A development text."""

    id: str
    incident: str
    published: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """A quotation of `source` that was put into `user`: its words, and whether some were changed."""

    source: str
    user: str
    words: int
    edited: bool


@dataclass(frozen=True, slots=True)
class Made:
    """The stories to link and what of them was made."""

    stories: tuple[Story, ...]
    reused: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found: of the quotations of each sort (`name`, found, all), and of the links (right, all)."""

    recall: tuple[tuple[str, int, int], ...]
    right: int
    links: int


SORTS: Mapping[str, Callable[[Reuse], bool]] = {
    f"word for word, {LENGTHS[0]} words and more": lambda one: not one.edited,
    f"of these with {LENGTHS[0]} to {LONG - 1} words": lambda one: not one.edited and one.words < LONG,
    f"of these with {LONG} words and more": lambda one: not one.edited and one.words >= LONG,
    "one word in ten changed": lambda one: one.edited,
}
"""The sorts of quotations that are told apart."""


def read(path: Path) -> list[Report]:
    """The texts of a length that papers print, 60 to 1,500 words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Report(row["doc"], row["incident"], date.fromisoformat(row["published"]) if row["published"] else None,
               row["text"])
        for row in rows if 60 <= len(row["text"].split()) <= 1500
    ]  # fmt: skip


def apart(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports in their order without those that share a run of words with one before."""
    runs = {one.id: _runs(one.text) for one in reports}
    told: dict[int, set[str]] = defaultdict(set)
    for one in reports:
        for run in runs[one.id]:
            told[run].add(one.incident)
    seen: set[int] = set()
    for one in reports:
        own = {run for run in runs[one.id] if len(told[run]) < COMMON}
        if seen.isdisjoint(own):
            seen |= own
            yield one


def made(reports: Sequence[Report], texts: int, seed: int) -> Made:
    """So many reports with a quotation of another one in them, and as many with none."""
    rng = random.Random(seed)
    order = sorted(reports, key=lambda one: one.id)
    rng.shuffle(order)
    firsts: dict[str, Report] = {}
    seconds: dict[str, Report] = {}
    for one in apart(order):
        (seconds if one.incident in firsts else firsts).setdefault(one.incident, one)
    kept = list(firsts.values())
    sources = [one for one in kept if _quotations(one.text)][:texts]
    taken = {one.id for one in sources}
    hosts = [one for one in kept if one.id not in taken]
    users, plain = hosts[: len(sources)], hosts[len(sources) : 2 * len(sources)]
    reused, stories = [], []
    for source, host in zip(sources, users, strict=False):
        text, put = _put(source, host, rng)
        reused.append(put)
        stories.append(_story(host, text, _later(source, host, rng)))
    others = [seconds[one.incident] for one in sources if one.incident in seconds]
    untouched = [*sources[: len(reused)], *plain, *others]
    return Made((*stories, *(_story(one, one.text, one.published) for one in untouched)), tuple(reused))


def scored(work: Made, edges: Iterable[Lineage]) -> Score:
    """What links between two stored reports say of what was made."""
    found = {frozenset((edge.document, edge.derived_from)) for edge in edges if edge.derived_from is not None}
    told = {frozenset((one.source, one.user)): one for one in work.reused}
    sorts: dict[str, list[bool]] = {name: [] for name in SORTS}
    for pair, one in told.items():
        for name in (name for name, fits in SORTS.items() if fits(one)):
            sorts[name].append(pair in found)
    recall = tuple((name, sum(hits), len(hits)) for name, hits in sorts.items())
    return Score(recall, len(found & told.keys()), len(found))


def together(scores: Sequence[Score]) -> Score:
    """The scores of several draws as one."""
    sorts = zip(*(one.recall for one in scores), strict=True)
    recall = tuple((same[0][0], sum(hits for _, hits, _ in same), sum(all_ for _, _, all_ in same)) for same in sorts)
    return Score(recall, sum(one.right for one in scores), sum(one.links for one in scores))


def table(score: Score) -> str:
    """The figures in Markdown."""
    rows = [f"| {name} | {all_} | {hits / all_:.3f} |" for name, hits, all_ in score.recall if all_]
    links = f"| links that are right | {score.links} | {score.right / max(1, score.links):.3f} |"
    return "\n".join(["| quotations that are found | number | share |", "|---|---:|---:|", *rows, links])


def _runs(text: str) -> set[int]:
    said = _WORD.findall(text.casefold())
    return {hash(tuple(said[at : at + RUN])) for at in range(len(said) - RUN + 1)}


def _quotations(text: str) -> list[str]:
    found = ((a or b).strip() for a, b in _QUOTATION.findall(text))
    return [said for said in found if len(said.split()) >= LENGTHS[0] and said[:1].isalnum()]


def _put(source: Report, host: Report, rng: random.Random) -> tuple[str, Reuse]:
    """The host's text with a quotation of the source between two of its paragraphs."""
    said = rng.choice(_quotations(source.text)).split()
    kept = said[: rng.randint(LENGTHS[0], min(len(said), LENGTHS[1]))]
    edited = rng.random() < 1 / 3
    words = _changed(kept, rng) if edited else kept
    parts = [part for part in re.split(r"\n\s*\n|\n", host.text) if part.strip()]
    parts.insert(rng.randint(1, len(parts)), f"“{' '.join(words).rstrip(',')}”")
    return "\n\n".join(parts), Reuse(source.id, host.id, len(kept), edited)


def _changed(words: Sequence[str], rng: random.Random) -> list[str]:
    """The words with so many of them left out, or swapped for another of the same quotation."""
    out = list(words)
    for at in sorted(rng.sample(range(len(out)), max(1, round(CHANGED * len(out)))), reverse=True):
        if rng.random() < 1 / 2:
            del out[at]
        else:
            out[at] = rng.choice(words)
    return out


def _later(source: Report, host: Report, rng: random.Random) -> date | None:
    days = [one.published for one in (source, host) if one.published]
    return max(days) + timedelta(days=rng.randint(0, 2)) if days else None


def _story(report: Report, text: str, day: date | None) -> Story:
    return Story(report.id, report.id, None, text, published=day)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=data_folder(), help="the folder of development data")
    parser.add_argument("--texts", type=int, default=300, help="so many quotations a draw at most [300]")
    parser.add_argument("--draws", type=int, default=3, help="how often reports are drawn and made anew [3]")
    parser.add_argument("--markdown", type=Path, help="write the table here too")
    options = parser.parse_args()
    path = options.data / "incidents" / "dev.jsonl.gz"
    if not path.is_file():
        parser.error(f"no development texts at {path}; say where they are with --data or ALLEGE_BENCH_DATA")
    reports, scores = read(path), []
    for seed in range(1, options.draws + 1):
        work = made(reports, options.texts, seed)
        scores.append(scored(work, lineage(work.stories)))
        print(f"draw {seed}: {len(work.stories):,} reports, {len(work.reused):,} of them with a quotation of another")
    shown = table(together(scores))
    print(shown)
    if options.markdown:
        options.markdown.write_text(shown + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
