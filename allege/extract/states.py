"""Stub, to be written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from allege.analyse.analysis import Analysis
from allege.extract.predication import Predication


def find(analysis: Analysis, taken: Collection[int]) -> Iterator[Predication]:
    """Predicates of clauses that no other finder took (`taken`: token indices of their heads)."""
    yield from ()
