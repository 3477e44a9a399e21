"""One window as the encoder sees it: a vector for each piece, and what the token heads say of each piece.

The tags are BIO: class 0 is "nothing", 1 + 2 × label begins a stretch, 2 + 2 × label goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allege.analyse.encoder.heads import Floats, mean
from allege.analyse.encoder.windows import Window
from allege.claim import Span, Spans


@dataclass(frozen=True, slots=True)
class Seen:
    """One window, the vector of each piece [T, H], and probabilities of the token heads [T, classes]."""

    window: Window
    vectors: Floats
    cue: Floats
    pair: Floats
    template: Floats

    def mean(self, spans: Spans) -> Floats:
        """The mean vector of the pieces under `spans`; zeros where there are none."""
        return self.mean_of(self.window.pieces(spans))

    def mean_of(self, pieces: list[int]) -> Floats:
        """The mean vector of these pieces; zeros for none."""
        out: Floats = self.vectors[pieces].mean(0) if pieces else np.zeros(self.vectors.shape[1], np.float32)
        return out


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch that a head marks, and how sure it is."""

    label: str
    span: Span
    chance: float


def tagged(window: Window, likely: Floats, labels: Sequence[str], shy: float = 1.0) -> Iterator[Tagged]:
    """The stretches that the likeliest tags mark, in text order; the chance of "nothing" counts `shy` times."""
    best = (likely * np.r_[shy, np.ones(likely.shape[-1] - 1)]).argmax(-1).tolist()
    start = 0
    while start < len(best):
        if best[start] == 0:
            start += 1
            continue
        label = (best[start] - 1) // 2
        end = start + 1
        while end < len(best) and best[end] == 2 + 2 * label:
            end += 1
        sure = likely[start:end, 1 + 2 * label] + likely[start:end, 2 + 2 * label]
        yield Tagged(labels[label], spans_of(window, range(start, end))[0], mean(sure))
        start = end


def either(likely: Floats, label: int) -> Floats:
    """[T]: the chance that each piece belongs to a stretch of that label, be it the first or a later one."""
    out: Floats = likely[..., 1 + 2 * label] + likely[..., 2 + 2 * label]
    return out


def spans_of(window: Window, pieces: Sequence[int]) -> Spans:
    """Neighbouring pieces as spans; white space between two of them is in the span."""
    out: list[Span] = []
    last = -2
    for n in pieces:
        start, end = window.offsets[n]
        if n == last + 1:
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
        last = n
    return tuple(out)
