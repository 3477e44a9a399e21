"""Measures over sums, so that a bootstrap is one matrix product: each measure turns summed columns into a figure.

A `Measure` says what an answer adds to the columns; rows of one unit (a document, a sentence) are added up, units are
drawn with replacement, and the figure is taken of each draw's sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

RESAMPLES = 1_000
SEED = 7
BINS = 10
DOUBT = 0.95
"""Pieces whose chance of "none" is higher are left out of the calibration: they say how rare tags are, no more."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A score with its 95 % interval over `units` drawn units."""

    value: float
    low: float
    high: float
    units: int


def figure(units: Sequence[int], columns: Sequence[Sequence[float]], measure: Callable[[Array], Array]) -> Figure:
    """The measure of all rows, and its percentiles over resampled units. `measure`: [..., columns] → [...]."""
    numbers = {unit: n for n, unit in enumerate(dict.fromkeys(units))}
    sums = np.zeros((len(numbers), len(columns[0])))
    np.add.at(sums, [numbers[unit] for unit in units], np.asarray(columns, float))
    dice = np.random.default_rng(SEED)
    drawn = dice.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), RESAMPLES)
    low, high = np.percentile(measure(drawn @ sums), [2.5, 97.5])
    return Figure(float(measure(sums.sum(0))), float(low), float(high), len(sums))


def f1(sums: Array) -> Array:
    """Columns: right, said, gold."""
    out: Array = 2 * sums[..., 0] / np.maximum(sums[..., 1] + sums[..., 2], 1)
    return out


def share(sums: Array) -> Array:
    """Columns: right, all. Also a mean: sum, count."""
    out: Array = sums[..., 0] / np.maximum(sums[..., 1], 1)
    return out


def correlation(sums: Array) -> Array:
    """Pearson's r. Columns: count, Σx, Σy, Σx², Σy², Σxy."""
    n, x, y, xx, yy, xy = np.moveaxis(sums, -1, 0)
    spread = np.sqrt(np.maximum((n * xx - x * x) * (n * yy - y * y), 1e-12))
    out: Array = (n * xy - x * y) / spread
    return out


def moments(x: Array, y: Array) -> list[float]:
    """What `correlation` sums up."""
    return [len(x), *map(float, (x.sum(), y.sum(), (x * x).sum(), (y * y).sum(), (x * y).sum()))]


def counts(said: Iterable[object], gold: Iterable[object]) -> list[float]:
    """What `f1` sums up, of two sets."""
    ours, theirs = set(said), set(gold)
    return [len(ours & theirs), len(ours), len(theirs)]


def stretches(tags: Sequence[int]) -> set[tuple[int, int, int]]:
    """Label, first and last piece of each stretch of BIO tags (1 + 2 × label begins, the next number goes on).

    As seen.py reads them: a stretch may begin with the tag that goes on.
    """
    out, start = set(), 0
    while start < len(tags):
        end = start + 1
        if tags[start]:
            label = (tags[start] - 1) // 2
            while end < len(tags) and tags[end] == 2 + 2 * label:
                end += 1
            out.add((label, start, end - 1))
        start = end
    return out


def softmax(logits: Array, temperature: float = 1.0) -> Array:
    """Probabilities along the last axis; a temperature above 1 makes them less sure."""
    scaled = logits / temperature
    raised = np.exp(scaled - scaled.max(-1, keepdims=True))
    out: Array = raised / raised.sum(-1, keepdims=True)
    return out


def calibration_error(logits: Array, gold: Array, temperature: float = 1.0) -> float:
    """Expected calibration error in ten bins of equal width: |how sure − how often right|, weighed by size."""
    likely = softmax(logits, temperature)
    sure, right = likely.max(-1), likely.argmax(-1) == gold
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)) / max(len(gold), 1))


def temperature_of(logits: Array, gold: Array) -> float:
    """The temperature with the least mean negative log likelihood, by golden section between 0.25 and 4."""
    at = np.arange(len(gold))

    def loss(power: float) -> float:
        return float(-np.log(np.maximum(softmax(logits, 2.0**power)[at, gold], 1e-12)).mean())

    low, high, ratio = -2.0, 2.0, (5**0.5 - 1) / 2
    while high - low > 0.002:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return round(float(2.0 ** ((low + high) / 2)), 3)
