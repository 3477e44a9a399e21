"""The texts of a shelf as they are compared, worked out when asked for; the last ones are kept, and no more.

What is looked up in a text (its shingles, where its words stand) takes ten times the memory of its words. Pairs are
compared in the order of the shelf, so that most of those asked for were asked for a moment ago.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from allege.link.model import Story
from allege.link.origins.compare import Reading
from allege.link.origins.fingerprints import SHINGLE, Places
from allege.link.origins.words import Numbers

KEPT = 3_000
"""Texts whose readings are kept."""


class Readings:
    """The readings of texts by number.

    `numbers`: the words of each text; `dull`: the texts (ascending) and the words at which shingles begin that are
    formulas or templates; `first`: the story that a text is shown by.
    """

    def __init__(self, numbers: Sequence[Numbers], dull: tuple[Places, Places], first: Callable[[int], Story]) -> None:
        self._numbers, self._dull, self._first = numbers, dull, first
        self._starts = np.searchsorted(dull[0], np.arange(len(numbers) + 1))
        self._read = lru_cache(maxsize=KEPT)(self._made)

    def __getitem__(self, text: int) -> Reading:
        return self._read(text)

    def __len__(self) -> int:
        return len(self._numbers)

    def _made(self, text: int) -> Reading:
        numbers, story = self._numbers[text], self._first(text)
        places = self._dull[1][self._starts[text] : self._starts[text + 1]].tolist()
        return Reading(numbers, _marked(len(numbers), places), story.text, story.folded, story.front)


def _marked(length: int, at: Sequence[int]) -> list[bool]:
    """Which words lie in the shingles at `at`; gaps too short to hold a shingle of their own are closed."""
    if not at:
        return []
    marks, end = [False] * length, -SHINGLE
    for start in sorted(at):
        begin = end if start - end < SHINGLE else start
        marks[begin : start + SHINGLE] = [True] * (start + SHINGLE - begin)
        end = start + SHINGLE
    return marks
