"""From units to incidents: doubles are set aside, the rest is blocked, scored and grouped. All of it is derived."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection as Values
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from allege.claim import make_key
from allege.link.beside import MANY, beside
from allege.link.engine import Cost, Engine
from allege.link.incidents.asides import Cuts, grouped
from allege.link.incidents.candidates import candidates
from allege.link.incidents.collection import Collection
from allege.link.incidents.columns import PAIRS, Batch, batches, clashes
from allege.link.incidents.compare import BRIEF_FEATURES, FEATURES
from allege.link.incidents.doubles import standing
from allege.link.incidents.group import Scores
from allege.link.incidents.rows import Rows
from allege.link.incidents.score import Scales, Weights, probabilities, shipped
from allege.link.incidents.unit import Unit
from allege.link.model import Incident, ScoredPair
from allege.link.table import Numbers, Reals

FLOOR = 0.02
"""A pair less likely than this is left out of the means: it counts as not compared."""
AGAINST = -2.0
"""What a pair that names other places and other days counts in a mean: it outweighs two sure likenesses. Reports of one
story share so many names that without it an attack of Tuesday draws in one of Thursday in the next village."""
MOST_POSSIBLE = 8
"""How many incidents at most are named as possibly the same as one."""


@dataclass(frozen=True, slots=True)
class Linking:
    """The incidents by id, and the pairs of units (their ids) that are the same or possibly the same, in order.

    `cost`: what finding the pairs to compare took.
    """

    incidents: tuple[Incident, ...]
    links: tuple[ScoredPair, ...]
    cost: Cost


@dataclass(frozen=True, slots=True)
class Scored:
    """Candidate pairs, by the positions of their units (that with the smaller id on the left), and for each the
    probability that both tell of one occurrence, whether one is a sentence or two, and whether place and day clash.

    `linked`: those that may be the same, in order; `values`: the features of each of these, in the order of
    `BRIEF_FEATURES`. `cost`: what finding the candidates took.
    """

    left: Numbers
    right: Numbers
    score: Reals
    brief: NDArray[np.bool_]
    clash: NDArray[np.bool_]
    linked: Numbers
    values: Reals
    cost: Cost


def incidents(  # noqa: PLR0913 - six, each a choice of its own
    units: Sequence[Unit],
    *,
    collection: Collection | None = None,
    copies: Mapping[str, str] | None = None,
    judged: Iterable[ScoredPair] = (),
    engine: Engine | None = None,
    links_of: Values[str] | None = None,
) -> Linking:
    """Groups units, given in the order of the ledger, into incidents.

    `collection` says how rare words are; without it, these units do. `copies` names for a document the one that it
    copies: their units are one without being compared. `judged`: pairs of units whose scores outrank every other.
    `links_of`: ids of the units whose links are wanted, where not all are.
    """
    known, decided = shipped(), {(one.a, one.b): one for one in judged}
    stands = standing(units, copies or {}, {unit for pair in decided for unit in pair})
    chosen = [unit for unit in units if stands[unit.id] == unit.id]
    counted = collection or Collection.of(chosen).judging()
    scored = compared(chosen, known, counted, engine)
    edges = _edges(chosen, scored, decided)
    links = {(one.a, one.b): one for one in _links(chosen, _linked(chosen, scored, links_of), known)}
    ordered = tuple(one for _, one in sorted((links | decided).items()))
    return Linking(_grouped(units, stands, edges, known), ordered, scored.cost)


def compared(units: Sequence[Unit], weights: Scales, collection: Collection, engine: Engine | None = None) -> Scored:
    """The candidate pairs of these units with their probability; a second process finds those of many."""
    with beside(lambda: candidates(units, collection, engine), worth=len(units) >= MANY) as pairs:
        rows = Rows(units, collection)
        found = pairs()
    place = _places(units)
    smaller = place[found.left] < place[found.right]
    left, right = np.where(smaller, found.left, found.right), np.where(smaller, found.right, found.left)
    order = np.argsort(left, kind="stable")
    left, right = left[order], right[order]
    half = len(left) // 2
    with beside(lambda: _judged(rows, left[half:], right[half:], weights), worth=half >= PAIRS) as others:
        parts = [_judged(rows, left[:half], right[:half], weights), others()]
    score, clash, brief, linked, values = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Scored(left, right, score, brief, clash, np.flatnonzero(linked), values, found.cost)


Judged = tuple[Reals, NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_], Reals]
"""For each pair its probability, whether place and day clash, whether it is brief and whether it may be the same; and
the features of those that may."""


def _judged(rows: Rows, left: Numbers, right: Numbers, weights: Scales) -> Judged:
    """What `Scored` says of these pairs; `left` ascends."""
    brief = rows.brief[left] | rows.brief[right]
    least = np.where(brief, weights.brief.possibly, weights.whole.possibly)
    score, clash, values = np.zeros(len(left)), np.zeros(len(left), dtype=bool), [np.zeros((0, len(BRIEF_FEATURES)))]
    at = 0
    for batch in batches(rows, left, right):
        here = slice(at, at := at + len(batch.left))
        score[here], found = _scores(batch, weights)
        clash[here] = clashes(batch) > 0
        values.append(found[score[here] >= least[here]])
    return score, clash, brief, score >= least, np.concatenate(values)


def _scores(batch: Batch, weights: Scales) -> tuple[Reals, Reals]:
    """The probabilities of a batch, each pair on its scale, and its features (those of the other scale are 0)."""
    score, values = np.zeros(len(batch.left)), np.zeros((len(batch.left), len(BRIEF_FEATURES)))
    for which, features, scale in (
        (~batch.brief, FEATURES, weights.whole),
        (batch.brief, BRIEF_FEATURES, weights.brief),
    ):
        columns = batch.some(which).features(features)
        score[which] = probabilities(columns, scale)
        values[which, : len(features)] = np.column_stack(columns)
    return score, values


def _linked(units: Sequence[Unit], scored: Scored, of: Values[str] | None) -> Scored:
    """Of the pairs that may be the same those with one of these units; all, for None."""
    if of is None:
        return scored
    wanted = np.array([unit.id in of for unit in units], dtype=bool)
    kept = wanted[scored.left[scored.linked]] | wanted[scored.right[scored.linked]]
    return replace(scored, linked=scored.linked[kept], values=scored.values[kept])


def _links(units: Sequence[Unit], scored: Scored, known: Scales) -> Iterator[ScoredPair]:
    """The pairs that are the same or possibly the same, with the values that their scores come from."""
    columns = (column[scored.linked].tolist() for column in (scored.left, scored.right, scored.score, scored.brief))
    for left, right, score, brief, values in zip(*columns, scored.values.tolist(), strict=True):
        scale, features = (known.brief, BRIEF_FEATURES) if brief else (known.whole, FEATURES)
        found = tuple(values[: len(features)])
        yield ScoredPair(units[left].id, units[right].id, score, scale.band(score), found)


def _edges(units: Sequence[Unit], scored: Scored, decided: Mapping[tuple[str, str], ScoredPair]) -> Scores:
    """The scores that count in the means, by the units' places in the order of their ids."""
    places = _places(units)
    kept = (scored.score >= FLOOR) | scored.clash
    weighed = np.where(scored.clash, AGAINST, scored.score)[kept]
    edges = Scores.ordered(places[scored.left[kept]], places[scored.right[kept]], weighed)
    if not decided:
        return edges
    place = {unit.id: int(places[n]) for n, unit in enumerate(units)}
    known = ((a, b, one) for (a, b), one in decided.items() if a in place and b in place)
    return Scores.of(edges.by_edge() | {(place[a], place[b]): one.score for a, b, one in known})


def _places(units: Sequence[Unit]) -> Numbers:
    """The place of each unit in the order of the ids."""
    places = np.empty(len(units), dtype=np.int64)
    places[sorted(range(len(units)), key=lambda n: units[n].id)] = np.arange(len(units))
    return places


def _grouped(units: Sequence[Unit], stands: Mapping[str, str], edges: Scores, known: Scales) -> tuple[Incident, ...]:
    """The incidents of these units; `edges`: scores between those that stand for others or themselves, by their ids."""
    members: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        members[stands[unit.id]].append(unit)
    names = sorted(members)
    main = {unit.id for unit in units if unit.main}
    passing = [n for n, name in enumerate(names) if name not in main]
    found = grouped(len(names), edges, Cuts(known.whole.same, known.brief.same), passing)
    made = [_incident([unit for n in group for unit in members[names[n]]]) for group in found.groups]
    near = _possible(found.means, known.whole)
    whole = [replace(one, possibly=tuple(made[m].id for m in near[n])) for n, one in enumerate(made)]
    return tuple(sorted(whole, key=lambda incident: incident.id))


def _possible(means: Scores, weights: Weights) -> dict[int, list[int]]:
    """The groups that may be the same as each, the likeliest first."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), mean in means.kept(means.score >= weights.possibly).by_edge().items():
        near[a].append((-mean, b))
        near[b].append((-mean, a))
    return defaultdict(list, {n: [other for _, other in sorted(found)[:MOST_POSSIBLE]] for n, found in near.items()})


def _incident(units: Sequence[Unit]) -> Incident:
    claims = tuple(sorted(claim for unit in units for claim in unit.claims))
    types = Counter(unit.type for unit in [unit for unit in units if unit.sorts] or units)  # a denial's words are none
    return Incident(
        make_key("incident", claims[0]),
        min(types, key=lambda name: (-types[name], name)),
        tuple(sorted({unit.document for unit in units})),
        claims,
    )
