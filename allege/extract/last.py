"""Keeps what was worked out for the analysis in hand: a text is read claim by claim, its clauses once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from spacy.tokens import Doc

from allege.analyse.analysis import Analysis
from allege.analyse.encoder.encoded import Encoded

T = TypeVar("T")


class Last(Generic[T]):
    """What `make` gives for an analysis; made once as long as no other parse or encoding comes between."""

    def __init__(self, make: Callable[[Analysis], T]) -> None:
        self._make = make
        self._held: tuple[Doc, Encoded | None, T] | None = None

    def of(self, analysis: Analysis) -> T:
        """What belongs to this analysis."""
        held = self._held
        if held is None or held[0] is not analysis.doc or held[1] is not analysis.encoded:
            held = self._held = analysis.doc, analysis.encoded, self._make(analysis)
        return held[2]
