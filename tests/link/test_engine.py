"""Blocking finds the pairs that share keys, at a bounded cost, and the same ones whether documents come one by one."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.link.engine import Bounds, DuckEngine, Keyed, PlainEngine

Rows = list[dict[int, float]]
TIGHT = Bounds(leaders=2, window=1, least=2.0)

rows_of_keys = st.lists(st.dictionaries(st.integers(-3, 3), st.sampled_from([0.5, 1.0, 2.0]), max_size=4), max_size=14)


def pairs(rows: Rows, bounds: Bounds) -> list[tuple[int, int, float]]:
    found = DuckEngine().candidates(Keyed.of(rows), bounds)
    columns = (found.left.tolist(), found.right.tolist(), (found.weight / 1000).tolist())
    return list(zip(*columns, strict=True))


def plain(rows: Rows, bounds: Bounds) -> list[tuple[int, int, float]]:
    """The rule as the module's docstring states it, in loops."""
    blocks: dict[int, list[int]] = {}
    weights: dict[tuple[int, int], float] = {}
    for unit, row in enumerate(rows):
        for key, weight in row.items():
            block = blocks.setdefault(key, [])
            for other in {*block[: bounds.leaders], *block[max(len(block) - bounds.window, 0) :]}:
                weights[other, unit] = weights.get((other, unit), 0.0) + weight
            block.append(unit)
    return sorted((a, b, weight) for (a, b), weight in weights.items() if weight >= bounds.least)


@given(rows_of_keys)
@settings(max_examples=40)
def test_a_unit_meets_the_first_of_its_block_and_those_just_before_it(rows):
    assert pairs(rows, TIGHT) == plain(rows, TIGHT)


@given(rows_of_keys)
@settings(max_examples=20)
def test_a_unit_that_is_added_changes_nothing_between_the_others(rows):
    before = pairs(rows[:-1], TIGHT)
    after = pairs(rows, TIGHT)
    assert [pair for pair in after if pair[1] != len(rows) - 1] == before


@given(rows_of_keys)
@settings(max_examples=30)
def test_the_engine_for_small_neighbourhoods_answers_the_same(rows):
    keyed = Keyed.of(rows)
    sql, loops = DuckEngine().candidates(keyed, TIGHT), PlainEngine().candidates(keyed, TIGHT)
    assert sql.cost == loops.cost
    assert [sql.left.tolist(), sql.right.tolist(), sql.weight.tolist()] == [
        loops.left.tolist(), loops.right.tolist(), loops.weight.tolist(),
    ]  # fmt: skip


def test_one_block_of_two_thousand_units_stays_linear_and_is_told():
    found = DuckEngine().candidates(Keyed.of([{7: 1.0}] * 2_000), Bounds(leaders=20, window=10))
    assert len(found.left) == found.cost.met == 30 * 31 // 2 + (2_000 - 31) * 30
    assert found.cost.whole == 2_000 * 1_999 // 2
    assert "1 oversized block was bounded (largest 2,000 units; unbounded 1,999,000 pairs)" in str(found.cost)
    reached = {0}
    for a, b in zip(found.left.tolist(), found.right.tolist(), strict=True):
        if a in reached:
            reached.add(b)
    assert len(reached) == 2_000  # every unit still meets the block's beginning


def test_without_units_there_is_nothing_to_compare():
    found = DuckEngine().candidates(Keyed.of([]), Bounds())
    assert len(found.left) == 0
    assert str(found.cost) == "0 units in 0 blocks: 0 pairs met, 0 compared"


def test_the_same_units_give_the_same_pairs_every_time():
    generator = np.random.default_rng(11)
    rows = [{int(key): 0.1 * int(key % 7 + 1) for key in generator.integers(0, 60, size=6)} for _ in range(400)]
    assert pairs(rows, Bounds(least=0.7)) == pairs(rows, Bounds(least=0.7))
