"""Finding the stored documents that a new one may share words with, through an index of fingerprints.

The index holds for each document the numbers of `keys_of`. A new document is looked up by its own; those it shares
`wanted` numbers with are its neighbours, and `lineage` of these, with the collection's `Background`, gives its edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from allege.link.model import Story
from allege.link.origins.fingerprints import fingerprints
from allege.link.origins.shelf import LEAST_SHARED, NEAREST
from allege.link.origins.words import words

FIELD = "shingle"
"""The name under which the index keeps these numbers."""


def keys_of(story: Story) -> tuple[int, ...]:
    """The winnowed fingerprints of a story as signed numbers of 64 bits, ascending."""
    found = fingerprints([np.array(words(story.text, story.front), dtype=np.uint64)])
    keys: list[int] = np.sort(found.hash.astype(np.int64)).tolist()
    return tuple(keys)


def wanted(shared: Mapping[str, int], *, apart_from: Iterable[str] = ()) -> tuple[str, ...]:
    """The documents to compare, those that share most first: `shared` counts the numbers each has in common."""
    own = set(apart_from)
    enough = [name for name, count in shared.items() if count >= LEAST_SHARED and name not in own]
    return tuple(sorted(enough, key=lambda name: (-shared[name], name))[: 4 * NEAREST])
