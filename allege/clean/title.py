"""Finds a text's headline among its first lines, and the masthead above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allege.claim import Block, BlockKind, Span
from allege.clean.lines import Line
from allege.clean.provenance import outlet_words

MAX_WORDS = 25
LOOKED_AT = 6
"""Lines at the head of a text among which a headline may stand (below a masthead, a letterhead, a date)."""

LEAST, MOST_OF_NAME = 3, 5
"""Lines of a text that has a paper's name and a headline above it; words of such a name."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A headline, its block, and the name of the paper when that stands above it."""

    title: str
    block: Block
    masthead: str | None = None


def heading(text: str, lines: Sequence[Line], folded: frozenset[int]) -> Heading | None:
    """The headline: a short line that is no sentence and stands apart. `folded` holds numbers of lines that are none.

    A name in capitals right above a date, with another such line below, is the masthead and not the headline; so is
    the name of a paper ("The Orsa Courier") right above one.
    """
    paper = _paper_above(text, lines, folded)
    found = list(_candidates(text, lines, folded | {0} if paper else folded))
    if not found:
        return None
    first, masthead = found[0], paper
    if not paper and len(found) > 1 and _like_a_masthead(first) and found[1].number > first.number + 1:
        first, masthead = found[1], first.text
    block = Block(Span(first.start, first.end), BlockKind.TITLE, "headline, apart from the text")
    return Heading(first.text, block, masthead)


def _candidates(text: str, lines: Sequence[Line], folded: frozenset[int]) -> Iterator[Line]:
    for line in lines[:LOOKED_AT]:
        if line.number in folded:
            continue
        if line.words > MAX_WORDS or line.from_end == 0:
            break
        if _like_a_title(line) and _apart_above(text, lines, line, folded) and _apart_below(text, lines, line, folded):
            yield line
        elif line.like_a_sentence:
            break


def _paper_above(text: str, lines: Sequence[Line], folded: frozenset[int]) -> str | None:
    """The name of a paper that is the first line, where a line that may be a headline follows."""
    if len(lines) < LEAST or not folded.isdisjoint((0, 1)):
        return None
    name, below = lines[0], lines[1]
    words = name.text.casefold().split()
    named = _like_a_masthead(name) and 1 < len(words) <= MOST_OF_NAME
    if not named or outlet_words().isdisjoint((words[0], words[-1])):
        return None
    return name.text if _like_a_title(below) and _apart_below(text, lines, below, folded) else None


def _apart_above(text: str, lines: Sequence[Line], line: Line, folded: frozenset[int]) -> bool:
    if line.number == 0 or line.number - 1 in folded:
        return True
    return text.count("\n", lines[line.number - 1].end, line.start) > 1


def _apart_below(text: str, lines: Sequence[Line], line: Line, folded: frozenset[int]) -> bool:
    after = lines[line.number + 1]
    longer = after.words > 2 * line.words and after.like_a_sentence
    return longer or after.number in folded or text.count("\n", line.end, after.start) > 1


def _like_a_title(line: Line) -> bool:
    """Whether a line begins with a letter, figure, hashtag or quote and does not end as prose does."""
    begins = line.text[0].isalnum() or line.text[0] in "“\"‘'#¿¡«"
    return begins and not line.text.rstrip("\"”’'").endswith((".", ":", ",", ";", "…"))


def _like_a_masthead(line: Line) -> bool:
    return line.words <= 6 and all(word[0].isupper() or word in {"of", "and", "the", "&"} for word in line.text.split())
