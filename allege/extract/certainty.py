"""Stub, to be written."""

from __future__ import annotations

from dataclasses import dataclass

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Certainty, Commitment
from allege.extract.predication import Predication


@dataclass(frozen=True, slots=True)
class Judged:
    """How firmly each source of a chain holds a predication; the author first."""

    commitments: tuple[Commitment, ...]
    factuality: float


def judge(analysis: Analysis, predication: Predication, chain: tuple[Attribution, ...]) -> Judged:
    values = [Commitment("author", Certainty.UU if chain else Certainty.CT_PLUS)]
    values += [Commitment(a.id, Certainty.CT_PLUS if a is chain[-1] else Certainty.UU) for a in chain]
    return Judged(tuple(values), 0.0 if chain else 3.0)
