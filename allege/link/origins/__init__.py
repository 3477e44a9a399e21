"""Where reports come from: copies, credits, citations, shared quotations and sources; and what all rest on in the end.

`lineage` finds the edges, `origins` follows them to their roots, `tell` says the result in words. All are pure: the
same stories and claims give the same answer in any order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allege.link.model import EventClaim, Lineage, Story
from allege.link.origins.cited import citations, credits_of
from allege.link.origins.copies import derivations
from allege.link.origins.evidence import doubtful_edge, edges_of, repeats
from allege.link.origins.neighbours import FIELD, keys_of, wanted
from allege.link.origins.roots import circles, followed, independent, origins
from allege.link.origins.shelf import Background, Shelf
from allege.link.origins.telling import tell
from allege.link.origins.voices import shared_sources, word_of


def lineage(
    stories: Iterable[Story],
    claims: Iterable[EventClaim] = (),
    background: Background | None = None,
    *,
    shelf: Shelf | None = None,
) -> tuple[Lineage, ...]:
    """Every edge among these stories, in order.

    `background`: what a larger collection makes ordinary, where these stories are a part of it (`Shelf.background`).
    `shelf`: these stories made ready, where that was done already; it has its own background.
    """
    kept, said = list(stories), list(claims)
    return in_order([*by_words(shelf or Shelf(kept, background)), *by_claims(kept, said)])


def by_words(shelf: Shelf) -> list[Lineage]:
    """The edges that the words of these stories tell: whose text is whose, and whom it credits."""
    found = derivations(shelf)
    edges = [edge for made in found.made for edge in edges_of(shelf, made)]
    edges += [doubtful_edge(shelf, doubt) for doubt in found.doubt]
    return [*edges, *repeats(shelf), *credits_of(shelf.stories)]


def by_claims(stories: Sequence[Story], claims: Sequence[EventClaim]) -> list[Lineage]:
    """The edges that the claims of these stories tell: the reports they rest on, and the sources they share."""
    return [*citations(stories, claims), *shared_sources(stories, claims)]


def in_order(edges: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """By document, then kind, parent and outside source."""
    return tuple(sorted(edges, key=lambda e: (e.document, e.kind, e.derived_from or "", e.upstream or "")))


__all__ = [
    "FIELD",
    "Background",
    "Shelf",
    "by_claims",
    "by_words",
    "circles",
    "followed",
    "in_order",
    "independent",
    "keys_of",
    "lineage",
    "origins",
    "tell",
    "wanted",
    "word_of",
]
