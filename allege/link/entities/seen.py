"""What a ledger holds of each entity: the words that name it, the claims about it, who makes them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from allege.claim import Role
from allege.link.entities.judged import name_id
from allege.link.entities.names import PREFIX
from allege.link.entities.spelling import without_article
from allege.link.model import EventClaim, Filler, Speaker
from allege.link.positions.lexicon import lexicon, tokens

WHO = (Role.ACTOR, Role.RECIPIENT)
"""The roles in which a claim is about an actor."""


@dataclass(slots=True)
class Seen:
    """An entity in a ledger. `aliases`: words and how often, pronouns apart; `about`: ids of claims by role.

    `told`: claims by speaker. `speaks`: ids of the claims that are made in its name.
    """

    entity: str
    name: str
    aliases: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    about: defaultdict[Role, list[str]] = field(default_factory=lambda: defaultdict(list))
    told: Counter[str] = field(default_factory=Counter)
    speaks: list[str] = field(default_factory=list)

    @property
    def claims(self) -> int:
        """The claims about it."""
        return len({claim for claims in self.about.values() for claim in claims})


def seen(claims: Iterable[EventClaim]) -> Mapping[str, Seen]:
    """The entities that the claims are about or are made by, by id.

    One that is known by its own words goes by them, whatever else a person has decided that it is called.
    """
    found = _seen(claims)
    for one in (one for one in found.values() if one.entity.startswith(PREFIX)):
        own = {words: times for words, times in one.aliases.items() if name_id(words) == one.entity}
        one.name = spellings(own)[0][0] if own else one.name
    return found


def unlinked(claims: Iterable[EventClaim]) -> Mapping[str, Seen]:
    """The names in claims that no entity has, by the ids of their words: two documents with one may mean two bodies."""
    return _seen(
        replace(claim, fillers=tuple(map(_by_words, claim.fillers)), speakers=tuple(map(_by_words, claim.speakers)))
        for claim in claims
    )


Named = TypeVar("Named", Filler, Speaker)


def _by_words(one: Named) -> Named:
    """With the id of its words where these are a name that no entity has; without any entity else."""
    name = without_article(one.words)
    named = not one.entity and name[:1].isupper() and names_somebody(name)
    return replace(one, entity=name_id(name), name=name) if named else replace(one, entity=None, name=None)


def _seen(claims: Iterable[EventClaim]) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for claim in claims:
        teller = innermost(claim)
        told: set[str] = set()
        for filler in claim.fillers:
            if filler.role in WHO and filler.entity:
                one = found.setdefault(filler.entity, Seen(filler.entity, filler.name or filler.words))
                _count(one.aliases, filler.words)
                one.documents.add(claim.document)
                one.about[filler.role].append(claim.id)
                told.add(filler.entity)
        for entity in sorted(told):
            found[entity].told[teller] += 1
        for speaker in claim.speakers:
            if speaker.entity:
                one = found.setdefault(speaker.entity, Seen(speaker.entity, speaker.name or speaker.words))
                _count(one.aliases, speaker.words)
                one.documents.add(claim.document)
                one.speaks.append(claim.id)
    return found


def seen_places(claims: Iterable[EventClaim]) -> Mapping[str, Seen]:
    """The places where claims say that something happened, by id, or by GeoNames' number where they have none."""
    found: dict[str, Seen] = {}
    for claim in claims:
        placed: set[str] = set()
        for filler in (f for f in claim.fillers if f.role is Role.PLACE):
            identity = filler.entity or (f"geonames:{filler.geonames}" if filler.geonames else None)
            if identity:
                one = found.setdefault(identity, Seen(identity, filler.name or filler.words))
                _count(one.aliases, filler.words)
                one.documents.add(claim.document)
                one.about[filler.role].append(claim.id)
                placed.add(identity)
        for identity in sorted(placed):
            found[identity].told[innermost(claim)] += 1
    return found


def spellings(aliases: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Words that name somebody with how often, most often first; those that differ in case or article are one.

    Of these the form without an article is shown, and of several the one that is written most.
    """
    forms: dict[str, Counter[str]] = {}
    for words, times in aliases.items():
        plain = without_article(words)
        forms.setdefault(plain.casefold(), Counter())[plain] += times
    shown = [(min(found, key=lambda one: (-found[one], one)), found.total()) for found in forms.values()]
    return tuple(sorted(shown, key=lambda one: (-one[1], one[0])))


def names_somebody(words: str) -> bool:
    """Whether words are more than a pronoun: "he" names whoever was named before."""
    known = lexicon()
    return any(word not in known.third_person and word not in known.first_person for word in tokens(words))


def _count(aliases: Counter[str], words: str) -> None:
    """Adds words that name somebody."""
    if names_somebody(words):
        aliases[words] += 1


def innermost(claim: EventClaim) -> str:
    """Who makes the claim, as a person reads it."""
    said = claim.speakers[-1] if claim.speakers else None
    return teller(said) if said is not None else "the author"


def teller(speaker: Speaker) -> str:
    """A source's name, its words, or "the author"."""
    return speaker.name or speaker.words or "the author"
