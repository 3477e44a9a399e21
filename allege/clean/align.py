"""Finds the words of a cleaned text again in the text it was made from, in the same order.

The longest common chain of runs of four words (Hunt & Szymanski 1977: linear in the words but for a logarithm, since a
run of words that comes back more often than `MAX_REPEATS` is no anchor), then single words in the gaps that are left,
then single characters at the edges of those gaps.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence

from allege.claim import Run
from allege.clean.offsets import joined, whole

MAX_REPEATS = 8
ANCHOR = 4
"""Words that must follow each other in both texts before they count as the same place."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_Pairs = list[tuple[int, int]]


def align(text: str, source: str) -> tuple[Run, ...]:
    """Runs from `text` to `source`, both read once from start to end; characters of a run are equal in both."""
    if text == source:
        return whole(text)
    ours, theirs = list(_TOKEN.finditer(text)), list(_TOKEN.finditer(source))
    words, others = [m.group() for m in ours], [m.group() for m in theirs]
    pairs = _word_pairs(words, others)
    same = [Run(ours[i].start(), theirs[j].start(), len(words[i])) for i, j in pairs]
    return joined(_with_edges(same, text, source))


def _word_pairs(words: list[str], others: list[str]) -> _Pairs:
    size = max(1, min(ANCHOR, len(words), len(others)))
    anchors = _chain(_grams(words, size), _grams(others, size))
    pairs = _stretched(anchors, words, others)
    out: _Pairs = []
    before = (-1, -1)
    for pair in [*pairs, (len(words), len(others))]:
        out.extend(_gap(words, others, before, pair))
        if pair[0] < len(words):
            out.append(pair)
        before = pair
    return out


def _grams(words: list[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[n:] for n in range(size)), strict=False))


def _chain(left: Sequence[Hashable], right: Sequence[Hashable]) -> _Pairs:
    """The longest list of pairs of equal items that rises on both sides."""
    places: dict[Hashable, list[int]] = {}
    for j, item in enumerate(right):
        places.setdefault(item, []).append(j)
    tails: list[int] = []
    nodes: list[tuple[int, int, int]] = []
    last: list[int] = []
    for i, item in enumerate(left):
        found = places.get(item, ())
        if len(found) > MAX_REPEATS:
            continue
        for j in reversed(found):
            at = bisect_left(tails, j)
            nodes.append((i, j, last[at - 1] if at else -1))
            if at == len(tails):
                tails.append(j)
                last.append(len(nodes) - 1)
            else:
                tails[at], last[at] = j, len(nodes) - 1
    out: _Pairs = []
    node = last[-1] if last else -1
    while node >= 0:
        i, j, node = nodes[node]
        out.append((i, j))
    return out[::-1]


def _stretched(anchors: _Pairs, words: list[str], others: list[str]) -> _Pairs:
    """The anchors, and the equal words that stand before and after each of them."""
    out: _Pairs = []
    for n, (i, j) in enumerate(anchors):
        i_low, j_low = out[-1] if out else (-1, -1)
        back = 1
        while i - back > i_low and j - back > j_low and words[i - back] == others[j - back]:
            back += 1
        out.extend((i - k, j - k) for k in range(back - 1, -1, -1))
        i_high, j_high = anchors[n + 1] if n + 1 < len(anchors) else (len(words), len(others))
        ahead = 1
        while i + ahead < i_high and j + ahead < j_high and words[i + ahead] == others[j + ahead]:
            out.append((i + ahead, j + ahead))
            ahead += 1
    return out


def _gap(words: list[str], others: list[str], low: tuple[int, int], high: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Single equal words between two known places, where both stretches are of a size."""
    ours, theirs = high[0] - low[0] - 1, high[1] - low[1] - 1
    if not ours or not theirs or theirs > 4 * ours + 20 or ours > 4 * theirs + 20:
        return
    for i, j in _chain(words[low[0] + 1 : high[0]], others[low[1] + 1 : high[1]]):
        yield low[0] + 1 + i, low[1] + 1 + j


def _with_edges(same: list[Run], text: str, source: str) -> Iterator[Run]:
    """The runs of words, and the equal characters (mostly blanks) that touch them in the gaps."""
    start, raw = 0, 0
    for run in [*same, Run(len(text), len(source), 0)]:
        mine, theirs = text[start : run.start], source[raw : run.raw]
        ahead = _alike(mine, theirs)
        back = _alike(mine[ahead:][::-1], theirs[ahead:][::-1])
        yield Run(start, raw, ahead)
        yield Run(run.start - back, run.raw - back, back)
        yield run
        start, raw = run.start + run.length, run.raw + run.length


def _alike(mine: str, theirs: str) -> int:
    """How many characters the two begin with in common."""
    shorter = min(len(mine), len(theirs))
    if mine[:shorter] == theirs[:shorter]:
        return shorter
    return next(n for n in range(shorter) if mine[n] != theirs[n])
