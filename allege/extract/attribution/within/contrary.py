"""What somebody says to the contrary: "Contrary to what the army claims, troops shelled the mill".

The clause is not what is claimed but what the text holds against it; the cue says so ("contrary … claims").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.hearing.phrases import host
from allege.extract.attribution.tree import Tree


def contrary(tree: Tree, believed: Iterable[Believed]) -> list[Believed]:
    """The same, cues behind "contrary to" with these words."""
    return [_contrary(tree, one) for one in believed]


def _contrary(tree: Tree, one: Believed) -> Believed:
    to = tree.head[one.heard.head]
    over = tree.head[to]
    if tree.lower[to] != "to" or tree.lower[over] != "contrary":
        return one
    content = host(tree, over)
    heard = replace(one.heard, cue=(over, to, *one.heard.cue), content=content)
    return replace(one, heard=heard) if content else one
