"""What each stretch of a frozen text is for: title, byline, dateline, credit, boilerplate; the rest is body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allege.claim import Block, BlockKind, Credit
from allege.clean.fold import boilerplate
from allege.clean.issuer import issuer
from allege.clean.lines import lines_of
from allege.clean.provenance import Provenance
from allege.clean.title import heading


@dataclass(frozen=True, slots=True)
class Labels:
    """`blocks` in order without overlap, and what they tell about the document."""

    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None


NOTHING = Labels()


def label(
    text: str, *, known: date | None = None, house: str | None = None, front: Block | None = None, fold: bool = True
) -> Labels:
    """The labels of a text.

    `known`: a date of publication from a better source than the text; `house`: a publisher from one. `front`: a block
    that holds the text's beginning (its front matter) and is not looked at. `fold`: whether boilerplate is folded.
    """
    lines = lines_of(text, front.span.end if front else 0)
    said = Provenance(text, known)
    for line in lines:
        said.read(line)
    said.masthead(lines)
    folded = tuple(boilerplate(lines, frozenset(said.whole | said.partly))) if fold else ()
    starts = {block.span.start for block in folded}
    no_title = said.whole.union(said.partly, (line.number for line in lines if line.start in starts))
    head = heading(text, lines, frozenset(no_title))
    publisher = said.told(house or (head.masthead if head else None))
    issued = None if publisher else issuer(text, lines, signed=said.byline is not None)
    if issued is not None:
        said.signed(issued)
        publisher = issued.body
    blocks = [*([front] if front else []), *said.blocks, *folded, *([head.block] if head else [])]
    return Labels(
        blocks=_merged(sorted(blocks, key=lambda block: block.span), text),
        credits=tuple(said.credits),
        title=head.title if head else None,
        byline=said.byline,
        publisher=publisher,
        published=said.published or said.headed,
    )


def _merged(blocks: list[Block], text: str) -> tuple[Block, ...]:
    """The same blocks, those of one kind and reason with only blanks between them made one."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if last and _same(last, block) and not text[last.span.end : block.span.start].strip():
            out[-1] = Block(last.span._replace(end=block.span.end), last.kind, last.why)
        elif not last or block.span.start >= last.span.end:
            out.append(block)
    return tuple(out)


def _same(first: Block, second: Block) -> bool:
    """Whether two blocks of boilerplate come from one rule (", below its heading" is the rule's too)."""
    kinds = {first.kind, second.kind}
    return kinds == {BlockKind.BOILERPLATE} and first.why.partition(",")[0] == second.why.partition(",")[0]
