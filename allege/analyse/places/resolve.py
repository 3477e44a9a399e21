"""Resolves names of places to points: each candidate is scored by people, kind, and the countries that the text names.

One name has one place throughout a text (one sense per discourse, Gale, Church & Yarowsky 1992), unless a place after
it says where it lies ("X, Y"; "X in Y").
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from allege.analyse.found import Found, spans_of
from allege.analyse.matching import Words
from allege.analyse.places.geography import Place
from allege.analyse.places.surroundings import LOCAL, Surrounding, Tokens, kilometres, point_of, surroundings
from allege.analyse.places.toponyms import Candidate, Survey, Toponym, ToponymFinder
from allege.analyse.places.words import REGION_NOUNS
from allege.claim import Mention, MentionType

KIND_POINTS = {
    "country": 4.0,
    "demonym": 4.0,
    "abbreviation": 4.0,
    "continent": 6.0,
    "sea": 4.0,
    "region": 5.0,
    "mountain": 5.0,
    "water": 5.0,
    "admin1": -1.3,
    "admin2": -1.5,
}
"""Beside the logarithm of the people there, which is between 1 (none known) and 9."""

REGION = 1.0
"""What the region of a candidate adds where the text names it, beside 1.5 for its country."""

NEAR = 1.5
"""What a candidate gains where another town of the text lies beside it, less the farther away it is."""

KNOWN = 50_000
"""People in a town that is known under its other names, too ("Deraa"); of those below, as many are another place."""

FAR = 300
"""Kilometres from which on another town adds nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text says of where it is set: how much speaks for a country, the names that stand for a region, points.

    Points (latitude, longitude, folded name; from south to north) and regions go with the names that stand for them, so
    that no name is evidence for itself.
    """

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], Counter[str]]
    points: tuple[tuple[float, float, str], ...] = ()


def find(words: Words, finder: ToponymFinder, survey: Survey) -> Iterator[Found]:
    """Place mentions, resolved where there is a candidate, else set at the place that the text names around them."""
    toponyms = finder.find(words, survey)
    chosen = resolved(toponyms, survey.countries, qualified(words.doc, toponyms))
    around = surroundings(words.doc, toponyms, {key: found[0].place for key, found in chosen.items()})
    for toponym in toponyms:
        tokens = toponym.start, toponym.end
        yield _found(words.doc, toponym, chosen.get(tokens), around.get(tokens))


def resolved(
    toponyms: Sequence[Toponym], countries: Counter[str], within: dict[Tokens, tuple[Candidate, ...]]
) -> dict[Tokens, tuple[Candidate, float]]:
    """The best candidate and its points by the tokens of each toponym that has one.

    Twice: the second time with the points of the first, so that of two towns the one near the others is taken. What is
    a country or a region the first time stays one: its towns, if named, do not turn it into one of them.
    """
    evidence = _evidence(toponyms, countries)
    first = _chosen(toponyms, evidence, within)
    keys = {(t.start, t.end): t.key for t in toponyms}
    local = {keys[tokens]: point_of(c.place) for tokens, (c, _) in first.items() if c.place.kind in LOCAL}
    near = sorted((*point, key) for key, point in local.items() if point is not None)
    second = _chosen(toponyms, replace(evidence, points=tuple(near)), within)
    return {tokens: second[tokens] if found[0].place.kind in LOCAL else found for tokens, found in first.items()}


def _evidence(toponyms: Sequence[Toponym], countries: Counter[str]) -> Evidence:
    votes: dict[str, float] = defaultdict(
        float, {code: min(2.0, 0.8 + 0.2 * n) for code, n in countries.items() if code}
    )
    for toponym in {t.key: t for t in toponyms}.values():
        towns = (c.place for c in toponym.candidates if c.place.kind == "town")
        large = max(towns, key=lambda p: p.population, default=None)
        if large is not None and large.population > 1_000_000 and large.country not in countries:
            votes[large.country] += 0.4
    regions: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for toponym in toponyms:
        for place in (c.place for c in toponym.candidates[:1] if c.place.region):
            regions[place.country, place.region][toponym.key] += 1
    return Evidence(votes, regions)


def _chosen(
    toponyms: Sequence[Toponym], evidence: Evidence, within: dict[Tokens, tuple[Candidate, ...]]
) -> dict[Tokens, tuple[Candidate, float]]:
    best: dict[str, tuple[Candidate, float]] = {}
    out: dict[Tokens, tuple[Candidate, float]] = {}
    for toponym in sorted(toponyms, key=lambda t: (t.start, t.end) not in within):
        tokens = toponym.start, toponym.end
        if not toponym.candidates:
            continue
        if toponym.key not in best or tokens in within:
            outer = within.get(tokens, ())
            likely = [c for c in toponym.candidates if _is_backed(c, evidence, outer, toponym.key)]
            if not likely:
                continue
            scored = [(points(c, evidence, outer, toponym), -n) for n, c in enumerate(likely)]
            top, n = max(scored)
            out[tokens] = likely[-n], top
            best.setdefault(toponym.key, out[tokens])
        if toponym.key in best:
            out.setdefault(tokens, best[toponym.key])
    return out


def _is_backed(candidate: Candidate, evidence: Evidence, within: Sequence[Candidate], key: str) -> bool:
    """Whether a small town under one of its other names ("Korte" for Corte) has the text's word for its country.

    Its region, a town near it, or a place that it is said to lie in do, too.
    """
    place = candidate.place
    if candidate.main or place.kind not in LOCAL or place.population >= KNOWN:
        return True
    if evidence.countries.get(place.country) or any(_lies_in(candidate, outer.place) for outer in within):
        return True
    return bool(_region(candidate, evidence, key) or _nearness(place, evidence, key))


def points(candidate: Candidate, evidence: Evidence, within: Sequence[Candidate], toponym: Toponym) -> float:
    """How likely a candidate is: people, kind, what the text names, a noun of place, the place that it lies in."""
    place, noun = candidate.place, toponym.noun
    total = math.log10(place.population + 10) + (0.8 if candidate.main else -0.4) + KIND_POINTS.get(place.kind, 0.0)
    total += 20.0 if place.own else 1.5 * evidence.countries.get(place.country, 0.0)
    total += _region(candidate, evidence, toponym.key)
    total += _nearness(place, evidence, toponym.key)
    if noun in REGION_NOUNS:
        total += 3.0 if place.kind in ("admin1", "region", "admin2") else 0.0
    elif noun in ("city", "town"):
        total += 3.0 if place.kind == "town" else 0.0
    return total + max((_lies_in(candidate, outer.place) for outer in within), default=0.0)


def _region(candidate: Candidate, evidence: Evidence, key: str) -> float:
    """What the other names of the text that stand for its region add to a town or district."""
    named = evidence.regions.get((candidate.place.country, candidate.region), Counter())
    times = named.total() - named[key]
    return REGION * min(2.0, 0.8 + 0.2 * times) if times and candidate.region else 0.0


def _lies_in(candidate: Candidate, outer: Place) -> float:
    """Points for lying in what the text says it lies in; little for another region of the same country."""
    if outer.country != candidate.place.country or outer.kind == candidate.place.kind:
        return 0.0
    return 5.0 if not outer.region or outer.region == candidate.region else 1.0


def _nearness(place: Place, evidence: Evidence, key: str) -> float:
    """What the nearest of the text's other towns adds to a town or district."""
    point = point_of(place) if place.kind in LOCAL and evidence.points else None
    if point is None:
        return 0.0
    band = FAR / 111
    first = bisect_left(evidence.points, (point[0] - band, 0.0, ""))
    last = bisect_left(evidence.points, (point[0] + band, 0.0, ""))
    others = [kilometres(point, (lat, lon)) for lat, lon, name in evidence.points[first:last] if name != key]
    return NEAR * max(0.0, 1 - min(others, default=FAR) / FAR)


def qualified(doc: Doc, toponyms: Sequence[Toponym]) -> dict[Tokens, tuple[Candidate, ...]]:
    """For "X, Y", "X (Y)" and "X in Y": the candidates of Y that are countries or regions, by the tokens of X.

    A country or a region before a comma is an item of a list, not within the next one.
    """
    starts = {t.start: t for t in toponyms}
    out = {}
    for toponym in toponyms:
        at = toponym.end
        if at + 1 >= len(doc) or not (doc[at].text in (",", "(") or doc[at].lower_ == "in"):
            continue
        after = starts.get(at + 1) or (starts.get(at + 2) if doc[at + 1].lower_ == "the" else None)
        outer = tuple(c for c in after.candidates if c.place.kind not in ("town", "demonym")) if after else ()
        wide = any(c.place.kind in ("country", "admin1", "continent") for c in toponym.candidates)
        if outer and not (wide and doc[at].text == ","):
            out[toponym.start, toponym.end] = outer
    return out


def _found(doc: Doc, toponym: Toponym, chosen: tuple[Candidate, float] | None, around: Surrounding | None) -> Found:
    if chosen is None:
        return Found(toponym.start, toponym.end, _unlisted(doc, toponym, around), 4)
    place = chosen[0].place
    mention = Mention(
        spans_of(doc, toponym.start, toponym.end),
        MentionType.PLACE,
        entity=place.entity or (f"geonames:{place.geonames}" if place.geonames else None),
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames=place.geonames,
        precision=2 if toponym.near and not place.own else place.precision,
        score=round(min(0.95, 0.4 + chosen[1] / 20), 2),
        why=f"{place.kind}: {toponym.why}",
    )
    rank = 2 if toponym.why.startswith("in the list") else 3
    return Found(toponym.start, toponym.end, mention, rank, kind=place.kind)


def _unlisted(doc: Doc, toponym: Toponym, around: Surrounding | None) -> Mention:
    """A place in no list: with the point of the place that it is set by, and never more precise than near that."""
    name = " ".join(doc[toponym.start : toponym.end].text.split())
    spans = spans_of(doc, toponym.start, toponym.end)
    if around is None:
        return Mention(spans, MentionType.PLACE, name=name, score=0.5, why=toponym.why)
    return Mention(
        spans,
        MentionType.PLACE,
        name=name,
        latitude=around.place.latitude,
        longitude=around.place.longitude,
        precision=around.precision,
        score=0.5,
        why=f"{toponym.why}, {around.how} {around.place.name}",
    )
