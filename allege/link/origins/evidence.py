"""The words that show a derivation, as spans in both documents, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import and_, attrgetter

from allege.claim import Span, Spans, merge_spans
from allege.link.model import Lineage, LineageKind, Story
from allege.link.origins.compare import SIZE, Block
from allege.link.origins.copies import Derivation
from allege.link.origins.direction import matched
from allege.link.origins.likeness import Likeness
from allege.link.origins.shelf import Shelf
from allege.link.origins.wording import SAME, merely_alike
from allege.link.origins.words import word_spans

ALL = 0.97
"""Share of matched words from which one text counts as holding the whole of another."""

CUT = 0.85
"""Share of a shorter text's words that the longer one has, from which it is that text cut down."""

QUOTED = 0.8
"""Share of the shared words within quotation marks, in either text, from which a quotation is all that is shared."""

QUOTED_WORDS = 8
"""Words that a shared quotation has at least."""

SHOWN = 40
"""Blocks that an edge names at most, the longest ones."""

TWINS = 3
"""Same-worded stories of one day that are named as the possible source, at most."""


def doubtful_edge(shelf: Shelf, doubt: Derivation) -> Lineage:
    """The edge from the later of two short texts that may have been made from one another, which none follows."""
    edge = _edge(shelf, doubt, shelf.first(doubt.source))
    own = _percent(_shares(shelf, doubt.pair)[doubt.derived])
    why = f"{own} of its words are the other's, too few in so short a text to tell whether it was made from it"
    return replace(edge, kind=LineageKind.ALIKE, why=why)


def edges_of(shelf: Shelf, made: Derivation) -> Iterator[Lineage]:
    """The edge from the derived text's earliest story to the source's, and to those that may as well be the source."""
    twins = shelf.twins(made.source)[:TWINS]
    for source in twins:
        edge = _edge(shelf, made, source)
        yield replace(edge, why=f"{edge.why}, or from one with the same words") if len(twins) > 1 else edge


def _edge(shelf: Shelf, made: Derivation, source: Story) -> Lineage:
    story, pair = shelf.first(made.derived), made.pair
    shares = _shares(shelf, pair)
    own, held = shares[made.derived], shares[made.source]
    here = _spans_of(pair.blocks, shelf.readings[made.derived].spans, flipped=pair.left != made.derived)
    first = source is shelf.first(made.source)
    whose = shelf.readings[made.source].spans if first else word_spans(source.text, source.front)
    there = _spans_of(pair.blocks, whose, flipped=pair.left != made.source)
    kind = _kind(own, held, quoted=_quoted(shelf, pair) or _by_facts(shelf, pair))
    why = _why(kind, own, held, pair.longest) + (", and is dated later" if made.dated else "")
    return Lineage(
        story.id,
        source.id,
        kind,
        round(pair.score, 4),
        why,
        spans=here,
        source_spans=there,
        containment=round(max(own, held), 4),
    )


def _shares(shelf: Shelf, pair: Likeness) -> dict[int, float]:
    """The share of each text's words that the other has; what is folded away and not shared does not count."""
    out = {}
    readings = shelf.readings[pair.left], shelf.readings[pair.right]
    for text, known in zip((pair.left, pair.right), matched(pair, *readings), strict=True):
        dull = shelf.readings[text].furniture
        counted = len(dull) - sum(dull) + sum(map(and_, known, dull))
        out[text] = sum(known) / max(counted, 1)
    return out


def repeats(shelf: Shelf) -> list[Lineage]:
    """An edge from every story to the earliest one with the same words; a few words tell nothing."""
    out = []
    for text, members in enumerate(shelf.texts):
        if len(shelf.readings[text]) < SAME:
            continue
        first = shelf.stories[members[0]]
        for at in members[1:]:
            story = shelf.stories[at]
            later = bool(story.published and first.published and story.published > first.published)
            why = "has the same words" + (", and is dated later" if later else "")
            whole, source = _whole(story), _whole(first)
            out.append(Lineage(story.id, first.id, LineageKind.COPY, 1.0, why, None, whole, source, 1.0))
    return out


def _kind(own: float, held: float, *, quoted: bool) -> LineageKind:
    if quoted and max(own, held) < CUT:
        return LineageKind.QUOTATION
    if held >= ALL:
        return LineageKind.COPY
    return LineageKind.CUT if own >= CUT and own > held + 0.05 else LineageKind.EDITED


def _why(kind: LineageKind, own: float, held: float, longest: Block) -> str:
    run = f"longest run {longest.run} words"
    if kind is LineageKind.QUOTATION:
        return f"shares a quotation, {longest.words} words of it ({run})"
    if kind is LineageKind.COPY and own < ALL:
        return f"holds all of the other's words and adds {_percent(1 - own)} of its own ({run})"
    if kind is LineageKind.COPY:
        return f"{_percent(own)} of its words are the other's, and nearly all of the other's are in it ({run})"
    if kind is LineageKind.CUT:
        return f"{_percent(own)} of its words are the other's, {_percent(held)} of the other's are kept ({run})"
    return f"{_percent(own)} of its words are the other's in the same order, {_percent(held)} of the other's ({run})"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _spans_of(blocks: Sequence[Block], at: Sequence[tuple[int, int]], *, flipped: bool) -> Spans:
    """Where the longest blocks stand in a story with its words `at`; `flipped`: it is the right text of the pair."""
    real = sorted((b for b in blocks if b.words > SIZE), key=attrgetter("words"), reverse=True)[:SHOWN]
    ends = [(b.right, b.right_end) if flipped else (b.left, b.left_end) for b in real or list(blocks)[:1]]
    return merge_spans(Span(at[start][0], at[end - 1][1]) for start, end in ends)


def _quoted(shelf: Shelf, pair: Likeness) -> bool:
    """Whether nearly all that two texts share stands within quotation marks in either, eight words at least."""
    left, right = shelf.readings[pair.left].quoted, shelf.readings[pair.right].quoted
    inside = total = 0
    for block in pair.blocks:
        if block.words > SIZE:
            length = block.left_end - block.left
            held = sum(left[block.left : block.left_end]), sum(right[block.right : block.right_end])
            inside += min(max(held), length)
            total += length
    return inside >= max(QUOTED_WORDS, QUOTED * total)


def _by_facts(shelf: Shelf, pair: Likeness) -> bool:
    """Whether two texts, one of them short, share a quotation, and besides it no wording."""
    return merely_alike(pair, shelf.readings[pair.left], shelf.readings[pair.right])


def _whole(story: Story) -> Spans:
    return (Span(0, len(story.text)),) if story.text else ()
