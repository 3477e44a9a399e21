"""Speech within speech: which attribution's content holds which other's cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allege.claim import Attribution, Spans


def nested(made: Sequence[Attribution], known: Mapping[int, int]) -> tuple[Attribution, ...]:
    """The same attributions, numbered in order, each `within` the narrowest one whose content holds its cue.

    `known` maps the place of an attribution in `made` to that of the one it lies within, where a rule knows.
    """
    owner = {**_holders(made), **known}
    named = [replace(a, id=f"a{n}") for n, a in enumerate(made, 1)]
    return tuple(
        a if n not in owner or _loops(owner, n) else replace(a, within=named[owner[n]].id) for n, a in enumerate(named)
    )


def owners(said: Sequence[Attribution]) -> dict[int, int]:
    """What is known of speech within speech that the places of the words do not tell: pairs of places in `said`."""
    place = {a.id: n for n, a in enumerate(said) if a.id}
    told = {n: place[a.within] for n, a in enumerate(said) if a.within in place}
    numbers = sorted(place.values())
    again = _holders([said[n] for n in numbers])
    seen = {numbers[n]: numbers[m] for n, m in again.items()}
    return {n: m for n, m in told.items() if seen.get(n) != m}


def _holders(made: Sequence[Attribution]) -> dict[int, int]:
    """For each attribution whose cue begins in another's content, the narrowest such other; one sweep over the text."""
    pieces = sorted((start, end, n) for n, a in enumerate(made) for start, end in a.content)
    owner: dict[int, int] = {}
    open_: list[tuple[int, int]] = []
    at = 0
    for n in sorted((n for n, a in enumerate(made) if a.cue), key=lambda n: made[n].cue[0]):
        here = made[n].cue[0].start
        while at < len(pieces) and pieces[at][0] <= here:
            open_.append((pieces[at][1], pieces[at][2]))
            at += 1
        open_ = [(end, m) for end, m in open_ if end > here]
        holders = [(_size(made[m].content), m) for _, m in open_ if m != n]
        if holders:
            owner[n] = min(holders)[1]
    return owner


def _loops(owner: Mapping[int, int], n: int) -> bool:
    """Whether climbing from `n` comes back to it (two contents that hold each other's cue); the first is cut."""
    seen = {n}
    m = owner.get(n)
    while m is not None and m not in seen:
        seen.add(m)
        m = owner.get(m)
    return m == n and n == min(seen)


def _size(content: Spans) -> int:
    return sum(end - start for start, end in content)
