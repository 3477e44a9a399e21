"""Attribution by layout: "Police: no arrests made", "Rebels took the town: army", the speaker labels of transcripts.

A line that begins with a short name or role and a colon says what that source says; a heading that ends in a colon or
dash and a short source is said by it. The lexicon's counts say how often that is so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from allege.analyse.labels import DASHES, PLACES
from allege.extract.attribution.heard import Heard, Stretch, trimmed, words
from allege.extract.attribution.hearing import turns
from allege.extract.attribution.hearing.labels import (
    ANSWERING,
    ASKING,
    LABEL,
    NAMES,
    QUOTES,
    SOURCES,
    head_of,
    is_handle,
    is_source,
    is_topic,
    made,
)
from allege.extract.attribution.tree import Tree
from allege.extract.phrases import MONTHS as LONG_MONTHS

CREDIT = 3
"""Words of a label behind the last sentence at most: "Photo", "Reported by"."""

HEADING = 18
"""Words of a heading at most."""

SAYING = frozenset({"say", "says", "claim", "claims", "warn", "warns"})
"""Verbs of saying before the source that a heading ends in."""

WHOLE_MONTHS = LONG_MONTHS | {"may"}
"""Labels of what is told in turn, which nobody says: "May: The mayor is shot"."""

MARKS = DASHES | {":"}
STOPS = frozenset({".", "!", "?"})


def heard(tree: Tree) -> Iterator[Heard]:
    """Labels at the start and sources at the end of each line; one lone label that heads no heading is a topic."""
    talk = {line: said for line in tree.lines if (said := turns.in_line(tree, *line)) is not None}
    yield from (one for said in talk.values() for one in said)
    quoted = {line: one for line in tree.lines if (one := turns.above_quotation(tree, *line)) is not None}
    yield from quoted.values()
    alone = [line for line in tree.lines if line not in talk and line not in quoted]
    labels = [*_in_turn(tree, [label for line in alone for label in _label(tree, *line)]), *_answers(tree, alone)]
    several = sum(label.frame == "label" for label in labels) > 1 or any(turns.is_asked(tree, *line) for line in alone)
    yield from (label for label in labels if label.frame != "label" or several or _speaks(tree, label))
    for first, last in tree.lines:
        yield from _tail(tree, first, last)
    yield from _signed(tree)
    for first, last in tree.lines:
        yield from _said_behind(tree, first, last)


def _speaks(tree: Tree, label: Heard) -> bool:
    """Whether the one label of a text is that of an account or of somebody who speaks, and no topic."""
    return is_handle(tree, label.speaker) or turns.speaks_alone(tree, label)


def _answers(tree: Tree, lines: Iterable[Stretch]) -> list[Heard]:
    """ "A: They burned it.", each answer of an interview: where questions are labelled too, and only there."""
    labelled = [line for line in lines if line[0] + 1 < line[1] and tree.lower[line[0] + 1] == ":"]
    if all(tree.lower[first] not in ASKING for first, _ in labelled):
        return []
    told = [(i, trimmed(tree, (i + 2, last))) for i, last in labelled if tree.lower[i] in ANSWERING]
    return [made(tree, "turn", i + 1, (i, i + 1), said) for i, said in told if said is not None]


def _in_turn(tree: Tree, labels: list[Heard]) -> list[Heard]:
    """The same labels; those of two or more who speak in turn, of whom one speaks again, are turns of a transcript."""
    named = [tuple(_outside(tree, (i for piece in label.source for i in range(*piece)))) for label in labels]
    spoken = Counter(name for name, label in zip(named, labels, strict=True) if label.frame == "label")
    if len(spoken) < 2 or max(spoken.values()) < 2:
        return labels
    return [replace(one, frame="turn") if name in spoken else one for name, one in zip(named, labels, strict=True)]


def _outside(tree: Tree, label: Iterable[int]) -> Iterator[str]:
    """The words of a label but those in brackets: "Mr Aven (Reform)" is called "Mr Aven" from then on."""
    inside = False
    for i in label:
        inside = tree.lower[i] == "(" or (inside and tree.lower[i] != ")")
        if not inside and tree.word[i]:
            yield tree.lower[i]


def _label(tree: Tree, first: int, last: int) -> Iterator[Heard]:
    first += tree.lower[first] in QUOTES or (tree.lower[first] == "rt" and is_handle(tree, min(first + 1, last - 1)))
    for colon in range(first + 1, min(first + 2 * LABEL, last - 1)):
        if tree.lower[colon] == ":":
            content = trimmed(tree, (colon + 1, last))
            said = content is not None and words(tree, (colon + 1, last)) > 1 and is_source(tree, first, colon)
            said = said and not all(tree.lower[i] in WHOLE_MONTHS for i in range(first, colon) if tree.word[i])
            if content is not None and said and not is_topic(tree, (first, colon), content):
                yield made(tree, _layout(tree, first, last), colon, (first, colon), content)
            return
        if tree.pos[colon] not in NAMES and not is_handle(tree, colon):
            return


def _layout(tree: Tree, first: int, last: int) -> str:
    """A heading is a short line without a full stop, also in quotation marks; any other is a turn of talk.

    The first line of a text may have one: some archives give titles a full stop.
    """
    closing = [tree.lower[i] for i in range(last - 1, first, -1) if tree.lower[i].strip()][:2]
    if closing and closing[0] in ("”", '"'):
        closing = closing[1:]
    stopped = bool(closing) and closing[0] in STOPS
    titled = first == tree.lines[0][0] and tree.entity[first] not in PLACES
    return "heading" if words(tree, (first, last)) <= HEADING and (titled or not stopped) else "label"


def _end(tree: Tree, first: int, last: int) -> int:
    """Where the words of a heading end; at its beginning where it has a full stop, as no heading has."""
    end = last
    while end > first and not tree.word[end - 1]:
        if tree.lower[end - 1] in STOPS:
            return first
        end -= 1
    return end


def _tail(tree: Tree, first: int, last: int) -> Iterator[Heard]:
    end = _end(tree, first, last)
    for mark in range(end - 2, max(first + 2, end - 1 - LABEL), -1):
        if tree.lower[mark] in MARKS and tree.start[mark] > tree.end[mark - 1] - (tree.lower[mark] == ":"):
            content = trimmed(tree, (first, mark))
            stop = next((i for i in range(mark + 2, end) if tree.lower[i] in STOPS), end)
            inside = content is not None and tree.lower[first:mark].count("(") > tree.lower[first:mark].count(")")
            told = content is not None and not inside and not _is_credited(tree, first, mark)
            if content is not None and told and _spoken(tree, content) and is_source(tree, mark + 1, stop):
                yield made(tree, "tail", mark, (mark + 1, stop), content)
            return


def _is_credited(tree: Tree, first: int, mark: int) -> bool:
    """ "He was shot by guards. Photo: Osk": a label behind the last sentence, and who is owed thanks."""
    stop = next((i for i in range(mark - 1, first, -1) if tree.lower[i] in STOPS), first)
    label = [i for i in range(stop + 1, mark) if tree.word[i]]
    credited = stop > first and 0 < len(label) <= CREDIT and not any(tree.lemma[i].lower() in SOURCES for i in label)
    return credited and not any(tree.dep[i] in ("nsubj", "nsubjpass") for i in label)


def _signed(tree: Tree) -> Iterator[Heard]:
    """A quotation that is a line of its own, and its speaker behind a dash, in the same line or the next."""
    quoted: Stretch | None = None
    for first, last in tree.lines:
        inside = [i for i in range(first, last) if tree.lower[i].strip()]
        dash = next((i for i in inside[:0:-1][: 2 * LABEL] if tree.lower[i] in DASHES), -1)
        if quoted is not None and inside and tree.lower[inside[0]] in DASHES:
            dash, content = inside[0], quoted
        else:
            content = (first, dash)
        end = next((i + 1 for i in reversed(inside) if tree.word[i]), last)
        if dash >= 0 and _is_quoted(tree, content) and end > dash + 1 and is_source(tree, dash + 1, end):
            said = trimmed(tree, content)
            if said is not None:
                yield made(tree, "tail", dash, (dash + 1, end), said)
        quoted = (first, last) if _is_quoted(tree, (first, last)) else None


def _is_quoted(tree: Tree, piece: Stretch) -> bool:
    """Whether a stretch begins and ends with a quotation mark, and has words between."""
    inside = [i for i in range(*piece) if tree.lower[i].strip()]
    return len(inside) > 2 and tree.lower[inside[0]] in QUOTES and tree.lower[inside[-1]] in QUOTES


def _said_behind(tree: Tree, first: int, last: int) -> Iterator[Heard]:
    """ "Army behind blast, say survivors": parsers lose the verb of saying where the heading has no other."""
    end = _end(tree, first, last)
    for comma in range(end - 3, max(first + 2, end - 2 - LABEL), -1):
        if tree.lower[comma] == "," and tree.lower[comma + 1] in SAYING:
            content = trimmed(tree, (first, comma))
            if content is not None and words(tree, content) >= 3 and is_source(tree, comma + 2, end):
                verb, speaker = comma + 1, head_of(tree, comma + 2, end)
                yield Heard(verb, "verb", "say", "front", (verb,), ((comma + 2, end),), (content,), speaker)
            return


def _spoken(tree: Tree, content: tuple[int, int]) -> bool:
    """A heading says something only where it has a verb and more than two words."""
    return words(tree, content) >= 3 and any(tree.pos[i] in ("VERB", "AUX") for i in range(*content))


