"""Which candidates to believe: the likeliest frame of each cue, outer cues before those inside their content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree

BELIEVE = 0.4
NESTED = 0.85


@dataclass(frozen=True, slots=True)
class Believed:
    heard: Heard
    chance: float


def choose(tree: Tree, candidates: Iterable[Heard], chance: Callable[[Heard], float],
           believe: float = BELIEVE, nested: float = NESTED) -> list[Believed]:
    best: dict[int, Believed] = {}
    for heard in candidates:
        found = Believed(heard, chance(heard))
        if found.chance >= believe and (heard.head not in best or found.chance > best[heard.head].chance):
            best[heard.head] = found
    return _flat(tree, sorted(best.values(), key=lambda b: (b.heard.content[0][0], -b.heard.content[-1][1], b.heard.head)), nested)


def _flat(tree: Tree, found: Sequence[Believed], nested: float) -> list[Believed]:
    """Without the weak ones that stand in another's content."""
    owner: dict[int, int] = {}
    order = sorted(found, key=lambda b: (depth(tree, b.heard.head), b.heard.head))
    out: list[Believed] = []
    taken: set[int] = set()
    cues: set[int] = set()
    for b in order:
        head = b.heard.head
        if head in cues:
            continue
        if head in taken and b.chance < nested:
            continue
        out.append(b)
        cues.update(b.heard.cue)
        for first, last in b.heard.content:
            taken.update(range(first, last))
    return out


def depth(tree: Tree, i: int) -> int:
    n = 0
    while tree.head[i] != i and n < 200:
        i = tree.head[i]
        n += 1
    return n
