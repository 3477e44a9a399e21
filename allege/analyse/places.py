"""Places in a text: found by name, by the pipeline's tags and by what precedes or follows them, then resolved to a point.

A name's candidates (countries, regions, the user's places, towns) are scored by population, by the countries that the text names,
and by the words that qualify it ("X, Y"). One name has one place throughout a text, as in Gale et al. (1992), one sense
per discourse.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from allege.analyse import data
from allege.analyse.actors import Common
from allege.analyse.found import Found, spans_of, trimmed
from allege.analyse.geography import Place
from allege.analyse.matching import Match, Trie, Words, folded
from allege.analyse.place_index import Towns
from allege.claim import Mention, MentionType

LOCATIVE = frozenset(
    (
        "in",
        "at",
        "near",
        "from",
        "outside",
        "around",
        "across",
        "throughout",
        "inside",
        "toward",
        "towards",
        "into",
        "of",
        "to",
    )
)
STRONG = frozenset(("in", "at", "near", "outside", "across", "throughout", "inside", "into"))
LABELS = frozenset(("GPE", "LOC", "FAC"))
REGION_NOUNS = frozenset(
    (
        "province",
        "state",
        "region",
        "governorate",
        "department",
        "county",
        "oblast",
        "district",
        "prefecture",
        "territory",
        "raion",
    )
)
BIG = 100_000
"""People in a town that is known by its name alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `region`: the code of a town's first-order region; `main`: under its main name."""

    place: Place
    region: str = ""
    main: bool = True


@dataclass(frozen=True, slots=True)
class Toponym:
    """Tokens `[start, end)` that name a place, with the candidates for it. `named`: the part that carries the name."""

    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]
    why: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    """What the list of places finds in a text: matches with their places, and the countries named (codes, how often)."""

    matches: tuple[Match[Place], ...]
    countries: Counter[str]


class PlaceFinder:
    """Finds and resolves places. `common` tells ordinary words from names."""

    def __init__(self, names: Iterable[tuple[str, Place]], towns: Towns, common: Common) -> None:
        self._trie: Trie[Place] = Trie(names)
        self._towns = towns
        self._common = common
        nouns = data.lexicon("mentions/heads.toml")["place"]
        self._nouns = frozenset(nouns["nouns"]) if isinstance(nouns, dict) else frozenset()

    def survey(self, words: Words) -> Survey:
        """The first look: names of the list, and which countries the text is about."""
        matches = tuple(self._trie.find(words, lambda m: self._written(words.doc, m)))
        countries = Counter(
            p.country for m in matches for p in m.items[:1] if p.kind in ("country", "demonym") or p.own
        )
        return Survey(matches, countries)

    def find(self, words: Words, survey: Survey) -> Iterator[Found]:
        """Place mentions, resolved where a candidate is likely enough."""
        doc = words.doc
        found = [*self._listed(doc, survey.matches), *self._tagged(doc, survey.matches)]
        toponyms = _widened(doc, found, self._nouns)
        toponyms += self._by_noun(doc, toponyms)
        toponyms.sort(key=lambda t: (t.start, -t.end))
        chosen = self._resolved(doc, toponyms, survey.countries)
        for toponym in toponyms:
            yield _found(doc, toponym, chosen.get((toponym.start, toponym.end)))

    def _written(self, doc: Doc, match: Match[Place]) -> bool:
        first, last = doc[match.start], doc[match.end - 1]
        if first.ent_type_ == "PERSON" and not all(
            t.ent_type_ != "PERSON" for t in _around(doc, match.start, match.end)
        ):
            return False
        place = match.items[0]
        shown = doc.text[first.idx : last.idx + len(last)]
        if len(shown.replace(".", "")) <= 3:
            return shown.isupper() and any(
                shown.replace(".", "") == a.replace(".", "") for p in match.items for a in p.aliases
            )
        if not first.text[0].isupper():
            return place.kind == "demonym" and len(first.text) > 4 and not self._common(first.lower_)
        if place.kind in ("country", "demonym", "continent", "sea") or place.own or match.end - match.start > 1:
            return True
        return _in_place(doc, match.start, match.end)

    def _listed(self, doc: Doc, matches: Iterable[Match[Place]]) -> Iterator[Toponym]:
        for match in matches:
            head = doc[match.end - 1]
            adjective = match.items[0].kind == "demonym"
            if adjective and (
                head.tag_ == "NNS" or (head.dep_ not in ("amod", "compound", "nmod", "poss") and head.pos_ == "NOUN")
            ):
                continue
            key = folded(doc.text[doc[match.start].idx : head.idx + len(head)])
            own = any(p.own for p in match.items)
            towns = () if adjective or own else self._candidates(key)
            listed = tuple(Candidate(p) for p in match.items)
            yield Toponym(match.start, match.end, key, (*listed, *towns), "in the list of places", adjective)

    def _tagged(self, doc: Doc, matches: Iterable[Match[Place]]) -> Iterator[Toponym]:
        taken = {i for m in matches for i in range(m.start, m.end)}
        for ent in doc.ents:
            start, end = trimmed(doc, ent.start, ent.end)
            if start >= end or taken & set(range(start, end)) or not doc[start].text[0].isupper():
                continue
            key = folded(doc.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])])
            if ent.label_ in LABELS:
                yield Toponym(start, end, key, self._candidates(key), f"tagged {ent.label_}")
            elif ent.label_ in ("ORG", "PERSON", "NORP", "PRODUCT") and _in_place(doc, start, end, STRONG):
                candidates = self._candidates(key)
                if candidates and (end - start == 1 or ent.label_ != "PERSON"):
                    yield Toponym(start, end, key, candidates, "a town's name after a word of place")
        yield from self._untagged(doc, taken)

    def _untagged(self, doc: Doc, taken: set[int]) -> Iterator[Toponym]:
        """Town names that the pipeline did not tag: after a word of place, or at the head of a dateline."""
        for token in doc:
            if (
                token.ent_type_
                or token.i in taken
                or not token.text[0].isupper()
                or token.pos_ not in ("PROPN", "NOUN", "ADJ")
            ):
                continue
            before = doc[token.i - 1] if token.i else None
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            placed = before is not None and before.lower_ in STRONG
            dateline = (
                token.is_sent_start
                and token.is_upper
                and after is not None
                and after.text in (",", ":", "(", "—", "–", "--")
            )
            if (placed or dateline) and not (after is not None and after.pos_ == "PROPN"):
                candidates = self._candidates(folded(token.text))
                if candidates and not self._common(token.lower_):
                    yield Toponym(
                        token.i, token.i + 1, folded(token.text), candidates, "a town's name after a word of place"
                    )

    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        found = self._towns.named(key) if len(key) > 2 else ()
        return tuple(Candidate(place, region, main) for place, region, main in found)

    def _by_noun(self, doc: Doc, toponyms: Sequence[Toponym]) -> list[Toponym]:
        """Names that end in a noun of place and are in no index ("PNS Mehran base")."""
        taken = {i for t in toponyms for i in range(t.start, t.end)}
        out = []
        for token in doc:
            if token.lemma_.lower() not in self._nouns or token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
                continue
            start = token.i
            while start and _names(doc[start - 1]) and start - 1 not in taken and not doc[start].is_sent_start:
                start -= 1
            if start < token.i and doc[start].text[0].isupper():
                key = folded(doc.text[doc[start].idx : token.idx + len(token)])
                town = self._candidates(folded(doc[start].text)) if token.i - start == 1 else ()
                known = tuple(c for c in town if c.place.population >= BIG)
                out.append(Toponym(start, token.i + 1, key, known, "a name before a noun of place"))
        return out

    def _resolved(
        self, doc: Doc, toponyms: Sequence[Toponym], countries: Counter[str]
    ) -> dict[tuple[int, int], tuple[Candidate, float]]:
        votes = Counter({code: min(2.0, 0.8 + 0.2 * n) for code, n in countries.items() if code})
        for toponym in {t.key: t for t in toponyms}.values():
            places = [c.place for c in toponym.candidates if c.place.kind in ("town", "admin1")]
            large = max(places, key=lambda p: p.population, default=None)
            if large is not None and large.population > 1_000_000 and large.country not in countries:
                votes[large.country] += 0.4
        qualified = _qualified(doc, toponyms)
        best: dict[str, tuple[Candidate, float]] = {}
        out: dict[tuple[int, int], tuple[Candidate, float]] = {}
        for toponym in sorted(toponyms, key=lambda t: (t.start, t.end) not in qualified):
            if not toponym.candidates:
                continue
            within = qualified.get((toponym.start, toponym.end), ())
            if toponym.key not in best or within:
                noun = doc[toponym.end - 1].lower_
                scored = [(score(c, votes, within, noun), -n) for n, c in enumerate(toponym.candidates)]
                top, n = max(scored)
                best.setdefault(toponym.key, (toponym.candidates[-n], top))
                out[toponym.start, toponym.end] = (toponym.candidates[-n], top)
            out.setdefault((toponym.start, toponym.end), best[toponym.key])
        return out


def score(candidate: Candidate, votes: Counter[str], within: Sequence[Candidate], noun: str) -> float:
    """How likely a candidate is: people, kind, countries of the text, and the place that it is said to lie in."""
    place = candidate.place
    points = math.log10(place.population + 10) + (0.8 if candidate.main else -0.4)
    points += {"country": 4.0, "demonym": 4.0, "continent": 6.0, "sea": 4.0}.get(place.kind, 0.0)
    points += 20.0 if place.own else 0.0
    points += 5.0 if place.kind in ("region", "mountain", "water") else 0.0
    points += 1.5 * votes.get(place.country, 0.0)
    if noun in REGION_NOUNS:
        points += 3.0 if place.kind in ("admin1", "region") else 0.0
    elif noun in ("city", "town"):
        points += 3.0 if place.kind == "town" else 0.0
    elif place.kind == "admin1":
        points -= 0.5
    for outer in within:
        if outer.place.country == place.country and outer.place.kind != place.kind:
            points += 5.0
        if outer.place.kind == "admin1" and outer.place.geonames == place.geonames:
            points += 0.0
    return points


def _qualified(doc: Doc, toponyms: Sequence[Toponym]) -> dict[tuple[int, int], tuple[Candidate, ...]]:
    """For "X, Y" and "X in Y": the candidates of Y that are countries or regions, by the tokens of X."""
    starts = {t.start: t for t in toponyms}
    out = {}
    for toponym in toponyms:
        at = toponym.end
        if at + 1 < len(doc) and (doc[at].text in (",", "(") or doc[at].lower_ == "in"):
            after = starts.get(at + 1) or (starts.get(at + 2) if doc[at + 1].lower_ == "the" else None)
            outer = (
                tuple(c for c in after.candidates if c.place.kind != "town")
                if after is not None and not after.adjective
                else ()
            )
            if outer:
                out[toponym.start, toponym.end] = outer
    return out


def _widened(doc: Doc, toponyms: Iterable[Toponym], nouns: frozenset[str]) -> list[Toponym]:
    """A capitalised noun of place after a name belongs to it ("Helmand Province"); likewise "Mount" before it."""
    return list(toponyms)


def _names(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
        and token.ent_type_ not in ("DATE", "CARDINAL")
    )


def _around(doc: Doc, start: int, end: int) -> Iterator[Token]:
    if start:
        yield doc[start - 1]
    if end < len(doc):
        yield doc[end]


def _in_place(doc: Doc, start: int, end: int, words: frozenset[str] = LOCATIVE) -> bool:
    """Whether the words around speak of a place: a tag, a preposition before, a noun of region after."""
    if words is LOCATIVE and doc[start].ent_type_ in LABELS:
        return True
    before = start - 1
    while before >= 0 and doc[before].lower_ in (
        "the",
        "nearby",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    ):
        before -= 1
    if before >= 0 and doc[before].lower_ in words:
        return doc[end - 1].text[0].isupper()
    return end < len(doc) and doc[end].lower_ in REGION_NOUNS


def _found(doc: Doc, toponym: Toponym, chosen: tuple[Candidate, float] | None) -> Found:
    spans = spans_of(doc, toponym.start, toponym.end)
    if chosen is None:
        name = doc.text[spans[0].start : spans[0].end]
        mention = Mention(spans, MentionType.PLACE, name=name, score=0.5, why=toponym.why)
        return Found(toponym.start, toponym.end, mention, 4)
    place = chosen[0].place
    mention = Mention(
        spans,
        MentionType.PLACE,
        entity=place.entity or (f"geonames:{place.geonames}" if place.geonames else None),
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames=place.geonames,
        precision=2 if toponym.why == "a name before a noun of place" and not place.own else place.precision,
        score=round(min(0.95, 0.4 + chosen[1] / 20), 2),
        why=f"{place.kind}: {toponym.why}",
    )
    return Found(toponym.start, toponym.end, mention, 2 if toponym.why.startswith("in the list") else 3)
