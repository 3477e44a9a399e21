"""Count `allege/data/attribution/cues.csv` and fit `context.csv` from annotated articles.

    python tools/fit_attribution.py TRAIN.jsonl.gz

Each line is a JSON object with a `text` and `attributions`, each `{"source": spans, "cue": spans, "content": spans}`. A
candidate of the rules counts as right when it shares a word with all three spans of one of them and its head is that
cue's head; candidates inside another's content are left out, since the annotators did not look there. The weights of
the signs come from logistic regression, where the chance by words comes from counts over the other four fifths of the
articles. The same input gives the same files. Prints how often each rule is right where the program believes it.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import allege
from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Document
from allege.extract.attribution.believing.choose import BELIEVE
from allege.extract.attribution.believing.context import HOPELESS, signs
from allege.extract.attribution.believing.lexicon import Count, learn
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.hearing.hear import hear_all
from allege.extract.attribution.quoting.alone import speech
from allege.extract.attribution.quoting.fit import LONG, Quoted, quoted
from allege.extract.attribution.quoting.quotes import quotations
from allege.extract.attribution.tree import Tree, grow
from allege.settings import Settings

DATA = Path(allege.__file__).parent / "data" / "attribution"
FOLDS = 5
SEEN = 60
"""Candidates that a sign must stand beside to get a weight."""

PENALTY = 4.0
LEAST = 0.05
STEPS = 1_200
ABOUT = {
    "cues.csv": "# How often each word was seen in each frame in annotated news, and how often it was a cue there.\n",
    "context.csv": "# What stands around a candidate, and how it moves the log-odds that it is an attribution.\n",
}

BY_HAND = "# Written by tools/fit_attribution.py (see docs/method-attribution.md): do not edit by hand.\n"

Gold = tuple[frozenset[int], frozenset[int], frozenset[int]]
"""Source, cue and content of one annotation, as tokens."""

Counts = dict[tuple[str, str, str], Count]


class Case(NamedTuple):
    """A candidate, the article it stands in (a number), its signs, and whether the annotators have it too."""

    article: int
    heard: Heard
    signs: list[str]
    right: bool


def cases(path: str) -> Iterator[Case]:
    """The candidates of every article."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    documents = [Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows)]
    for n, (row, analysis) in enumerate(zip(rows, analyse(documents, Settings(workers=1)), strict=True)):
        tree = grow(analysis)
        marks = quoted(tree, quotations(row["text"]))
        gold = [_gold(analysis, tree, a) for a in row["attributions"]]
        closed, inside = marks.closed(), frozenset[int]().union(*(g[2] for g in gold))
        for heard in _all(tree, marks):
            right = any(_same(tree, heard, g) for g in gold)
            if right or (heard.head not in inside and not closed[heard.head]):
                yield Case(n, heard, _signs(tree, marks, heard), right)


def _all(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    yield from hear_all(tree)
    for q, length in enumerate(marks.length):
        if length >= LONG:
            yield from speech(tree, marks, q)


def _signs(tree: Tree, marks: Quoted, heard: Heard) -> list[str]:
    family = heard.frame.partition(":")[0].partition("+")[0]
    return [f"frame:{heard.kind} {family}", *dict.fromkeys(signs(tree, marks, heard))]


def _gold(analysis: Analysis, tree: Tree, annotation: dict[str, list[list[int]]]) -> Gold:
    source, cue, content = (_tokens(analysis, annotation[role]) for role in ("source", "cue", "content"))
    return (
        frozenset(i for i in source if tree.word[i]),
        frozenset(i for i in cue if tree.word[i]) or frozenset(cue),
        frozenset(i for i in content if tree.word[i]),
    )


def _tokens(analysis: Analysis, spans: list[list[int]]) -> list[int]:
    pieces = (analysis.doc.char_span(start, end, alignment_mode="expand") for start, end in spans)
    return [token.i for piece in pieces if piece is not None for token in piece]


def _same(tree: Tree, heard: Heard, gold: Gold) -> bool:
    source, cue, content = gold
    if heard.head not in cue or not any(i in content for first, last in heard.content for i in range(first, last)):
        return False
    heads = {i for i in cue if tree.head[i] == i or tree.head[i] not in cue}
    said = {i for first, last in heard.source for i in range(first, last) if tree.word[i]}
    return bool(heads & set(heard.cue)) and bool(said & source or not (said or source))


def count(found: Iterable[Case]) -> Counts:
    """Sightings and cues by kind, word and frame."""
    table: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for case in found:
        row = table[case.heard.kind, case.heard.key, case.heard.frame]
        row[0] += 1
        row[1] += case.right
    return {key: (seen, cues) for key, (seen, cues) in table.items()}


def write_counts(counts: Counts) -> None:
    """Words seen often enough to say something, and the rest summed for each frame under the word `*`."""
    kept = {key: value for key, value in counts.items() if _tells(key, value)}
    rest: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (kind, word, frame), (seen, cues) in counts.items():
        if (kind, word, frame) not in kept:
            rest[kind, "*", frame][0] += seen
            rest[kind, "*", frame][1] += cues
    rows = [(*key, *value) for key, value in (*sorted(kept.items()), *sorted(rest.items()))]
    _write("cues.csv", ("kind", "word", "frame", "seen", "cues"), rows)


def _tells(key: tuple[str, str, str], value: Count) -> bool:
    kind, word, _ = key
    if not word.replace(" ", "").replace("-", "").replace("*", "").isalpha() or not word.isascii():
        return False
    if kind == "verb" and " " in word:
        return value[0] >= 3 and value[1] >= 2
    return (value[0] >= 3 and value[1] >= 1) or value[0] >= 10


def weigh(found: list[Case]) -> None:
    """Fit and write the weights of the signs."""
    rows = list(_by_words(found))
    seen = Counter(sign for _, case in rows for sign in case.signs)
    names = sorted(sign for sign, times in seen.items() if times >= SEEN)
    weights = _regress(rows, names)
    table = [("base", f"{weights[0]:.2f}", len(rows)), ("words", f"{weights[1]:.2f}", len(rows))]
    table += [(n, f"{w:.2f}", seen[n]) for n, w in zip(names, weights[2:], strict=True) if abs(w) >= LEAST]
    _write("context.csv", ("sign", "weight", "seen"), table)


def _by_words(found: list[Case]) -> Iterator[tuple[float, Case]]:
    """Each candidate that is not hopeless with the log-odds that words give it, counted over other articles."""
    others = [learn(count(c for c in found if c.article % FOLDS != fold)) for fold in range(FOLDS)]
    for case in found:
        chance = others[case.article % FOLDS].chance(case.heard)
        if chance >= HOPELESS:
            yield math.log(chance / (1.0 - chance)), case


def _regress(rows: list[tuple[float, Case]], names: list[str]) -> list[float]:
    """Logistic regression with a penalty on the signs, by gradient descent with momentum (Adam)."""
    place = {name: n + 2 for n, name in enumerate(names)}
    cells = [(n, 0, 1.0) for n in range(len(rows))] + [(n, 1, odds) for n, (odds, _) in enumerate(rows)]
    cells += [(n, place[s], 1.0) for n, (_, case) in enumerate(rows) for s in case.signs if s in place]
    row, column = (np.array([cell[k] for cell in cells]) for k in (0, 1))
    value = np.array([cell[2] for cell in cells])
    right = np.array([float(case.right) for _, case in rows])
    weight = np.zeros(len(names) + 2)
    weight[1] = 1.0
    held = np.array([0.0, 0.0, *[PENALTY] * len(names)])
    mean, square = np.zeros_like(weight), np.zeros_like(weight)
    for step in range(1, STEPS + 1):
        guess = 1.0 / (1.0 + np.exp(-np.bincount(row, value * weight[column], len(rows))))
        slope = np.bincount(column, value * (guess - right)[row], len(weight)) + held * weight
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = 0.02 if step < STEPS * 2 // 3 else 0.004
        weight -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return [float(w) for w in weight]


def precisions(found: list[Case]) -> list[tuple[str, int, float]]:
    """Of each rule (kind and frame): how often words alone make it believed, and how often it is then right."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for odds, case in _by_words(found):
        if odds >= math.log(BELIEVE / (1 - BELIEVE)):
            row = table[f"{case.heard.kind} {case.heard.frame}"]
            row[0] += 1
            row[1] += case.right
    return [(rule, seen, right / seen) for rule, (seen, right) in sorted(table.items(), key=lambda x: -x[1][0])]


def _write(name: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        file.write(ABOUT[name] + BY_HAND)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main() -> None:
    """Write both files and print the rules."""
    found = list(cases(sys.argv[1]))
    write_counts(count(found))
    weigh(found)
    for rule, seen, precision in precisions(found):
        if seen >= SEEN:
            print(f"{precision:.2f} {seen:6} {rule}")


if __name__ == "__main__":
    main()
