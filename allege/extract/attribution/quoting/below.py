"""What is said in the paragraph below: "Varl writes:", a line of its own, and what he writes under it without marks.

A speaker in square brackets before a quotation ("[Varl] "We …") says it, as monitors of broadcasts write it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard, Stretch, joined, trimmed, words
from allege.extract.attribution.hearing.verbs import cue_of
from allege.extract.attribution.quoting.alone import fills_line
from allege.extract.attribution.quoting.fit import LONG, Quoted, with_content
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase, speaker

SURE = 0.8
SHORT = 14
"""Words of a line that only says who speaks, at most."""

TELLING = frozenset(
    {"write", "say", "add", "continue", "note", "state", "declare", "explain", "conclude", "tell", "reply"}
)
"""Verbs before the colon of such a line."""


NAME = 6
"""Words from such a verb to the colon behind a name, at most."""

INVERTED = frozenset(
    {"said", "says", "stated", "added", "continued", "wrote", "writes", "concluded", "replied", "explained", "noted"}
)
"""Verbs that open a line before who says what is quoted."""


def below(tree: Tree, marks: Quoted, found: Iterable[Believed]) -> list[Believed]:
    """The same attributions and what is said below a line or behind a bracket that says who speaks."""
    kept = {b.heard.head: b for b in found}
    for heard in _inverted(tree, marks):
        for head in range(heard.head, heard.content[0][0]):
            kept.pop(head, None)
        kept[heard.head] = Believed(heard, SURE)
    for heard in (*_told_below(tree, marks), *_bracketed(tree, marks), *_in_turn(tree, marks), *_so_said(tree, marks)):
        old = kept.get(heard.head)
        if old is not None:
            end = heard.content[-1][1]
            before = [(a, min(z, end)) for a, z in old.heard.content if a < end]
            kept[heard.head] = with_content(old, joined([*before, *heard.content]))
        elif not any(_speaks_of_all(b, heard.content[0]) for b in kept.values()):
            kept[heard.head] = Believed(heard, SURE)
    return [kept[head] for head in sorted(kept)]


def _speaks_of_all(believed: Believed, content: Stretch) -> bool:
    """Whether somebody outside already says all of it."""
    outside = not content[0] <= believed.heard.head < content[1]
    return outside and any(a <= content[0] and content[1] <= z for a, z in believed.heard.content)


def _told_below(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    """ "Varl writes:", and the paragraph below, which quotation marks would not need."""
    for (first, last), (begin, end) in pairwise(tree.lines):
        inside = [i for i in range(first, last) if tree.lower[i].strip()]
        if len(inside) < 3 or tree.lower[inside[-1]] != ":" or words(tree, (first, last)) > SHORT:
            continue
        verb = next((i for i in reversed(inside) if tree.pos[i] == "VERB" and tree.lemma[i] in TELLING), None)
        said = trimmed(tree, (begin, end))
        if verb is None or said is None or marks.at[said[0]] >= 0 or words(tree, said) < 2 * LONG:
            continue
        who = speaker(tree, verb)
        if who is not None and first <= who < last and tree.tag[verb] in ("VBZ", "VBD", "VBP"):
            cue, source = tuple(cue_of(tree, verb)), phrase(tree, who, verb)
            yield Heard(verb, "verb", tree.lemma[verb], "below", cue, source, (said,), who)


def _inverted(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    """ "Added Varl: "We shelled it."", or the quotation in the line below: Varl says it."""
    for first, last in tree.lines:
        colon = next((i for i in range(first + 2, min(first + NAME, last)) if tree.lower[i] == ":"), None)
        if tree.lower[first] not in INVERTED or colon is None:
            continue
        if any(tree.pos[i] != "PROPN" for i in range(first + 1, colon)):
            continue
        at = next((i for i in range(colon + 1, len(tree.lower)) if tree.lower[i].strip()), None)
        if at is None or marks.at[at] < 0 or marks.ranges[marks.at[at]][0] != at:
            continue
        said, source = _quoted(tree, marks, at), ((first + 1, colon),)
        yield Heard(first, "verb", tree.lemma[first], "below", (first,), source, said, colon - 1)


def _so_said(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    """ "They shelled it. So said the mayor at dinner.": the mayor says the sentence before."""
    for before, (first, last) in pairwise(tree.bounds):
        verb = first + 1
        if verb >= last or tree.lower[first] != "so" or tree.lower[verb] not in INVERTED or marks.at[first] >= 0:
            continue
        who = next((c for c in tree.children[verb] if c > verb and tree.dep[c] in ("nsubj", "dobj", "attr")), None)
        said = trimmed(tree, before)
        if who is not None and said is not None and tree.left[who] == verb + 1 and marks.at[said[0]] < 0:
            source = phrase(tree, who, verb)
            yield Heard(verb, "verb", tree.lemma[verb], "below", (first, verb), source, (said,), who)


def _bracketed(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    """ "[Varl] "We shelled it.", and the quotations that fill the paragraphs below it."""
    for first, last in tree.lines:
        close = next((i for i in range(first + 2, min(first + SHORT, last - 1)) if tree.lower[i] == "]"), None)
        if tree.lower[first] != "[" or close is None or not _named_elsewhere(tree, first, close):
            continue
        at = next((i for i in range(close + 1, last) if tree.lower[i].strip()), last)
        if at >= last or marks.at[at] < 0 or marks.ranges[marks.at[at]][0] != at:
            continue
        said = _quoted(tree, marks, at)
        name = tuple(range(first + 1, close))
        yield Heard(close, "mark", "name", "turn", (close,), ((name[0], close),), said, name[-1])


def _in_turn(tree: Tree, marks: Quoted) -> Iterator[Heard]:
    """ "[Varl] We shelled it.", without quotation marks, where two or more speak so in turn."""
    turns = [(first, last, close) for first, last in tree.lines if (close := _label(tree, first, last)) is not None]
    if len({tree.lower[close - 1] for _, _, close in turns}) < 2:
        return
    for first, last, close in turns:
        said = trimmed(tree, (close + 1, last))
        if said is not None and marks.at[said[0]] < 0:
            yield Heard(close, "mark", "name", "turn", (close,), ((first + 1, close),), (said,), close - 1)


def _label(tree: Tree, first: int, last: int) -> int | None:
    """The closing bracket of a name that opens a line and stands elsewhere in the text; None where there is none."""
    if tree.lower[first] != "[":
        return None
    close = next((i for i in range(first + 2, min(first + NAME, last - 1)) if tree.lower[i] == "]"), None)
    return close if close is not None and _named_elsewhere(tree, first, close) else None


def _quoted(tree: Tree, marks: Quoted, at: int) -> tuple[Stretch, ...]:
    """The quotation that begins at `at`, and those that fill the paragraphs below it."""
    said = [marks.ranges[marks.at[at]]]
    for one in marks.ranges[marks.at[at] + 1 :]:
        if tree.line[one[0]] - tree.line[said[-1][1] - 1] != 1 or not fills_line(tree, one):
            break
        said.append(one)
    return tuple(said)


def _named_elsewhere(tree: Tree, first: int, close: int) -> bool:
    """Whether the last word in brackets is a name that the text also has outside of brackets."""
    name = tree.lower[close - 1]
    others = (i for i, word in enumerate(tree.lower) if word == name and not first < i <= close)
    return tree.word[close - 1] and any(tree.pos[i] == "PROPN" and tree.lower[i - 1] != "[" for i in others)
