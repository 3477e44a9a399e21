"""Winnowed fingerprints of many texts at once (Schleimer, Wilkerson and Aiken 2003, "Winnowing").

A shingle is four words in a row. Of any four shingles in a row the one with the least hash is kept, so two texts that
share seven words in a row share a fingerprint. LINKING.md's comparison found this the best of five methods.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.origins.words import Numbers

SHINGLE = 4
WINDOW = 4

AT_ONCE = 5_000
"""Texts whose shingles are hashed at once: what bounds the memory."""

Places = NDArray[np.int64]

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """One row a fingerprint: its `hash`, the number of its `text`, and the word `at` which its shingle begins."""

    hash: Numbers
    text: Places
    at: Places


def shingles(numbers: Numbers, size: int = SHINGLE) -> Numbers:
    """The hash of every `size` words in a row; empty where there are fewer words."""
    count = max(len(numbers) - size + 1, 0)
    out = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        out *= _FACTOR
        out += numbers[offset : offset + count]
    out ^= out >> _SHIFT
    out *= _MIX
    out ^= out >> _SHIFT
    return out


def fingerprints(texts: Sequence[Numbers]) -> Fingerprints:
    """The winnowed fingerprints of all texts, in their order; a shingle that a text repeats counts once in it."""
    found = [_some(texts[at : at + AT_ONCE], at) for at in range(0, max(1, len(texts)), AT_ONCE)]
    return Fingerprints(
        np.concatenate([one.hash for one in found]),
        np.concatenate([one.text for one in found]),
        np.concatenate([one.at for one in found]),
    )


def _some(texts: Sequence[Numbers], first_text: int) -> Fingerprints:
    """Those of some texts, the first of which has the number `first_text`."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    joined = np.concatenate([np.zeros(0, dtype=np.uint64), *texts])
    hashes = shingles(joined)
    ends = np.cumsum(lengths)
    text = np.repeat(np.arange(len(texts)), lengths)[: len(hashes)]
    here = np.arange(len(hashes))
    whole = here + SHINGLE <= ends[text]
    hashes, text, here = hashes[whole], text[whole], here[whole]
    kept = _least_of_windows(hashes, text)
    hashes, text, at = hashes[kept], text[kept], (here - (ends - lengths)[text])[kept]
    order = np.lexsort((at, hashes, text))
    hashes, text, at = hashes[order], text[order], at[order]
    first = np.ones(len(hashes), dtype=bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (text[1:] != text[:-1])
    return Fingerprints(hashes[first], text[first] + first_text, at[first])


def among(values: Numbers, known: Numbers) -> NDArray[np.bool_]:
    """Which `values` are in `known`, whose numbers ascend."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    at = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.asarray(known[at] == values)


def _least_of_windows(hashes: Numbers, text: Places) -> NDArray[np.bool_]:
    """Which shingles are the least of some window; a text with fewer shingles than a window is one window."""
    count = len(hashes)
    least, size = hashes.copy(), np.ones(count, dtype=np.int64)
    for offset in range(1, min(WINDOW, count)):
        same = text[offset:] == text[: count - offset]
        np.minimum(least[: count - offset], hashes[offset:], out=least[: count - offset], where=same)
        size[: count - offset] += same
    starts = np.ones(count, dtype=bool)
    starts[1:] = text[1:] != text[:-1]
    whole = (size == WINDOW) | starts
    kept = np.zeros(count, dtype=bool)
    for offset in range(min(WINDOW, count)):
        window = slice(0, count - offset)
        inside = whole[window] & (text[offset:] == text[window]) & (size[window] > offset)
        kept[offset:] |= inside & (hashes[offset:] == least[window])
    return kept
