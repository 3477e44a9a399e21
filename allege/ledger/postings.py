"""Packed postings: which documents have a hash, a thousand entries to a cell of the ledger.

A row for each entry would be two thirds of a large ledger's rows, and half the time that it takes to store what was
linked.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any

AT_ONCE = 1_000
"""Entries of one row, and as many more as the last of their hashes has."""

Rows = Callable[[str, tuple[Any, ...]], Iterator[Any]]
"""Answers an SQL question with its rows."""


def packed(field: str, hashes: Sequence[int], documents: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Rows of `link_postings`: entry i says that `documents[i]` has `hashes[i]`; by hash, then by document."""
    at = 0
    while at < len(hashes):
        end = min(at + AT_ONCE, len(hashes))
        end = bisect_right(hashes, hashes[end - 1], end)
        here = slice(at, end)
        yield {
            "field": field,
            "first": hashes[at],
            "hashes": _bytes(hashes[here]),
            "documents": _bytes(documents[here]),
        }
        at = end


class PackedPostings:
    """Reads what `packed` made; ask for hashes in ascending order, and a row is read once for all that are in it."""

    def __init__(self, ask: Rows, field: str) -> None:
        self._ask, self._field = ask, field
        self._hashes = self._documents = array("q")

    def documents(self, value: int) -> Sequence[int]:
        """Keys of the documents that have a hash, in order."""
        if not self._hashes or not self._hashes[0] <= value <= self._hashes[-1]:
            self._hashes = self._documents = array("q")
            for hashes, documents in self._ask(_ROW, (self._field, value)):
                self._hashes, self._documents = _numbers(hashes), _numbers(documents)
        first = bisect_left(self._hashes, value)
        return self._documents[first : bisect_right(self._hashes, value, first)]


_ROW = "SELECT hashes, documents FROM link_postings WHERE field = ? AND first <= ? ORDER BY first DESC LIMIT 1"


def _bytes(numbers: Sequence[int]) -> bytes:
    return _ordered(array("q", numbers)).tobytes()


def _numbers(held: bytes) -> array[int]:
    found = array("q")
    found.frombytes(held)
    return _ordered(found)


def _ordered(numbers: array[int]) -> array[int]:
    """The least significant byte first, whatever the machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
