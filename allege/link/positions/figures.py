"""Tolls: how a figure is said, and when two figures cannot both be right."""

from __future__ import annotations

from allege.link.model import Filler
from allege.link.positions.records import Value


def figure(filler: Filler) -> Value | None:
    """A filler's figure as an answer; None where its words give no number at all."""
    low, high, best = filler.low, filler.high, filler.best
    if low is None and high is None:
        return None
    if best is None and low == high:
        best = low
    low = 0 if low is None else low
    key = f"best {best}" if filler.best is not None else f"{low}-{'' if high is None else high}"
    about = high is not None and high != low and low > 0 and filler.best is None
    words = " ".join(filler.words.split()).lower() if about else figure_words(low, high, best)
    return Value(key, words, low=low, high=high, best=best)


def figure_words(low: int, high: int | None, best: int | None = None) -> str:
    """ "17", "at least 12", "at most 5", "27 to 33", "14 (12 to 20)"."""
    if high == low:
        return f"{low:,}"
    if high is None:
        said = f"at least {low:,}"
    elif low == 0:
        said = f"at most {high:,}"
    else:
        said = f"{low:,} to {high:,}"
    return f"{best:,} ({said})" if best is not None else said


def covers(coarse: Value, fine: Value) -> bool:
    """Whether every number that `fine` allows is allowed by `coarse` too."""
    return _low(coarse) <= _low(fine) and _high(coarse) >= _high(fine)


def apart(one: Value, other: Value) -> bool:
    """Whether no number fits both."""
    return _high(one) < _low(other) or _high(other) < _low(one)


def _low(value: Value) -> float:
    return 0 if value.low is None else value.low


def _high(value: Value) -> float:
    return float("inf") if value.high is None else value.high
