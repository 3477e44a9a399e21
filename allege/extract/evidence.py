"""Stub, to be written."""

from __future__ import annotations

from allege.analyse.analysis import Analysis
from allege.claim import Attribution, Evidence, EvidenceKind
from allege.extract.predication import Predication


def offered(analysis: Analysis, predication: Predication, chain: tuple[Attribution, ...]) -> tuple[Evidence, ...]:
    return (Evidence(EvidenceKind.NONE),)
