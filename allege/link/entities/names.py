"""Names that no list has: lines that are variants of one another share an id made of their own words.

Each unlisted name is an entity of its own ("name:…"), so that two documents that name the same unlisted body agree.
Names are joined by look-up alone (the same words, the same consonants, an acronym and the long name it abbreviates in
the same country), never by likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allege.link.entities.readings import Part, readings
from allege.link.entities.spelling import bare, initials, is_acronym, key, letters, skeleton

PREFIX = "name:"
"""Begins the ids of entities that are known by their name alone."""

Trait = tuple[str, str]
"""What two variants share: the way, and the shared form."""


@dataclass(frozen=True, slots=True)
class Named:
    """An unlisted name and the countries (ISO codes) in which it was written."""

    name: str
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Unlisted names that are variants: an id, the name to show, and the places of the names in what was given."""

    id: str
    name: str
    members: tuple[int, ...]


def clusters(names: Sequence[Named]) -> tuple[Cluster, ...]:
    """The names in groups of variants; the order in which they come changes nothing but `members`."""
    holders: defaultdict[Trait, list[int]] = defaultdict(list)
    for place, named in enumerate(names):
        for trait in dict.fromkeys(_traits(named)):
            holders[trait].append(place)
    root = list(range(len(names)))
    for places in holders.values():
        for place in places[1:]:
            _join(root, places[0], place)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(names)):
        groups[_top(root, place)].append(place)
    return tuple(_cluster([names[m] for m in members], tuple(members)) for members in groups.values())


def _traits(named: Named) -> Iterator[Trait]:
    """All by which a name may be found again. An acronym counts only together with a country, or with five letters."""
    for reading in readings(named.name):
        if reading.faction:
            continue
        text = reading.text
        if is_acronym(text):
            yield from _short(letters(text), named.countries, own=True)
            continue
        yield "letters", letters(text)
        yield "words", key(text)
        if reading.part in {Part.WHOLE, Part.NAME, Part.HASHTAG}:
            yield from (("bare", form) for form in (bare(text),) if form)
            yield from (("skeleton", form) for form in (skeleton(text),) if form)
        for short in initials(text):
            yield from _short(short.lower(), named.countries, own=False)


def _short(acronym: str, countries: frozenset[str], *, own: bool) -> Iterator[Trait]:
    if len(acronym) > 2:
        yield from (("acronym", f"{acronym} {country}") for country in sorted(countries))
    if (own and not countries) or len(acronym) > 4:
        yield "acronym", acronym


def _top(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _join(root: list[int], a: int, b: int) -> None:
    first, second = sorted((_top(root, a), _top(root, b)))
    root[second] = first


def _cluster(names: Sequence[Named], members: tuple[int, ...]) -> Cluster:
    """The longest name is shown; the id is made of its words, so that it does not depend on the order."""
    shown = max((named.name for named in names), key=lambda name: (len(letters(name)), name))
    words = letters(shown) if is_acronym(shown) else key(shown).replace(" ", "-")
    return Cluster(f"{PREFIX}{words or letters(shown)}", shown, members)
