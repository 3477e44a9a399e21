"""Shingles that say nothing about origin: the formulas of police and papers, an outlet's own template.

A statement that ten papers quote within a week is shared by ten stories too; what tells a formula from it is that a
formula comes back. So a shingle is a formula when unrelated stories carry it in three different periods of thirty days
(a story without a date is a period of its own), or when more than fifty unrelated stories do.

A passage of one story that two later ones take over is carried by three stories in three periods, too, and is no
formula. So stories of which one holds much of another (`kindred`) count as one here, unless what they share is carried
by many: that is a site's boilerplate, long as it may be.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from allege.link.origins.candidates import Pairs, Shingles
from allege.link.origins.fingerprints import Fingerprints, Places

PERIODS = 3
STORIES = 50
PERIOD = 30
"""Days."""

NEAR = 0.5
"""Share of the longer text's fingerprints that makes two texts versions of one story here."""

LEAST = 8
"""Fingerprints that such texts share at least: two short notices may agree by chance."""

RARE = 10
"""Stories that carry a passage at most, while it may be one that was taken over and not a site's boilerplate."""

PASSAGE = 0.3
"""Share of the shorter text's fingerprints that makes rare ones a passage taken over. The boilerplate of three or four
stories in news of gun violence is a fifth of the shorter at most."""

PASSAGE_OF_LONGER = 0.1
"""And of the longer one's."""


def families(found: Pairs, sizes: Places) -> Places:
    """For each text the number of the first text that it is a version of; `sizes`: fingerprints of each text."""
    longer = np.maximum(sizes[found.left], sizes[found.right])
    near = (found.shared >= LEAST) & (found.shared >= NEAR * longer)
    return _united(np.arange(len(sizes)), found, near)


def rare(shelf: Shingles, family: Places) -> NDArray[np.bool_]:
    """Marks the shingles of `shelf` that so few unrelated stories carry that they may be of a passage taken over."""
    group = np.repeat(np.arange(len(shelf.sizes)), shelf.sizes)
    return _distinct(group, family[shelf.text], len(shelf.sizes)) <= RARE


def kindred(family: Places, found: Pairs, sizes: Places) -> Places:
    """The families, those joined of which one text holds a passage of another; `found`: pairs with rare shingles."""
    left, right = sizes[found.left], sizes[found.right]
    taken = (found.shared >= PASSAGE * np.minimum(left, right)) & (
        found.shared >= PASSAGE_OF_LONGER * np.maximum(left, right)
    )
    return _united(family, found, taken & (found.shared >= LEAST))


def _united(family: Places, found: Pairs, near: NDArray[np.bool_]) -> Places:
    """For each text the least number among those that it is joined to by the pairs of `found` marked in `near`."""
    parent = family.copy()
    for left, right in zip(found.left[near].tolist(), found.right[near].tolist(), strict=True):
        one, other = _root(parent, left), _root(parent, right)
        parent[max(one, other)] = min(one, other)
    return np.array([_root(parent, text) for text in range(len(family))], dtype=np.int64)


def formulas(shelf: Shingles, family: Places, days: Places) -> NDArray[np.bool_]:
    """Marks the shingles of `shelf` that are formulas; `days`: the ordinal date of each text, -1 for none."""
    sizes = shelf.sizes
    group = np.repeat(np.arange(len(sizes)), sizes)
    often = sizes[group] >= PERIODS
    group, story = group[often], family[shelf.text[often]]
    period = np.where(days[story] < 0, -1 - story, days[story] // PERIOD)
    stories, periods = _distinct(group, story, len(sizes)), _distinct(group, period, len(sizes))
    return (stories > STORIES) | ((stories >= PERIODS) & (periods >= PERIODS))


def templates(found: Fingerprints, shelf: Shingles, outlet: Places) -> NDArray[np.bool_]:
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
