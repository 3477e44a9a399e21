"""Stub, to be written."""

from __future__ import annotations

from allege.analyse.analysis import Analysis
from allege.claim import Attribution


def find(analysis: Analysis) -> tuple[Attribution, ...]:
    return ()
