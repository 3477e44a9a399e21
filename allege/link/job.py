"""One run of the linker: entities → origins → incidents, from the ledger and back into it.

All of it is derived and can be built again at any time. The stages are pure functions over frozen records; this is the
only place that reads for them and stores what they find: a whole collection in one transaction, then each later
document in one of its own, so that a run that is stopped goes on where it was.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from allege.ledger import Ledger
from allege.link.batch import Build, Judged, build, resolved
from allege.link.engine import DuckEngine
from allege.link.entities.lines import resolver
from allege.link.entities.resolve import Resolver
from allege.link.growth import Change, taken_in
from allege.link.memory import UNIT_FIELD, background, hopeful, kept, unit_keys
from allege.link.model import Judgement, Story
from allege.link.origins import FIELD, keys_of
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
        linked, cost = run.everything() if todo.rebuild else (run.documents(todo.documents), "")
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


@dataclass(frozen=True, slots=True)
class _Run:
    ledger: Ledger
    settings: Settings
    todo: Plan
    said: tuple[Judgement, ...]
    judged: Judged
    using: Resolver

    def everything(self) -> tuple[int, str]:
        """Build the first documents at once, take the others in; how many they are, and what comparing cost."""
        first = self.ledger.first_read(self.todo.counted)
        found = resolved(self.ledger, first, self.using, self.judged.merged)
        with self.ledger.linking() as writer:
            writer.clear()
            writer.resolutions(found)
        engine = DuckEngine()
        stories = list(self.ledger.stories(first))
        built = build(stories, list(self.ledger.event_claims(first)), self.judged, engine)
        self._store(built, stories)
        later = self.documents(self.ledger.read_since())
        return len(first) + later, str(engine.cost or "")

    def documents(self, names: tuple[str, ...]) -> int:
        """Take these documents in, in the order read; how many they are."""
        if not names:
            return 0
        known = background(self.ledger)
        for name in names:
            found = resolved(self.ledger, [name], self.using, self.judged.merged)
            with self.ledger.linking() as writer:
                writer.resolutions(found, of=[name])
            self._change(name, taken_in(self.ledger, name, self.judged, known))
        return len(names)

    def _store(self, built: Build, stories: Sequence[Story]) -> None:
        counts = hopeful(built.collection)
        keys: dict[str, list[int]] = {story.id: [] for story in stories}
        for unit in built.units:
            keys[unit.document].extend(unit_keys(unit, counts))
        with self.ledger.linking() as writer:
            writer.lineage(built.edges)
            writer.incidents(built.linking.incidents)
            writer.links(built.linking.links)
            writer.index(FIELD, {story.id: keys_of(story) for story in stories})
            writer.index(UNIT_FIELD, keys)
            writer.state(kept(built.collection, built.background))
            self._finish(writer, keys)

    def _change(self, name: str, change: Change) -> None:
        incidents = change.linking.incidents
        with self.ledger.linking() as writer:
            writer.lineage(change.edges, of=change.children)
            writer.incidents(incidents, instead={*change.instead, *(one.id for one in incidents)})
            writer.links(change.linking.links, of=())
            for field, keys in change.keys.items():
                writer.index(field, keys)
            self._finish(writer, [name])

    def _finish(self, writer: LinkWriter, documents: Iterable[str]) -> None:
        writer.done(documents, version(self.settings.lists))
        writer.state(left_over(self.todo, self.said, self.settings.lists))
