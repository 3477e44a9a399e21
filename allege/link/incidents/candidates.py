"""Which pairs of units are worth comparing: those that share names, numbers and words that few others have.

The engine (`allege.link.engine`) meets them in SQL; here are the keys that it meets them by and the bounds on what is
kept. A key that more than `COMMON` units have opens no block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from allege.claim import make_key
from allege.link.engine import Bounds, DuckEngine, Engine, Keyed
from allege.link.incidents.collection import Collection, bag
from allege.link.incidents.unit import Unit

COMMON = {"names": 120, "people": 60, "aged": 60, "blocks": 60, "terms": 40, "title": 60}
"""In how many units a value may be at most to open a block, by field."""
MOST = 60
"""How many pairs one unit keeps of those in which it is the more recent one, or the older one: the heaviest."""
BOUNDS = Bounds(leaders=60, window=60, least=4.0)


def candidates(
    units: Sequence[Unit], collection: Collection, engine: Engine | None = None
) -> Iterator[tuple[int, int]]:
    """Pairs of positions in `units` (the smaller first, in order), near linear in number."""
    keyed = Keyed.of([keys(unit, collection) for unit in units])
    found = (engine or DuckEngine()).candidates(keyed, BOUNDS)
    heaviest: dict[int, list[tuple[float, str, int]]] = defaultdict(list)
    for left, right, weight in zip(found.left.tolist(), found.right.tolist(), found.weight.tolist(), strict=True):
        heaviest[left].append((-weight, units[right].id, right))
        heaviest[right].append((-weight, units[left].id, left))
    kept = {
        (min(unit, other), max(unit, other)) for unit, near in heaviest.items() for *_, other in sorted(near)[:MOST]
    }
    yield from sorted(kept)


def keys(unit: Unit, collection: Collection) -> dict[int, float]:
    """The keys by which a unit meets others, and how much sharing one weighs (its rarity)."""
    out: dict[int, float] = {}
    for field, most in COMMON.items():
        for value in bag(unit, field):
            if 2 <= collection.counts[field][value] <= most:
                out[number(field, value)] = collection.rarity(field, value)
    return out


def number(field: str, value: object) -> int:
    """A key as 63 bits that stay the same from run to run."""
    return int(make_key(field, value)[:15], 16)
