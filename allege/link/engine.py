"""The engine of blocking: which pairs of units are worth comparing, found in SQL over Arrow, without a quadratic step.

DuckDB runs inside the process and spills to disk when memory is short; it is behind this one module, so that an engine
on a cluster can take its place. Splink's blocking writes the same join without a bound on a block, and needs a model of
comparisons around it; the join itself is ten lines of SQL, so it is not a dependency.

A block holds the units that share a key. In the order of the ledger a unit meets the first `leaders` units of its block
and the `window` units before it. So a block of n units costs n × (leaders + window) pairs and never n², and a unit that
is added never changes which of the older ones meet: adding a document gives the same pairs as building anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

UNIT = 1_000
"""Weights are whole thousandths: sums of whole numbers do not depend on the order in which threads add them."""


def thousandths(weight: float) -> int:
    """A key's weight as a whole number."""
    return round(weight * UNIT)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What keeps blocking near linear.

    leaders, window: how many units of a block each one meets, from its beginning and just before itself.
    least: the shared weight of keys that makes a pair worth comparing.
    memory: megabytes that the engine may use before it spills to disk.
    """

    leaders: int = 24
    window: int = 24
    least: float = 1.0
    memory: int = 1_500


@dataclass(frozen=True, slots=True)
class Keyed:
    """Units by key, as columns: row i says that `unit[i]` has `key[i]` (a hash), which weighs `weight[i]` thousandths.

    Units are numbered in the order of the ledger; a pair that shares a key weighs what it weighs for the later unit.
    """

    unit: Numbers
    key: Numbers
    weight: Numbers

    @classmethod
    def of(cls, rows: Sequence[Mapping[int, float]]) -> Keyed:
        """From the keys of unit 0, 1, 2 …"""
        sizes = [len(row) for row in rows]
        weight = np.fromiter(chain.from_iterable(row.values() for row in rows), dtype=np.float64, count=sum(sizes))
        return cls(
            np.repeat(np.arange(len(rows), dtype=np.int64), sizes),
            np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=sum(sizes)),
            np.rint(weight * UNIT).astype(np.int64),
        )


@dataclass(frozen=True, slots=True)
class Cost:
    """What blocking cost. `whole`: the pairs that unbounded blocks would have made; `met`: those that were made."""

    units: int
    blocks: int
    oversized: int
    largest: int
    whole: int
    met: int
    kept: int

    def and_of(self, other: Cost) -> Cost:
        """What this blocking and another one cost together."""
        sums = (self.units + other.units, self.blocks + other.blocks, self.oversized + other.oversized)
        pairs = (self.whole + other.whole, self.met + other.met, self.kept + other.kept)
        return Cost(*sums, max(self.largest, other.largest), *pairs)

    def __str__(self) -> str:
        said = f"{self.units:,} units in {self.blocks:,} blocks: {self.met:,} pairs met, {self.kept:,} compared"
        if not self.oversized:
            return said
        blocks = "block was" if self.oversized == 1 else "blocks were"
        return (
            f"{said}; {self.oversized:,} oversized {blocks} bounded (largest {self.largest:,} units; "
            f"unbounded {self.whole:,} pairs)"
        )


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of units (`left` < `right`, in order) that share keys of enough `weight`, and what finding them cost."""

    left: Numbers
    right: Numbers
    weight: Numbers
    cost: Cost


class Engine(Protocol):
    """Anything that finds the pairs that `Bounds` allows."""

    def candidates(self, keyed: Keyed, bounds: Bounds) -> Candidates:
        """The pairs worth comparing."""


class DuckEngine:
    """DuckDB in this process, SQL over Arrow tables."""

    def candidates(self, keyed: Keyed, bounds: Bounds) -> Candidates:
        """The pairs worth comparing, ordered; raises what DuckDB raises when the disk is full."""
        # DuckDB and Arrow take 0.3 s to import, which no other command must pay.
        import duckdb  # noqa: PLC0415
        import pyarrow as pa  # noqa: PLC0415

        rows = pa.table({"unit": keyed.unit, "key": keyed.key, "weight": keyed.weight})
        with duckdb.connect(":memory:") as connection:
            connection.execute(f"SET memory_limit = '{bounds.memory}MB'")
            connection.execute("SET enable_progress_bar = false")
            connection.register("rows", rows)
            connection.execute(_BLOCKS)
            cost = connection.execute(_COST, _named(bounds)).fetchone()
            found = connection.execute(_PAIRS, _named(bounds)).fetchnumpy()
        assert cost is not None
        left, right = found["left_unit"].astype(np.int64), found["right_unit"].astype(np.int64)
        blocks, oversized, largest, whole, met = (int(value or 0) for value in cost)
        counted = Cost(len(np.unique(keyed.unit)), blocks, oversized, largest, whole, met, len(left))
        return Candidates(left, right, found["weight"].astype(np.int64), counted)


class PlainEngine:
    """The same in numpy, for the few hundred units around one document: DuckDB takes longer to start."""

    def candidates(self, keyed: Keyed, bounds: Bounds) -> Candidates:
        """The pairs worth comparing, ordered."""
        unit, key, weight = _members(keyed)
        begins = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, np.int64)
        sizes = np.diff([*begins.tolist(), len(key)])
        nth = np.arange(len(key)) - np.repeat(begins, sizes)
        count = int(unit.max(initial=0)) + 1
        pairs, weights = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        for back in range(1, int(sizes.max(initial=0))):
            later = np.flatnonzero((nth >= back) & ((back <= bounds.window) | (nth - back < bounds.leaders)))
            pairs.append(unit[later - back] * count + unit[later])
            weights.append(weight[later])
        met, where = np.unique(np.concatenate(pairs), return_inverse=True)
        total = np.bincount(where, np.concatenate(weights), len(met)).astype(np.int64)
        kept = total >= thousandths(bounds.least)
        cost = _plain_cost(len(np.unique(keyed.unit)), sizes.tolist(), bounds, (len(where), int(kept.sum())))
        return Candidates(met[kept] // count, met[kept] % count, total[kept], cost)


def _members(keyed: Keyed) -> tuple[Numbers, Numbers, Numbers]:
    """Units, keys and weights by key, then by unit, each once with its largest weight."""
    order = np.lexsort((keyed.weight, keyed.unit, keyed.key))
    unit, key, weight = keyed.unit[order], keyed.key[order], keyed.weight[order]
    last = np.ones(len(order), dtype=bool)
    last[:-1] = (key[1:] != key[:-1]) | (unit[1:] != unit[:-1])
    return unit[last], key[last], weight[last]


def _plain_cost(units: int, sizes: Sequence[int], bounds: Bounds, pairs: tuple[int, int]) -> Cost:
    shared = [size for size in sizes if size > 1]
    oversized = sum(size > bounds.leaders + bounds.window + 1 for size in shared)
    whole = sum(size * (size - 1) // 2 for size in shared)
    return Cost(units, len(shared), oversized, max(shared, default=0), whole, *pairs)


def _named(bounds: Bounds) -> dict[str, int]:
    return {"leaders": bounds.leaders, "window": bounds.window, "least": thousandths(bounds.least)}


_BLOCKS = """
CREATE TABLE members AS
SELECT key, unit, max(weight) AS weight FROM rows GROUP BY key, unit;
CREATE TABLE blocks AS
SELECT key, unit, weight, row_number() OVER (PARTITION BY key ORDER BY unit) AS n,
       count(*) OVER (PARTITION BY key) AS size
FROM members;
DELETE FROM blocks WHERE size = 1
"""

_COST = """
SELECT count(*) AS blocks, count(*) FILTER (size > $leaders + $window + 1) AS oversized, max(size) AS largest,
       sum(size * (size - 1) // 2) AS whole,
       sum(CASE WHEN size <= $leaders + $window + 1 THEN size * (size - 1) // 2
                ELSE ($leaders + $window) * ($leaders + $window + 1) // 2
                     + (size - $leaders - $window - 1) * ($leaders + $window) END) AS met
FROM (SELECT key, any_value(size) AS size FROM blocks GROUP BY key) WHERE 0 <= $least
"""

_PAIRS = """
WITH met AS (
  SELECT a.unit AS left_unit, b.unit AS right_unit, b.weight
  FROM blocks b JOIN (SELECT * FROM blocks WHERE n <= $leaders) a ON a.key = b.key AND a.n < b.n
  UNION ALL
  SELECT a.unit, b.unit, b.weight
  FROM (SELECT *, unnest(range(1, 1 + $window::BIGINT)) AS back FROM blocks WHERE n > $leaders + 1) b
  JOIN blocks a ON a.key = b.key AND a.n = b.n - b.back
  WHERE a.n > $leaders
)
SELECT left_unit, right_unit, sum(weight) AS weight
FROM met GROUP BY left_unit, right_unit HAVING sum(weight) >= $least ORDER BY left_unit, right_unit
"""
