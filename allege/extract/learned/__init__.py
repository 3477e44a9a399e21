"""What the encoder adds to the rules' predications; without an encoder they come back unchanged."""

from __future__ import annotations

from collections.abc import Iterable

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Span
from allege.extract.learned.accidents import blameless
from allege.extract.learned.kinds import retyped
from allege.extract.learned.literal import meant
from allege.extract.learned.missed import completed
from allege.extract.learned.parties import parted
from allege.extract.learned.places import settled
from allege.extract.learned.violence import armed
from allege.extract.learned.wanted import requested
from allege.extract.predication import Predication

__all__ = ["committed", "refined", "settled"]


def refined(analysis: Analysis, found: list[Predication], said: Iterable[Attribution]) -> list[Predication]:
    """The predications with the events, parties and root types it is sure of, without violence that is none."""
    said = tuple(said)
    found = retyped(analysis, parted(analysis, completed(analysis, found, said), said), said)
    found = requested(analysis, found, said)
    return meant(analysis, blameless(analysis, armed(analysis, found, said)))


def committed(analysis: Analysis, found: list[Predication]) -> list[float | None]:
    """The author's commitment to each predication as the encoder sees it, -3 … 3; None where it sees nothing."""
    if analysis.encoded is None:
        return [None] * len(found)
    heads = [analysis.doc[p.head] for p in found]
    return analysis.encoded.commitments([(Span(t.idx, t.idx + len(t)),) for t in heads])
