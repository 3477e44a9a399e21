"""What must hold of every list of runs."""

from __future__ import annotations

from itertools import pairwise

from allege.claim import Run


def true(runs: tuple[Run, ...], text: str, raw: str) -> bool:
    """Whether the runs are in order on both sides, apart, and each quotes equal characters of both texts."""
    apart = all(a.start + a.length <= b.start and a.raw + a.length <= b.raw for a, b in pairwise(runs))
    inside = all(run.length > 0 and run.start >= 0 and run.raw >= 0 for run in runs)
    quotes = ((text[r.start : r.start + r.length], raw[r.raw : r.raw + r.length], r.length) for r in runs)
    return apart and inside and all(ours == theirs and len(ours) == length for ours, theirs, length in quotes)
