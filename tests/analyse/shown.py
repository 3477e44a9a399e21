"""Mentions by the words under them."""

from __future__ import annotations

from collections.abc import Callable

from allege.analyse.analysis import Analysis
from allege.claim import Mention

Read = Callable[..., Analysis]


def words(analysis: Analysis, mention: Mention) -> str:
    """The words under a mention, as the document has them."""
    return analysis.document.quote(mention.spans)


def named(analysis: Analysis, kind: str) -> dict[str, Mention]:
    """The mentions of one type by their words (the last where words repeat)."""
    return {words(analysis, m): m for m in analysis.mentions if m.type == kind}
