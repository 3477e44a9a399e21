"""Keeps what was worked out for the analysis in hand: a text is read claim by claim, its clauses once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from spacy.tokens import Doc

from allege.analyse.analysis import Analysis

T = TypeVar("T")


class Last(Generic[T]):
    """What `make` gives for an analysis; made once as long as no other analysis comes between."""

    def __init__(self, make: Callable[[Analysis], T]) -> None:
        self._make = make
        self._held: tuple[Doc, T] | None = None

    def of(self, analysis: Analysis) -> T:
        """What belongs to this analysis."""
        if self._held is None or self._held[0] is not analysis.doc:
            self._held = analysis.doc, self._make(analysis)
        return self._held[1]
