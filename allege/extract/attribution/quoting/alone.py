"""Quotations that no cue governs in the parse: each goes to the cue beside it, or to whoever was speaking before.

`quote:after` and `quote:before`: a verb of speech stands right behind or before the quotation. What goes on after a cue
("...," she said. "...") or fills the next paragraph alone belongs to the cue that had the quotation before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from allege.extract.attribution.believing.choose import BELIEVE, Believed
from allege.extract.attribution.heard import Heard, Stretch, joined, words
from allege.extract.attribution.hearing.verbs import cue_of
from allege.extract.attribution.quoting.fit import LONG, Quoted, with_content
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase, speaker

REACH = 12
"""Tokens between a quotation and its cue at most."""

GAP = 60
"""Words between two quotations of one cue at most."""


def housed(tree: Tree, marks: Quoted, found: Sequence[Believed], chance: Callable[[Heard], float]) -> list[Believed]:
    """The same attributions and the quotations that stood alone."""
    known = {b.heard.head: b for b in found}
    owner = _owners(marks, found)
    last: int | None = None
    for q in range(len(marks.ranges)):
        if q not in owner:
            head = _goes_on(tree, marks, (last, q), owner) if last is not None else None
            if head is None and marks.length[q] >= LONG:
                head = _beside(tree, marks, q, known, chance)
            if head is None:
                continue
            owner[q] = head
            known[head] = with_content(known[head], joined([*known[head].heard.content, marks.ranges[q]]))
        last = q if marks.length[q] >= LONG or last is None else last
    return [known[head] for head in sorted(known)]


def _owners(marks: Quoted, found: Sequence[Believed]) -> dict[int, int]:
    """The cue (by head token) in whose content each quotation stands."""
    owner: dict[int, int] = {}
    for b in found:
        if marks.at[b.heard.head] >= 0:
            continue
        for first, last in b.heard.content:
            for q in dict.fromkeys(marks.at[first:last]):
                if q >= 0:
                    owner.setdefault(q, b.heard.head)
    return owner


def _goes_on(tree: Tree, marks: Quoted, pair: tuple[int, int], owner: Mapping[int, int]) -> int | None:
    """The cue of the first quotation of a pair, where the second goes on with it."""
    last, q = pair
    head = owner.get(last)
    if head is None:
        return None
    end, here = marks.ranges[last][1], marks.ranges[q][0]
    lines = tree.line[here] - tree.line[end - 1]
    if lines == 0 and end <= head < here and words(tree, (end, here)) <= GAP and _sentence_over(tree, here):
        return head
    return head if lines == 1 and marks.length[q] >= LONG and fills_line(tree, marks.ranges[q]) else None


def _sentence_over(tree: Tree, here: int) -> bool:
    """A quotation goes on at the start of a sentence or behind a pause."""
    before = next((tree.lower[i] for i in range(here - 1, max(here - 4, -1), -1) if tree.lower[i].strip()), "")
    return before in (".", ",", ";", ":", "-", "–", "—", "!", "?")


def fills_line(tree: Tree, quotation: Stretch) -> bool:
    """No word stands before or behind it in its line."""
    first, last = quotation
    around = (*range(max(first - 3, 0), first), *range(last, min(last + 3, len(tree.word))))
    return not any(tree.word[i] and tree.line[i] in (tree.line[first], tree.line[last - 1]) for i in around)


def _beside(
    tree: Tree, marks: Quoted, q: int, known: dict[int, Believed], chance: Callable[[Heard], float]
) -> int | None:
    """The head of a cue right beside a quotation, made known where it is likely enough."""
    options = [
        Believed(heard, chance(heard))
        for heard in speech(tree, marks, q)
        if heard.head not in known or known[heard.head].heard.speaker == heard.speaker
    ]
    best = max(options, key=lambda b: (b.chance, -b.heard.head), default=None)
    if best is None or best.chance < BELIEVE:
        return None
    known.setdefault(best.heard.head, best)
    return best.heard.head


def speech(tree: Tree, marks: Quoted, q: int) -> Iterator[Heard]:
    """The candidates beside a quotation: the nearest verb with a subject behind it, and the nearest before it."""
    first, last = marks.ranges[q]
    line = tree.line[first]
    after = range(last, min(last + REACH, len(tree.pos)))
    before = range(first - 1, max(first - 1 - REACH, -1), -1)
    for frame, reach in (("quote:after", after), ("quote:before", before)):
        for i in reach:
            if marks.at[i] >= 0 or abs(tree.line[i] - line) > (2 if frame == "quote:before" else 0):
                break
            if tree.pos[i] == "VERB" and tree.sentence[i] >= 0 and tree.tag[i] != "VB":
                who = speaker(tree, i)
                if who is not None and marks.at[who] != q:
                    cue, source = tuple(cue_of(tree, i)), phrase(tree, who, i)
                    yield Heard(i, "verb", tree.lemma[i], frame, cue, source, (marks.ranges[q],), who)
                break
