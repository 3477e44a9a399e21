"""The signals of many pairs of tellings at once: the numbers of `signals.compare`, as columns.

Tellings of several circles lie on one sheet, since most incidents have a handful of claims and numpy pays for hundreds.
Only pairs within a circle are asked for. A pair's numbers depend on its circle alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from allege.link.parts.circle import BESIDE, MOST_GROUPED, SIGHTS, UNSEEN, Circle, story_scale
from allege.link.parts.group import heights
from allege.link.parts.kin import Kin, kin, near
from allege.link.parts.signals import SIGNALS
from allege.link.parts.telling import Particulars, Telling
from allege.link.parts.weights import Weights
from allege.link.parts.words import listed
from allege.link.table import Block, Entries, Numbering, Numbers, Reals, Table

Truths = NDArray[np.bool_]

NEAR = 0.3
"""Anchors whose words are no nearer than this in meaning, and that no table joins, are not compared."""
PAIRS = 50_000
"""Pairs that are worked out at once: what bounds the memory."""

SUMS = (
    "near", "before", "after", "before_after", "after_before", "mentions", "mentioned", "names", "names_before",
    "names_after", "counted", "actors", "recipients", "places",
)  # fmt: skip
"""What is summed over what two tellings share."""
AT = {name: at for at, name in enumerate(SUMS)}


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
        pair = _Pair(self, left, right, self._kin(left, right), self._shared(left, right))
        found = {**_anchors(pair), **_documents(pair), **_context(pair), **_names(pair), **_particulars(pair)}
        return [found[name].astype(np.float64) for name in SIGNALS]

    def _shared(self, left: Numbers, right: Numbers) -> Reals:
        return self._table.shared(left, right)

    def _kin(self, left: Numbers, right: Numbers) -> _Kins:
        one, other = self._words[left], self._words[right]
        keys, where = np.unique(np.minimum(one, other) * len(self._spelt) + np.maximum(one, other), return_inverse=True)
        size = max(1, len(self._spelt))
        found = [kin(self._spelt[key // size], self._spelt[key % size]) for key in keys.tolist()]
        return _Kins.of(found, where)

    @cached_property
    def _table(self) -> Table:
        known, names = Numbering(), Numbering()
        around = Entries.of((Counter(telling.before + telling.after) for telling in self.told), known)
        before = Entries.of((Counter(telling.before[-BESIDE:]) for telling in self.told), known)
        after = Entries.of((Counter(telling.after[:BESIDE]) for telling in self.told), known)
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
            Block.of(Entries.of((row[at].weights if row else {} for row in vectors), Numbering()).unit(), at)
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
    def facts(self) -> _Facts:
        """What is compared as it is."""
        return _Facts.of(self.told, [one.circle for one in self._gatherings], self._circle.tolist())

    def same(self, left: Numbers, right: Numbers) -> tuple[Truths, Truths]:
        """Whether the anchors have the same words, and the same head."""
        return self._words[left] == self._words[right], self._heads[left] == self._heads[right]


def _block(left: Entries, name: str, right: Entries) -> Block:
    return Block.of(left, AT[name], right)


@dataclass(frozen=True, slots=True)
class _Kins:
    """How the anchors of pairs are related (see `Kin`), as columns."""

    derived: Truths
    synonym: Truths
    family: Truths
    near: Reals
    known: Truths

    @classmethod
    def of(cls, found: Sequence[Kin], where: Numbers) -> _Kins:
        flags = [(one.derived, one.synonym, one.family, one.known) for one in found]
        table = np.array(flags, dtype=bool).reshape(-1, 4)[where]
        near_ = np.array([one.near for one in found], dtype=np.float64)[where]
        return cls(table[:, 0], table[:, 1], table[:, 2], near_, table[:, 3])

    @property
    def related(self) -> Truths:
        return np.asarray(self.derived | self.synonym | self.family)

    @property
    def shared(self) -> Truths:
        return np.asarray((self.near == 1.0) & ~self.related)


NOTHING = np.iinfo(np.int64).max
"""Stands for a number that is not known."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """A column for each thing that a telling says of itself; pairs of numbers are a lower and an upper bound."""

    light: Truths
    says: Truths
    named: Truths
    longer: Truths
    told: Reals
    sentence: Numbers
    any_names: Truths
    any_counted: Truths
    particular: Truths
    type: Numbers
    mode: Numbers
    any_of: dict[str, Truths]
    bounds: dict[str, Numbers]

    @classmethod
    def of(cls, told: Sequence[Telling], circles: Sequence[Circle], circle: Sequence[int]) -> _Facts:
        light, says, known = listed("light"), listed("reporting"), Numbering()
        some = [telling.particulars for telling in told]
        return cls(
            _truths(telling.head in light for telling in told),
            _truths(telling.head in says for telling in told),
            _truths(telling.named for telling in told),
            _truths(len(telling.words) > 1 for telling in told),
            np.array([circles[c].told(t.head) for c, t in zip(circle, told, strict=True)], dtype=np.float64),
            np.array([telling.sentence for telling in told], dtype=np.int64),
            _truths(bool(telling.names) for telling in told),
            _truths(bool(telling.counted) for telling in told),
            _truths(one is not None for one in some),
            np.array([known[one.type if one else None] for one in some], dtype=np.int64),
            np.array([-1 if one is None or one.mode is None else known[one.mode] for one in some], dtype=np.int64),
            {
                "actors": _truths(bool(one and one.actors) for one in some),
                "recipients": _truths(bool(one and one.recipients) for one in some),
                "places": _truths(bool(one and one.places) for one in some),
            },
            {"days": _bounds(some, _days), "tolls": _bounds(some, _tolls)},
        )


def _truths(found: Iterable[bool]) -> Truths:
    return np.array(list(found), dtype=bool)


def _days(one: Particulars) -> tuple[int, int] | None:
    return one.days


def _tolls(one: Particulars) -> tuple[int, int] | None:
    return one.deaths or one.injuries


def _bounds(some: Sequence[Particulars | None], of: Callable[[Particulars], tuple[int, int] | None]) -> Numbers:
    found = [(of(one) if one is not None else None) or (NOTHING, NOTHING) for one in some]
    return np.array([[min(bound, NOTHING) for bound in pair] for pair in found], dtype=np.int64).reshape(-1, 2)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Pairs of rows of a sheet, with what most signals are made from."""

    sheet: Sheet
    left: Numbers
    right: Numbers
    kin: _Kins
    sums: Reals

    def sum(self, name: str) -> Reals:
        found: Reals = self.sums[:, AT[name]]
        return found

    @property
    def related(self) -> Truths:
        return np.asarray(self.kin.shared | self.kin.related)

    def both(self, truths: Truths) -> Truths:
        return np.asarray(truths[self.left] & truths[self.right])

    def either(self, truths: Truths) -> Truths:
        return np.asarray(truths[self.left] | truths[self.right])

    def one(self, truths: Truths) -> Truths:
        return np.asarray(truths[self.left] != truths[self.right])


Columns = dict[str, NDArray[np.float64] | NDArray[np.bool_]]


def _anchors(pair: _Pair) -> Columns:
    sheet, close, facts = pair.sheet, pair.kin, pair.sheet.facts
    same, head = sheet.same(pair.left, pair.right)
    light, says = pair.either(facts.light), pair.both(facts.says)
    told = facts.told[pair.left], facts.told[pair.right]
    least, most = np.minimum(*told), np.maximum(*told)
    return {
        "same_words": same,
        "same_head": head,
        "shared_word": close.shared,
        "derived": close.derived,
        "synonym": close.synonym,
        "family": close.family,
        "near": close.near,
        "near_head": sheet.near_heads(pair.left, pair.right),
        "near_squared": close.near**2,
        "unknown": ~close.known,
        "light": light,
        "light_same": light & head,
        "reporting": says,
        "reporting_same": says & head,
        "one_named": pair.one(facts.named),
        "both_named": pair.both(facts.named),
        "one_longer": pair.one(facts.longer),
        "told_widely": least,
        "told_most": most,
        "related_told_widely": pair.related * least,
        "related_told_apart": pair.related * (most - least),
        "same_head_same_document": head & _same_document(pair),
    }


def _same_document(pair: _Pair) -> Truths:
    return np.asarray(pair.sheet.documents[pair.left] == pair.sheet.documents[pair.right])


def _documents(pair: _Pair) -> Columns:
    same, facts = _same_document(pair), pair.sheet.facts
    alone, together = pair.sheet.alike(pair.left, pair.right)
    return {
        "same_document": same,
        "same_sentence": same & (facts.sentence[pair.left] == facts.sentence[pair.right]),
        "documents": alone,
        "together": together,
        "wide": np.where(same, 0.0, pair.sum("near")),
        "related_documents": pair.related * alone,
        "related_together": pair.related * together,
        "near_together": pair.kin.near * together,
        "related_same_document": same & pair.related,
    }


def _context(pair: _Pair) -> Columns:
    return {
        "context": pair.sum("near"),
        "before": pair.sum("before"),
        "after": pair.sum("after"),
        "crossed": np.maximum(pair.sum("before_after"), pair.sum("after_before")),
        "mentioned": (np.minimum(1.0, pair.sum("mentions")) + np.minimum(1.0, pair.sum("mentioned"))) / 2,
        "related_context": pair.related * pair.sum("near"),
    }


def _names(pair: _Pair) -> Columns:
    facts = pair.sheet.facts
    shared, counted = pair.sum("names") > 0, pair.sum("counted") > 0
    other = pair.both(facts.any_names) & ~shared
    return {
        "name_shared": shared,
        "name_other": other,
        "name_before": pair.sum("names_before") > 0,
        "name_after": pair.sum("names_after") > 0,
        "related_name_other": pair.related & other,
        "count_shared": counted,
        "count_other": pair.both(facts.any_counted) & ~counted,
    }


def _particulars(pair: _Pair) -> Columns:
    facts = pair.sheet.facts
    known = pair.both(facts.particular)
    kind = facts.type[pair.left] == facts.type[pair.right]
    modes = facts.mode[pair.left], facts.mode[pair.right]
    moded = known & (modes[0] >= 0) & (modes[1] >= 0)
    out: Columns = {
        "type_same": known & kind,
        "type_other": known & ~kind,
        "mode_same": moded & (modes[0] == modes[1]),
        "mode_other": moded & (modes[0] != modes[1]),
    }
    for field, name in (("actors", "actor"), ("recipients", "recipient"), ("places", "place")):
        shared = pair.sum(field) > 0
        out |= {f"{name}_shared": shared, f"{name}_other": pair.both(facts.any_of[field]) & ~shared}
    for field, name in (("days", "day"), ("tolls", "toll")):
        one, other = facts.bounds[field][pair.left], facts.bounds[field][pair.right]
        both = (one[:, 0] != NOTHING) & (other[:, 0] != NOTHING)
        meet = (one[:, 0] <= other[:, 1]) & (other[:, 0] <= one[:, 1])
        out |= {f"{name}_same": both & meet, f"{name}_other": both & ~meet}
    return out
