"""Stub, to be written."""

from __future__ import annotations

from collections.abc import Iterator

from allege.analyse.analysis import Analysis
from allege.extract.predication import Predication


def find(analysis: Analysis) -> Iterator[Predication]:
    yield from ()
