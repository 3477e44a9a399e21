"""The tree that documents form along the edges that tell where each comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allege.link.model import Lineage, Origin, Story
from allege.link.origins.roots import circles, followed, origins


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree. `document` is an id, None for an outside source; `last`: whether it ends its siblings' row.

    `lasts` says the same of the branches above it, from the root's child down: what a front needs to draw the lines.
    """

    document: str | None
    name: str
    why: str
    lasts: tuple[bool, ...] = ()
    edge: Lineage | None = None


def tree(stories: Sequence[Story], lineage: Iterable[Lineage]) -> list[Branch]:
    """The lines of the tree, roots first, each followed by what comes from it; every story once."""
    found = list(lineage)
    edges = {at: edge for at, edge in followed(found).items() if at in {story.id for story in stories}}
    ringed = {at: ring for ring in circles(edges) for at in ring}
    origin = origins(stories, found)
    below: defaultdict[str, list[str]] = defaultdict(list)
    roots: dict[str, None] = {}
    for story in sorted(stories, key=lambda story: (story.published or date.max, story.id)):
        edge = edges.get(story.id)
        if edge is None or story.id in ringed:
            roots[story.id] = None
            continue
        above = edge.derived_from or edge.upstream or ""
        below[above].append(story.id)
        if above not in origin:
            roots[above] = None
    uris = {story.id: story.uri for story in stories}
    return [line for root in roots for line in _drawn(root, below, edges, _Names(uris, origin, ringed))]


@dataclass(frozen=True, slots=True)
class _Names:
    """What the lines of the tree say: URIs, origins, and the ring that a document lies in."""

    uris: Mapping[str, str]
    origin: Mapping[str, Origin]
    ringed: Mapping[str, Sequence[str]]

    def root(self, name: str) -> Branch:
        """The line of a root."""
        if name not in self.uris:
            return Branch(None, name, "not stored here")
        if name in self.ringed:
            ring = self.ringed[name]
            cited = ring[(ring.index(name) + 1) % len(ring)]
            return Branch(name, self.uris[name], f"circular: cites {self.uris.get(cited, cited)}")
        return Branch(name, self.uris[name], self.origin[name].why)


def _drawn(root: str, below: Mapping[str, list[str]], edges: Mapping[str, Lineage], names: _Names) -> Iterator[Branch]:
    """The root and all that comes from it, depth first; a stack and no recursion, for chains may be long."""
    yield names.root(root)
    waiting = _children(root, below, ())
    while waiting:
        name, lasts = waiting.pop()
        edge = edges[name]
        yield Branch(name, names.uris[name], f"{edge.kind.value}: {edge.why}", lasts, edge)
        waiting += _children(name, below, lasts)


def _children(name: str, below: Mapping[str, list[str]], lasts: tuple[bool, ...]) -> list[tuple[str, tuple[bool, ...]]]:
    found = below.get(name, [])
    return [(child, (*lasts, at == len(found) - 1)) for at, child in reversed(list(enumerate(found)))]
