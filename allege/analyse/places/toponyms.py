"""Finds names of places: of the list, of the pipeline's tags, and towns where the words around speak of a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from allege.analyse.labels import PLACES
from allege.analyse.matching import Common, Match, Trie, Words, folded
from allege.analyse.places import kind_names
from allege.analyse.places.geography import Place
from allege.analyse.places.index import Towns
from allege.analyse.places.unlisted import unlisted
from allege.analyse.places.words import ARTICLES, LANDSCAPE, REGION_NOUNS, SIDES, place_words
from allege.analyse.places.written import (
    STRONG,
    WEAK,
    around,
    beside,
    cut,
    is_dateline,
    is_feature,
    is_name,
    joined,
    leads_to_place,
    noun_after,
    placed,
)

TAGGED = PLACES | {"ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART"}
"""Labels of the pipeline's under which towns are found, too."""

VERBS_TOO = frozenset(("polish", "swede", "swedes", "finns", "danes", "asian", "english", "welsh"))
"""Names of peoples that are other words, or none of a text's actors, in small letters."""

_HYPHENS = re.compile(r"[\s\-‑–]+")

BIG = 100_000
"""People in a town that is known by its name alone, where no word around it speaks of a place."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `region`: the code of a town's first-order region; `main`: under its main name."""

    place: Place
    region: str = ""
    main: bool = True


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `[start, end)` that name a place, with the candidates for it; `noun`: a noun of place that ends it."""

    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    why: str
    noun: str = ""
    near: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What the list of places finds in a text: matches, and how often each country is named (by its code)."""

    matches: tuple[Match[Place], ...]
    countries: Counter[str]


class ToponymFinder:
    """Finds names of places. `common` tells ordinary words from names."""

    def __init__(self, names: Iterable[tuple[str, Place]], towns: Towns, common: Common) -> None:
        self._trie: Trie[Place] = Trie(names)
        self._towns = towns
        self._common = common
        self._nouns = place_words("nouns")

    def survey(self, words: Words) -> Survey:
        """The first look: names of the list, and which countries the text is about."""
        matches = tuple(self._trie.find(words, lambda m: self._written(words.doc, m)))
        nations = (p for m in matches for p in m.items[:1] if p.kind in ("country", "demonym") or p.own)
        return Survey(matches, Counter(p.country for p in nations))

    def find(self, words: Words, survey: Survey) -> list[Toponym]:
        """All toponyms in text order."""
        doc = words.doc
        places = [t for t in (self._listed(doc, m) for m in survey.matches) if t is not None]
        taken = {i for t in places for i in range(t.start, t.end)}
        for more in (
            self._tagged,
            self._untagged,
            self._by_noun,
            self._announced,
            self._beside,
            self._told,
            self._unlisted,
            self._again,
        ):
            for toponym in more(doc, taken, places):
                if not any(i in taken for i in range(toponym.start, toponym.end)):
                    places.append(toponym)
                    taken.update(range(toponym.start, toponym.end))
        return sorted(places, key=lambda t: (t.start, -t.end))

    def _written(self, doc: Doc, match: Match[Place]) -> bool:
        """Whether a name of the list is written as a name and not as a part of a person's."""
        first = doc[match.start]
        if first.ent_type_ == "PERSON" and any(t.ent_type_ == "PERSON" for t in beside(doc, match.start, match.end)):
            return False
        place = match.items[0]
        shown = doc[match.start : match.end].text
        feature = match.end - match.start == 1 and is_feature(doc, match.start)
        if place.kind == "abbreviation" or len(shown.replace(".", "")) <= 3:
            return not feature and self._abbreviates(doc, match, shown)
        if not first.text[0].isupper():
            return place.kind == "demonym" and len(first.text) > 4 and first.lower_ not in VERBS_TOO
        if place.kind in ("country", "demonym", "continent", "sea") or place.own or match.end - match.start > 1:
            return True
        common = self._common(first.lower_) and not noun_after(doc, match.end)
        if match.end - match.start == 1 and (common or feature):
            return False
        return first.ent_type_ in PLACES or placed(doc, match.start, match.end, WEAK)

    @staticmethod
    def _abbreviates(doc: Doc, match: Match[Place], shown: str) -> bool:
        spelled = {name for p in match.items for name in (p.name, *p.aliases)}
        if shown not in spelled and shown + "." not in spelled:
            return False
        return match.items[0].kind != "abbreviation" or (match.start > 0 and doc[match.start - 1].text == ",")

    def _listed(self, doc: Doc, match: Match[Place]) -> Toponym | None:
        head = doc[match.end - 1]
        place = match.items[0]
        if place.kind == "demonym":
            before_noun = head.dep_ in ("amod", "compound", "nmod", "poss") or head.pos_ != "NOUN"
            people = head.tag_ in ("NNS", "NNPS") or not before_noun
            return None if people else self._toponym(doc, match.start, match.end, match.items, "in the list of places")
        start, end = match.start, match.end
        if not place.own and match.start and doc[start - 1].lower_ in SIDES and doc[start - 1].text[0].isupper():
            start -= doc[start - 1].ent_type_ in PLACES
        while end < len(doc) and doc[end].text[0].isupper() and doc[end].lower_ in self._nouns:
            end += 1
        whole = around(doc, start, end)
        if whole is not None and not place.own and self._candidates(doc[whole[0] : whole[1]].text):
            start, end = whole
        if end == start + 1 and place.kind == "admin1" and doc[start].lower_ in SIDES:
            return None
        return self._toponym(doc, start, end, match.items, "in the list of places")

    def _toponym(self, doc: Doc, start: int, end: int, listed: Iterable[Place], why: str) -> Toponym:
        """A toponym with its candidates: the listed places, and the towns of the whole name."""
        items = tuple(listed)
        key = _key(doc, start, end)
        noun = doc[end - 1].lower_ if end - start > 1 and doc[end - 1].lower_ in self._nouns else ""
        towns = () if any(p.own or p.kind == "demonym" for p in items) else self._candidates(doc[start:end].text)
        if noun in ("city", "town") and not towns:
            towns = self._candidates(doc[start : end - 1].text)
        if end < len(doc) and doc[end].lower_ in LANDSCAPE:
            towns = tuple(c for c in towns if c.main)
        return Toponym(start, end, key, (*(Candidate(p) for p in items), *towns), why, noun or noun_after(doc, end))

    def _tagged(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        for ent in doc.ents:
            start, end = cut(doc, ent.start, joined(doc, ent.end))
            if start >= end or not doc[start].text[0].isupper() or any(i in taken for i in range(start, end)):
                continue
            if ent.label_ not in TAGGED:
                continue
            made = self._toponym(doc, start, end, (), f"tagged {ent.label_}")
            if ent.label_ in PLACES:
                if made.candidates or end - start > 1 or ent.label_ == "FAC" or placed(doc, start, end, STRONG):
                    yield made
            elif made.candidates and placed(doc, start, end, STRONG) and (end - start == 1 or ent.label_ != "PERSON"):
                yield made
            elif ent.label_ == "ORG":
                yield from self._within(doc, start, end)

    def _within(self, doc: Doc, start: int, end: int) -> Iterator[Toponym]:
        """The large town that an organization is called by ("Karachi High Court")."""
        for size in (2, 1):
            if end - start >= size and all(doc[i].pos_ == "PROPN" for i in range(start, start + size)):
                found = self._toponym(doc, start, start + size, (), "a town in the name of an organization")
                if self._is_known(found) and not self._common(doc[start].lower_):
                    yield found
                    return

    @staticmethod
    def _is_known(toponym: Toponym) -> bool:
        return any(c.main and c.place.population >= BIG for c in toponym.candidates[:1])

    def _untagged(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        """Town names that the pipeline did not tag: after a word of place, at the head of a dateline, or well known."""
        for token in doc:
            if token.ent_type_ or token.i in taken or token.pos_ != "PROPN" or not token.text[0].isupper():
                continue
            if token.i and is_name(doc[token.i - 1]):
                continue
            end = token.i + 1
            while end < len(doc) and end - token.i < 3 and is_name(doc[end]) and end not in taken:
                end += 1
            found = self._toponym(doc, token.i, end, (), "a town's name after a word of place")
            if not found.candidates or (end - token.i == 1 and self._common(token.lower_)):
                continue
            if placed(doc, token.i, end, STRONG) or is_dateline(doc, token, end) or self._is_known(found):
                yield found

    def _told(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        """Names in no list that the tagger knows for no place, where the words before them leave nothing else.

        "Around Orsa", "in the village Orsa", "the infirmary at Orsa": small places are what lists lack.
        """
        for token in doc:
            if token.i in taken or not token.i or not is_name(token) or not leads_to_place(doc, token):
                continue
            end = token.i + 1
            while end < len(doc) and end - token.i < 2 and is_name(doc[end]) and end not in taken:
                end += 1
            last = doc[end - 1]
            whole = end == len(doc) or not is_name(doc[end])
            if whole and last.dep_ in ("pobj", "appos") and not self._common(last.lower_):
                yield self._toponym(doc, token.i, end, (), "a name after a word of place")

    def _unlisted(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        """Names in no list where nothing but a place can stand."""
        for start, end, why in unlisted(doc, taken):
            if end - start > 1 or not self._common(doc[start].lower_):
                yield self._toponym(doc, start, end, (), f"a name {why}")

    def _by_noun(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        """Names that end in a noun of place and are in no index ("PNS Mehran base"); a town in front is near it."""
        for token in doc:
            if token.lower_ not in self._nouns or token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
                continue
            start = token.i
            while start and is_name(doc[start - 1]) and not doc[start].is_sent_start:
                start -= 1
            if start == token.i or not doc[start].text[0].isupper():
                continue
            if kind_names.names_another(doc, start, token.i) or kind_names.names_body(doc, token.i + 1):
                continue
            if start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ARTICLES:
                start -= 2  # "the Al- | Orsi mountains"
            key = _key(doc, start, token.i + 1)
            towns = self._candidates(doc[start : token.i].text) or self._candidates(doc[start].text)
            near = tuple(c for c in towns if c.place.population >= BIG or token.lower_ in REGION_NOUNS)
            near = tuple(c for c in near if c.main) if token.lower_ in LANDSCAPE else near
            yield Toponym(start, token.i + 1, key, near, "a name before a noun of place", token.lower_, near=True)

    def _announced(self, doc: Doc, taken: set[int], _: Sequence[Toponym]) -> Iterator[Toponym]:
        """Names that the words before make places ("the village of X"), whatever they are tagged.

        No person of whom the text speaks more than once ("confidence in"), unless the index has a place of that name.
        """
        persons = kind_names.persons(doc)
        for start, end, why in kind_names.named(doc, taken):
            made = self._toponym(doc, start, end, (), f"a name after {why!r}")
            person = doc[end - 1].ent_type_ == "PERSON" and persons[folded(doc[end - 1].text)] > 1
            person = person and why.partition(" of")[0] not in place_words("of")
            if (end - start > 1 or not self._common(doc[start].lower_)) and (made.candidates or not person):
                yield made

    def _beside(self, doc: Doc, taken: set[int], places: Sequence[Toponym]) -> Iterator[Toponym]:
        """Towns in a row with places found so far."""
        for start, end in kind_names.beside(doc, [(t.start, t.end) for t in places], taken):
            made = self._toponym(doc, start, end, (), "in a row with a place")
            if made.candidates and not (end - start == 1 and self._common(doc[start].lower_)):
                yield made

    def _again(self, doc: Doc, taken: set[int], places: Sequence[Toponym]) -> Iterator[Toponym]:
        """More occurrences of the towns found so far."""
        known = {t.key: t for t in places if t.candidates and not t.near and t.candidates[0].place.kind != "demonym"}
        at = {key: (t.start, t.end) for key, t in known.items()}
        for start, end in kind_names.again(doc, at, taken):
            yield self._toponym(doc, start, end, (), "a place elsewhere in the text")

    def _candidates(self, name: str) -> tuple[Candidate, ...]:
        """What the index has under a name, else under it with an Arabic article more or less."""
        key, (first, *rest) = folded(name), _HYPHENS.split(name, maxsplit=1)
        found = self._towns.named(key) if len(key) > 2 else ()
        if not found and len(key) > 2:
            found = self._towns.named(folded(rest[0]) if rest and folded(first) in ARTICLES else f"al{key}")
        return tuple(Candidate(place, region, main) for place, region, main in found)


def _key(doc: Doc, start: int, end: int) -> str:
    return folded(doc[start:end].text)
