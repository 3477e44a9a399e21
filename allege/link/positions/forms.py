"""The several ways in which one document writes one source: "Ansa Velt, a bread seller", "Velt"; "the Council".

Only sources that the document names are brought together, and only where one longer name fits: people who share a
description ("a resident") stay as they are, and so does "Velt" where two Velts speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from allege.claim import SourceKind
from allege.link.model import EventClaim
from allege.link.positions.lexicon import is_other_side, lexicon, tokens
from allege.link.positions.records import Voice
from allege.link.positions.sides import UNLISTED
from allege.link.positions.voices import house
from allege.link.positions.who import head_word

_APPOSITION = re.compile(r"(?:, ?(?=[a-z\d])| \().*$")
"""What says more about a name that it follows: ", a bread seller", ", 45", " (LW)"."""

_OFFICE_BEFORE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [^,]*, ((?:[A-Z][\w’'.-]+ ?){2,4})$")
"""An office with an article before the name of who holds it: "The mayor of Vark, Sefa Lorn"."""

PEOPLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS})


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a source: its words without apposition and article, what they resolve to, what sort it is."""

    words: str
    entity: str | None
    name: str | None
    kind: SourceKind

    @property
    def said(self) -> frozenset[str]:
        """The words that tell."""
        return frozenset(word for word in tokens(self.words) if word not in lexicon().articles)

    @property
    def listed(self) -> str | None:
        """The entity of a list, or an analyst's; None for one that is known by its own words alone."""
        return self.entity if self.entity and not self.entity.startswith(UNLISTED) else None

    def shortens(self, other: Form) -> bool:
        """Whether all its words stand in the other, longer one and both turn on one word: "Council", "Velt"."""
        if self.listed and other.listed and self.listed != other.listed:
            return False
        if is_other_side(self.said, other.said):
            return False
        return bool(self.said) and self.said < other.said and head_word(self.words) == head_word(other.words)


class Forms:
    """The sources that one document names, in all the ways in which it writes them; its author is one of them."""

    def __init__(self, claims: Iterable[EventClaim], author: Voice | None = None) -> None:
        forms = set(_forms(claims))
        if author is not None and author.key is not None:
            forms.add(Form(plain(author.words), None, None, author.kind))
        self._whole = _whole(forms)

    def whole(self, voice: Voice) -> Voice:
        """The same voice under the identity of the whole source, its words being as they are in the text."""
        if voice.key is None or not voice.named or voice.kind is SourceKind.AUTHOR:
            return voice
        identity, called = self._whole.get(plain(voice.words).casefold(), (None, None))
        if identity is None:
            return voice
        called = None if called == plain(voice.words) == voice.words.split(" ", 1)[-1] else called
        return replace(voice, key=identity, identity=identity, called=called)


def plain(words: str) -> str:
    """A named source's words without what stands beside the name, and without an article."""
    text = " ".join(words.split())
    office = _OFFICE_BEFORE.match(text)
    text = office.group(1) if office else _APPOSITION.sub("", text) or text
    text = re.sub(r"(?<=\w)[’']s$|(?<=s)[’']$", "", text.rstrip(" ,"))
    return re.sub(r"^(?:the|an?) ", "", text, flags=re.IGNORECASE).rstrip(" ,")


def _forms(claims: Iterable[EventClaim]) -> Iterator[Form]:
    for claim in claims:
        for one in claim.speakers:
            if one.named and one.kind is not SourceKind.AUTHOR and one.words:
                yield Form(plain(one.words), one.entity, one.name, one.kind)
                if one.entity and one.name:
                    yield Form(plain(one.name), one.entity, one.name, one.kind)


def _whole(forms: set[Form]) -> Mapping[str, tuple[str, str]]:
    """For each form in small letters the identity and the name of the source that it is a form of."""
    order = sorted(forms, key=lambda one: (-len(one.said), one.words, one.entity or ""))
    root: dict[Form, Form] = {}
    for at, form in enumerate(order):
        same = [one for one in order[:at] if one.said == form.said and one.listed == form.listed]
        longer = {root[one] for one in same or [one for one in order[:at] if form.shortens(one)]}
        root[form] = next(iter(longer)) if len(longer) == 1 else form
    groups: dict[Form, list[Form]] = {}
    for form in order:
        groups.setdefault(root[form], []).append(form)
    found: dict[str, set[tuple[str, str]]] = {}
    for group in groups.values():
        for form in group:
            found.setdefault(form.words.casefold(), set()).add(_identity(group))
    return {words: next(iter(names)) for words, names in found.items() if len(names) == 1}


def _identity(group: list[Form]) -> tuple[str, str]:
    """What a source is known by: its entity, else a person's shortest full name, else a body's longest."""
    known = [one for one in group if one.listed] or [one for one in group if one.entity]
    if known:
        return str(known[0].entity), known[0].name or known[0].words
    full = [one.words for one in group if len(one.said) > 1]
    if full and any(one.kind in PEOPLE for one in group):
        words = min(full, key=lambda text: (len(text), text))
    else:
        words = max((one.words for one in group), key=lambda text: (len(text), text))
    return house(words), words
