"""What two texts share, word for word: matched shingles of three words joined into blocks that run side by side.

An edited copy keeps few whole sentences, but what it keeps stands in the same order at the same distance; two reports
of one event share phrases here and there. So the blocks tell more than the number of shared shingles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from allege.claim import Spans
from allege.link.origins.fingerprints import shingles
from allege.link.origins.words import Numbers, word_spans

SIZE = 3
"""Words of a shingle here: at 40 % edited words 22 % of them stay whole, of those of four words 13 %."""

GAP = 25
"""Words between two matches of one block, at most."""

DRIFT = 8
"""How many words more or less one text may have between two matches of one block."""

QUOTATION = re.compile(r"[“«][^“”«»]{20,2000}[”»]|\"[^\"\n]{20,2000}\"")
"""A quotation long enough to be known again; straight quotation marks pair within one paragraph."""

OPEN = 4
"""Blocks that a match may continue: the last ones."""


class Reading:
    """A text as numbers (see `words`), with the shingles that are looked up again and again.

    `formula` marks the words that lie in formulas or templates; they are evidence of nothing. `front`: where the text's
    first word is looked for.
    """

    def __init__(
        self, numbers: Sequence[int] | Numbers, formula: Sequence[bool] = (), text: str = "", folded: Spans = (),
        front: int = 0,
    ) -> None:  # fmt: skip
        self.numbers, self.text, self._folded, self._front = numbers, text, folded, front
        self.formula = formula or [False] * len(numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def shingles(self) -> list[int]:
        """The hash of every three words in a row; 0 where all three are formula."""
        hashes = shingles(np.array(self.numbers, dtype=np.uint64), SIZE)
        if True in self.formula and len(hashes):
            marks = np.array(self.formula, dtype=bool)
            hashes[np.logical_and.reduce([marks[at : at + len(hashes)] for at in range(SIZE)])] = 0
        found: list[int] = hashes.tolist()
        return found

    @cached_property
    def first(self) -> dict[int, int]:
        """Where each shingle stands first."""
        found = dict(zip(reversed(self.shingles), range(len(self.shingles) - 1, -1, -1), strict=True))
        found.pop(0, None)
        return found

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        return word_spans(self.text, self._front)

    @cached_property
    def quoted(self) -> list[bool]:
        """For each word whether it stands within quotation marks."""
        return self._within([False] * len(self.numbers), (found.span() for found in QUOTATION.finditer(self.text)))

    @cached_property
    def furniture(self) -> list[bool]:
        """For each word whether it is a formula or folded away as no part of the writer's text."""
        return self._within(list(self.formula), self._folded)

    def _within(self, marks: list[bool], stretches: Iterable[tuple[int, int]]) -> list[bool]:
        for start, end in stretches:
            first, last = (bisect_left(self.spans, (offset,)) for offset in (start, end))
            marks[first:last] = [True] * (last - first)
        return marks

    @cached_property
    def plain(self) -> int:
        """How many words are no formula."""
        return len(self.numbers) - sum(self.formula)


@dataclass(slots=True)
class Block:
    """A stretch of words that two texts share but for small changes: `[left, left_end)` and `[right, right_end)`.

    `words` are those of the left text that are matched, `run` the longest run of them without a change.
    """

    left: int
    right: int
    left_end: int
    right_end: int
    words: int = SIZE
    run: int = SIZE
    last_run: int = SIZE

    def goes_on(self) -> None:
        """Adds the shingle one word further on in both texts: what `takes` does, without asking."""
        self.words += 1
        self.last_run += 1
        self.run = max(self.run, self.last_run)
        self.left_end += 1
        self.right_end += 1

    def takes(self, left: int, right: int) -> bool:
        """Adds the shingle at `left`, `right` if it continues this block; whether it did."""
        ahead, across = left - self.left_end + SIZE, right - self.right_end + SIZE
        if not (0 < ahead <= GAP and 0 < across <= GAP and abs(ahead - across) <= DRIFT):
            return False
        self.words += min(ahead, SIZE)
        self.last_run = self.last_run + 1 if ahead == across == 1 else SIZE
        self.run = max(self.run, self.last_run)
        self.left_end, self.right_end = left + SIZE, right + SIZE
        return True


def shared(left: Reading, right: Reading) -> list[tuple[int, int]]:
    """Where each shingle of the left text that the right one has, too, stands in the left and first in the right."""
    first = right.first
    return [(at, first[value]) for at, value in enumerate(left.shingles) if value in first]


def blocks(left: Reading, right: Reading) -> list[Block]:
    """The blocks that two texts share, in the order of the left one.

    A block goes on where the next shingle is the same in both, also where the right text has it somewhere before: "of
    the" in the middle of a quotation does not break it.
    """
    out: list[Block] = []
    ahead = [*right.shingles, 0]
    for at, there in shared(left, right):
        if out and at == out[-1].left_end - SIZE + 1 and left.shingles[at] == ahead[out[-1].right_end - SIZE + 1]:
            out[-1].goes_on()
            continue
        for block in out[: -OPEN - 1 : -1]:
            if block.takes(at, there):
                break
        else:
            out.append(Block(at, there, at + SIZE, there + SIZE))
    return out
