"""Who is meant by the words of an actor: a name, a description that says whose side, or one that fits anybody.

A `Value.side` is "name", "state name" or "group name" for names (where the name tells), "anybody", "state", "armed",
"civil" or "other" for descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from allege.claim import Role, SourceKind
from allege.link.model import EventClaim, Filler
from allege.link.positions.forces import forces
from allege.link.positions.holders import holder, spoken_for
from allege.link.positions.lexicon import is_other_side, lexicon, listed, persons, singular, tokens
from allege.link.positions.records import Value, Voice
from allege.link.positions.sides import UNLISTED

_COUNTED = re.compile(
    r"(?:at (?:least|most)|about|some|nearly|almost|more than|up to|dozens|hundreds|\d)", re.IGNORECASE
)

PRECISE = 3
"""UCDP's `where_prec` of a place no coarser than a district: a town stands for nobody who could be another doer."""

BODIES = frozenset({SourceKind.ARMED_GROUP, SourceKind.STATE, SourceKind.ORGANIZATION, SourceKind.OFFICIAL})
"""Kinds of sources that are several, and speak of themselves as "it" or "they"."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a document calls by name: actors by their words, so that "the brigade" finds its brigade; and its places.

    `others`: what the other documents of the incident call by name.
    """

    actors: Mapping[frozenset[str], Value] = field(default_factory=dict)
    others: Mapping[frozenset[str], Value] = field(default_factory=dict)
    places: frozenset[str] = frozenset()


def names(claims: Iterable[EventClaim]) -> Names:
    """The names that these claims, of one document or of several, give to actors, sources and places."""
    actors: dict[frozenset[str], Value] = {}
    places: set[str] = set()
    for claim in claims:
        for filler in claim.fillers:
            if filler.role is Role.PLACE and filler.entity:
                places.add(filler.entity)
            elif _is_town(filler):
                continue  # "an Orsa man" is not Orsa, let alone its police
            elif filler.role in (Role.ACTOR, Role.RECIPIENT) and filler.entity and _names(filler.entity, filler.words):
                _take(actors, filler.entity, filler.name or filler.words, filler.words)
        for speaker in claim.speakers:
            if speaker.entity and speaker.kind is not SourceKind.PERSON and _names(speaker.entity, speaker.words):
                _take(actors, speaker.entity, speaker.name or speaker.words, speaker.words)
    return Names(actors, places=frozenset(places))


def _is_town(filler: Filler) -> bool:
    return filler.latitude is not None and (filler.precision or 9) <= PRECISE


def _take(actors: dict[frozenset[str], Value], entity: str, name: str, words: str) -> None:
    """Both by its name and, where they are a name too, by the words of the text: a person may have joined the two."""
    value = _named(entity, name)
    actors.setdefault(_bare(name), value)
    if is_name(words):
        actors.setdefault(_bare(words), value)


def _names(entity: str, words: str) -> bool:
    """Whether words that resolve to this entity are a name: an entity that no list has may be any phrase."""
    return not entity.startswith(UNLISTED) or is_name(words)


def actor(filler: Filler, speaker: Voice, known: Names, *, opening: bool = False) -> Value | None:
    """Whom the words of an actor mean; None for a place, or a pronoun that leads to nobody.

    `opening`: the words open a sentence.
    """
    words = tokens(filler.words)
    if not words or _no_doer(filler, known):
        return None
    lists = lexicon()
    first = words[0]
    if first in lists.unknown:
        return _described(filler)
    filler = _held(filler, known)
    if first in lists.first_person:
        return _ours(filler, words, speaker, known)
    named = _forces(filler, known, opening=opening) or _resolved(filler)
    if named is None and first in lists.third_person:
        return _speaker(first, speaker, known) if len(words) == 1 else None
    return named or _by_name(filler, known, opening=opening) or _described(filler)


def _held(filler: Filler, known: Names) -> Filler:
    """The filler as whoever holds what it names: "army drones" as the army. What a list has stays."""
    if filler.entity and not filler.entity.startswith(UNLISTED):
        return filler
    theirs = holder(filler.words, lambda words: bool(bare := _bare(words)) and is_name(words) and _called(bare, known))
    plain = " ".join(filler.words.split())
    return filler if theirs == plain else replace(filler, words=theirs, name=None, entity=None)


def _called(bare: frozenset[str], known: Names) -> bool:
    return bare in known.actors or bare in known.others


def _ours(filler: Filler, words: Sequence[str], speaker: Voice, known: Names) -> Value | None:
    """Whoever speaks, or a body that he only governs: a minister's "our police"."""
    if len(words) > 1 and words[-1] in lexicon().institutions:
        return _described(replace(filler, words=filler.words.partition(" ")[2]))
    return _speaker(words[0], speaker, known)


def _forces(filler: Filler, known: Names, *, opening: bool) -> Value | None:
    """The forces of a country that no list has, where the text has no listed name for them."""
    listed_name = known.actors.get(_bare(filler.words))
    if (filler.entity and not filler.entity.startswith(UNLISTED)) or (listed_name and listed_name.entity):
        return None
    return forces(filler.words, opening=opening)


def _resolved(filler: Filler) -> Value | None:
    """The entity that the words are a name of."""
    if not filler.entity or not _names(filler.entity, filler.words):
        return None
    name = _named(filler.entity, filler.name or filler.words)
    return replace(name, side="other") if _is_town(filler) else name


def _no_doer(filler: Filler, known: Names) -> bool:
    """Whether it is a thing or a deed ("the fuel depot", "the depot attack"); a capital may stand for its state."""
    if listed(head_word(filler.words), lexicon().deeds):
        return True
    thing = (filler.name or filler.words).split()[-1].islower()
    return filler.latitude is not None and (filler.entity in known.places or thing)


def _named(entity: str | None, words: str) -> Value:
    lists = lexicon()
    words = _ACRONYM.sub("", words)
    said = tokens(words)
    pairs = {f"{a} {b}" for a, b in pairwise(said)}
    side = "name"
    state = pairs & lists.state or any(listed(word, lists.state) for word in said)
    if state and not lists.rising.intersection(said):
        side = "state name"
    elif state or any(listed(word, lists.group_names) for word in said):
        side = "group name"
    return Value(entity or " ".join(sorted(_bare(words))), " ".join(words.split()), entity=entity, side=side)


def _by_name(filler: Filler, known: Names, *, opening: bool) -> Value | None:
    """A name without an entity, or the short form of the one name in the text that it fits ("the brigade")."""
    bare = _bare(filler.words)
    if bare in known.actors:
        return known.actors[bare]
    short = _short_form(bare, known)
    if short is not None:
        return short
    words = filler.words
    people, _, group = words.partition(" of ")
    if is_name(f"x {group}") and listed(head_word(people), lexicon().armed | lexicon().anybody) and not is_name(people):
        return _by_name(replace(filler, words=group), known, opening=False)  # "fighters of | the Dawn Front"
    if opening and not words.partition(" ")[0].endswith(("'s", "’s")):
        words = words[:1].lower() + words[1:]  # the capital of a sentence: "Regime aircraft"
    return _named(None, _without_article(_plain_name(filler.words))) if is_name(words) else None


_ACRONYM = re.compile(r" \([A-Z][\w-]{1,9}\)$")
"""The short form in brackets behind a name: "the Dawn Front (DF)"."""

_AGE_BEFORE = re.compile(r"^(?:\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)-year-old (?=[A-Z])")
_AFTER_NAME = re.compile(
    r"(?:,| \(|;) ?\d.*$| of an? [a-z].*$|,? (?:who|which|whose)\b.*$|, (?:an?|the|his|her|its) .*$"
)


_CALLED = re.compile(r"(?:\S+ )*(?P<what>[a-z][\w-]*) (?P<name>(?:[A-Z][\w’'.-]*,? ){1,3}[A-Z][\w’'.-]*)")
"""What somebody is, before his name: "Army | veteran | Dorn Vost"."""


def _plain_name(words: str) -> str:
    """A name without age, address and whatever else is said around it: "26-year-old Adan Roe", "Adan Roe, a clerk"."""
    plain = " ".join(words.split())
    plain = _AFTER_NAME.sub("", _AGE_BEFORE.sub("", plain)) or plain
    called = _CALLED.fullmatch(plain)
    return called["name"] if called and called["what"] in persons() else plain


def is_name(words: str) -> bool:
    """Whether words are written as a name: a capital within them, or at the head of several that are no description."""
    inner = any(word[:1].isupper() for word in words.split()[1:])
    bare = _bare(words)
    head = words[:1].isupper() and len(bare) > 1 and not _vague(bare) and not _COUNTED.match(words)
    return (inner or head) and not _head_vague(words)


def _short_form(bare: frozenset[str], known: Names) -> Value | None:
    """The one name that these words shorten: in the document itself, else in the other documents of the incident."""
    if not bare or _vague(bare):
        return None
    for actors in (known.actors, known.others):
        fits = {v.key: v for words, v in actors.items() if bare <= words and not is_other_side(bare, words)}
        if fits:
            return next(iter(fits.values())) if len(fits) == 1 else None
    return None


def _speaker(word: str, speaker: Voice, known: Names) -> Value | None:
    """The source that "we" or "it" means. "Police say he fired": he is not the police, nor is a witness "they"."""
    if word not in lexicon().several or (word not in lexicon().first_person and speaker.kind not in BODIES):
        return None
    if speaker.key is None or speaker.kind is SourceKind.PERSON:
        return None
    said = spoken_for(speaker.words)
    bare = _bare(said)
    own = said == speaker.words
    fits = {
        value.key: value
        for words, value in known.actors.items()
        if words == bare or (own and value.entity == speaker.identity)
    }
    if not fits and bare and bare <= lexicon().at_large:
        return _described(Filler(Role.ACTOR, said.lower()))  # "Authorities say that they shot him"
    return next(iter(fits.values())) if fits else _named(None, _without_article(said))


def _described(filler: Filler) -> Value:
    lists = lexicon()
    words = _without_article(filler.words)
    said = tokens(words)
    head = head_word(words)
    pairs = " ".join(said[-2:])
    before = " ".join(said[: said.index(head) + 1][-2:]) if head in said else ""
    if before in lists.state:  # "the air force of Orlen"
        return Value(" ".join(singular(word) for word in said), words, side="state")
    if said[0] in lists.unknown or listed(head, lists.anybody):
        return Value("anybody", words, side="anybody")
    for side, group in (("state", lists.state), ("armed", lists.armed), ("civil", lists.civil)):
        if listed(head, group) or pairs in group or (side == "state" and said[0] in lists.at_large):
            return Value(" ".join(singular(word) for word in said), words, side=side)
    return Value(" ".join(singular(word) for word in said), words, side="other")


def head_word(words: str) -> str:
    """The noun that a description turns on: the last word before what follows it ("gunmen from Orvane")."""
    kept: list[str] = []
    for word in tokens(words):
        if kept and word in {"of", "in", "from", "who", "with", "at", "on", "near", "by", "belonging", "wearing"}:
            break
        kept.append(word)
    return kept[-1] if kept else ""


def _head_vague(words: str) -> bool:
    lists = lexicon()
    head = head_word(words)
    return any(listed(head, group) for group in (lists.anybody, lists.armed, lists.civil))


def _vague(bare: frozenset[str]) -> bool:
    lists = lexicon()
    return all(listed(word, lists.anybody) or listed(word, lists.armed) for word in bare)


def _bare(words: str) -> frozenset[str]:
    return frozenset(word for word in tokens(words) if word not in lexicon().articles and word != "of")


def _without_article(words: str) -> str:
    kept = words.split()
    while len(kept) > 1 and kept[0].casefold() in lexicon().articles:
        kept = kept[1:]
    return " ".join(kept)
