"""Why what two reports tell was not put together: never compared, too unlike, ruled out, or unlike as whole groups.

Of a stored pair the contributions are put into words when somebody asks. Pairs that are too unlike are not stored; the
likeness of a few units is worked out anew, as the linker does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from allege.errors import NotFound
from allege.ledger import Ledger
from allege.link.around import Stored
from allege.link.incidents import Unit
from allege.link.incidents.candidates import BOUNDS, Openers
from allege.link.incidents.compare import BRIEF_FEATURES, FEATURES
from allege.link.incidents.pair import pairs
from allege.link.incidents.score import link, shipped
from allege.link.memory import hopeful
from allege.link.model import Band, Contribution, Link, ScoredPair

_BRIEF = {feature.name for feature in BRIEF_FEATURES} - {feature.name for feature in FEATURES}
"""Features that only pairs with a sentence or two have."""

JUDGED = "judgement"
"""The feature of a link that a person decided."""

MOST = 25
"""Units of one side that are looked at, evenly spread."""

VETOES = frozenset({"clash", "other_kind"})
"""Features whose weight is set by hand so that they rule a pair out: another place and another day, another kind."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likest pair of two sides: its link, and what all that it shares weighs, of which `least` is asked."""

    link: Link
    weight: float
    least: float = BOUNDS.least

    @property
    def compared(self) -> bool:
        """Whether what the two share is rare enough for a comparison."""
        return self.weight >= self.least


def likest(ledger: Ledger, left: Iterable[str], right: Iterable[str]) -> Likeness | None:
    """The likest pair of units with these claims on either side, of those worth comparing if any is; None for none.

    KeyError for a ledger that no linker has gone through.
    """
    one, other = set(left), set(right)
    around = Stored(ledger)
    documents = sorted({ledger.claim(name).document for name in one | other})
    units = around.units(documents)
    mine, theirs = _with(units, one), _with(units, other - one)
    chosen = [*mine, *(unit for unit in theirs if unit not in mine)]
    collection = around.collection(chosen)
    openers = Openers(hopeful(collection))
    keys = [openers.keys(unit) for unit in chosen]
    met = [(i, j) for i in range(len(mine)) for j in range(len(chosen)) if chosen[j] in theirs and i != j]
    found = []
    for (i, j), pair in zip(met, pairs(chosen, met, collection), strict=True):
        shared = math.fsum(min(keys[i][key], keys[j][key]) for key in keys[i].keys() & keys[j].keys())
        found.append(Likeness(link(pair, shipped()), round(shared, 2)))
    return max(found, key=lambda like: (like.compared, like.link.score, like.link.a, like.link.b), default=None)


def explained(ledger: Ledger, found: Iterable[ScoredPair]) -> list[Link]:
    """Stored pairs with what adds up to their scores, in words; what a person decided is one contribution.

    What is told of how rare a name is holds as of now: a word may be in more texts than when the pair was scored.
    """
    around = cache(partial(Stored, ledger))  # a ledger that no linker has gone through may hold decisions alone
    return [_decided(one) if one.decided else _explained(ledger, around(), one) for one in found]


def _decided(pair: ScoredPair) -> Link:
    return Link(pair.a, pair.b, pair.score, pair.band, (Contribution(JUDGED, 1.0, pair.score, pair.decided),))


def _explained(ledger: Ledger, around: Stored, found: ScoredPair) -> Link:
    """Raises what the ledger raises for a claim that it does not hold, NotFound where a report was read anew since."""
    told = {unit.id: unit for unit in around.units({ledger.claim(name).document for name in (found.a, found.b)})}
    both = [told[name] for name in (found.a, found.b) if name in told]
    if len(both) < 2:
        where = f"{found.a} and {found.b}"
        raise NotFound("were read anew since they were compared", where=where, remedy="run: allege link")
    (pair,) = pairs(both, [(0, 1)], around.collection(both))
    return link(pair, shipped(), found.values)


def _with(units: Sequence[Unit], claims: set[str]) -> list[Unit]:
    some = [unit for unit in units if not claims.isdisjoint(unit.claims)]
    return some[:: max(1, math.ceil(len(some) / MOST))]


def reason(found: Link) -> str:
    """Why units with this link stand in two incidents: a veto, the threshold that the score misses, or their groups."""
    scale = shipped().brief if any(one.feature in _BRIEF for one in found.contributions) else shipped().whole
    against = min(found.contributions, key=lambda one: one.amount, default=None)
    veto = next((one for one in found.contributions if one.feature in VETOES and one.amount <= -1), None)
    if veto is not None and found.band is not Band.SAME:
        return f"ruled out: {veto.words} ({veto.amount:+.2f})"
    weighs = f"; what weighs most against it: {_said(against)}" if against is not None and against.amount < 0 else ""
    if found.score < scale.possibly:
        return f"the score {found.score:.3f} is below {scale.possibly:.2f}, from which two may be the same{weighs}"
    if found.score < scale.same:
        return (
            f"the score {found.score:.3f} is below {scale.same:.2f}, from which two are one; from {scale.possibly:.2f} "
            f"on a person decides{weighs}"
        )
    return (
        f"this pair alone reaches {scale.same:.2f}, but the mean over all pairs of the two incidents does not: a pair "
        "that was not compared counts 0 in it, one that is ruled out -2"
    )


def never_compared(found: Likeness | None) -> str:
    """Why two were never compared."""
    if found is None or not found.weight:
        return "never compared: blocking found nothing rare in common, no name, word, place or day that few others have"
    return (
        f"never compared: blocking found too little in common, rare words and names that weigh {found.weight:.1f}, "
        f"and {found.least:.1f} make a pair worth comparing"
    )


def _said(one: Contribution) -> str:
    words = "where any two texts start" if one.feature == "base" else one.words
    return f"{words} ({one.amount:+.2f})"
