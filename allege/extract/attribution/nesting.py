"""Speech within speech: which attribution's content holds which other's cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allege.claim import Attribution, Spans


def nested(made: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The same attributions, numbered in order, each `within` the narrowest one whose content holds its cue."""
    named = [replace(a, id=f"a{n}") for n, a in enumerate(made, 1)]
    pieces = sorted((start, -end, n) for n, a in enumerate(named) for start, end in a.content)
    out: list[Attribution] = []
    stack: list[tuple[int, int]] = []
    at = 0
    order = sorted(range(len(named)), key=lambda n: named[n].cue[0])
    owner: dict[int, int] = {}
    for n in order:
        here = named[n].cue[0].start
        while at < len(pieces) and pieces[at][0] <= here:
            start, end, m = pieces[at][0], -pieces[at][1], pieces[at][2]
            stack.append((end, m))
            at += 1
        stack = [(end, m) for end, m in stack if end > here]
        holders = [(size(named[m].content), m) for _, m in stack if m != n]
        if holders:
            owner[n] = min(holders)[1]
    for n, a in enumerate(named):
        m = owner.get(n)
        out.append(a if m is None or loops(owner, n) else replace(a, within=named[m].id))
    return tuple(out)


def loops(owner: dict[int, int], n: int) -> bool:
    """Whether climbing from `n` comes back to it (two contents that hold each other's cue)."""
    seen = {n}
    m = owner.get(n)
    while m is not None:
        if m in seen:
            return m == n and n == min(seen)
        seen.add(m)
        m = owner.get(m)
    return False


def size(content: Spans) -> int:
    """Code points of a content."""
    return sum(end - start for start, end in content)
