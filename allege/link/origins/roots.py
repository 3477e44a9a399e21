"""Where each document's report comes from in the end: the edges of lineage followed to their roots.

A document is followed along its surest edge: a copy first, then an agency's credit, then a citation that most of its
claims rest on, or that its words bear out, then the one source that most of them rest on, and most of another
document's too. A shared quotation, or a source that is shared for the rest, makes no document a copy of another and is
not followed. Where nothing tells where a text comes from, or it is short and partly alike to an earlier one, it is
unknown, which is not the same as independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allege.claim import CreditKind
from allege.link.model import COPIES, Lineage, LineageKind, Origin, Story
from allege.link.origins.outlets import acronyms, plain

_BESIDE = (LineageKind.QUOTATION, LineageKind.SOURCE, LineageKind.ALIKE)
"""What makes no document come from another."""

MOSTLY = 0.5
"""Share of a document's claims that rest on one report, from which the document does."""

LARGELY = 0.3
"""Share of a text found in another (or of the other found in it), from which its report comes from there."""


@dataclass(frozen=True, slots=True)
class _Known:
    """The stories by id, the outside sources by their plain names, and by document the edge that leaves it open."""

    stories: Mapping[str, Story]
    agencies: Mapping[str, str]
    doubt: Mapping[str, Lineage]


def origins(stories: Sequence[Story], lineage: Iterable[Lineage]) -> dict[str, Origin]:
    """The origin of every story by its id, in the order given.

    Give the stories that the edges lead to as well: of a document that is not given nothing is known.
    """
    found = list(lineage)
    edges = followed(found)
    ringed = {at for ring in circles(edges) for at in ring}
    outside = [edge.upstream for edge in edges.values() if edge.upstream and not edge.derived_from]
    known = _Known(
        {story.id: story for story in stories},
        _agencies(outside, stories),
        {edge.document: edge for edge in found if edge.kind is LineageKind.ALIKE},
    )
    out: dict[str, Origin] = {}
    for story in stories:
        for at in reversed(_path(story.id, edges, out)):
            out[at] = _in_ring(at, edges) if at in ringed else _origin(at, edges, out, known)
    return {story.id: out[story.id] for story in stories}


def _agencies(outside: Iterable[str], stories: Iterable[Story]) -> dict[str, str]:
    """The outside sources by their plain names; one under its letters goes by the whole name that another document
    publishes or credits it by.
    """
    names = sorted(outside, reverse=True)
    called = acronyms([*names, *(name for story in stories for name in _named_in(story))])
    found = {plain(name): called.get(plain(name), name) for name in names}
    return {plain(name): name for name in found.values()} | found


def _named_in(story: Story) -> Iterator[str]:
    if story.publisher:
        yield story.publisher
    yield from (credit.name for credit in story.credits if credit.kind is not CreditKind.DATELINE)


def followed(lineage: Iterable[Lineage]) -> dict[str, Lineage]:
    """For each derived document the one edge that tells where its report comes from."""
    best: dict[str, Lineage] = {}
    found = sorted(lineage, key=_rank)
    borne_out = _borne_out(found)
    for edge in found:
        if _decides(edge) or (edge.kind is LineageKind.CITATION and _cited(edge) in borne_out):
            best.setdefault(edge.document, edge)
    return best


def _borne_out(lineage: Sequence[Lineage]) -> set[tuple[str, str]]:
    """Citations that the words bear out, as (document, what it cites): of the report that it is partly alike to, or of
    the agency which that one credits.
    """
    credited: defaultdict[str, set[str]] = defaultdict(set)
    for edge in lineage:
        if edge.kind is LineageKind.CREDIT:
            credited[edge.document].add(plain(edge.upstream or ""))
    alike = [(edge.document, edge.derived_from or "") for edge in lineage if edge.kind is LineageKind.ALIKE]
    return {(document, name) for document, other in alike for name in (other, *credited[other])}


def _cited(edge: Lineage) -> tuple[str, str]:
    return edge.document, edge.derived_from or plain(edge.upstream or "")


def circles(edges: Mapping[str, Lineage]) -> list[tuple[str, ...]]:
    """Documents that rest on each other in a ring, each ring once, its least id first."""
    found: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(edges):
        path = _path(start, edges, done)
        last = edges.get(path[-1]) if path else None
        if last and last.derived_from in path:
            ring = path[path.index(last.derived_from) :]
            least = ring.index(min(ring))
            found.add((*ring[least:], *ring[:least]))
        done.update(path)
    return sorted(found)


def _path(start: str, edges: Mapping[str, Lineage], done: Iterable[str] = ()) -> list[str]:
    """The documents from `start` along the edges, until nothing leads on, a ring closes or one is in `done`."""
    seen = dict.fromkeys([start]) if start not in done else {}
    at = start
    while seen and (edge := edges.get(at)) and edge.derived_from and edge.derived_from not in seen:
        at = edge.derived_from
        if at in done:
            break
        seen[at] = None
    return list(seen)


def _decides(edge: Lineage) -> bool:
    if edge.kind in COPIES:
        return edge.containment is None or edge.containment >= LARGELY
    if edge.kind is LineageKind.SOURCE:
        return edge.derived_from is None and edge.score >= MOSTLY
    return edge.kind is LineageKind.CREDIT or (edge.kind is LineageKind.CITATION and edge.score >= MOSTLY)


def _rank(edge: Lineage) -> tuple[int, float, float, str, str]:
    order = (*COPIES, LineageKind.CREDIT, LineageKind.CITATION, *_BESIDE)
    tier = max(order.index(edge.kind) - len(COPIES) + 1, 0)
    return tier, -(edge.containment or 0.0), -edge.score, edge.derived_from or "", edge.upstream or ""


def _origin(
    document: str, edges: Mapping[str, Lineage], done: Mapping[str, Origin], known: _Known
) -> Origin:  # fmt: skip
    """The origin of a document whose source's origin is in `done`, or which is where a path ends."""
    edge = edges.get(document)
    if edge is None:
        return _own(document, known)
    if edge.kind is LineageKind.SOURCE and not (own := _own(document, known)).known:
        return own
    if edge.derived_from is None:
        name = known.agencies[plain(edge.upstream or "")]
        return Origin(document, name, known=True, why=edge.why)
    source = done[edge.derived_from]
    return Origin(document, source.root, source.known, f"{edge.kind.value}: {edge.why}")


def _own(document: str, known: _Known) -> Origin:
    """The origin of a document that comes from no other."""
    story, doubt = known.stories.get(document), known.doubt.get(document)
    if story is None:
        return Origin(document, document, known=False, why="is not stored")
    agency = known.agencies.get(plain(story.publisher or ""))
    if agency:
        return Origin(document, agency, known=True, why=f"is published by {story.publisher}")
    if doubt is not None:
        return Origin(document, document, known=False, why=f"may come from another: {doubt.why}")
    signs = [f"published by {story.publisher}"] if story.publisher else []
    signs += [f"signed by {story.byline}"] if story.byline else []
    signs += ["filed from a place it names"] if any(c.kind is CreditKind.DATELINE for c in story.credits) else []
    if signs:
        return Origin(document, document, known=True, why=f"no source of its own is found; {', '.join(signs)}")
    return Origin(document, document, known=False, why="nothing tells where it comes from")


def _in_ring(document: str, edges: Mapping[str, Lineage]) -> Origin:
    """The origin of documents that rest on each other: a ring of copies has no telling first, one of citations none."""
    ring = _path(document, edges)
    cited = [edges[at] for at in ring if edges[at].kind is LineageKind.CITATION]
    root = min(ring)
    if not cited:
        return Origin(document, root, known=False, why="copies of each other; nothing tells which came first")
    return Origin(document, root, known=False, why="circular: documents that cite each other and nothing else")


def independent(found: Iterable[Origin], houses: Mapping[str, str] | None = None) -> tuple[int, int]:
    """How many independent known origins there are, and how many texts of unknown lineage besides.

    The one count that everything shows. `houses`: who publishes a document, or is an outside source, as one compares
    it, by the root's name: two reports of one house are one origin, and a text of unknown lineage that a known origin
    publishes adds none.
    """
    whose = houses or {}
    known: set[str] = set()
    unknown: set[str] = set()
    for origin in found:
        (known if origin.known else unknown).add(whose.get(origin.root, origin.root))
    return len(known), len(unknown - known)
