"""Shingles that say nothing about origin: the formulas of police and papers, an outlet's own template.

A statement that ten papers quote within a week is shared by ten stories too; what tells a formula from it is that a
formula comes back. So a shingle is a formula when unrelated stories carry it in three different periods of thirty days
(a story without a date is a period of its own), or when more than fifty unrelated stories do.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from allege.link.origins.candidates import Pairs, Postings
from allege.link.origins.fingerprints import Fingerprints, Places

PERIODS = 3
STORIES = 50
PERIOD = 30
"""Days."""

NEAR = 0.5
"""Share of the longer text's fingerprints that makes two texts versions of one story here."""

LEAST = 8
"""Fingerprints that such texts share at least: two short notices may agree by chance."""


def families(found: Pairs, sizes: Places) -> Places:
    """For each text the number of the first text that it is a version of; `sizes`: fingerprints of each text."""
    parent = np.arange(len(sizes))
    longer = np.maximum(sizes[found.left], sizes[found.right])
    near = (found.shared >= LEAST) & (found.shared >= NEAR * longer)
    for left, right in zip(found.left[near].tolist(), found.right[near].tolist(), strict=True):
        one, other = _root(parent, left), _root(parent, right)
        parent[max(one, other)] = min(one, other)
    return np.array([_root(parent, text) for text in range(len(sizes))], dtype=np.int64)


def formulas(shelf: Postings, family: Places, days: Places) -> NDArray[np.bool_]:
    """Marks the shingles of `shelf` that are formulas; `days`: the ordinal date of each text, -1 for none."""
    sizes = shelf.sizes
    group = np.repeat(np.arange(len(sizes)), sizes)
    often = sizes[group] >= PERIODS
    group, story = group[often], family[shelf.text[often]]
    period = np.where(days[story] < 0, -1 - story, days[story] // PERIOD)
    stories, periods = _distinct(group, story, len(sizes)), _distinct(group, period, len(sizes))
    return (stories > STORIES) | ((stories >= PERIODS) & (periods >= PERIODS))


def templates(found: Fingerprints, shelf: Postings, outlet: Places) -> NDArray[np.bool_]:
    """Marks the fingerprints (rows of `found`) that an outlet repeats from text to text; `outlet`: -1 where unknown.

    A fingerprint is a template's when three texts of the outlet carry it, unless most of the text is so: then the
    outlet has printed a story again and again.
    """
    owner = outlet[found.text]
    if not np.any(owner >= 0):
        return np.zeros(len(found.hash), dtype=bool)
    key = (owner + 1) * len(shelf.hash) + np.searchsorted(shelf.hash, found.hash)
    _, at, times = np.unique(key, return_inverse=True, return_counts=True)
    repeated = (times[at] >= PERIODS) & (owner >= 0)
    total = np.bincount(found.text, minlength=len(outlet))
    share = np.bincount(found.text, weights=repeated, minlength=len(outlet)) / np.maximum(total, 1)
    return np.asarray(repeated & (share[found.text] <= NEAR))


def _distinct(group: Places, value: Places, groups: int) -> Places:
    """How many different values each group has."""
    order = np.lexsort((value, group))
    group, value = group[order], value[order]
    first = np.ones(len(group), dtype=bool)
    first[1:] = (group[1:] != group[:-1]) | (value[1:] != value[:-1])
    return np.bincount(group[first], minlength=groups)


def _root(parent: Places, text: int) -> int:
    while parent[text] != text:
        parent[text] = parent[parent[text]]
        text = int(parent[text])
    return text
