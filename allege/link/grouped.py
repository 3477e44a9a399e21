"""Which of many belong together, where each row says of some that they do: the sets of a union-find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", int, str)


def grouped(rows: Iterable[Sequence[Item]]) -> dict[Item, Item]:
    """For each item of a row the least of its group: all of a row are of one, and rows with an item in common."""
    parent: dict[Item, Item] = {}
    for row in rows:
        for item in row:
            one, other = _root(parent, row[0]), _root(parent, item)
            parent[max(one, other)] = min(one, other)
    return {item: _root(parent, item) for item in parent}


def _root(parent: dict[Item, Item], item: Item) -> Item:
    """Where the way up from an item ends, which is shortened as it is gone."""
    while parent.setdefault(item, item) != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item
