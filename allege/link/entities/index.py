"""Entities by what two spellings of a name share. One table for each way to share it; nothing is compared in pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from allege.link.entities.known import Entity
from allege.link.entities.spelling import bare, cased, initials, key, letters, skeleton, spelled, tokens

MAIN, ALIAS, CUT = 0, 1, 2
"""How a name belongs to its entity: the main one, another one, one that was cut before its brackets."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity's name that shares something with the one asked for; `rank` is `MAIN`, `ALIAS` or `CUT`."""

    entity: Entity
    written: str
    rank: int


Table = Mapping[str, tuple[Hit, ...]]


class Index:
    """The names of entities, laid out for look-up. `by_id` knows joined entries too; `lands` the lists' countries."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        self.by_id = {name: entity for entity in reversed(self.entities) for name in reversed(entity.ids)}
        hits = [hit for entity in self.entities for hit in _names(entity)]
        self.exact = _table(hits, lambda hit: (letters(hit.written),))
        self.words = _table(hits, lambda hit: (key(hit.written),))
        self.spelled = _table(hits, lambda hit: (spelled(hit.written),))
        self.bare = _table(hits, lambda hit: (bare(hit.written),))
        self.skeleton = _table(hits, lambda hit: (skeleton(hit.written),))
        self.initials = _table([h for h in hits if len(tokens(h.written)) > 2], lambda hit: initials(hit.written))
        short = [Hit(entity, acronym, ALIAS) for entity in self.entities for acronym in entity.acronyms]
        self.acronyms = _table(short, lambda hit: (letters(hit.written),))
        self.cased = _table(short, lambda hit: (cased(hit.written),))
        self.lands: Mapping[str, str] = self._lands()
        self.children: Mapping[str, tuple[Entity, ...]] = self._children()

    def _lands(self) -> dict[str, str]:
        """The countries that the entities are of, by the letters of their codes and of the states' names."""
        found = {letters(code): code for entity in self.entities for code in entity.countries}
        for entity in self.entities:
            if entity.kind == "state" and len(entity.countries) == 1:
                (code,) = entity.countries
                found |= {letters(name): code for name in entity.names if len(letters(name)) > 3}
        return found

    def _children(self) -> dict[str, tuple[Entity, ...]]:
        found: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in self.entities:
            if entity.parent in self.by_id:
                found[self.by_id[entity.parent].id].append(entity)
        return {name: tuple(children) for name, children in found.items()}

    def parent(self, entity: Entity) -> Entity | None:
        """What the entity is a part of, where the lists say so."""
        return self.by_id.get(entity.parent)


def _names(entity: Entity) -> Iterator[Hit]:
    for name in entity.names:
        yield Hit(entity, name, MAIN if name == entity.name else ALIAS)
        before = name.partition(" (")[0]
        if before != name and not entity.parent and letters(before):
            yield Hit(entity, before, CUT)


def _table(hits: Iterable[Hit], keys: Callable[[Hit], Iterable[str]]) -> Table:
    found: defaultdict[str, dict[str, Hit]] = defaultdict(dict)
    for hit in hits:
        for name in keys(hit):
            kept = found[name].get(hit.entity.id)
            if name and (kept is None or hit.rank < kept.rank):
                found[name][hit.entity.id] = hit
    return {name: tuple(by_entity.values()) for name, by_entity in found.items()}
