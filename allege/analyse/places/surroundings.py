"""Where a place lies that is in no list: in what the text puts it in, beside a town of its sentence, or with the rest.

The last not on the tagger's word alone, for half the names in no list that it takes for towns are something else.

A guess that goes by nearness alone is made only where nothing else is named that lies abroad: a ministry in one capital
speaks of villages far away. The precision says that such a place is no more than near there.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from allege.analyse.places.geography import Place
from allege.analyse.places.toponyms import Toponym
from allege.analyse.places.words import SIDES

LOCAL = ("town", "admin2")
"""Kinds of places that are small enough to lie near each other."""

AROUND, MOST = 161, 0.6
"""A text is set around a town where this share of its names of towns lie within so many kilometres of it."""

CANDIDATES = 40
"""Towns that may be the one that a text is set around: those named most often."""

Tokens = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Surrounding:
    """The place that sets an unlisted one, how ("in", "beside", "around"), and UCDP's `where_prec` that this allows."""

    place: Place
    how: str
    precision: int


def surroundings(doc: Doc, toponyms: Sequence[Toponym], known: Mapping[Tokens, Place]) -> dict[Tokens, Surrounding]:
    """For each toponym in no list: what the text puts it in, else what its sentence or most of the text is set in."""
    lost = [t for t in toponyms if (t.start, t.end) not in known]
    if not lost:
        return {}
    starts = {start: place for (start, _), place in known.items()}
    ends = {end: place for (_, end), place in known.items()}
    towns = [place for place in known.values() if place.kind in LOCAL and point_of(place) is not None]
    centre = _centre(towns) if _home(known.values()) is not None else None
    sentences = _by_sentence(doc, known)
    out: dict[Tokens, Surrounding] = {}
    for toponym in lost:
        held = _holder(doc, toponym, starts, ends)
        found = _within(held) if held is not None else _neighbour(toponym, sentences[doc[toponym.start].sent.start])
        if found is None and centre is not None and toponym.why != "tagged GPE":
            found = Surrounding(centre, "around", 4)
        if found is not None:
            out[toponym.start, toponym.end] = found
    return out


def _within(place: Place) -> Surrounding:
    return Surrounding(place, "in", max(2, place.precision))


def _by_sentence(doc: Doc, known: Mapping[Tokens, Place]) -> defaultdict[int, list[tuple[int, Place]]]:
    """The places of each sentence, given by its first token, with the token that each begins at."""
    out: defaultdict[int, list[tuple[int, Place]]] = defaultdict(list)
    for (start, _), place in known.items():
        out[doc[start].sent.start].append((start, place))
    return out


def _home(places: Iterable[Place]) -> str | None:
    """The one country that all of some places lie in; None where there are several, or none."""
    countries = {place.country for place in places}
    return countries.pop() if len(countries) == 1 else None


def _centre(places: Sequence[Place]) -> Place | None:
    """The town that most of a text's names of towns lie around; None where there is none."""
    times: Counter[Place] = Counter(places)
    best, most = None, 0
    for place, _ in times.most_common(CANDIDATES):
        near = sum(n for other, n in times.items() if _apart(place, other) < AROUND)
        if near > most:
            best, most = place, near
    return best if most >= max(2, MOST * len(places)) else None


def _apart(some: Place, other: Place) -> float:
    one, two = point_of(some), point_of(other)
    return math.inf if one is None or two is None else kilometres(one, two)


def _holder(doc: Doc, toponym: Toponym, starts: Mapping[int, Place], ends: Mapping[int, Place]) -> Place | None:
    """The place that a toponym is said to lie in: "X, Y", "X in Y", "Y's X"."""
    for start in range(toponym.end + 1, min(toponym.end + 4, len(doc))):
        between = [t.lower_ for t in doc[toponym.end : start]]
        if start in starts and between[0] in (",", "in", "(") and set(between[1:]) <= SIDES | {"the"}:
            return starts[start]
    before = toponym.start - 1
    return ends.get(before) if before > 0 and doc[before].text in ("'s", "’s") else None


def _neighbour(toponym: Toponym, here: Sequence[tuple[int, Place]]) -> Surrounding | None:
    """The town named nearest to a toponym in its sentence, where that names one country's places only."""
    towns = [(abs(start - toponym.start), place) for start, place in here if place.kind in LOCAL]
    if not towns or _home(place for _, place in here) is None:
        return None
    return Surrounding(min(towns, key=lambda pair: pair[0])[1], "beside", 4)


def point_of(place: Place) -> Point | None:
    """Latitude and longitude, in degrees; None for a place without them."""
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)


def kilometres(a: Point, b: Point) -> float:
    """Roughly: on a plane at their latitude."""
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 111 * math.hypot(a[0] - b[0], east)
