"""Folds what a scraped page carries beside its article: share bars, comment forms, sign-up boxes, related links.

The rules are in allege/data/clean/boilerplate.toml. A folded line stays in the text; its block says which rule it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allege.claim import Block, BlockKind, Span
from allege.clean.lines import MAX_WORDS, Line, LineRule, rules


def boilerplate(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Block]:
    """Blocks of kind BOILERPLATE, in order, a line each; lines whose number is in `taken` belong to another rule."""
    section: LineRule | None = None
    for line in lines:
        if line.number in taken:
            section = None
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
