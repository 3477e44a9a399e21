"""The words of a text as numbers that can be compared fast, and where they stand.

Two texts have the same words when they differ in white space, capitals, accents, punctuation or the form of quotation
marks alone. A word's number is a hash that does not change from run to run.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_APOSTROPHE = str.maketrans("’", "'")


class _Known(dict[str, int]):
    """The number of every word met so far: most words of a text are old acquaintances."""

    def __missing__(self, word: str) -> int:
        digest = hashlib.blake2b(_plain(word).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        if len(self) < _KEPT:
            self[word] = number
        return number


_KEPT = 500_000
_KNOWN = _Known()


def words(text: str, front: int = 0) -> list[int]:
    """A number of 64 bits for each word of `text`, in order.

    The first `front` characters are passed over: front matter says the same in files that have nothing else in common.
    """
    return [_KNOWN[word] for word in _WORD.findall(text, front)]


def word_spans(text: str, front: int = 0) -> list[tuple[int, int]]:
    """Where each word of `words(text, front)` stands in `text`: plain pairs, for of hundreds a few are shown."""
    return [found.span() for found in _WORD.finditer(text, front)]


def text_key(numbers: Sequence[int] | Numbers) -> bytes:
    """The same for two texts with the same words in the same order: 16 bytes."""
    return hashlib.blake2b(np.array(numbers, dtype=np.uint64).tobytes(), digest_size=16).digest()


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    split = unicodedata.normalize("NFKD", word.translate(_APOSTROPHE).casefold())
    return "".join(character for character in split if not unicodedata.combining(character))
