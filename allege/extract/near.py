"""Things by the stretches that they stand in: those at some stretch are found without a look at all others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

Stretch = tuple[int, int]
"""From where up to where (exclusive): offsets, or numbers of tokens."""


class Near(Generic[T]):
    """Made once for a text and asked for each of its sentences: a text holds more the longer it is, a sentence not."""

    def __init__(self, items: Iterable[tuple[Stretch, T]]) -> None:
        self._items = sorted(items, key=lambda item: item[0][0])
        self._starts = [start for (start, _), _ in self._items]
        self._reached = list(accumulate((end for (_, end), _ in self._items), max))

    def at(self, stretch: Stretch) -> list[T]:
        """What shares a place with `stretch`, by where it starts; what stands in several stretches, for each."""
        start, end = stretch
        first, last = bisect_right(self._reached, start), bisect_left(self._starts, end)
        return [item for (_, own), item in self._items[first:last] if own > start]
