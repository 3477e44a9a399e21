"""What the encoder gives each word with regard to one cue: how likely it is source, and how likely content.

A candidate's words can then be weighed as a whole: how much likelier the encoder's own favourite is than these words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allege.analyse.encoder.heads import Floats
from allege.analyse.encoder.windows import Window
from allege.extract.attribution.heard import Stretch
from allege.extract.attribution.tree import Tree

BOUND = 0.02
"""No word is surer than this to be in or out, so that no single one decides."""


@dataclass(frozen=True, slots=True)
class Likely:
    """One part (cue, source or content) of an attribution: by token from `first` on its chance, sums of the log-odds.

    `sums[n]` adds the log-odds of the first n tokens; blanks, marks and the cue itself count 0. `best` is the sum over
    the words that are likelier in than out: no choice of words has more.
    """

    first: int
    chance: list[float]
    sums: list[float]
    best: float

    def short_of_best(self, pieces: Iterable[Stretch]) -> float:
        """By how much (log-odds, at most 0) the encoder likes these words less than its own favourite."""
        last = len(self.chance)
        total = 0.0
        for start, end in pieces:
            a, z = min(max(start - self.first, 0), last), min(max(end - self.first, 0), last)
            total += self.sums[z] - self.sums[a]
        return total - self.best

    def mean(self, words: Iterable[int]) -> float:
        """The mean chance of some tokens; 0 for none."""
        found = [self.chance[i - self.first] for i in words if 0 <= i - self.first < len(self.chance)]
        return sum(found) / len(found) if found else 0.0

    def smoothed(self, penalties: Iterable[float]) -> Iterator[list[int]]:
        """For each penalty the likeliest tokens when every change from out to in or back costs so much."""
        gains = list(map(float.__sub__, self.sums[1:], self.sums))
        into_it = [n for n, gain in enumerate(gains) if gain > 0]
        if not into_it:
            yield from ([] for _ in penalties)
            return
        start = into_it[0]  # before the first and after the last likely token nothing is won
        for penalty in penalties:
            yield _likeliest(gains[start : into_it[-1] + 1], penalty, self.first + start)


def _likeliest(gains: Sequence[float], penalty: float, first: int) -> list[int]:
    """The tokens from `first` on that are in on the best way through their gains (Viterbi over two states)."""
    out, into = 0.0, -penalty
    came: list[tuple[bool, bool]] = []
    for gain in gains:
        left, entered = into - penalty > out, out - penalty > into
        came.append((left, entered))
        out, into = (into - penalty if left else out), (out - penalty if entered else into) + gain
    state, found = into - penalty > out, []
    for n in range(len(came) - 1, -1, -1):
        if state:
            found.append(first + n)
        state = (not came[n][1]) if state else came[n][0]
    return found[::-1]


@dataclass(frozen=True, slots=True)
class Rows:
    """The tokens of one window: the first, and for each word piece the token that it lies in, counted from there.

    By token, `held` counts its pieces; `words` says whether it has any, and a letter or digit.
    """

    first: int
    token: np.ndarray
    held: np.ndarray
    words: np.ndarray


def rows_of(tree: Tree, window: Window) -> Rows:
    """The tokens under a window's pieces."""
    starts = np.array([max(bisect_right(tree.start, start) - 1, 0) for start, _ in window.offsets])
    first = int(starts[0])
    held = np.bincount(starts - first)
    return Rows(first, starts - first, held, np.array(tree.word[first : first + len(held)]) & (held > 0))


def likely(rows: Rows, pieces: Floats, besides: Iterable[int] = ()) -> list[Likely]:
    """For each column of `pieces` [T, n], what it gives the window's tokens; `besides`: tokens that count 0.

    A token has the mean of its pieces.
    """
    count = len(rows.held)
    counts = rows.words.copy()
    counts[[i - rows.first for i in besides if 0 <= i - rows.first < count]] = False
    return [_of_column(rows, column, counts) for column in pieces.T]


def _of_column(rows: Rows, column: Floats, counts: np.ndarray) -> Likely:
    """What one column gives the tokens; those that do not count have no odds."""
    chance = np.bincount(rows.token, weights=column, minlength=len(rows.held)) / np.maximum(rows.held, 1)
    bounded = np.minimum(np.maximum(chance, BOUND), 1 - BOUND)
    odds = np.log(bounded / (1 - bounded))
    odds[~counts] = 0.0
    best = float(np.add.reduce(odds[odds > 0]))
    return Likely(rows.first, chance.tolist(), [0.0, *np.cumsum(odds).tolist()], best)
