"""One new document taken into what is derived: it changes only its neighbourhood.

Its neighbours are found through the index that the last full build left, as many as a bound allows; so the cost does
not grow with the ledger. A full build takes in the documents after its own collection in the same way, one by one in
the order read: the result is the same, whichever way a ledger came to be linked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from allege.link.around import Around, Change, Held
from allege.link.batch import Judged, attached, copies, edges_of, told_of
from allege.link.crowds import with_absent
from allege.link.engine import PlainEngine
from allege.link.incidents import Linking, Unit, incidents
from allege.link.incidents.candidates import BOUNDS, Openers
from allege.link.incidents.cut import Apart
from allege.link.memory import UNIT_FIELD, hopeful, unit_keys
from allege.link.model import EventClaim, Incident, Lineage, LineageKind, Story
from allege.link.origins import FIELD, Shelf, keys_of, wanted
from allege.link.parts.parts import parts_of

ENDS = 24
"""Documents at either end of a block that a new one meets."""

NEAR = 24
"""Units, the likeliest neighbours, that a new one is compared with."""

CROWD = 60
"""Documents of one incident that are looked at; the others go where most of these go (see `crowds`)."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a new document is grouped with: what it and its `nearest` tell, and all that is told of the same incidents.

    An incident is seen whole or not at all, but for one that a crowd tells of (see `CROWD`): half in sight it would
    join others. `documents`: all that tell of what is seen, `incidents`: those seen, `beyond`: others that these
    documents tell of or bear on.
    """

    nearest: frozenset[str]
    documents: tuple[str, ...]
    incidents: tuple[Incident, ...]
    beyond: tuple[Incident, ...]

    def units(self, around: Around) -> list[Unit]:
        """The units seen."""
        claims = {claim for one in self.incidents for claim in one.claims}
        return [
            unit
            for unit in around.units(self.documents)
            if unit.document in self.nearest or not claims.isdisjoint(unit.claims)
        ]


def taken_in(around: Around, document: str, judged: Judged) -> Change:
    """What the document with that id changes; it is among those `around`, but nothing derived takes it into account."""
    edges, children, shingles = _descent(around, document, judged)
    found, instead, keys = _grouped(around, document, edges, judged)
    index = {FIELD: {document: shingles}, UNIT_FIELD: {document: keys}}
    return Change(edges, children, found.incidents, found.links, instead, index, found.cost)


def all_taken_in(held: Held, stories: Iterable[Story], judged: Judged) -> Iterator[Change]:
    """What each of these documents changes, in their order; what was `held` counts each in before the next."""
    for story in stories:
        change = taken_in(held, story.id, judged)
        held.take(change)
        yield change


def _descent(around: Around, document: str, judged: Judged) -> tuple[tuple[Lineage, ...], tuple[str, ...], list[int]]:
    """The document's edges, and those of the neighbours that come from it."""
    known = around.background
    (story,) = around.stories([document])
    shingles = list(keys_of(story))
    telling = [key for key, formula in zip(shingles, known.ordinary(shingles), strict=True) if not formula]
    shared = _met(around.block(FIELD, telling, ENDS, ENDS))
    near = [document, *wanted(shared, apart_from=[document])]
    family = sorted({*near, *(edge.derived_from for edge in around.descent(near) if edge.derived_from)})
    stories, claims = around.stories(family), around.claims(family)
    found = edges_of(stories, claims, Shelf(stories, known), judged)
    sharing = {edge.derived_from for edge in found if edge.document == document and edge.kind is LineageKind.SOURCE}
    mine = tuple(
        edge
        for edge in found
        if document in (edge.document, edge.derived_from) or (edge.document in sharing and _rests(edge))
    )
    children = sorted({edge.document for edge in mine} | {document})
    before = [edge for edge in around.descent(children) if edge.document != document]
    return tuple(dict.fromkeys((*before, *mine))), tuple(children), shingles


def _rests(edge: Lineage) -> bool:
    """Whether the edge says that a document rests on a source which another has it from too."""
    return edge.kind is LineageKind.SOURCE and edge.derived_from is None


def _met(blocks: Mapping[int, Sequence[str]]) -> Counter[str]:
    return Counter(name for names in blocks.values() for name in names)


def _grouped(
    around: Around, document: str, edges: Iterable[Lineage], judged: Judged
) -> tuple[Linking, tuple[str, ...], list[int]]:
    """The incidents of the neighbourhood that change and links, the incidents replaced, and the document's keys."""
    own = around.units([document])
    openers = Openers(hopeful(around.collection(own)))
    keys = {key: weight for unit in own for key, weight in unit_keys(unit, openers).items()}
    parents = {name for edge in edges if edge.document == document for name in (edge.derived_from,) if name}
    near = {document, *_neighbours(around, keys, document), *parents, *_decided(around, document, judged)}
    sight = _sight(around, frozenset(near))
    units, mine = sight.units(around), {unit.id for unit in own}
    found = incidents(
        units,
        collection=around.collection(units),
        copies=copies([*around.descent(sight.documents), *edges]),
        judged=judged.links(units),
        engine=PlainEngine(),
        links_of=mine,
    )
    told = {claim.id: claim for claim in around.claims(sight.documents)}
    whole = _parted(told_of(found.incidents, told), sight.incidents, document, told)
    whole = with_absent(whole, sight.incidents, {name: claim.document for name, claim in told.items()})
    changed, gone = _changed(whole, sight.incidents, document)
    bear = _bearing(around, sight, whole, gone, told, judged.apart)
    grown = [replace(one, attached=tuple(sorted({*one.attached, *bear.get(one.id, ())}))) for one in changed]
    links = tuple(link for link in found.links if mine & {link.a, link.b})
    heirs = _heirs(_named(grown, gone, sight.incidents), [one for one in sight.incidents if one.id in gone])
    own_bear = {name: [c for c in borne if told[c].document == document] for name, borne in bear.items()}
    return Linking(_borne(heirs, sight.incidents, own_bear, gone), links, found.cost), gone, sorted(keys)


def _decided(around: Around, document: str, judged: Judged) -> set[str]:
    """The documents that a person has put to the document, or held apart from it, however little they share."""
    mine = {document, *(claim.id for claim in around.claims([document]))} if judged.same.pairs else set()
    pairs = (pair for pair in judged.same.pairs if not mine.isdisjoint(pair))
    return around.documents_of(name for pair in pairs for name in pair)


def _bearing(  # noqa: PLR0913, PLR0917 - what is seen, what changes, and what people decided
    around: Around,
    sight: _Sight,
    whole: Sequence[Incident],
    gone: Sequence[str],
    told: Mapping[str, EventClaim],
    decided: Apart,
) -> dict[str, list[str]]:
    """By incident the claims that only bear on it, of those that are new or whose incident goes or that have none."""
    stay = [one for one in (*sight.incidents, *sight.beyond) if one.id not in gone]
    known = {name for one in stay for name in one.attached}
    known |= {name for one in (*whole, *sight.beyond) for name in one.claims}
    free = [claim for name, claim in told.items() if name not in known]
    return attached(whole, free, told, around.stories(sight.documents), decided)


def _parted(
    found: Sequence[Incident], before: Sequence[Incident], document: str, told: Mapping[str, EventClaim]
) -> tuple[Incident, ...]:
    """With the parts of those that change with the document: the others are only there to be compared with.

    One that was there `before` with the same claims keeps its parts: they depend on its claims alone.
    """
    changed, _ = _changed(found, before, document)
    known = {one.claims: one.parts for one in before}
    new = [one.claims for one in changed if one.claims not in known]
    known |= dict(zip(new, parts_of([told[name] for name in names] for names in new), strict=True))
    return tuple(replace(one, parts=known.get(one.claims, ())) for one in found)


def _heirs(new: Sequence[Incident], gone: Sequence[Incident]) -> list[Incident]:
    """What was attached to an incident that is replaced goes to the one that has most of its claims."""
    out = {one.id: one for one in new}
    held = {claim for one in new for claim in (*one.claims, *one.attached)}
    for one in gone:
        best = max(new, key=lambda other: (len(set(one.claims).intersection(other.claims)), other.id), default=None)
        left = [claim for claim in one.attached if claim not in held]
        if best is not None and left:
            heir = out[best.id]
            out[best.id] = replace(heir, attached=tuple(sorted({*heir.attached, *left})))
    return [out[name] for name in sorted(out)]


def _borne(
    new: Sequence[Incident], before: Sequence[Incident], bear: Mapping[str, Sequence[str]], gone: Sequence[str]
) -> tuple[Incident, ...]:
    """With the document's own claims that bear on an incident which stays as it is."""
    out = {one.id: one for one in new}
    for one in before:
        if bear.get(one.id) and one.id not in gone:
            held = out.get(one.id, one)
            out[one.id] = replace(held, attached=tuple(sorted({*held.attached, *bear[one.id]})))
    return tuple(out[name] for name in sorted(out))


def _neighbours(around: Around, keys: dict[int, float], document: str) -> list[str]:
    """The documents that share the heaviest keys."""
    weights: defaultdict[str, float] = defaultdict(float)
    for key, names in around.block(UNIT_FIELD, keys, ENDS, ENDS).items():
        for name in names:
            weights[name] += keys[key]
    weights.pop(document, None)
    enough = [name for name, weight in weights.items() if weight >= BOUNDS.least]
    return sorted(enough, key=lambda name: (-weights[name], name))[:NEAR]


def _sight(around: Around, nearest: frozenset[str]) -> _Sight:
    """What is seen from these documents."""
    seen = around.incidents(around.incidents_of(nearest))
    near = {*nearest, *(name for one in seen for name in one.documents[:CROWD])}
    documents = tuple(sorted(_with_sources(around, near)))
    names = {one.id for one in seen}
    beyond = around.incidents(name for name in around.incidents_of(documents) if name not in names)
    return _Sight(nearest, documents, tuple(seen), tuple(beyond))


def _with_sources(around: Around, documents: set[str]) -> set[str]:
    """The documents with those that they are copies of, to the end: else what stands for them would be missing."""
    names, new = set(documents), set(documents)
    while new:
        new = set(copies(around.descent(new)).values()) - names
        names |= new
    return names


def _changed(
    found: Sequence[Incident], before: Sequence[Incident], document: str
) -> tuple[list[Incident], tuple[str, ...]]:
    """The incidents of the document, with all that must change for them; and the ids of those that they replace."""
    claims = {claim for one in found if document in one.documents for claim in one.claims}
    new: dict[str, Incident] = {}
    gone: dict[str, Incident] = {}
    grown = True
    while grown:
        new = {one.id: one for one in found if claims.intersection(one.claims)}
        gone = {one.id: one for one in before if claims.intersection(one.claims)}
        wider = {claim for one in (*new.values(), *gone.values()) for claim in one.claims}
        grown = wider != claims
        claims = wider
    return [new[name] for name in sorted(new)], tuple(sorted(gone))


def _named(changed: Sequence[Incident], gone: Sequence[str], before: Sequence[Incident]) -> tuple[Incident, ...]:
    """The changed incidents, and those around them that may be the same, each knowing the other's new name."""
    new = {one.id: one for one in changed}
    kept = {one.id: one for one in before if one.id not in gone}
    out = {
        name: replace(one, possibly=tuple(p for p in one.possibly if p in new or p in kept))
        for name, one in new.items()
    }
    for name, one in kept.items():
        others = tuple(p for p in one.possibly if p not in gone or p in new)
        others += tuple(p for p in sorted(out) if name in out[p].possibly and p not in others)
        if others != one.possibly:
            out[name] = replace(one, possibly=others)
    return tuple(out[name] for name in sorted(out))
