"""Resolves names of places to points: each candidate is scored by people, kind, and the countries that the text names.

One name has one place throughout a text (one sense per discourse, Gale, Church & Yarowsky 1992), unless a place after
it says where it lies ("X, Y"; "X in Y").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from allege.analyse.found import Found, spans_of
from allege.analyse.matching import Words
from allege.analyse.toponyms import REGION_NOUNS, Candidate, Survey, Toponym, ToponymFinder
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
}
"""Beside the logarithm of the people there, which is between 1 (none known) and 9."""

Tokens = tuple[int, int]


def find(words: Words, finder: ToponymFinder, survey: Survey) -> Iterator[Found]:
    """Place mentions, resolved where there is a candidate."""
    toponyms = finder.find(words, survey)
    chosen = resolved(toponyms, survey.countries, qualified(words.doc, toponyms))
    for toponym in toponyms:
        yield _found(words.doc, toponym, chosen.get((toponym.start, toponym.end)))


def resolved(
    toponyms: Sequence[Toponym], countries: Counter[str], within: dict[Tokens, tuple[Candidate, ...]]
) -> dict[Tokens, tuple[Candidate, float]]:
    """The best candidate and its points by the tokens of each toponym that has one."""
    votes: dict[str, float] = defaultdict(
        float, {code: min(2.0, 0.8 + 0.2 * n) for code, n in countries.items() if code}
    )
    for toponym in {t.key: t for t in toponyms}.values():
        large = max((c.place for c in toponym.candidates), key=lambda p: p.population, default=None)
        if large is not None and large.population > 1_000_000 and large.country not in countries:
            votes[large.country] += 0.4
    best: dict[str, tuple[Candidate, float]] = {}
    out: dict[Tokens, tuple[Candidate, float]] = {}
    for toponym in sorted(toponyms, key=lambda t: (t.start, t.end) not in within):
        tokens = toponym.start, toponym.end
        if not toponym.candidates:
            continue
        if toponym.key not in best or tokens in within:
            outer = within.get(tokens, ())
            scored = [(points(c, votes, outer, toponym.noun), -n) for n, c in enumerate(toponym.candidates)]
            top, n = max(scored)
            out[tokens] = toponym.candidates[-n], top
            best.setdefault(toponym.key, out[tokens])
        out.setdefault(tokens, best[toponym.key])
    return out


def points(candidate: Candidate, votes: Mapping[str, float], within: Sequence[Candidate], noun: str) -> float:
    """How likely a candidate is: people, kind, countries of the text, a noun of place, the place that it lies in."""
    place = candidate.place
    total = math.log10(place.population + 10) + (0.8 if candidate.main else -0.4) + KIND_POINTS.get(place.kind, 0.0)
    total += 20.0 if place.own else 1.5 * votes.get(place.country, 0.0)
    if noun in REGION_NOUNS:
        total += 3.0 if place.kind in ("admin1", "region") else 0.0
    elif noun in ("city", "town"):
        total += 3.0 if place.kind == "town" else 0.0
    if any(outer.place.country == place.country and outer.place.kind != place.kind for outer in within):
        total += 5.0
    return total


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


def _found(doc: Doc, toponym: Toponym, chosen: tuple[Candidate, float] | None) -> Found:
    spans = spans_of(doc, toponym.start, toponym.end)
    if chosen is None:
        name = " ".join(doc[toponym.start : toponym.end].text.split())
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
        precision=2 if toponym.near and not place.own else place.precision,
        score=round(min(0.95, 0.4 + chosen[1] / 20), 2),
        why=f"{place.kind}: {toponym.why}",
    )
    rank = 2 if toponym.why.startswith("in the list") else 3
    return Found(toponym.start, toponym.end, mention, rank, kind=place.kind)
