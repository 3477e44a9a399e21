"""The main event of each sentence: the one that most of the marked parties belong to.

The heads for parties and for the root type were fitted on sentences with one marked pair; what they say of a sentence
holds for this event, not for the attack that killed in a relative clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allege.analyse.analysis import Analysis
from allege.claim import ClaimKind, Span
from allege.extract.learned.marked import Mark
from allege.extract.predication import Predication

COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl"})


def by_sentence(analysis: Analysis, found: Sequence[Predication]) -> Mapping[Span, list[int]]:
    """The positions of the events in `found`, by the sentence that they stand in."""
    out: dict[Span, list[int]] = {}
    for n, predication in enumerate(found):
        if predication.kind is ClaimKind.EVENT:
            out.setdefault(analysis.sentence_of(analysis.doc[predication.head]), []).append(n)
    return out


def main_event(analysis: Analysis, found: Sequence[Predication], at: Sequence[int], seen: Sequence[Mark]) -> int:
    """Of the events `at` of one sentence: the one with most of its marked parties, then the highest, the first.

    What stands in its complement counts with it: who threatens to shell a town has the town for a recipient.
    """
    hits = {n: _hits(found[n], seen) for n in at}
    heads = {found[n].head: n for n in at}
    for n in at:
        token = analysis.doc[found[n].head]
        while token.dep_ in COMPLEMENTS:
            token = token.head
            if token.i in heads:
                hits[heads[token.i]] = hits[heads[token.i]] | _hits(found[n], seen)

    def rank(n: int) -> tuple[int, int, float, int]:
        height = sum(1 for _ in analysis.doc[found[n].head].ancestors)
        return len(hits[n]), -height, found[n].score, -n

    return max(at, key=rank)


def _hits(predication: Predication, seen: Sequence[Mark]) -> set[Mark]:
    return {m for m in seen for f in predication.fillers if f.role is m.role and m.holds(f.head)}
