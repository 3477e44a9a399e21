"""Tellings on one sheet, to be compared many pairs at once: what they share, and how their anchors are related.

Tellings of several circles lie on one sheet, since most incidents have a handful of claims and numpy pays for hundreds.
Only pairs within a circle are asked for. A pair's numbers depend on its circle alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np

from allege.link.bag import tally
from allege.link.parts.circle import BESIDE, MOST_GROUPED, SIGHTS, UNSEEN, Circle, story_scale
from allege.link.parts.columns import AT, SUMS, Kins, Pair, columns
from allege.link.parts.facts import Facts, Truths
from allege.link.parts.group import heights
from allege.link.parts.kin import kin, near
from allege.link.parts.signals import SIGNALS
from allege.link.parts.telling import Telling
from allege.link.parts.weights import Weights
from allege.link.table import Block, Entries, Numbering, Numbers, Reals, Table

NEAR = 0.3
"""Anchors whose words are no nearer than this in meaning, and that no table joins, are not compared."""
PAIRS = 50_000
"""Pairs that are worked out at once: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Tellings that are compared with one another, and their circle."""

    told: Sequence[Telling]
    circle: Circle


class Sheet:
    """Tellings in rows, those of each gathering in turn; `begins` holds the row at which each gathering begins."""

    def __init__(self, gatherings: Sequence[Gathering]) -> None:
        self._gatherings = gatherings
        self.told = [telling for one in gatherings for telling in one.told]
        self.begins = np.cumsum([0, *(len(one.told) for one in gatherings)])
        self._circle = np.repeat(np.arange(len(gatherings)), np.diff(self.begins))
        words, heads = Numbering(), Numbering()
        self._words = np.array([words[telling.words] for telling in self.told], dtype=np.int64)
        self._heads = np.array([heads[telling.head] for telling in self.told], dtype=np.int64)
        self._spelt, self._headed = list(words), list(heads)

    def comparable(self, left: Numbers, right: Numbers) -> Truths:
        """Whether two anchors can name one occurrence at all."""
        kin_ = self._kin(left, right)
        return np.asarray(kin_.related | (kin_.near >= NEAR))

    def scores(self, left: Numbers, right: Numbers, scale: Weights) -> Reals:
        """The chance that each pair tells of one occurrence: 0 where it is not comparable. `left` < `right`."""
        out = np.zeros(len(left))
        order = np.argsort(left, kind="stable")
        wanted = order[self.comparable(left[order], right[order])]
        for at in range(0, len(wanted), PAIRS):
            some = wanted[at : at + PAIRS]
            odds = np.full(len(some), scale.base)
            for weight, column in zip(scale.weights, self.signals(left[some], right[some]), strict=True):
                if weight:
                    odds += weight * column
            out[some] = 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))
        return out

    def signals(self, left: Numbers, right: Numbers) -> list[Reals]:
        """The columns in the order of `SIGNALS`; `left` ascends and is less than `right` in each pair."""
        pair = Pair(self, left, right, self._kin(left, right), self._shared(left, right))
        found = columns(pair)
        return [found[name].astype(np.float64) for name in SIGNALS]

    def _shared(self, left: Numbers, right: Numbers) -> Reals:
        return self._table.shared(left, right)

    def _kin(self, left: Numbers, right: Numbers) -> Kins:
        one, other = self._words[left], self._words[right]
        keys, where = np.unique(np.minimum(one, other) * len(self._spelt) + np.maximum(one, other), return_inverse=True)
        size = max(1, len(self._spelt))
        found = [kin(self._spelt[key // size], self._spelt[key % size]) for key in keys.tolist()]
        return Kins.of(found, where)

    @cached_property
    def _table(self) -> Table:
        known, names = Numbering(), Numbering()
        around = Entries.weighed((tally(telling.before + telling.after) for telling in self.told), known)
        before = Entries.weighed((tally(telling.before[-BESIDE:]) for telling in self.told), known)
        after = Entries.weighed((tally(telling.after[:BESIDE]) for telling in self.told), known)
        rarities = [one.circle.rarity for one in self._gatherings]
        words = list(known)
        heads = Entries.of(((telling.head,) for telling in self.told), known)
        weighed = [self._weighed(entries, words, rarities) for entries in (around, before, after)]
        there = around.weighing(np.ones(len(around.row)))
        sets: dict[str, Callable[[Telling], Iterable[str]]] = {
            "names": lambda telling: telling.names,
            "names_before": lambda telling: telling.names_before,
            "names_after": lambda telling: telling.names_after,
            "counted": lambda telling: telling.counted,
            "actors": lambda telling: telling.particulars.actors if telling.particulars else (),
            "recipients": lambda telling: telling.particulars.recipients if telling.particulars else (),
            "places": lambda telling: telling.particulars.places if telling.particulars else (),
        }
        blocks = [
            _block(weighed[0], "near", weighed[0]),
            _block(weighed[1], "before", weighed[1]),
            _block(weighed[2], "after", weighed[2]),
            _block(weighed[1], "before_after", weighed[2]),
            _block(weighed[2], "after_before", weighed[1]),
            _block(heads, "mentions", there),
            _block(there, "mentioned", heads),
            *(
                Block.of(Entries.of((sorted(field(telling)) for telling in self.told), names), AT[name])
                for name, field in sets.items()
            ),
        ]
        return Table(len(self.told), blocks, len(SUMS))

    def _weighed(self, entries: Entries, words: Sequence[object], rarities: Sequence[dict[str, float]]) -> Entries:
        """Counts times rarity in the telling's circle, as vectors of length 1."""
        circles = self._circle[entries.row].tolist()
        rare = [rarities[c].get(str(words[w]), UNSEEN) for c, w in zip(circles, entries.column.tolist(), strict=True)]
        return entries.weighing(entries.weight * np.array(rare, dtype=np.float64)).unit()

    @cached_property
    def documents(self) -> Numbers:
        """The number of each telling's document: those of each circle in turn, by name."""
        begins = np.cumsum([0, *(one.circle.size for one in self._gatherings)]).tolist()
        return np.array(
            [
                begin + one.circle.number(telling.document)
                for begin, one in zip(begins[:-1], self._gatherings, strict=True)
                for telling in one.told
            ],
            dtype=np.int64,
        )

    @cached_property
    def _stories(self) -> Table:
        """The documents as rows; circles of one document are never asked for."""
        vectors = list(
            chain.from_iterable(
                one.circle.vectors if one.circle.size > 1 else [()] * one.circle.size for one in self._gatherings
            )
        )
        blocks = [
            Block.of(Entries.weighed((row[at].weights if row else {} for row in vectors), Numbering()).unit(), at)
            for at in range(len(SIGHTS))
        ]
        return Table(len(vectors), blocks, len(SIGHTS))

    def alike(self, left: Numbers, right: Numbers) -> tuple[Reals, Reals]:
        """How likely the documents of each pair are about one thing: by themselves, and as those around see it.

        Of two tellings of one document both are 0.
        """
        alone, together = np.zeros(len(left)), np.zeros(len(left))
        one, other = self.documents[left], self.documents[right]
        one, other = np.minimum(one, other), np.maximum(one, other)
        large = self._large[self._circle[left]]
        asked = np.flatnonzero((one != other) & large)
        if len(asked):
            size = len(self._sizes)
            keys, where = np.unique(one[asked] * size + other[asked], return_inverse=True)
            alone[asked] = together[asked] = self._chance(keys // size, keys % size)[where]
        asked = np.flatnonzero((one != other) & ~large)
        if len(asked):
            keys, chance, seen = self._small
            where = np.searchsorted(keys, one[asked] * len(self._sizes) + other[asked])
            alone[asked], together[asked] = chance[where], seen[where]
        return alone, together

    @cached_property
    def _sizes(self) -> Numbers:
        """For each document how many its circle has."""
        sizes = np.array([one.circle.size for one in self._gatherings], dtype=np.int64)
        return np.repeat(sizes, sizes)

    @cached_property
    def _large(self) -> Truths:
        return np.array([one.circle.size > MOST_GROUPED for one in self._gatherings], dtype=bool)

    def _chance(self, left: Numbers, right: Numbers) -> Reals:
        base, weights = story_scale()
        shared = self._stories.shared(left, right)
        odds = np.full(len(left), base)
        for at, weight in enumerate(weights):
            odds += weight * np.sqrt(np.maximum(0.0, shared[:, at]))
        found: Reals = 1.0 / (1.0 + np.exp(-odds))
        return found

    @cached_property
    def _small(self) -> tuple[Numbers, Reals, Reals]:
        """All pairs of documents of the circles that are not large: keys in order, and what `alike` says of them."""
        begins = np.cumsum([0, *(one.circle.size for one in self._gatherings)]).tolist()
        sizes = [one.circle.size if not big else 0 for one, big in zip(self._gatherings, self._large, strict=True)]
        pairs = [np.array(np.triu_indices(size, 1)) + begin for begin, size in zip(begins[:-1], sizes, strict=True)]
        left, right = np.concatenate([np.zeros((2, 0), dtype=np.int64), *pairs], axis=1)
        chance = self._chance(left, right)
        seen, at = chance.copy(), 0
        for size in sizes:
            count = size * (size - 1) // 2
            if size > 2:
                matrix, upper = np.ones((size, size)), np.triu_indices(size, 1)
                matrix[upper] = matrix.T[upper] = chance[at : at + count]
                seen[at : at + count] = heights(matrix)[upper]
            at += count
        return left * len(self._sizes) + right, chance, seen

    def near_heads(self, left: Numbers, right: Numbers) -> Reals:
        """How near in meaning the heads of each pair are."""
        one, other, size = self._heads[left], self._heads[right], len(self._headed)
        keys, where = np.unique(np.minimum(one, other) * size + np.maximum(one, other), return_inverse=True)
        found = [near(str(self._headed[key // size]), str(self._headed[key % size])) for key in keys.tolist()]
        return np.array(found, dtype=np.float64)[where]

    @cached_property
    def facts(self) -> Facts:
        """What is compared as it is."""
        return Facts.of(self.told, [one.circle for one in self._gatherings], self._circle.tolist())

    def same(self, left: Numbers, right: Numbers) -> tuple[Truths, Truths]:
        """Whether the anchors have the same words, and the same head."""
        return self._words[left] == self._words[right], self._heads[left] == self._heads[right]


def _block(left: Entries, name: str, right: Entries) -> Block:
    return Block.of(left, AT[name], right)
