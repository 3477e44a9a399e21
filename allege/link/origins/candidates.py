"""Which pairs of texts may share words: those with fingerprints in common, found without comparing every pair.

A fingerprint that few texts carry pairs all of them. One that many carry pairs each with the first three only, so that
ten thousand versions of one story cost ten thousand times three pairs and not fifty million.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.origins.fingerprints import Fingerprints, Places

FEW = 24
"""Texts up to which a fingerprint pairs all that carry it."""

LEADERS = 3
"""Texts, first in order, with which a commoner fingerprint pairs the others."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of texts (`left` < `right`) and how many fingerprints they share."""

    left: Places
    right: Places
    shared: Places


@dataclass(frozen=True, slots=True)
class Shingles:
    """Fingerprints by hash: those from `starts[i]` to `starts[i + 1]` are one shingle's; `text` in ascending order."""

    hash: NDArray[np.uint64]
    text: Places
    starts: Places

    @property
    def sizes(self) -> Places:
        """In how many texts each shingle is a fingerprint."""
        return np.diff(self.starts)


def by_shingle(found: Fingerprints) -> Shingles:
    """The fingerprints grouped by shingle."""
    order = np.argsort(found.hash, kind="stable")
    hashes, text = found.hash[order], found.text[order]
    first = np.ones(len(hashes), dtype=bool)
    first[1:] = hashes[1:] != hashes[:-1]
    starts = np.flatnonzero(first)
    return Shingles(hashes[starts], text, np.append(starts, len(hashes)))


def pairs(shelf: Shingles, texts: int) -> Pairs:
    """Every pair of texts that share a fingerprint, and how many: a lower bound for those of more than `FEW` texts."""
    sizes = shelf.sizes
    keys = [_all_pairs(shelf, size, texts) for size in range(2, FEW + 1) if np.any(sizes == size)]
    keys.append(_with_leaders(shelf, texts))
    found, shared = np.unique(np.concatenate(keys), return_counts=True)
    return Pairs(found // texts, found % texts, shared)


def _all_pairs(shelf: Shingles, size: int, texts: int) -> Places:
    starts = shelf.starts[:-1][shelf.sizes == size]
    rows = shelf.text[starts[:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    keys: Places = (rows[:, left] * texts + rows[:, right]).ravel()
    return keys


def _with_leaders(shelf: Shingles, texts: int) -> Places:
    keys = [np.zeros(0, dtype=np.int64)]
    for group in np.flatnonzero(shelf.sizes > FEW):
        carriers = shelf.text[shelf.starts[group] : shelf.starts[group + 1]]
        keys += [carriers[lead] * texts + carriers[lead + 1 :] for lead in range(LEADERS)]
    return np.concatenate(keys)
