"""One run of the linker: entities → origins → incidents, from the ledger and back into it.

All of it is derived and can be built again at any time. The stages are pure functions over frozen records; this is the
only place that reads for them and stores what they find. Everything anew is found first and then stored in one
transaction; new documents are stored one by one, so that a run that is stopped goes on where it was. Either way a run
that fails leaves what was linked before.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from allege.ledger import Ledger
from allege.link.around import Change, Held, Stored
from allege.link.batch import Judged, build, by_their_words, resolved
from allege.link.beside import MANY, beside
from allege.link.engine import Cost
from allege.link.entities.lines import resolver
from allege.link.entities.resolve import Resolver
from allege.link.growth import all_taken_in, taken_in
from allege.link.memory import kept
from allege.link.model import Judgement
from allege.link.plan import Plan, left_over, plan, version
from allege.link.result import LinkResult
from allege.settings import Settings

if TYPE_CHECKING:
    from allege.ledger.link_writer import LinkWriter


def link_ledger(ledger: Ledger, settings: Settings, *, rebuild: bool = False) -> LinkResult:
    """Derive what the ledger lacks; raises what the ledger raises, and keeps what was whole by then."""
    began = time.perf_counter()
    todo = plan(ledger, settings.lists, rebuild=rebuild)
    said = tuple(ledger.judgements())
    judged = Judged.of(said)
    linked, cost = 0, ""
    if todo.rebuild or todo.documents:
        run = _Run(ledger, settings, todo, said, judged, _resolver(settings.lists, version(settings.lists)))
        linked, cost = run.everything() if todo.rebuild else run.documents(todo.documents)
    found = ledger.linked_counts()
    return LinkResult(
        documents=linked,
        held=ledger.size(),
        incidents=found.incidents,
        derived=found.derived,
        possibly=found.possibly,
        why=todo.why,
        cost=cost,
        conflicts=judged.conflicts,
        seconds=time.perf_counter() - began,
    )


@lru_cache(maxsize=1)
def _resolver(lists: tuple[str, ...], rules: str) -> Resolver:
    """The resolver over our lists and the user's as they are (`rules` tells them apart): reading them takes 0.3 s."""
    return resolver(lists)


@contextmanager
def _uncounted() -> Iterator[None]:
    """Without the search for cycles of dead objects: it goes through millions of frozen records that have none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Run:
    ledger: Ledger
    settings: Settings
    todo: Plan
    said: tuple[Judgement, ...]
    judged: Judged
    using: Resolver

    def everything(self) -> tuple[int, str]:
        """Build the first documents at once, take the others in; how many they are, and what comparing cost.

        Nothing is stored before the first are built, and all of it in one transaction: a run that is stopped or fails
        leaves what was there. What another process reads or decides meanwhile is left to the next run.
        """
        with _uncounted():
            return self._everything()

    def _everything(self) -> tuple[int, str]:
        stories = list(self.ledger.stories())
        large, first = len(stories) >= MANY, stories[: self.todo.counted]
        with beside(lambda: by_their_words(first), worth=large) as written:
            found = resolved(self.ledger, stories, self.using, self.judged.merged)
            claims = list(self.ledger.event_claims([story.id for story in stories], given=found))
            names = {story.id for story in first}
            built = build(first, [claim for claim in claims if claim.document in names], self.judged, written)

        def later() -> list[Change]:
            held = Held(built, stories, claims, self.judged.apart)
            return list(all_taken_in(held, stories[len(first) :], self.judged))

        with beside(later, worth=large) as changes, self.ledger.linking() as writer:
            writer.clear()
            writer.resolutions(found)
            writer.lineage(built.edges)
            writer.incidents(built.linking.incidents)
            writer.links(built.linking.links)
            writer.index_all(built.postings, [story.id for story in stories])
            writer.state(kept(built.collection, built.background))
            costs = [built.linking.cost]
            for change in changes():
                _store(writer, change)
                costs.append(change.cost)
            self._finish(writer, [story.id for story in stories])
        return len(stories), _told(costs)

    def documents(self, names: tuple[str, ...]) -> tuple[int, str]:
        """Take these documents in, in the order read, each in a transaction of its own; how many, and what it cost."""
        if not names:
            return 0, ""
        found = resolved(self.ledger, list(self.ledger.stories(names)), self.using, self.judged.merged)
        with self.ledger.linking() as writer:
            writer.resolutions(found, of=names)
        around = Stored(self.ledger)
        costs = []
        for name in names:
            change = taken_in(around, name, self.judged)
            costs.append(change.cost)
            with self.ledger.linking() as writer:
                _store(writer, change)
                self._finish(writer, [name])
        return len(names), _told(costs)

    def _finish(self, writer: LinkWriter, documents: Iterable[str]) -> None:
        writer.done(documents, version(self.settings.lists))
        writer.state(left_over(self.todo, self.said, self.settings.lists))


def _told(costs: Iterable[Cost]) -> str:
    """What all blocking of a run cost, in words."""
    return str(reduce(Cost.and_of, costs))


def _store(writer: LinkWriter, change: Change) -> None:
    """What one document changes, in place of what was there."""
    writer.lineage(change.edges, of=change.children)
    writer.incidents(change.incidents, instead={*change.instead, *(one.id for one in change.incidents)})
    writer.links(change.links, of=())
    for field, keys in change.keys.items():
        writer.index(field, keys)
