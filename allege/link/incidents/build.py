"""From units to incidents: doubles are set aside, the rest is blocked, scored and grouped. All of it is derived."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allege.claim import make_key
from allege.link.engine import Engine
from allege.link.incidents.candidates import candidates
from allege.link.incidents.collection import Collection
from allege.link.incidents.compare import Pair, pairs
from allege.link.incidents.doubles import standing
from allege.link.incidents.group import Edge, average_link
from allege.link.incidents.score import Weights, link, probability, shipped
from allege.link.incidents.unit import Unit
from allege.link.model import Band, Incident, Link

FLOOR = 0.02
"""A pair less likely than this is left out of the means: it counts as not compared."""
MOST_POSSIBLE = 8
"""How many incidents at most are named as possibly the same as one."""


@dataclass(frozen=True, slots=True)
class Linking:
    """The incidents by id, and the links between units (their ids) that are the same or possibly the same, in order."""

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate pair and the probability that both tell of one occurrence."""

    pair: Pair
    score: float

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two units, the smaller first."""
        left, right = self.pair.left.unit.id, self.pair.right.unit.id
        return (left, right) if left < right else (right, left)


def incidents(
    units: Sequence[Unit],
    *,
    collection: Collection | None = None,
    copies: Mapping[str, str] | None = None,
    judged: Iterable[Link] = (),
    engine: Engine | None = None,
) -> Linking:
    """Groups units, given in the order of the ledger, into incidents.

    `collection` says how rare words are; without it, these units do. `copies` names for a document the one that it
    copies: their units are one without being compared. `judged`: links between units that outrank every score.
    """
    known, decided = shipped(), {(one.a, one.b): one for one in judged}
    stands = standing(units, copies or {}, {unit for pair in decided for unit in pair})
    chosen = [unit for unit in units if stands[unit.id] == unit.id]
    scored = compared(chosen, known, collection, engine)
    links = {one.ids: link(one.pair, known) for one in scored if known.band(one.score) is not Band.DIFFERENT}
    scores = {one.ids: one.score for one in scored if one.score >= FLOOR}
    scores |= {ids: one.score for ids, one in decided.items()}
    return Linking(
        _grouped(units, stands, scores, known),
        tuple(one for _, one in sorted((links | decided).items())),
    )


def compared(
    units: Sequence[Unit], weights: Weights, collection: Collection | None = None, engine: Engine | None = None
) -> list[Scored]:
    """The candidate pairs of these units with their probability."""
    counted = collection or Collection.of(units)
    met = list(candidates(units, counted, engine))
    return [Scored(pair, probability(pair, weights)) for pair in pairs(units, met, counted)]


def _grouped(
    units: Sequence[Unit], stands: Mapping[str, str], scores: Mapping[tuple[str, str], float], weights: Weights
) -> tuple[Incident, ...]:
    members: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        members[stands[unit.id]].append(unit)
    names = sorted(members)
    place = {name: n for n, name in enumerate(names)}
    edges = {(place[a], place[b]): score for (a, b), score in scores.items() if a in place and b in place}
    found = average_link(len(names), edges, weights.same)
    made = [_incident([unit for n in group for unit in members[names[n]]]) for group in found.groups]
    near = _possible(found.means, weights)
    whole = [replace(one, possibly=tuple(made[m].id for m in near[n])) for n, one in enumerate(made)]
    return tuple(sorted(whole, key=lambda incident: incident.id))


def _possible(means: Mapping[Edge, float], weights: Weights) -> dict[int, list[int]]:
    """The groups that may be the same as each, the likeliest first."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), mean in means.items():
        if mean >= weights.possibly:
            near[a].append((-mean, b))
            near[b].append((-mean, a))
    return defaultdict(list, {n: [other for _, other in sorted(found)[:MOST_POSSIBLE]] for n, found in near.items()})


def _incident(units: Sequence[Unit]) -> Incident:
    claims = tuple(sorted(claim for unit in units for claim in unit.claims))
    types = Counter(unit.type for unit in units)
    return Incident(
        make_key("incident", claims[0]),
        min(types, key=lambda name: (-types[name], name)),
        tuple(sorted({unit.document for unit in units})),
        claims,
    )
