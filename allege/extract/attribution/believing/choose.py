"""Which candidates to believe: the likeliest frame of each cue, outer cues before those inside their content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allege.extract.attribution.acts import leads
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree

BELIEVE = 0.42
"""Chance from which a candidate is reported (best F1 on held-out articles)."""
NESTED = 0.6
"""Chance from which one that stands in another's content is reported too."""

SPEECH = frozenset({"that", "clause", "whether", "front", "inset", "as", "to", "ask:to", "ing"})
"""Frames whose content is a clause."""

OTHERS = frozenset({"he", "she", "they"})
TELLING = frozenset({"that", "clause", "front", "inset"})
"""Frames whose content is told whole."""


@dataclass(frozen=True, slots=True)
class Believed:
    """A candidate, how likely it is, and the head of the cue that it is known to lie within (-1: see its place)."""

    heard: Heard
    chance: float
    outer: int = -1


def choose(candidates: Iterable[Heard], chance: Callable[[Heard], float], believe: float = BELIEVE) -> list[Believed]:
    """The likeliest frame of each cue, where it is likely enough."""
    best: dict[int, Believed] = {}
    for heard in candidates:
        found = Believed(heard, chance(heard))
        if found.chance >= believe and (heard.head not in best or found.chance > best[heard.head].chance):
            best[heard.head] = found
    return [best[head] for head in sorted(best)]


def flat(tree: Tree, found: Iterable[Believed], closed: Sequence[bool], nested: float = NESTED) -> list[Believed]:
    """Without those that share an outer one's cue, and the weaker ones in another's content or in `closed`.

    A label or a source behind a dash speaks the whole line, however the parser hangs it, and though a quotation mark
    opens it (each turn of a transcript that somebody quotes). What "he says" in a later sentence of it is his.
    """
    order = sorted(found, key=lambda b: (b.heard.kind != "mark", depth(tree, b.heard.head), b.heard.head))
    withheld = {b.heard.head for b in order if b.heard.frame in ("to", "small") and leads(b.heard.key)}
    spared = {tree.head[b.heard.head] for b in order if tree.dep[b.heard.head] == "xcomp" and b.heard.frame in SPEECH}
    out: list[Believed] = []
    taken: dict[int, int | None] = {}
    cues: set[int] = set()
    later: set[int] = set()
    for b in order:
        head = b.heard.head
        if head in cues or head in withheld & spared:
            continue
        inside = head in taken or (closed[head] and b.heard.kind != "mark")
        others = head in later and _is_told_by_another(tree, b.heard)
        if inside and not (b.chance >= nested and (others or tells(tree, b.heard, taken.get(head)))):
            continue
        out.append(b)
        cues.update(b.heard.cue)
        for first, last in b.heard.content:
            taken.update(dict.fromkeys(range(first, last), b.heard.speaker))
            if b.heard.kind == "mark":
                own = tree.sentence[first]
                later.update(i for i in range(first, last) if tree.sentence[i] != own and not closed[i])
    return out


def _is_told_by_another(tree: Tree, heard: Heard) -> bool:
    """Whether "he", "she" or "they" tell a clause: "@Arle: My aunt works there. | She says that …"."""
    who = heard.speaker
    return who is not None and tree.lower[who] in OTHERS and heard.kind == "verb" and heard.frame in TELLING


def tells(tree: Tree, heard: Heard, outer: int | None) -> bool:
    """Whether a candidate is speech in its own right: somebody else, named by a noun, speaks a clause."""
    who = heard.speaker
    return who is not None and who != outer and tree.pos[who] in ("NOUN", "PROPN") and heard.frame in SPEECH


def depth(tree: Tree, i: int) -> int:
    """How far below its root a token hangs (at most 200)."""
    n = 0
    while tree.head[i] != i and n < 200:
        i = tree.head[i]
        n += 1
    return n
