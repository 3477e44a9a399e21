"""Which of two texts came first. The earlier date decides; where dates are equal or missing, the texts themselves tell.

A copy has words changed for unusual ones, boilerplate added, a headline lost; its source has more of what a third
version has, too; a text put together from two has relations that its sources have not. Of twins, which have the same
words, the one with a title and typographic quotation marks comes first: copying loses these and does not add them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from allege.claim import CreditKind
from allege.link.model import Story
from allege.link.origins.compare import SIZE, Reading, shared
from allege.link.origins.fingerprints import among, shingles
from allege.link.origins.likeness import Likeness
from allege.link.origins.words import Numbers

Marks = NDArray[np.bool_]

WHOLE = 0.3
"""Share of the shorter text from which two texts are versions of each other and not two that share a passage."""

RELATED = 0.2
"""Share of either text from which two texts are related at all, for counting relations."""

COUNTED = 50
"""Relations of one text that are looked at: the source of ten thousand copies is no likelier for the last of them."""

HEADLINE = 16
"""Words that a headline has at most."""

_ENDS = re.compile(r"[.!?][\"”’')]*$")
_CURLY = re.compile("[“”‘’]")


def headed(story: Story) -> bool:
    """Whether a story begins with a line like a headline."""
    head, _, rest = story.text[story.front :].strip().partition("\n")
    return bool(rest) and len(head.split()) <= HEADLINE and not _ENDS.search(head.strip())


def filed(story: Story) -> bool:
    """Whether a story bears the dateline of an agency: "TORV, May 2 (Orrin Wire) - …".

    Of two versions of one day such a one is the source: a paper that prints an agency's words often leaves it out, and
    none puts it before another paper's.
    """
    return any(c.kind is CreditKind.DATELINE and "(" in c.name for c in story.credits)


def kept_marks(story: Story) -> int:
    """How many of the marks that copying loses a story still has: a title, a headline, curly quotation marks."""
    return bool(story.title) + headed(story) + bool(_CURLY.search(story.text))


class Looks:
    """What one text looks like, worked out when first asked for."""

    def __init__(self, story: Story, reading: Reading, usual: Numbers) -> None:
        self._story, self.reading, self._usual = story, reading, usual

    @cached_property
    def headed(self) -> bool:
        """Whether it begins with a line like a headline."""
        return headed(self._story)

    @cached_property
    def titled(self) -> bool:
        """Whether a title is known for it."""
        return bool(self._story.title)

    @cached_property
    def odd(self) -> Marks:
        """For each two words in a row whether no two unrelated stories use them so."""
        return ~among(shingles(np.array(self.reading.numbers, dtype=np.uint64), 2), self._usual)

    @cached_property
    def dull(self) -> Marks:
        """For each word whether it is furniture (see `Reading`)."""
        return np.array(self.reading.furniture, dtype=bool)


@dataclass(frozen=True, slots=True)
class Side:
    """How one of two texts looks beside the other."""

    values: Mapping[str, float]

    @classmethod
    def of(cls, looks: Looks, matched: list[bool]) -> Side:
        """`matched`: for each word whether the other text has it, too."""
        known, dull = np.array(matched, dtype=bool), looks.dull
        alone, added = np.count_nonzero(~(known | dull)), np.count_nonzero(dull & ~known)
        changed = ~((known[:-1] & known[1:]) | (dull[:-1] & dull[1:]))
        odd = np.count_nonzero(changed & looks.odd)
        return cls({
            "words of its own": math.log1p(alone),
            "boilerplate of its own": math.log1p(added),
            "unusual words where they differ": (odd + 1) / (np.count_nonzero(changed) + 4),
            "a title": float(looks.titled),
            "a line like a headline": float(looks.headed),
        })  # fmt: skip


Relations = Mapping[int, Mapping[int, Likeness]]
"""For each text its likenesses by the other text."""


def pair_values(one: int, pair: Likeness, sides: Mapping[int, Side], relations: Relations) -> dict[str, float]:
    """What tells for text `one` of `pair` as the source: its look minus the other's, and what third texts tell."""
    other = pair.other(one)
    values = {name: value - sides[other].values[name] for name, value in sides[one].values.items()}
    near, far = relations.get(one, {}), relations.get(other, {})
    common = sorted(near.keys() & far.keys())[:COUNTED]
    values["more of what others have"] = sum(near[third].share(third) - far[third].share(third) for third in common)
    extra = math.log1p(_others(one, other, relations)) - math.log1p(_others(other, one, relations))
    whole = max(pair.left_share, pair.right_share) >= WHOLE
    values["other relations of a whole text"] = extra * whole
    values["other relations where a passage is shared"] = extra * (not whole)
    return values


def matched(pair: Likeness, left: Reading, right: Reading) -> tuple[list[bool], list[bool]]:
    """For each word of the left and of the right text whether the other one has it in a shared shingle."""
    ours, theirs = [False] * len(left), [False] * len(right)
    words = [True] * SIZE
    for at, there in shared(left, right):
        ours[at : at + SIZE] = theirs[there : there + SIZE] = words
    return ours, theirs


def _others(one: int, other: int, relations: Relations) -> int:
    """How many texts `one` is related to that `other` is not, of the first `COUNTED` that it is related to."""
    theirs = relations.get(other, {})
    return sum(
        max(pair.left_share, pair.right_share) > RELATED
        for third, pair in islice(relations.get(one, {}).items(), COUNTED)
        if third != other and third not in theirs
    )
