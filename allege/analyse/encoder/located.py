"""Where something happened, as the encoder sees it: the head `place` asked about a verb and its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from allege.analyse.encoder.heads import Floats, Heads, mean
from allege.analyse.encoder.seen import Seen, Tagged, spans_of
from allege.analyse.encoder.windows import Window
from allege.claim import Span, Spans


@dataclass(frozen=True, slots=True)
class Located:
    """The chance of each piece of a window, from its piece `first` on, to say where something happened."""

    window: Window
    first: int
    likely: Floats

    def chance(self, spans: Spans) -> float:
        """The chance that the words under `spans` say where it happened (mean of the pieces); 0 beyond the sentence."""
        at = [p - self.first for p in self.window.pieces(spans)]
        inside = [p for p in at if 0 <= p < len(self.likely)]
        return mean(self.likely[inside]) if inside else 0.0

    def stretches(self, least: float = 0.5) -> Iterator[Tagged]:
        """The runs of pieces that are each as likely as `least`."""
        chosen = np.flatnonzero(self.likely >= least)
        for group in np.split(chosen, np.flatnonzero(np.diff(chosen) > 1) + 1) if len(chosen) else ():
            span = spans_of(self.window, (group + self.first).tolist())[0]
            yield Tagged("place", span, mean(self.likely[group]))


def located(heads: Heads, one: Seen, sentence: Span, verbs: Sequence[list[int]]) -> list[Located]:
    """For each verb of a sentence, given by its pieces in the window, where it happened; the head is asked once.

    A sentence that ends in another window is looked at up to the end of this one.
    """
    inside = one.window.pieces((sentence,))
    first, last = min(inside[0], verbs[0][0]), inside[-1] + 1
    words = [[min(p, last - 1) - first for p in pieces] for pieces in verbs]
    found = heads.conditioned("place", one.vectors[first:last], words)
    return [Located(one.window, first, parts[:, 1]) for parts in found]
