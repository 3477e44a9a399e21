"""Which texts were made from which: pairs that are alike enough, pointed at the source, siblings left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from allege.link.grouped import grouped
from allege.link.origins.direction import Looks, Relations, Side, filed, matched, pair_values
from allege.link.origins.likeness import Likeness, likeness
from allege.link.origins.shelf import Shelf
from allege.link.origins.weights import Weights, fitted
from allege.link.origins.wording import merely_alike, partly_alike, shares_quotation, tells_of_others

NEARER = 0.15
"""How much more of a text its source's own copy must have to be the nearer source (share of the text's words)."""

SURE = 3.0
"""Log-odds of a direction from which a third text may be left out because of it: 95 in 100."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """Text `derived` was made from text `source`, by number on the shelf.

    `dated`: the dates say so; else `told` holds the log-odds that the texts give.
    """

    derived: int
    source: int
    pair: Likeness
    dated: bool
    told: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether the direction may be built upon."""
        return self.dated or self.told >= SURE


@dataclass(frozen=True, slots=True)
class Derivations:
    """What was `made` from what, and of which short texts it is in `doubt` whether they were."""

    made: tuple[Derivation, ...]
    doubt: tuple[Derivation, ...]


def derivations(shelf: Shelf, weights: Weights | None = None) -> Derivations:
    """Every text that was made from another, with that one; by number of the derived text, then of the source."""
    weights = weights or fitted()
    alike: list[Likeness] = []
    partly: list[Likeness] = []
    for pair in compared(shelf, weights):
        sides = shelf.readings[pair.left], shelf.readings[pair.right]
        if pair.score >= weights.least and not tells_of_others(*sides):
            if not _by_facts(shelf, pair):
                alike.append(pair)
            elif partly_alike(pair, *sides):
                partly.append(pair)
    relations: defaultdict[int, dict[int, Likeness]] = defaultdict(dict)
    for pair in alike:
        relations[pair.left][pair.right] = relations[pair.right][pair.left] = pair
    looks: dict[int, Looks] = {}
    found: defaultdict[int, dict[int, Derivation]] = defaultdict(dict)
    for pair in alike:
        one = directed(shelf, pair, relations, looks, weights)
        found[one.derived][one.source] = one
    made = tuple(one for text in sorted(found) for one in _sources(text, found, relations))
    doubt = (directed(shelf, pair, relations, looks, weights) for pair in _between_families(partly, made))
    return Derivations(made, tuple(one for one in doubt if one.derived not in found))


def _between_families(pairs: Sequence[Likeness], made: Iterable[Derivation]) -> Iterator[Likeness]:
    """The pairs of which neither text comes from the other or with it from a third."""
    family = grouped((one.derived, one.source) for one in made) if pairs else {}
    return (pair for pair in pairs if family.get(pair.left, pair.left) != family.get(pair.right, pair.right))


def compared(shelf: Shelf, weights: Weights) -> Iterator[Likeness]:
    """The likeness of every candidate pair."""
    for left, right, shared in shelf.candidates:
        yield likeness((left, shelf.readings[left]), (right, shelf.readings[right]), shared, weights.likeness)


def _by_facts(shelf: Shelf, pair: Likeness) -> bool:
    """Whether short texts share neither wording nor a quotation."""
    sides = shelf.readings[pair.left], shelf.readings[pair.right]
    return merely_alike(pair, *sides) and not shares_quotation(pair, *sides)


def directed(
    shelf: Shelf, pair: Likeness, relations: Relations, looks: dict[int, Looks], weights: Weights
) -> Derivation:
    """The pair pointed at its source; where nothing tells, the earlier on the shelf is the source."""
    early, late = sorted((pair.left, pair.right))
    days = shelf.day(early), shelf.day(late)
    if None not in days and days[0] != days[1]:
        return Derivation(late, early, pair, dated=True)
    sides = sides_of(shelf, pair, looks)
    told = weights.direction.log_odds(pair_values(early, pair, sides, relations))
    bear = filed(shelf.first(early)) - filed(shelf.first(late))
    told = bear * max(abs(told), SURE) if bear else told
    source = early if told >= 0 else late
    return Derivation(pair.other(source), source, pair, dated=False, told=abs(told))


def sides_of(shelf: Shelf, pair: Likeness, looks: dict[int, Looks]) -> dict[int, Side]:
    """How the two texts of a pair look beside each other; `looks` keeps what is worked out for one text."""
    for text in (pair.left, pair.right):
        if text not in looks:
            looks[text] = Looks(shelf.first(text), shelf.readings[text], shelf.background.usual)
    words = matched(pair, shelf.readings[pair.left], shelf.readings[pair.right])
    return {text: Side.of(looks[text], known) for text, known in zip((pair.left, pair.right), words, strict=True)}


def _sources(text: int, found: dict[int, dict[int, Derivation]], relations: Relations) -> Iterator[Derivation]:
    """The sources of a text without those that are merely related by a common source.

    Of a source and that one's own source, both alike the text, the farther one stays: siblings share what they both
    took from it. Only where the text has clearly more of the nearer one does the nearer one stay. Both stay where it
    is not sure which of the two was first.
    """
    sources = found[text]
    kept = set(sources)
    for near in sorted(sources):
        for far in sorted(found.get(near, {}).keys() & sources.keys()):
            if not found[near][far].sure:
                continue
            gain = sources[near].pair.share(text) - sources[far].pair.share(text)
            kept.discard(far if gain >= NEARER else near)
    for source in sorted(kept or set(sources)):
        yield sources[source]
