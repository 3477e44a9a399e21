"""Attributions as the encoder hears them: cues among the tags of a window, then source and content of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from allege.analyse.encoder.heads import Floats, Heads, mean
from allege.analyse.encoder.seen import Seen, either, spans_of
from allege.analyse.encoder.windows import Window
from allege.claim import Spans

GAP = 2
"""A cue's tags that lie this many word pieces apart still belong to one cue ("told the paper")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Where the encoder marks a cue, and how sure it is: words, or pieces of the window with that number."""

    spans: Spans
    chance: float
    window: int
    pieces: list[int]


@dataclass(frozen=True, slots=True)
class Voiced:
    """An attribution as the encoder hears it: spans of cue, source and content, and how sure it is of each.

    `chance`: of the cue's pieces on average; `surest`: of the likeliest; `begins`: that the first begins a cue.
    For each piece of `window`, `marked` [T] is the chance that it belongs to a cue, `parts` [T, 3] that it is neither,
    source, content of this one.
    """

    cue: Spans
    source: Spans
    content: Spans
    chance: float
    surest: float
    begins: float
    window: Window = field(repr=False)
    marked: Floats = field(repr=False, compare=False)
    parts: Floats = field(repr=False, compare=False)


def cues_in(one: Seen, number: int, least: float) -> Iterator[Cue]:
    """The cues in a window (that with that number) that are as likely as `least`, in text order; no head is asked."""
    for pieces in _runs(one.cue[:, 1], one.cue[:, 2], least):
        yield cue_of(one, number, pieces)


def cue_of(one: Seen, number: int, pieces: list[int]) -> Cue:
    """These pieces of a window as a cue, likely or not."""
    return Cue(spans_of(one.window, pieces), _sure(one, pieces), number, pieces)


def voiced(heads: Heads, one: Seen, cues: Sequence[list[int]]) -> list[Voiced]:
    """The attribution of each cue in a window, given by its pieces; the head is asked once."""
    found = heads.conditioned("speech", one.vectors, cues)
    marked = either(one.cue, 0)
    return [_voiced(one, marked, cue, parts) for cue, parts in zip(cues, found, strict=True)]


def _voiced(one: Seen, marked: Floats, cue: list[int], parts: Floats) -> Voiced:
    label = parts.argmax(-1)
    label[cue] = 0
    source, content = (label == 1).nonzero()[0], (label == 2).nonzero()[0]
    return Voiced(
        cue=spans_of(one.window, cue),
        source=spans_of(one.window, source.tolist()),
        content=spans_of(one.window, content.tolist()),
        chance=mean(marked[cue]),
        surest=float(marked[cue].max()),
        begins=float(one.cue[cue[0], 1]),
        window=one.window,
        marked=marked,
        parts=parts,
    )


def _sure(one: Seen, cue: list[int]) -> float:
    return mean(either(one.cue[cue], 0))


def _runs(begins: Floats, goes_on: Floats, least: float) -> Iterator[list[int]]:
    """Groups of pieces: one that begins a cue (or goes on without a beginning) and what goes on from it."""
    current: list[int] = []
    for n in np.flatnonzero(begins.astype(float) + goes_on >= least).tolist():
        if current and goes_on[n] >= begins[n] and n - current[-1] <= GAP:
            current += range(current[-1] + 1, n + 1)
            continue
        if current:
            yield current
        current = [n]
    if current:
        yield current
