"""What a new document is compared with: the stored documents around it and what was derived from them.

`Stored` reads it from the ledger, for the few documents that came since the last run. `Held` has all of it in memory,
for the documents that a full build takes in after those that it builds at once: nothing is written before all is done.
Both answer the same, so the result does not depend on the way.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from allege.ledger import Ledger
from allege.link.batch import Build, Judged, units_of
from allege.link.engine import Cost, Numbers
from allege.link.incidents import Collection, Unit
from allege.link.incidents.cut import Apart
from allege.link.memory import Statistics, background
from allege.link.model import EventClaim, Incident, Lineage, ScoredPair, Story
from allege.link.origins import Background


@dataclass(frozen=True, slots=True)
class Change:
    """What a document changes: edges of its own and of `children`, incidents `instead` of others, and its index.

    `cost`: what finding what to compare it with took.
    """

    edges: tuple[Lineage, ...]
    children: tuple[str, ...]
    incidents: tuple[Incident, ...]
    links: tuple[ScoredPair, ...]
    instead: tuple[str, ...]
    keys: Mapping[str, Mapping[str, Sequence[int]]]
    cost: Cost


class Around(Protocol):
    """Documents and what is derived from them; all answers are ordered as those of the ledger."""

    @property
    def background(self) -> Background:
        """What the collection makes ordinary, as of the last full build."""

    def stories(self, documents: Iterable[str]) -> list[Story]:
        """These documents, in the order read."""

    def claims(self, documents: Iterable[str]) -> list[EventClaim]:
        """Their claims."""

    def units(self, documents: Iterable[str]) -> tuple[Unit, ...]:
        """What they tell of."""

    def collection(self, units: Sequence[Unit]) -> Collection:
        """How common the values of these units are: as of the last full build, and no less than among these."""

    def documents_of(self, names: Iterable[str]) -> set[str]:
        """The documents that these names are of, or are of claims of; other names are passed over."""

    def block(self, field: str, hashes: Iterable[int], first: int, last: int) -> Mapping[int, Sequence[str]]:
        """For each hash of `field` the first and the last documents, so many, that have it, as read."""

    def descent(self, documents: Iterable[str]) -> list[Lineage]:
        """The edges by which these documents come from others."""

    def incidents_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Ids of the incidents that these documents tell of or bear on."""

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """Incidents by id."""


class _Telling(ABC):
    """What both ways answer alike, once the documents are at hand."""

    _statistics: Statistics

    @abstractmethod
    def _all(self, documents: Iterable[str]) -> list[_Told]:
        """These documents with what they tell, in the order read."""

    def stories(self, documents: Iterable[str]) -> list[Story]:
        """See `Around`."""
        return [told.story for told in self._all(documents)]

    def claims(self, documents: Iterable[str]) -> list[EventClaim]:
        """See `Around`."""
        return [claim for told in self._all(documents) for claim in told.claims]

    def units(self, documents: Iterable[str]) -> tuple[Unit, ...]:
        """See `Around`."""
        return tuple(unit for told in self._all(documents) for unit in told.units)

    def collection(self, units: Sequence[Unit]) -> Collection:
        """See `Around`."""
        return self._statistics.around(units)


class Stored(_Telling):
    """The ledger's. What is read of a document is kept for the next one, whose neighbours may be the same."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._told: dict[str, _Told] = {}
        self._apart = Judged.of(tuple(ledger.judgements())).apart
        self._statistics = Statistics(ledger)
        self.background = background(ledger)

    def documents_of(self, names: Iterable[str]) -> set[str]:
        """See `Around`."""
        asked = sorted(set(names))
        claims = self._ledger.documents_of(asked)
        documents = (story.id for story in self._ledger.stories(name for name in asked if name not in claims))
        return {*claims.values(), *documents}

    def block(self, field: str, hashes: Iterable[int], first: int, last: int) -> Mapping[int, Sequence[str]]:
        """See `Around`."""
        return self._ledger.block(field, hashes, first, last)

    def descent(self, documents: Iterable[str]) -> list[Lineage]:
        """See `Around`."""
        return list(self._ledger.lineage(documents, as_parents=False))

    def incidents_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """See `Around`."""
        return self._ledger.incidents_of(documents)

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """See `Around`."""
        return list(self._ledger.incidents(ids))

    def _all(self, documents: Iterable[str]) -> list[_Told]:
        names = set(documents)
        new = sorted(name for name in names if name not in self._told)
        claims: defaultdict[str, list[EventClaim]] = defaultdict(list)
        if new:
            for claim in self._ledger.event_claims(new):
                claims[claim.document].append(claim)
            places = self._ledger.places(new)
            for story in self._ledger.stories(new):
                self._told[story.id] = _Told(places[story.id], story, tuple(claims[story.id]), self._apart)
        return sorted((self._told[name] for name in names if name in self._told), key=lambda told: told.order)


class Held(_Telling):
    """What a full build found, in memory, with the documents that are still to be taken in."""

    def __init__(self, built: Build, stories: Sequence[Story], claims: Iterable[EventClaim], decided: Apart) -> None:
        said: defaultdict[str, list[EventClaim]] = defaultdict(list)
        for claim in claims:
            said[claim.document].append(claim)
        self._told = {story.id: _Told(n, story, tuple(said[story.id]), decided) for n, story in enumerate(stories)}
        units: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in built.units:
            units[unit.document].append(unit)
        for story in stories[: built.documents]:
            self._told[story.id].found = tuple(units[story.id])
        self._names = [story.id for story in stories]
        self._document = {claim.id: claim.document for told in self._told.values() for claim in told.claims}
        self.background, self._statistics = built.background, Statistics(known=built.collection)
        self._postings = built.postings
        self._later: dict[str, defaultdict[int, list[str]]] = {field: defaultdict(list) for field in built.postings}
        self._edges: dict[str, list[Lineage]] = {}
        self._incidents: dict[str, Incident] = {}
        self._about: defaultdict[str, set[str]] = defaultdict(set)
        self._add(built.edges, built.linking.incidents)

    def documents_of(self, names: Iterable[str]) -> set[str]:
        """See `Around`."""
        found = (self._document.get(name, name) for name in names)
        return {name for name in found if name in self._told}

    def block(self, field: str, hashes: Iterable[int], first: int, last: int) -> Mapping[int, Sequence[str]]:
        """See `Around`."""
        values = sorted(set(hashes))
        found = self._postings[field].having(np.array(values, dtype=np.int64))
        later = self._later[field]
        return {
            value: self._ends(numbers, later.get(value, []), first, last)
            for value, numbers in zip(values, found, strict=True)
        }

    def _ends(self, numbers: Numbers, later: Sequence[str], first: int, last: int) -> tuple[str, ...]:
        """The first and the last of those with these numbers, followed by the later ones."""
        here, whole = len(numbers), len(numbers) + len(later)
        ranges = [(0, whole)] if whole <= first + last else [(0, first), (whole - last, whole)]
        return tuple(
            name
            for low, high in ranges
            for name in (
                *(self._names[n] for n in numbers[low:high].tolist()),
                *later[max(0, low - here) : max(0, high - here)],
            )
        )

    def descent(self, documents: Iterable[str]) -> list[Lineage]:
        """See `Around`."""
        return _ordered(edge for name in set(documents) for edge in self._edges.get(name, ()))

    def incidents_of(self, documents: Iterable[str]) -> tuple[str, ...]:
        """See `Around`."""
        return tuple(sorted(set[str]().union(*(self._about.get(name, ()) for name in documents))))

    def incidents(self, ids: Iterable[str]) -> list[Incident]:
        """See `Around`."""
        return [self._incidents[name] for name in sorted(set(ids)) if name in self._incidents]

    def take(self, change: Change) -> None:
        """Everything as it is after a change."""
        for child in change.children:
            self._edges.pop(child, None)
        for name in {*change.instead, *(one.id for one in change.incidents)}:
            gone = self._incidents.pop(name, None)
            for document in self._bearing(gone) if gone is not None else ():
                self._about[document].discard(name)
        self._add(change.edges, change.incidents)
        for field, keys in change.keys.items():
            for document, values in keys.items():
                for value in sorted(set(values)):
                    self._later[field][value].append(document)

    def _all(self, documents: Iterable[str]) -> list[_Told]:
        return sorted((self._told[name] for name in set(documents)), key=lambda told: told.order)

    def _add(self, edges: Iterable[Lineage], incidents: Iterable[Incident]) -> None:
        for edge in edges:
            self._edges.setdefault(edge.document, []).append(edge)
        for one in incidents:
            self._incidents[one.id] = one
            for document in self._bearing(one):
                self._about[document].add(one.id)

    def _bearing(self, incident: Incident) -> set[str]:
        """The documents that tell of an incident or bear on it."""
        return {*incident.documents, *(self._document[claim] for claim in (*incident.claims, *incident.attached))}


class _Told:
    """One document with what it tells; its units are made when first asked for."""

    __slots__ = ("claims", "decided", "found", "order", "story")

    def __init__(self, order: int, story: Story, claims: tuple[EventClaim, ...], decided: Apart) -> None:
        self.order, self.story, self.claims, self.decided = order, story, claims, decided
        self.found: tuple[Unit, ...] | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        if self.found is None:
            self.found = units_of([self.story], self.claims, self.decided)
        return self.found


def _ordered(edges: Iterable[Lineage]) -> list[Lineage]:
    return sorted(set(edges), key=lambda e: (e.document, e.kind, e.derived_from or "", e.upstream or ""))
