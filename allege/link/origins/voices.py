"""One word is not two witnesses: documents whose claims rest on the same resolved source.

The edge does not make one document a copy of the other; it says that what both have from that source counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from allege.claim import SourceKind, Span, merge_spans
from allege.link.model import EventClaim, Lineage, LineageKind, Origin, Story

SURE = 0.8
"""How sure it is that one resolved name is one source."""

DAYS = 30
"""Within how many days two documents must be for the same source to be speaking of the same thing."""


def shared_sources(stories: Iterable[Story], claims: Iterable[EventClaim]) -> Iterator[Lineage]:
    """An edge from a document to the one before it where the same source says the same type of thing in both.

    Each document is joined to the last one before it alone, so that a spokesman quoted in a thousand papers makes a
    thousand edges. Documents without a date are left out: nothing tells that they are about the same thing.
    """
    dated = {story.id: story.published for story in stories if story.published}
    spoken: defaultdict[tuple[str, str], defaultdict[str, list[EventClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        speaker = claim.speakers[-1] if claim.speakers else None
        if speaker and speaker.entity and speaker.kind is not SourceKind.AUTHOR and claim.document in dated:
            for about in _about(claim):
                spoken[speaker.entity, about][claim.document].append(claim)
    edges: dict[tuple[str, str, str], Lineage] = {}
    for entity, about in sorted(spoken):
        heard = spoken[entity, about]
        for early, late in pairwise(sorted(heard, key=lambda document: (dated[document], document))):
            if (dated[late] - dated[early]).days <= DAYS:
                edges.setdefault((late, early, entity), _edge(heard[late], heard[early]))
    yield from (edges[key] for key in sorted(edges))


def word_of(claim: EventClaim, origins: Mapping[str, Origin]) -> str:
    """On whose word a claim rests in the end, as one key: its resolved innermost source, else its document's origin.

    Two claims with the same key are one word, however many documents carry them.
    """
    speaker = claim.speakers[-1] if claim.speakers else None
    if speaker and speaker.entity and speaker.kind is not SourceKind.AUTHOR:
        return f"source {speaker.entity}"
    origin = origins.get(claim.document)
    return f"origin {origin.root if origin else claim.document}"


def _about(claim: EventClaim) -> set[str]:
    """What a claim is about, roughly: its type with each resolved place or actor."""
    return {f"{claim.type} {filler.entity}" for filler in claim.fillers if filler.entity}


def _edge(late: list[EventClaim], early: list[EventClaim]) -> Lineage:
    speaker = late[0].speakers[-1]
    why = f"both have it from {speaker.name or speaker.words}: one word, not two witnesses"
    here, there = (merge_spans(Span(claim.start, claim.end) for claim in side) for side in (late, early))
    return Lineage(
        late[0].document, early[0].document, LineageKind.SOURCE, SURE, why, speaker.name or speaker.words, here, there
    )
