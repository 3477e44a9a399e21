"""Everything anew: all stages over a whole collection at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from allege.claim import ClaimKind, MentionType
from allege.ledger import Ledger
from allege.link.beside import MANY, beside
from allege.link.decisions import DERIVED, SAME, Decisions, decisions, judged_lineage, judged_links
from allege.link.entities.documents import Mentioned, resolutions
from allege.link.entities.judged import Merges, merges
from allege.link.entities.resolve import Resolver
from allege.link.incidents import Collection, Linking, Unit, incidents, units
from allege.link.incidents.candidates import Openers
from allege.link.incidents.cut import Apart, apart
from allege.link.memory import UNIT_FIELD, hopeful, unit_keys
from allege.link.model import (
    COPIES,
    EventClaim,
    Incident,
    Judgement,
    JudgementKind,
    Lineage,
    Resolution,
    ScoredPair,
    Story,
)
from allege.link.origins import FIELD, Background, Shelf, by_claims, by_words, followed, in_order
from allege.link.parts.attach import attach
from allege.link.parts.dying import tolls
from allege.link.parts.parts import parts_of
from allege.link.parts.speech import only_spoken, spoken_with
from allege.link.postings import Postings

LAST = 0.46
"""The share of the documents whose units are found beside: what their words tell is still being found then."""

THEIRS = 0.72
"""The share of the incidents whose parts are found beside: the others have to wait until all that bears is attached."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What analysts decided, by what it is about."""

    derived: Decisions
    same: Decisions
    merged: Merges

    @classmethod
    def of(cls, said: Sequence[Judgement]) -> Judged:
        """From the judgements in force, in the order appended."""
        return cls(decisions(said, DERIVED), decisions(said, SAME), merges(said))

    @property
    def conflicts(self) -> tuple[str, ...]:
        """What contradicts what, a line each."""
        return (*self.same.conflicts, *self.derived.conflicts, *self.merged.conflicts)

    @property
    def apart(self) -> Apart:
        """The claims that were decided to be of two incidents, each with its others."""
        pairs = self.same.pairs.items()
        return apart(pair for pair, item in pairs if item.kind is JudgementKind.OTHER_INCIDENT)

    def links(self, found: Iterable[Unit]) -> list[ScoredPair]:
        """The decisions on incidents as pairs of units."""
        units_ = tuple(found)
        known = {claim: unit.id for unit in units_ for claim in unit.claims}
        whole = {unit.document: unit.id for unit in sorted(units_, key=lambda unit: (unit.main, unit.id))}
        return judged_links(self.same, known | whole)


@dataclass(frozen=True, slots=True)
class Written:
    """What the words of a collection tell: edges between documents, what is ordinary among them, and the keys by which
    a later document finds its relatives.
    """

    edges: Sequence[Lineage]
    background: Background
    keys: Postings


@dataclass(frozen=True, slots=True)
class Build:
    """What a whole collection gives, with the statistics that it was judged by and the index that it is found by.

    `documents`: how many they are; the index numbers them in the order of the ledger.
    """

    documents: int
    edges: tuple[Lineage, ...]
    linking: Linking
    units: tuple[Unit, ...]
    background: Background
    collection: Collection
    postings: Mapping[str, Postings]


def build(
    stories: Sequence[Story],
    claims: Sequence[EventClaim],
    judged: Judged,
    written: Callable[[], Written],
) -> Build:
    """Lineage and incidents of these documents, given in the order of the ledger.

    `written`: what their words alone tell, which may be under way elsewhere (`by_their_words`).
    """
    some = round(len(stories) * (1 - LAST))
    with beside(lambda: units_of(stories[some:], claims, judged.apart), worth=len(stories) >= MANY) as others:
        found = (*units_of(stories[:some], claims, judged.apart), *others())
    counted = Collection.of(found).judging()
    with beside(lambda: _unit_keys(stories, found, counted), worth=len(found) >= MANY) as keys:
        words = written()
        edges = _edges(stories, claims, words.edges, judged)
        linking = incidents(found, collection=counted, copies=copies(edges), judged=judged.links(found))
        index = {FIELD: words.keys, UNIT_FIELD: keys()}
    whole = replace(linking, incidents=complete(linking.incidents, stories, claims, judged.apart))
    return Build(len(stories), edges, whole, found, words.background, counted, index)


def by_their_words(stories: Sequence[Story]) -> Written:
    """What the words of these documents tell, before any claim of theirs is looked at."""
    shelf = Shelf(stories)
    keys = Postings.by_key(*shelf.keys(story.id for story in stories))
    return Written(by_words(shelf), shelf.background, keys)


def _unit_keys(stories: Sequence[Story], found: Iterable[Unit], counted: Collection) -> Postings:
    openers = Openers(hopeful(counted))
    keys: dict[str, list[int]] = {story.id: [] for story in stories}
    for unit in found:
        keys[unit.document].extend(unit_keys(unit, openers))
    return Postings.of([np.array(keys[story.id], dtype=np.int64) for story in stories])


def edges_of(
    stories: Sequence[Story], claims: Sequence[EventClaim], shelf: Shelf, judged: Judged
) -> tuple[Lineage, ...]:
    """The lineage among these documents (on the `shelf`), as analysts will have it."""
    return _edges(stories, claims, by_words(shelf), judged)


def _edges(
    stories: Sequence[Story], claims: Iterable[EventClaim], written: Iterable[Lineage], judged: Judged
) -> tuple[Lineage, ...]:
    events = [claim for claim in claims if claim.kind is not ClaimKind.STATE]
    found = in_order([*written, *by_claims(stories, events)])
    return tuple(judged_lineage(found, judged.derived, (story.id for story in stories)))


def complete(
    found: Sequence[Incident], stories: Iterable[Story], claims: Sequence[EventClaim], decided: Apart | None = None
) -> tuple[Incident, ...]:
    """The incidents with what only bears on them and with their parts; one that nobody tells of is none."""
    told = {claim.id: claim for claim in claims}
    whole = told_of(found, told)
    said = {name for one in whole for name in one.claims}
    gathered = [[told[name] for name in one.claims] for one in whole]
    some = round(len(gathered) * THEIRS)
    with beside(lambda: list(parts_of(gathered[:some])), worth=len(claims) >= MANY) as others:
        free = (claim for name, claim in told.items() if name not in said)
        bear = attached(whole, free, told, stories, decided)
        rest = list(parts_of(gathered[some:]))
        parts = [*others(), *rest]
    return tuple(
        replace(one, attached=tuple(sorted(bear.get(one.id, ()))), parts=part)
        for one, part in zip(whole, parts, strict=True)
    )


def told_of(found: Sequence[Incident], told: Mapping[str, EventClaim]) -> tuple[Incident, ...]:
    """The incidents of which somebody tells more than that he denies, demands or vows it; `told`: the claims by id."""
    spoken = only_spoken({one.id: [told[name] for name in one.claims] for one in found}, told.values())
    there = {one.id for one in found} - spoken
    whole = (one for one in found if one.id in there)
    return tuple(replace(one, possibly=tuple(name for name in one.possibly if name in there)) for one in whole)


def attached(
    whole: Iterable[Incident],
    claims: Iterable[EventClaim],
    told: Mapping[str, EventClaim],
    stories: Iterable[Story],
    decided: Apart | None = None,
) -> dict[str, list[str]]:
    """By incident those of the claims that only bear on it; `told`: the claims of the incidents by id.

    An act of speech goes with what it speaks of: "denied" with the denied raid of its sentence. A toll told by itself
    ("four died") goes with the one attack that its document tells of. What people told apart (`decided`) stays so.
    """
    out: dict[str, list[str]] = defaultdict(list)
    published = {story.id: story.published for story in stories if story.published is not None}
    whole, free = list(whole), list(claims)
    names = {claim.id for claim in free}
    dead = {name: incident for name, incident in tolls(told.values(), whole) if name in names}
    events = [claim for claim in free if claim.kind is not ClaimKind.STATE]
    found = {name: where.incident for name, where in attach(events, whole, told, published).items()}
    held = {one.id: frozenset(one.claims) for one in whole} if decided else {}
    for name, incident in (found | spoken_with(events, found) | dead).items():
        if not decided or decided.get(name, frozenset()).isdisjoint(held[incident]):
            out[incident].append(name)
    return out


def copies(edges: Iterable[Lineage]) -> dict[str, str]:
    """For each document that is a copy of another the one that it copies."""
    best = followed(edge for edge in edges if edge.kind in COPIES)
    return {document: edge.derived_from for document, edge in best.items() if edge.derived_from is not None}


def units_of(
    stories: Iterable[Story], claims: Iterable[EventClaim], decided: Apart | None = None
) -> tuple[Unit, ...]:
    """The units of these documents, in their order; `decided`: the claims that people told apart."""
    told: Mapping[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.document].append(claim)
    return tuple(unit for story in stories for unit in units(story, told[story.id], decided))


def resolved(ledger: Ledger, stories: Sequence[Story], using: Resolver, merged: Merges) -> list[Resolution]:
    """Whom the actors that these documents mention are, beyond what extraction found."""
    named: dict[str, list[Mentioned]] = defaultdict(list)
    for row in ledger.names([MentionType.ACTOR], [story.id for story in stories]):
        named[row.document].append(Mentioned(row.type, row.words, row.entity, row.name))
    return [one for story in stories for one in resolutions(story, named[story.id], using, merged)]
