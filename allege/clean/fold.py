"""Folds what a scraped page carries beside its article: share bars, comment forms, sign-up boxes, related links.

The rules are in allege/data/clean/boilerplate.toml. A folded line stays in the text; its block says which rule it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from allege.claim import Block, BlockKind, Span
from allege.clean.lines import MAX_WORDS, Line, LineRule, rules


def boilerplate(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Block]:
    """Blocks of kind BOILERPLATE, in order, a line each; lines whose number is in `taken` belong to another rule."""
    section: LineRule | None = None
    listed = _runs(lines)
    for line in lines:
        if line.number in taken:
            section = None
            continue
        if line.number in listed:
            yield _block(line, listed[line.number])
            continue
        opened = _first(rules("boilerplate", "section"), line)
        if opened:
            section = _going_on(opened, line)
            yield _block(line, opened.name)
            continue
        rule = _first(rules("boilerplate", "line"), line)
        if rule:
            yield _block(line, rule.name)
        elif section and (section.reach == "end" or _short(line, section)):
            yield _block(line, f"{section.name}, below its heading")
        else:
            section = None


def _runs(lines: Sequence[Line]) -> dict[int, str]:
    """The numbers of lines in lists of links, and the rule that says so."""
    out: dict[int, str] = {}
    for rule in rules("boilerplate", "run"):
        for matched, group in groupby(((line, rule.holds(line)) for line in lines), key=lambda pair: bool(pair[1])):
            found = [(line, match["order"].zfill(5)) for line, match in group if isinstance(match, re.Match)]
            order = [at for _, at in found]
            if matched and len(found) >= rule.least and order != sorted(order):
                out.update((line.number, rule.name) for line, _ in found)
    return out


def _first(among: Sequence[LineRule], line: Line) -> LineRule | None:
    if line.words > MAX_WORDS:
        return None
    return next((rule for rule in among if rule.holds(line)), None)


def _going_on(rule: LineRule, line: Line) -> LineRule | None:
    """The section that this line opens; one that would reach to the end must start in the second half."""
    return rule if rule.reach == "short" or line.number > line.from_end else None


def _short(line: Line, section: LineRule) -> bool:
    return line.words <= section.words and not line.like_a_sentence


def _block(line: Line, why: str) -> Block:
    return Block(Span(line.start, line.end), BlockKind.BOILERPLATE, why)
