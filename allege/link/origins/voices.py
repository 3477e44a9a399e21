"""One word is not two witnesses: documents whose claims rest on the same source, resolved or named in full.

The edge does not make one document a copy of the other; it says that what both have from that source counts once. Of
documents that have most from it, it is the origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from allege.claim import Role, Span, merge_spans
from allege.link.model import EventClaim, Filler, Lineage, LineageKind, Origin, Speaker, Story
from allege.link.origins.direction import filed
from allege.link.origins.named import meant_before, source_of, words_of

SURE = 0.8
"""How sure it is that one resolved name is one source."""

MOSTLY = 0.5
"""Share of a document's claims on one source's word from which its report comes from that source."""

DAYS = 30
"""Within how many days two documents must be for the same source to be speaking of the same thing."""


def shared_sources(stories: Iterable[Story], claims: Iterable[EventClaim]) -> Iterator[Lineage]:
    """An edge from a document to the one before it where the same source says the same type of thing in both.

    Each document is joined to the last one before it alone, so that a spokesman quoted in a thousand papers makes a
    thousand edges. Where both rest mostly on that source, each has an edge to it besides: it is where both come from.
    Documents without a date are left out: nothing tells that they are about the same thing.
    """
    known = {story.id: story for story in stories if story.published}
    dated = {name: story.published for name, story in known.items() if story.published}
    order = {name: (day, not filed(known[name]), name) for name, day in dated.items()}
    spoken: defaultdict[tuple[str, str], defaultdict[str, list[EventClaim]]] = defaultdict(lambda: defaultdict(list))
    said: defaultdict[str, list[Said]] = defaultdict(list)
    for claim in claims:
        source = source_of(claim.speakers[-1]) if claim.speakers else None
        if claim.speakers:
            said[claim.document].append((source[0] if source else "", claim.speakers[-1]))
        if source and claim.document in dated:
            for about in _about(claim):
                spoken[source[0], about][claim.document].append(claim)
    edges: dict[tuple[str, str, str], Lineage] = {}
    shares: dict[tuple[str, str], float] = {}
    for entity, about in sorted(spoken):
        heard = spoken[entity, about]
        for early, late in pairwise(sorted(heard, key=order.__getitem__)):
            if (dated[late] - dated[early]).days <= DAYS:
                edges.setdefault((late, early, entity), _edge(heard[late], heard[early]))
                for one in (early, late):
                    if (one, entity) not in shares:
                        shares[one, entity] = _share(said[one], entity)
                if min(shares[early, entity], shares[late, entity]) >= MOSTLY:
                    for one in (early, late):
                        edges.setdefault((one, "", entity), _rests(one, heard[one], shares[one, entity]))
    yield from (edges[key] for key in sorted(edges))


Said = tuple[str, Speaker]
"""The key of a claim's innermost source, "" where nothing tells who it is, and the source."""


def _share(said: list[Said], key: str) -> float:
    """The share of a document's claims that rest on a source, under its name, a part of it ("the army") or as "he"."""
    words = frozenset[str]().union(*(words_of(speaker) for name, speaker in said if name == key))
    alone = {name for name, _ in said if name} == {key}
    mine = sum(name == key or (not name and _meant(speaker, words, alone=alone)) for name, speaker in said)
    return mine / len(said)


def _meant(speaker: Speaker, words: frozenset[str], *, alone: bool) -> bool:
    """Whether a source that nothing names is the one with these words; `alone`: the only one that has a name."""
    called = words_of(speaker)
    return bool(called) and (called <= words or (alone and meant_before(speaker)))


def word_of(claim: EventClaim, origins: Mapping[str, Origin]) -> str:
    """On whose word a claim rests in the end, as one key: its resolved innermost source, else its document's origin.

    Two claims with the same key are one word, however many documents carry them.
    """
    source = source_of(claim.speakers[-1]) if claim.speakers else None
    if source:
        return f"source {source[0]}"
    origin = origins.get(claim.document)
    return f"origin {origin.root if origin else claim.document}"


def _about(claim: EventClaim) -> set[str]:
    """What a claim is about, roughly: its type with each resolved place or actor, or with its words where they name."""
    return {f"{claim.type} {about}" for filler in claim.fillers if (about := filler.entity or _called(filler))}


def _called(filler: Filler) -> str:
    """The words of a place or an actor that no list has, where they are a name; "" for others."""
    if filler.role not in (Role.ACTOR, Role.RECIPIENT, Role.PLACE):
        return ""
    return " ".join(word.casefold() for word in filler.words.split() if word[0].isupper() and word.casefold() != "the")


def _edge(late: list[EventClaim], early: list[EventClaim]) -> Lineage:
    name = _name(late)
    why = f"both have it from {name}: one word, not two witnesses"
    here, there = (merge_spans(Span(claim.start, claim.end) for claim in side) for side in (late, early))
    return Lineage(late[0].document, early[0].document, LineageKind.SOURCE, SURE, why, name, here, there)


def _rests(document: str, claims: list[EventClaim], share: float) -> Lineage:
    """That a document's report comes from a source which others have it from too."""
    name = _name(claims)
    why = f"{round(100 * share)} % of its claims rest on {name}, as others’ do"
    spans = merge_spans(Span(claim.start, claim.end) for claim in claims)
    return Lineage(document, None, LineageKind.SOURCE, round(share, 3), why, name, spans)


def _name(claims: list[EventClaim]) -> str:
    found = source_of(claims[0].speakers[-1])
    return found[1] if found else claims[0].speakers[-1].words
