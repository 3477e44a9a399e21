"""Everything that a text names: actors, people, places, times, quantities, weapons and documents, in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from allege.analyse import names, quantities, roles, times
from allege.analyse.actor_list import load_actors, states
from allege.analyse.actors import ActorFinder
from allege.analyse.casing import has_one_case
from allege.analyse.choosing import Around, dated
from allege.analyse.found import Found, settled
from allege.analyse.matching import Common, words_of
from allege.analyse.places.geography import load_geography
from allege.analyse.places.index import open_towns
from allege.analyse.places.resolve import find as find_places
from allege.analyse.places.toponyms import ToponymFinder
from allege.claim import Document
from allege.settings import Settings


@dataclass(frozen=True, slots=True)
class Finders:
    """The finders that hold lists, built once for the settings."""

    actors: ActorFinder
    toponyms: ToponymFinder
    common: Common


@lru_cache(maxsize=2)
def finders(lists: tuple[str, ...], cache: str, common: Common) -> Finders:
    """Finders over our lists and the user's; raises ListError. The index of places is built on first use."""
    toponyms = ToponymFinder(load_geography(lists), open_towns(cache), common)
    listed = {key: actor for key, actor in load_actors(lists).items() if key not in states()}
    return Finders(ActorFinder(listed, common), toponyms, common)


def mentions(document: Document, doc: Doc, settings: Settings, common: Common) -> tuple[Found, ...]:
    """The mentions of a document in text order, without ids, with the tokens under them."""
    if not len(doc):
        return ()
    ready = finders(settings.lists, settings.cache, common)
    words = words_of(doc)
    survey = ready.toponyms.survey(words)
    found: list[Found] = [*find_places(words, ready.toponyms, survey)]
    when = list(times.find(doc, document.published))
    around = Around(
        frozenset(survey.countries),
        {match.end - 1: match.items[0].country for match in survey.matches},
        dated(doc, when, document.published),
        caseless=has_one_case(document.text),
    )
    found += ready.actors.find(words, around)
    found += ready.actors.forces(words, ((m, m.items[0]) for m in survey.matches))
    found += names.find(doc, ready.common)
    found += when
    found += quantities.find(doc, [span for item in when for span in item.mention.spans])
    found += roles.find(doc, found)
    return settled(found)
