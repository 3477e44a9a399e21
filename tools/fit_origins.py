"""Fits allege/data/link/origins.toml: which pairs of texts are derived, and which of the two is the source.

    python tools/fit_origins.py MADE.jsonl.gz [MADE.jsonl.gz …] > allege/data/link/origins.toml

Each file holds lines {doc, published, text, derived_from, also_from}, texts of which it is known which was made from
which. Pairs of two texts that share a source without being each other's source are left out. Prints the figures of
five-fold cross-validation (folds by family of texts) to stderr.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allege.claim import FRONT_MATTER, Document, RawDocument
from allege.clean import clean
from allege.link.model import Story
from allege.link.origins.copies import sides_of
from allege.link.origins.direction import Looks, Relations, pair_values
from allege.link.origins.likeness import Likeness, features, likeness
from allege.link.origins.shelf import Shelf
from allege.link.origins.weights import Regression
from allege.settings import Settings

Rows = NDArray[np.float64]
FOLDS = 5
LEAST = 0.4
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Made:
    """A collection whose lineage is known: `sources` of each text by number on the shelf, itself where it has none."""

    shelf: Shelf
    sources: Mapping[int, frozenset[int]]

    def derived(self, pair: Likeness) -> bool:
        """Whether one of the two is the other's source."""
        return pair.right in self.sources[pair.left] or pair.left in self.sources[pair.right]

    def judged(self, pair: Likeness) -> bool:
        """Whether the pair says anything: two texts of one source do not."""
        return self.derived(pair) or not self.sources[pair.left] & self.sources[pair.right]

    def fold(self, pair: Likeness) -> int:
        """The fold of the family that the pair's first source belongs to."""
        name = min(self.shelf.first(text).uri for text in self.sources[pair.left] | self.sources[pair.right])
        return zlib.crc32(name.encode()) % FOLDS


def read(path: Path) -> Made:
    """The collection in one file, cleaned as `allege read` cleans it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    shelf = Shelf([_story(row) for row in rows])
    number = {shelf.stories[at].uri: text for at, text in enumerate(shelf.text_of)}
    sources: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows:
        named = {number[row[name]] for name in ("derived_from", "also_from") if row.get(name)}
        sources[number[row["doc"]]] |= named - {number[row["doc"]]}
    return Made(shelf, {text: frozenset(found or {text}) for text, found in sources.items()})


def _story(row: Mapping[str, Any]) -> Story:
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    raw = RawDocument(row["doc"], row["text"].encode(), "text/plain", "utf-8", published=published, key=row["doc"])
    made = next(iter(clean([raw], Settings())))
    if not isinstance(made, Document):
        raise SystemExit(str(made))
    about = (made.title, made.text, made.byline, made.publisher, made.published, made.language, made.credits)
    front = max((block.span.end for block in made.blocks if block.why == FRONT_MATTER), default=0)
    return Story(made.id, made.uri, *about, tuple(made.folded()), front)


def fit(names: Sequence[str], rows: Rows, truth: Rows, *, intercept: bool = True) -> Regression:
    """Logistic regression by Newton's method; a ridge on features of unit deviation."""
    middle = rows.mean(0) if intercept else np.zeros(rows.shape[1])
    scale = rows.std(0) + 1e-9
    scaled = np.column_stack([np.full(len(rows), float(intercept)), (rows - middle) / scale])
    weights, ridge = np.zeros(scaled.shape[1]), np.diag([1e-6, *[RIDGE] * rows.shape[1]])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ weights, -60, 60)))
        slope = scaled.T @ (chance - truth) + ridge @ weights
        weights -= np.linalg.solve((scaled.T * (chance * (1 - chance))) @ scaled + ridge, slope)
    plain = weights[1:] / scale
    base = float(weights[0] - middle @ plain) if intercept else 0.0
    return Regression(base, {name: round(float(value), 4) for name, value in zip(names, plain, strict=True)})


def log_odds(model: Regression, names: Sequence[str], rows: Rows) -> Rows:
    """The log-odds of every row."""
    out: Rows = model.intercept + rows @ np.array([model.weights[name] for name in names])
    return out


def pairs_of(made: Made) -> list[tuple[Likeness, dict[str, float]]]:
    """All candidate pairs with their measures."""
    out = []
    for left, right, shared in made.shelf.candidates:
        readings = made.shelf.readings
        pair = likeness((left, readings[left]), (right, readings[right]), shared, Regression(0.0, {}))
        out.append((pair, features(pair.blocks, readings[pair.left], readings[pair.right], shared)))
    return out


def directions(made: Made, alike: Sequence[Likeness]) -> tuple[list[dict[str, float]], list[tuple[Likeness, bool]]]:
    """For each derived pair the difference of source and copy, and whether their dates are equal."""
    relations: defaultdict[int, dict[int, Likeness]] = defaultdict(dict)
    for pair in alike:
        relations[pair.left][pair.right] = relations[pair.right][pair.left] = pair
    frozen: Relations = relations
    looks: dict[int, Looks] = {}
    values, about = [], []
    for pair in alike:
        if made.derived(pair):
            source = pair.right if pair.right in made.sources[pair.left] else pair.left
            sides = sides_of(made.shelf, pair, looks)
            values.append(pair_values(source, pair, sides, frozen))
            about.append((pair, made.shelf.day(pair.left) == made.shelf.day(pair.right)))
    return values, about


def main() -> None:
    """Fits, reports to stderr, writes the weights to stdout."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("made", nargs="+", type=Path)
    collections = [read(path) for path in parser.parse_args().made]
    everything = [pairs_of(made) for made in collections]
    measured = [
        (made, pair, values)
        for made, found in zip(collections, everything, strict=True)
        for pair, values in found
        if made.judged(pair)
    ]
    names = list(measured[0][2])
    rows = np.array([list(values.values()) for _, _, values in measured])
    truth = np.array([float(made.derived(pair)) for made, pair, _ in measured])
    folds = np.array([made.fold(pair) for made, pair, _ in measured])
    _report("derived", _crossed(names, rows, truth, folds) > 0, truth > 0)
    model = fit(names, rows, truth)
    kept = [[pair for pair, values in found if model.log_odds(values) >= 0] for found in everything]
    told = [directions(made, pairs) for made, pairs in zip(collections, kept, strict=True)]
    cues = list(told[0][0][0])
    seen = np.array([list(values.values()) for found, _ in told for values in found])
    where = np.array([made.fold(p) for made, (_, about) in zip(collections, told, strict=True) for p, _ in about])
    tied = np.array([tie for _, about in told for _, tie in about])
    right = _crossed(cues, seen, np.ones(len(seen)), where, intercept=False) > 0
    print(f"direction where dates are equal: {right[tied].mean():.4f} of {tied.sum()}", file=sys.stderr)
    _write(model, fit(cues, seen, np.ones(len(seen)), intercept=False))


def _crossed(names: Sequence[str], rows: Rows, truth: Rows, folds: Rows, *, intercept: bool = True) -> Rows:
    out = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = folds == fold
        model = fit(names, rows[~held], truth[~held], intercept=intercept)
        out[held] = log_odds(model, names, rows[held])
    return out


def _report(what: str, said: NDArray[np.bool_], truth: NDArray[np.bool_]) -> None:
    both = (said & truth).sum()
    figures = f"precision {both / said.sum():.4f}, recall among candidates {both / truth.sum():.4f}"
    print(f"{what}: {figures}", file=sys.stderr)


def _write(model: Regression, direction: Regression) -> None:
    print("# Written by tools/fit_origins.py; every number is added to the log-odds for each unit of its feature.")
    print("# likeness: was one of two texts made from the other? direction: which of two is the source, where dates do")
    print("# not tell (differences, the first text minus the second)? The features are described in link/origins.\n")
    print(f"[likeness]\nleast = {LEAST}  # probability from which a pair counts as derived")
    print(f"intercept = {model.intercept:.4f}\n\n[likeness.weights]")
    print("\n".join(f'"{name}" = {value}' for name, value in model.weights.items()))
    print("\n[direction.weights]")
    print("\n".join(f'"{name}" = {value}' for name, value in direction.weights.items()))


if __name__ == "__main__":
    main()
