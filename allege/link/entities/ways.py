"""The ways in which a written name may be a name of the lists, surest first; what each finds and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from allege.link.entities.index import Hit, Index
from allege.link.entities.known import Entity
from allege.link.entities.spelling import (
    bare,
    cased,
    initials,
    is_acronym,
    is_bare,
    is_common,
    key,
    letters,
    skeleton,
    sorts,
    spelled,
    tokens,
    without_article,
)

_SAME_SPELT = "the same words in another order or spelling"
_SAME_WORDS = "the same words in another order, language or spelling"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about where a name was written: countries (ISO codes), the year, names that the text holds in full.

    `defined`: what the text says an acronym stands for. `strict`: for a mention in a document, where any word may be
    something else: an acronym or a name of one word without support is no answer, nothing is looked for by likeness.
    """

    countries: frozenset[str] = frozenset()
    year: int | None = None
    named: frozenset[str] = frozenset()
    defined: tuple[tuple[str, str], ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """A way to find a name: what it finds, how sure it is (0 to 1), and how to say so.

    `common`: the name is a word that stands for many things: what it finds are candidates and never an answer.
    """

    hits: tuple[Hit, ...]
    score: float
    why: str
    acronym: bool = False
    common: bool = False


class Ways:
    """The ways through one index. `keys` are the names' words, for whoever looks by likeness."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.keys: Sequence[str] = [name for name in index.words if len(name) > 4]

    def of(self, text: str, setting: Setting) -> Iterator[Way]:
        """The ways for a name, surest first; a way that finds nothing may be among them."""
        i = self.index
        short = is_acronym(text)
        yield from self._defined(text, setting)
        if is_common(text):
            yield from self._common(text)
            return
        if short:
            listed = i.cased.get(cased(text), ()) or i.acronyms.get(letters(text), ())
            yield Way(listed, 0.92, "an acronym of the list", acronym=True)
        yield Way(i.exact.get(letters(text), ()), 0.98, "a name of the list")
        if short:
            yield Way(i.initials.get(letters(text).upper(), ()), 0.8, "the initials of a name", acronym=True)
            yield from self._written_out(text)
        elif not setting.strict:
            yield from self._loose(text, setting)
        elif bare(text) and len(tokens(text)) > 1:
            yield from self._same(text)

    def _defined(self, text: str, setting: Setting) -> Iterator[Way]:
        for acronym, long in setting.defined:
            if letters(acronym) == letters(text):
                hits = self.index.exact.get(letters(long), ()) or self.index.words.get(key(long), ())
                yield Way(hits, 0.97, f"the text says that it is {long}")

    def _common(self, text: str) -> Iterator[Way]:
        """A word of any report names whoever has it as its main name, and only where it is written as a name."""
        hits = self.index.spelled.get(spelled(text), ())
        main = tuple(hit for hit in hits if letters(without_article(hit.entity.name)) == letters(without_article(text)))
        if main and text.rsplit(maxsplit=1)[-1][:1].isupper():
            yield Way(main, 0.98, "a name of the list")
        else:
            yield Way(hits, 0.5, "a common word", common=True)

    def _same(self, text: str) -> Iterator[Way]:
        yield Way(self.index.spelled.get(spelled(text), ()), 0.94, _SAME_SPELT)
        if is_bare(text):  # "the army" is no name, though a body's name means just that in another language
            return
        yield Way(self.index.words.get(key(text), ()), 0.92, _SAME_WORDS)

    def _loose(self, text: str, setting: Setting) -> Iterator[Way]:
        """The ways that are open where somebody asks for one name."""
        i = self.index
        if len(letters(text)) > 3:
            listed = i.acronyms.get(letters(text), ())
            yield Way(listed, 0.85, "an acronym of the list, in small letters", acronym=True)
            yield from self._same(text)
        if own := bare(text):
            hits = tuple(hit for hit in i.bare.get(own, ()) if not sorts(hit.written) or sorts(text))
            yield Way(hits, 0.82, "the same name but for words like 'group'")
        if bones := skeleton(text):
            yield Way(i.skeleton.get(bones, ()), 0.84, "the same consonants")
        yield from self._written_out(text)
        yield Way(self._mistyped(text), 0.78, "one letter of one word differs")
        why = "its initials are an acronym of the list, and words are shared"
        yield Way(tuple(self._abbreviated(text, setting)), 0.7, why)

    def _written_out(self, text: str) -> Iterator[Way]:
        """A longer name in which a name of one body stands ("ABC-Unity"), with that body's other names in its place.

        So branches are found that the lists have under one of the body's names only.
        """
        words = re.findall(r"[\w/&]+", text)
        for start, end in combinations(range(len(words) + 1), 2):
            part = " ".join(words[start:end])
            body = self._body(part) if end - start < len(words) else None
            for name in (*body.names, *body.acronyms) if body else ():
                long = " ".join((*words[:start], name, *words[end:]))
                hits = self.index.spelled.get(spelled(long), ()) or self.index.words.get(key(long), ())
                if body and name != body.name:
                    hits = tuple(hit for hit in hits if self._of(body, hit.entity))
                if hits:
                    yield Way(hits, 0.8, f"{part} by another of its names")

    def _body(self, part: str) -> Entity | None:
        """The one body that is known by `part`, an acronym or a name; None where several are."""
        table = self.index.acronyms if is_acronym(part) else self.index.exact
        found = table.get(letters(part), ())
        return found[0].entity if len(found) == 1 else None

    def _of(self, body: Entity, entity: Entity) -> bool:
        """Whether the entity is the body or a part of it."""
        parent = self.index.parent(entity)
        return entity.id == body.id or (parent is not None and parent.id == body.id)

    def _abbreviated(self, text: str, setting: Setting) -> Iterator[Hit]:
        """Entities whose acronym a long name spells, where words are shared and country or length supports it."""
        words = set(tokens(text))
        if len(words) < 3:
            return
        for acronym in sorted(initials(text)):
            for hit in self.index.acronyms.get(acronym.lower(), ()):
                shared = any(len(words & set(tokens(name))) >= 2 for name in hit.entity.names)
                fits = bool(hit.entity.countries & setting.countries) or len(acronym) > 4
                if shared and fits:
                    yield hit

    def _mistyped(self, text: str) -> tuple[Hit, ...]:
        """Entities with a name whose words are the same but for one letter in one long word."""
        words = key(text).split()
        if len("".join(words)) < 12:
            return ()
        near = process.extract(key(text), self.keys, scorer=fuzz.ratio, score_cutoff=92, limit=3)
        kept = [other for other, _, _ in near if _one_letter(words, other.split())]
        return tuple(hit for other in kept for hit in self.index.words[other])


def _one_letter(words: Sequence[str], other: Sequence[str]) -> bool:
    if len(words) != len(other):
        return False
    left, right = sorted(set(words) - set(other)), sorted(set(other) - set(words))
    if len(left) != 1 or len(right) != 1 or min(len(left[0]), len(right[0])) < 5:
        return False
    return bool(Levenshtein.distance(left[0], right[0]) == 1)
