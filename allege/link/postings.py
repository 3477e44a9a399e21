"""Which documents have a key: two columns in the order of the keys, as the ledger's index keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allege.link.engine import Numbers


@dataclass(frozen=True, slots=True)
class Postings:
    """Row i says that the document with the number `document[i]` has `key[i]`; by key, then by document, each once."""

    key: Numbers
    document: Numbers

    @classmethod
    def of(cls, rows: Sequence[Numbers]) -> Postings:
        """From the keys of document 0, 1, 2 …"""
        key = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
        document = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
        return cls.by_key(key, document)

    @classmethod
    def by_key(cls, key: Numbers, document: Numbers) -> Postings:
        """From both columns in any order."""
        order = np.lexsort((document, key))
        key, document = key[order], document[order]
        first = np.ones(len(key), dtype=bool)
        first[1:] = (key[1:] != key[:-1]) | (document[1:] != document[:-1])
        return cls(key[first], document[first])

    def having(self, keys: Numbers) -> Iterator[Numbers]:
        """For each of these keys the documents that have it, in order."""
        first, last = np.searchsorted(self.key, keys, "left"), np.searchsorted(self.key, keys, "right")
        for start, end in zip(first.tolist(), last.tolist(), strict=True):
            yield self.document[start:end]
