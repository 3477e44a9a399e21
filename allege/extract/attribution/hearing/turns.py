"""Turns of talk within one paragraph: "Q: Who came? WITNESS ARLE: The Bureau. They took him.".

A transcript pasted into a paragraph, a radio log, an interview: each turn begins a sentence with a label in capitals,
or with a name or role, and ends where the next one begins. What a question's label heads nobody says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from allege.analyse.labels import PLACES
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard, Stretch, trimmed, words
from allege.extract.attribution.hearing.labels import (
    ANSWERING,
    ASKING,
    LABEL,
    QUOTES,
    head_of,
    is_source,
    is_topic,
    made,
)
from allege.extract.attribution.tree import Tree

ENDS = frozenset({".", "!", "?", "…"})
CLOSING = frozenset({")", "]", "”", '"', "''", "’"})

INTERVIEWING = frozenset({"interviewer", "interview", "moderator", "presenter", "host"})
"""Roles that ask in a transcript."""

SMALL = frozenset({"of", "the", "for", "and", "de", "la", "del", "al", "von", "van", "bin", "no."})
"""Words of a label that need no capital."""

SPEAKING = frozenset({"official", "state", "person", "witness", "armed_group", "organization"})
"""Kinds of those whose label in capitals speaks though nobody else does: "MINISTER OF WORKS: We have closed it."."""


ROLE = 4
"""Words of such a label with its colon where only the first has a capital: "District health officer:"."""


COUNT = 5
"""Words at most of what is but a number and what it counts."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the tokens of its label, of what it says (none for a label with nothing behind it), and its colon."""

    label: Stretch
    colon: int
    said: Stretch | None
    shouted: bool


def in_line(tree: Tree, first: int, last: int) -> list[Heard] | None:
    """What is said in turn in one line; None for a line that holds no talk."""
    turns = _turns(tree, first, last)
    if not _is_talk(tree, turns, first):
        return None
    spoken = (t for t in turns if t.said is not None and not _only_asks(tree, t))
    return [made(tree, "turn", t.colon, t.label, t.said) for t in spoken if t.said is not None]


def speaks_alone(tree: Tree, label: Heard) -> bool:
    """Whether the only label of a text is a speaker's, by capitals and a role: "MINISTER OF WORKS:"."""
    ((first, last),) = label.source
    kind = noun_kind(tree, head_of(tree, first, last))
    return kind is not None and kind.value in SPEAKING and _is_shouted(tree, first, last)


def is_asked(tree: Tree, first: int, last: int) -> bool:
    """Whether a line is a question with its label: "Q: Who came for him?"."""
    colon = next((i for i in range(first + 1, min(first + LABEL, last)) if tree.lower[i] == ":"), None)
    return colon is not None and tree.lower[first] in ASKING | INTERVIEWING and "?" in tree.lower[colon:last]


def above_quotation(tree: Tree, first: int, last: int) -> Heard | None:
    """ "Harbour log, 16:20, tug Arle: "We are being boarded."": who is named last before what is quoted to the end."""
    colon = next((i for i in range(first + 1, last - 1) if tree.lower[i] == ":"), None)
    if colon is None or words(tree, (first, colon)) > 2 * LABEL or not _is_quoted(tree, colon + 1, last):
        return None
    commas = [i for i in range(first, colon) if tree.lower[i] == ","]
    said = trimmed(tree, (colon + 1, last))
    if not commas or said is None or any(tree.pos[i] in ("VERB", "AUX") for i in range(first, colon)):
        return None
    pieces = zip([first, *(i + 1 for i in commas)], [*commas, colon], strict=True)
    named = [piece for piece in pieces if piece[0] < piece[1] and is_source(tree, *piece)]
    return made(tree, "turn", colon, named[-1], said) if named else None


def _is_quoted(tree: Tree, first: int, last: int) -> bool:
    inside = [i for i in range(first, last) if tree.lower[i].strip()]
    return len(inside) > 2 and tree.lower[inside[0]] in QUOTES and tree.lower[inside[-1]] in QUOTES


def _turns(tree: Tree, first: int, last: int) -> list[Turn]:
    """The labels of a line, each with what stands behind it up to the next one."""
    begins = [i for i in range(first, last) if i == first or _begins(tree, i)]
    found = [(begin, colon) for begin in begins if (colon := _colon(tree, begin, last)) is not None]
    out: list[Turn] = []
    for (begin, colon), (end, _) in pairwise([*found, (last, last)]):
        said = trimmed(tree, (colon + 1, end))
        out.append(Turn((begin, colon), colon, said, _is_shouted(tree, begin, colon)))
    return out


def _begins(tree: Tree, i: int) -> bool:
    """Whether a sentence may begin at a word."""
    before = i - 1
    while before > 0 and (tree.lower[before] in CLOSING or not tree.lower[before].strip()):
        before -= 1
    return before >= 0 and tree.lower[before] in ENDS and tree.word[i]


def _colon(tree: Tree, first: int, last: int) -> int | None:
    """The colon behind a label that begins at a word: few words, each with a capital or a number."""
    for i in range(first, min(first + LABEL + 3, last)):
        if tree.lower[i] == ":":
            return i if i > first and words(tree, (first, i)) <= LABEL else None
        if tree.word[i] and not _is_capital(tree, i) and (i == first or tree.lower[i] not in SMALL):
            return _behind_role(tree, first, i) if i > first else None
        if not tree.word[i] and tree.lower[i] not in ("(", ")", "-", ".", "'"):
            return None
    return None


def _behind_role(tree: Tree, first: int, small: int) -> int | None:
    """The colon of a label whose later words are small: "Village elder: seven dead"."""
    colon = next((i for i in range(small, min(first + ROLE, len(tree.lower))) if tree.lower[i] == ":"), None)
    if colon is None or not all(tree.word[i] for i in range(first, colon)):
        return None
    return colon if is_source(tree, first, colon) else None


def _text(tree: Tree, i: int) -> str:
    return tree.text[tree.start[i] : tree.end[i]]


def _is_capital(tree: Tree, i: int) -> bool:
    text = _text(tree, i)
    return text[:1].isupper() or text[:1].isdigit()


def _is_shouted(tree: Tree, first: int, last: int) -> bool:
    """Whether a label is in capitals alone: "WITNESS ARLE", "FALCON 2"."""
    letters = tree.text[tree.start[first] : tree.end[last - 1]]
    return letters.isupper() and sum(map(str.isalpha, letters)) > 1


def _is_talk(tree: Tree, turns: Sequence[Turn], first: int) -> bool:
    """Whether labels in one line are those of people who talk in turn.

    They are where somebody asks, or speaks again, in capitals; else each of them must be somebody and the line begin
    with the first of them, or each give but a number ("They shelled it. Police: two dead. Army: one dead.").
    """
    if len(turns) < 2 or any(_is_place(tree, t) for t in turns):
        return False
    again = max(Counter(_name(tree, t) for t in turns).values()) > 1
    asked = any(_asks(tree, t) for t in turns)
    marked = all(t.shouted or _is_questioning(tree, t) or _is_somebody(tree, t) for t in turns)
    if asked and marked:
        return True
    if again and all(t.shouted for t in turns):
        return True
    if not all(_is_somebody(tree, t) for t in turns):
        return False
    return turns[0].label[0] == first or all(_counts(tree, t) for t in turns)


def _counts(tree: Tree, turn: Turn) -> bool:
    """Whether a turn is but a number and what it counts: "two dead"."""
    if turn.said is None or words(tree, turn.said) > COUNT:
        return False
    pos = {tree.pos[i] for i in range(*turn.said)}
    return "NUM" in pos and pos.isdisjoint({"AUX", "VERB"})


def _asks(tree: Tree, turn: Turn) -> bool:
    """Whether a turn ends in a question mark."""
    if turn.said is None:
        return False
    return "?" in tree.lower[turn.said[0] : turn.said[1] + 1]


def _is_questioning(tree: Tree, turn: Turn) -> bool:
    """Whether a label is "Q", "A" or "Interviewer"."""
    return [tree.lower[i] for i in range(*turn.label) if tree.word[i]][-1] in ASKING | ANSWERING | INTERVIEWING


def _only_asks(tree: Tree, turn: Turn) -> bool:
    """Whether it is the question itself, which nobody says."""
    return [tree.lower[i] for i in range(*turn.label) if tree.word[i]][-1] in ASKING


def _is_place(tree: Tree, turn: Turn) -> bool:
    """Whether a label heads what is told of a place: "ORSA: Two shot. VELM: A mill burned."."""
    named = [i for i in range(*turn.label) if tree.word[i]]
    return all(tree.entity[i] in PLACES for i in named) or (
        turn.said is not None and not _is_questioning(tree, turn) and is_topic(tree, turn.label, turn.said)
    )


def _is_somebody(tree: Tree, turn: Turn) -> bool:
    return is_source(tree, *turn.label)


def _name(tree: Tree, turn: Turn) -> tuple[str, ...]:
    return tuple(_words(tree, turn.label))


def _words(tree: Tree, label: Stretch) -> Iterator[str]:
    return (tree.lower[i] for i in range(*label) if tree.word[i])
