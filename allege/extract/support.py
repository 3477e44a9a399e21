"""Stub, to be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from allege.analyse.analysis import Analysis
from allege.claim import Claim


def links(analysis: Analysis, claims: Sequence[Claim]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the claims that each claim (by id) is offered in support of."""
    return {}
