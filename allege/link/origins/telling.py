"""Lineage in words: one sentence about the documents that tell of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allege.claim import SourceKind
from allege.link.model import COPIES, EventClaim, Lineage, LineageKind, Story
from allege.link.origins.cited import main_voice
from allege.link.origins.roots import circles, followed, independent, origins

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

LISTED = 2
"""Documents that are named one by one, at most; more are counted."""

_UNNAMED = {
    SourceKind.OFFICIAL: "an unnamed official",
    SourceKind.WITNESS: "an unnamed witness",
    SourceKind.PERSON: "an unnamed person",
    SourceKind.MEDIA: "unnamed media",
    SourceKind.STATE: "a state",
    SourceKind.ORGANIZATION: "an unnamed organisation",
    SourceKind.ARMED_GROUP: "an unnamed member of an armed group",
}


_PRONOUNS = frozenset({"who", "whom", "which", "that", "he", "she", "it", "they", "we", "i"})
"""Words that stand for a name given elsewhere: whoever they mean is not named by them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many documents there are, how many independent known origins, how many texts of unknown lineage besides."""

    documents: int
    origins: int
    unknown: int


def labels(stories: Iterable[Story], lineage: Iterable[Lineage] = ()) -> dict[str, str]:
    """D1, D2, … for the ids of stories in the order of their dates; of one day's, those that come from none first."""
    derived = {at for at, edge in followed(lineage).items() if edge.derived_from}
    order = sorted(stories, key=lambda story: (story.published or date.max, story.id in derived, story.id))
    return {story.id: f"D{number}" for number, story in enumerate(order, 1)}


def tell(
    stories: Sequence[Story],
    lineage: Iterable[Lineage],
    claims: Iterable[EventClaim] = (),
    counted: Counted | None = None,
) -> str:
    """ "5 documents, 1 origin: three are copies of D1 (92 % of its words), D5 cites D1; D1 cites an unnamed official."

    Documents are named by `labels`. With `claims`, it is said on whose word the documents at the roots mostly rest.
    `counted`: what is counted elsewhere of the same documents, so that both say the same.
    """
    edges = list(lineage)
    name = labels(stories, edges)
    rings = circles({at: edge for at, edge in followed(edges).items() if at in name})
    ringed = {at for ring in rings for at in ring}
    told = {at: edge for at, edge in followed(edges).items() if at in name and at not in ringed}
    derived = ", ".join([*_derived(told, name), *_circular(rings, name)])
    roots = [at for at in name if at not in told and (at in ringed or len(name) <= LISTED or _leads(at, told))]
    voices = ", ".join(_voices(roots, claims, name))
    said = "; ".join(part for part in (derived, voices) if part)
    head = _head(counted or Counted(len(stories), *independent(origins(stories, edges).values())))
    return f"{head}{': ' if said else ''}{said}."


def _head(counted: Counted) -> str:
    parts = [_count(counted.origins, "origin")] if counted.origins else []
    parts += [f"{_count(counted.unknown, 'text')} of unknown lineage"] if counted.unknown else []
    return f"{_count(counted.documents, 'document')}, {' and '.join(parts) or 'no origin'}"


def _derived(told: Mapping[str, Lineage], name: Mapping[str, str]) -> Iterator[str]:
    """Who copies, credits and cites whom: a clause for each source and manner, in the order of the sources' names."""
    groups: defaultdict[tuple[int, str], list[Lineage]] = defaultdict(list)
    for edge in told.values():
        source = name.get(edge.derived_from or "", edge.upstream or "a document that is not shown")
        manner = 0 if edge.kind in COPIES else 1 if edge.kind is LineageKind.CREDIT else 2
        groups[manner, source].append(edge)
    for manner, source in sorted(groups, key=lambda key: (key[0], _order(key[1]))):
        edges = groups[manner, source]
        who = _who([name[edge.document] for edge in edges])
        many = len(edges) > 1
        if manner == 0:
            yield f"{who} {'are copies' if many else 'is a copy'} of {source} ({_kept(edges)})"
        else:
            verb = "credit" if manner == 1 else "cite"
            yield f"{who} {verb if many else verb + 's'} {source}"


def _kept(edges: Sequence[Lineage]) -> str:
    """How much is shared: "92 % of its words", or the least and the most."""
    shares = sorted(round(100 * (edge.containment or 0.0)) for edge in edges)
    least, most = shares[0], shares[-1]
    return f"{most} % of its words" if least == most else f"{least} to {most} % of the words"


def _circular(rings: Iterable[Sequence[str]], name: Mapping[str, str]) -> Iterator[str]:
    for ring in rings:
        steps = zip(ring, [*ring[1:], ring[0]], strict=True)
        yield "circular: " + ", ".join(f"{name.get(a, a)} cites {name.get(b, b)}" for a, b in steps)


def _voices(roots: Iterable[str], claims: Iterable[EventClaim], name: Mapping[str, str]) -> Iterator[str]:
    """On whose word the roots mostly rest: "D1 cites an unnamed official"."""
    said: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        said[claim.document].append(claim)
    for root in roots:
        voice = main_voice(said.get(root, ()))
        if voice:
            named = voice.named and (voice.name or voice.words.casefold() not in _PRONOUNS)
            named = named or (voice.kind is SourceKind.DOCUMENT and bool(voice.words))
            who = voice.name or f"“{voice.words}”" if named else _UNNAMED.get(voice.kind, "an unnamed source")
            yield f"{name[root]} cites {who}"


def _leads(document: str, told: Mapping[str, Lineage]) -> bool:
    """Whether another document comes from this one."""
    return any(edge.derived_from == document for edge in told.values())


def _who(names: Sequence[str]) -> str:
    names = sorted(names, key=_order)
    if len(names) <= LISTED:
        return " and ".join(names)
    return _NUMBERS[len(names)] if len(names) < len(_NUMBERS) else f"{len(names):,}"


def _order(name: str) -> tuple[int, str]:
    return (int(name[1:]) if name[1:].isdigit() else 0, name)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
