"""A collection made ready for comparison: words, copies that are the same word for word, formulas, candidates."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allege.link.model import Story
from allege.link.origins import words
from allege.link.origins.candidates import Pairs, Shingles, by_shingle, pairs
from allege.link.origins.direction import kept_marks
from allege.link.origins.fingerprints import Fingerprints, Places, among, fingerprints, shingles
from allege.link.origins.formulas import families, formulas, kindred, rare, templates
from allege.link.origins.readings import Readings
from allege.link.origins.words import Numbers, text_key

LEAST_SHARED = 2
"""Fingerprints that two texts share at least, formulas apart, before they are compared word for word."""

LARGE_SHARE = 0.4
"""Or this share of the shorter text's fingerprints, formulas and all: a text may be little else."""

NEAREST = 12
"""Earlier texts with which one text is compared at most: those that share most."""

VERSIONS = 5
"""Of these, versions of the same story at most: texts that share half the fingerprints of the shorter one. With
three, the copies of one source of a text put together pushed out its other source."""

HALF = 0.5

AT_ONCE = 4_000_000
"""Words in a row that are sorted at once: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Background:
    """What a collection makes ordinary: `formulas`, hashes of shingles; `usual`, hashes of two words used in a row by
    unrelated stories. Both in ascending order.
    """

    formulas: Numbers
    usual: Numbers

    def ordinary(self, keys: Sequence[int]) -> list[bool]:
        """For each shingle, given as a signed number, whether it is a formula."""
        marks: list[bool] = among(np.array(keys, dtype=np.int64).astype(np.uint64), self.formulas).tolist()
        return marks

    def packed(self) -> str:
        """As text that `unpacked` reads, to be kept beside the ledger's derived tables."""
        return json.dumps([b64encode(zlib.compress(n.tobytes())).decode() for n in (self.formulas, self.usual)])

    @classmethod
    def unpacked(cls, text: str) -> Background:
        """What `packed` wrote; ValueError for anything else."""
        formulas, usual = (np.frombuffer(zlib.decompress(b64decode(n)), dtype=np.uint64) for n in json.loads(text))
        return cls(formulas, usual)


class Shelf:
    """Stories in the order of their dates (undated last, then by id), and one text for all that share its words.

    `texts[i]` lists the stories with the words of text `i`, the earliest first.
    """

    def __init__(self, stories: Iterable[Story], background: Background | None = None) -> None:
        self.stories = sorted(stories, key=lambda story: (story.published or date.max, story.id))
        numbers = [np.array(words.words(story.text, story.front), dtype=np.uint64) for story in self.stories]
        number: dict[bytes, int] = {}
        self.text_of = [number.setdefault(text_key(found), len(number)) for found in numbers]
        self.texts: list[list[int]] = [[] for _ in number]
        for story, text in enumerate(self.text_of):
            self.texts[text].append(story)
        self._numbers = [numbers[members[0]] for members in self.texts]
        for members in self.texts:
            members.sort(key=self._rank)
        self._given = background

    def _rank(self, at: int) -> tuple[date, int, str]:
        """Twins by date, then by what copying loses, then by id."""
        story = self.stories[at]
        return story.published or date.max, -kept_marks(story), story.id

    def first(self, text: int) -> Story:
        """The earliest story with the words of that text."""
        return self.stories[self.texts[text][0]]

    def twins(self, text: int) -> list[Story]:
        """The earliest story with those words and those of which nothing tells that they are later."""
        ranks = [self._rank(at)[:2] for at in self.texts[text]]
        return [self.stories[at] for at, rank in zip(self.texts[text], ranks, strict=True) if rank == ranks[0]]

    def day(self, text: int) -> int | None:
        """The ordinal of the earliest date at which the text was published; None without a date."""
        published = self.first(text).published
        return published.toordinal() if published else None

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """The winnowed fingerprints of all texts."""
        return fingerprints(self._numbers)

    def keys(self, order: Iterable[str]) -> tuple[Places, Places]:
        """The fingerprints of all stories, as `neighbours.keys_of` gives them, and beside each its story's place in
        `order` (ids).
        """
        found, place = self.fingerprints, {name: n for n, name in enumerate(order)}
        text = np.array(self.text_of, dtype=np.int64)
        starts = np.searchsorted(found.text, np.arange(len(self.texts) + 1))
        sizes = np.diff(starts)[text]
        rows = np.arange(int(sizes.sum())) + np.repeat(starts[text] - np.cumsum(sizes) + sizes, sizes)
        places = np.array([place[story.id] for story in self.stories], dtype=np.int64)
        return found.hash[rows].astype(np.int64), np.repeat(places, sizes)

    @cached_property
    def candidates(self) -> list[tuple[int, int, int]]:
        """Pairs of texts to compare word for word (the earlier first) and the fingerprints that they share."""
        every, sizes, count = self._sharing, self._sizes, len(self.texts)
        real = self._sharing_of(~self._dull)
        large = every.shared >= LARGE_SHARE * np.minimum(sizes[every.left], sizes[every.right])
        return _nearest(_joined(real, every, large, count), sizes)

    @cached_property
    def background(self) -> Background:
        """What this collection makes ordinary, or what was given as such."""
        if self._given is not None:
            return self._given
        shelf, count = self._shingles, len(self.texts)
        family = families(self._sharing, self._sizes)
        few = among(self.fingerprints.hash, shelf.hash[rare(shelf, family)])
        stories = kindred(family, self._sharing_of(few), self._sizes)
        days = np.array([self.day(text) or -1 for text in range(count)], dtype=np.int64)
        return Background(shelf.hash[formulas(shelf, stories, days)], _usual(self._numbers, family))

    @cached_property
    def _shingles(self) -> Shingles:
        return by_shingle(self.fingerprints)

    @cached_property
    def _sharing(self) -> Pairs:
        """Every pair of texts that share a fingerprint."""
        return pairs(self._shingles, len(self.texts))

    def _sharing_of(self, kept: NDArray[np.bool_]) -> Pairs:
        """Every pair that shares one of these fingerprints (rows of `fingerprints`)."""
        found = self.fingerprints
        return pairs(by_shingle(Fingerprints(found.hash[kept], found.text[kept], found.at[kept])), len(self.texts))

    @cached_property
    def _sizes(self) -> Places:
        """How many fingerprints each text has."""
        return np.bincount(self.fingerprints.text, minlength=len(self.texts))

    @cached_property
    def readings(self) -> Readings:
        """Every text ready to be compared, its formulas marked."""
        found, dull = self.fingerprints, self._dull
        return Readings(self._numbers, (found.text[dull], found.at[dull]), self.first)

    @cached_property
    def _dull(self) -> NDArray[np.bool_]:
        """Which fingerprints (rows of `fingerprints`) are formulas or templates."""
        found = self.fingerprints
        marks: NDArray[np.bool_] = among(found.hash, self.background.formulas)
        return marks | templates(found, self._shingles, self._outlets)

    @cached_property
    def _outlets(self) -> Places:
        known: dict[str, int] = {}
        names = [self.first(text).publisher for text in range(len(self.texts))]
        return np.array([known.setdefault(n.casefold(), len(known)) if n else -1 for n in names], dtype=np.int64)


def _usual(texts: Sequence[Numbers], family: Places) -> Numbers:
    """Two words in a row that two unrelated stories use."""
    hashes = [shingles(numbers, 2) for numbers in texts]
    joined = np.concatenate([np.zeros(0, dtype=np.uint64), *hashes])
    story = np.repeat(family, [len(found) for found in hashes])
    shares = np.linspace(0, 2**64 - 1, 2 + len(joined) // AT_ONCE, dtype=np.float64)[1:-1]
    share = np.searchsorted(shares.astype(np.uint64), joined, side="right").astype(np.uint8)
    parts = [
        _by_two(joined[here], story[here]) for n in range(len(shares) + 1) if len(here := np.flatnonzero(share == n))
    ]
    return np.concatenate([np.zeros(0, dtype=np.uint64), *parts])


def _by_two(hashes: Numbers, story: Places) -> Numbers:
    """The hashes, ascending, that two stories have."""
    order = np.lexsort((story, hashes))
    hashes, story = hashes[order], story[order]
    first = np.ones(len(hashes), dtype=bool)
    first[1:] = (hashes[1:] != hashes[:-1]) | (story[1:] != story[:-1])
    values, stories = np.unique(hashes[first], return_counts=True)
    return values[stories > 1]


def _joined(real: Pairs, every: Pairs, large: np.ndarray[tuple[int], np.dtype[np.bool_]], count: int) -> Pairs:
    """The pairs with enough in common, formulas apart, and those of `every` that are marked in `large`."""
    enough = real.shared >= LEAST_SHARED
    keys = np.concatenate([(real.left * count + real.right), (every.left * count + every.right)[large]])
    shared = np.concatenate([real.shared, np.zeros(int(large.sum()), dtype=np.int64)])
    wanted = np.concatenate([enough, np.ones(int(large.sum()), dtype=bool)])
    order = np.lexsort((-shared, keys))
    keys, shared, wanted = keys[order], shared[order], wanted[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.zeros(0, np.int64)
    kept = np.logical_or.reduceat(wanted, starts) if len(keys) else np.zeros(0, dtype=bool)
    keys, shared = keys[starts][kept], shared[starts][kept]
    return Pairs(keys // count, keys % count, shared)


def _nearest(found: Pairs, sizes: Places) -> list[tuple[int, int, int]]:
    """For each text the earlier ones that share most with it, at most `NEAREST`, in order."""
    version = found.shared >= HALF * np.minimum(sizes[found.left], sizes[found.right])
    kept = np.concatenate([
        _best(found, np.flatnonzero(version), VERSIONS),
        _best(found, np.flatnonzero(~version), NEAREST - VERSIONS),
    ])  # fmt: skip
    kept.sort()
    rows = zip(found.left[kept].tolist(), found.right[kept].tolist(), found.shared[kept].tolist(), strict=True)
    return list(rows)


def _best(found: Pairs, among_them: Places, most: int) -> Places:
    """Of these pairs the ones that share most, at most so many for each later text; the earlier one on a tie."""
    left, right, shared = found.left[among_them], found.right[among_them], found.shared[among_them]
    order = np.lexsort((left, -shared, right))
    ranked = right[order]
    rank = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
    best: Places = among_them[order[rank < most]]
    return best
