"""Who is heard behind "and" alone: "Police fired gas and, | witnesses say, | live rounds" is half the witnesses'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.tree import Tree

JOINTS = frozenset({"and", "but", "or"})
"""Words before the comma behind which somebody else tells the rest."""

def set_in(tree: Tree, believed: Iterable[Believed]) -> Iterator[Believed]:
    """The same; of what is said around a source set in behind "and," only what stands behind it."""
    for one in believed:
        heard = one.heard
        around = [i for first, last in heard.source for i in range(first, last)] + list(heard.cue)
        kept = tuple(piece for piece in heard.content if around and piece[0] > max(around))
        if kept and len(kept) < len(heard.content) and _is_joined(tree, min(around), max(around)):
            yield replace(one, heard=replace(heard, content=kept))
        else:
            yield one


def _is_joined(tree: Tree, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` stand between commas, and such a word before the first comma."""
    if first < 2 or last + 1 >= len(tree.lower):
        return False
    return tree.lower[first - 1] == "," == tree.lower[last + 1] and tree.lower[first - 2] in JOINTS
