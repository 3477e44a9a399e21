"""Was one of two texts made from the other? A few plain measures of what they share, and a fitted regression."""

from __future__ import annotations

import math
from dataclasses import dataclass

from allege.link.origins.compare import SIZE, Block, Reading, blocks
from allege.link.origins.weights import Regression

SMALL = 20
"""Words that a text is taken to have at least, so that three shared ones are not most of it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Texts `left` (the shorter) and `right` by number, the `blocks` that they share, and how sure it is (0 to 1).

    `words` are the matched words; `left_share` and `right_share` their share of each text's words without formulas.
    """

    left: int
    right: int
    blocks: tuple[Block, ...]
    words: int
    left_share: float
    right_share: float
    score: float

    def share(self, text: int) -> float:
        """The share of that text's words that the other one has."""
        return self.left_share if text == self.left else self.right_share

    def other(self, text: int) -> int:
        """The other text."""
        return self.right if text == self.left else self.left

    @property
    def longest(self) -> Block:
        """The block with most matched words, the first on a tie."""
        return max(self.blocks, key=lambda block: block.words)


def likeness(left: tuple[int, Reading], right: tuple[int, Reading], shared: int, weights: Regression) -> Likeness:
    """Compares two texts; `shared`: fingerprints in common that are no formulas."""
    short, long = sorted((left, right), key=lambda item: (len(item[1]), item[0]))
    found = tuple(blocks(short[1], long[1]))
    values = features(found, short[1], long[1], shared)
    words = sum(block.words for block in found if block.words > SIZE)
    return Likeness(
        short[0],
        long[0],
        found,
        words,
        min(words / max(short[1].plain, 1), 1.0),
        min(words / max(long[1].plain, 1), 1.0),
        weights.probability(values) if found else 0.0,
    )


def features(found: tuple[Block, ...], short: Reading, long: Reading, shared: int) -> dict[str, float]:
    """The measures by name; a block of one shingle counts only among the scattered ones."""
    real = [block for block in found if block.words > SIZE]
    words = sum(block.words for block in real)
    run = max((block.run for block in found), default=0)
    short_words, long_words = max(short.plain, SMALL), max(long.plain, SMALL)
    return {
        "shared fingerprints": math.log1p(shared),
        "matched words": math.log1p(words),
        "words of the best block": math.log1p(max((block.words for block in found), default=0)),
        "words of blocks beyond six": math.log1p(sum(max(block.words - 6, 0) for block in real)),
        "longest run": math.log1p(run),
        "longest run up to fifteen": min(run, 15) / 15,
        "longest run beyond ten": min(max(run - 10, 0) / 10, 1.0),
        "run within quotation marks": min(max(_quoted_run(found, short, long) - 7, 0) / 8, 1.0),
        "share of the shorter text": words / short_words,
        "share of the longer text": words / long_words,
        "words of the shorter text": math.log(short_words),
        "blocks": math.log1p(len(real)),
        "scattered blocks": len(found) / short_words,
    }


def _quoted_run(found: tuple[Block, ...], short: Reading, long: Reading) -> int:
    """The longest run in a block whose middle stands within quotation marks in either text."""
    longest = 0
    for block in found:
        if block.run > max(longest, 7):
            left, right = (block.left + block.left_end) // 2, (block.right + block.right_end) // 2
            if short.quoted[left] or long.quoted[right]:
                longest = block.run
    return longest
