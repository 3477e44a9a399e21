"""Labels: a short name or role with a colon behind it, of whoever says what follows."""

from __future__ import annotations

import re
from functools import cache

from allege.analyse import data
from allege.analyse.labels import PLACES, PRESENT_OR_PAST, WH
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard, words
from allege.extract.attribution.tree import Tree
from allege.extract.happenings import names_a_doing

LABEL = 7
"""Words of a label or of a trailing source at most."""

VERSIONS = frozenset({"version", "account", "story", "narrative", "position", "answer", "reply", "response", "line"})
"""What somebody tells, before a colon."""

SHOUTED = re.compile(r"(?:^|(?<=[.!?]\s))[A-Z][A-Z .'-]+:", re.MULTILINE)
"""Labels in capitals."""

SENTENCE = 8
"""Words from which what stands behind a label in capitals is a sentence, and no headline."""

NAMED = frozenset({"PERSON", "ORG"})
"""Kinds of names that head a report rather than speak ("Orlen: Ten people were killed.")."""

COUNTRIES = frozenset({"GPE", "NORP"})
"""Kinds of names of those whom a country in a label may speak of ("Norland: Kirelia violated the truce")."""

NAMES = ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PART", "PUNCT", "CCONJ", "NUM", "SPACE", "X")
SOURCES = frozenset({"source", "insider"})
"""Those who say so where nobody is named ("Source: army knew of the plan")."""

ASKING = frozenset({"q", "q.", "question"})
ANSWERING = frozenset({"a", "a.", "answer"})
"""Labels of what is asked, which nobody says ("Q: Who shelled the mill?"), and of what whoever is asked says to it."""

MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
QUOTES = frozenset({'"', "“", "”", "''", "``"})


def is_handle(tree: Tree, i: int | None) -> bool:
    """Whether a word is an account's name: "@OrsaPress: …" is a post of theirs, and no topic."""
    return i is not None and tree.lower[i].startswith("@")


def is_topic(tree: Tree, label: tuple[int, int], content: tuple[int, int]) -> bool:
    """ "Norland: Soldiers killed nine": the country that it is about, unless it speaks of what another country did."""
    named = [i for i in range(*label) if tree.word[i]]
    if " ".join(tree.lower[i] for i in named) in _kickers() or _asks_of(tree, label, content):
        return True
    if _is_dateline(tree, label, content):
        return True
    if not all(tree.entity[i] in PLACES for i in named):
        return False
    doers = (i for i in range(*content) if tree.dep[i] in ("nsubj", "nsubjpass", "poss"))
    return not any(tree.entity[i] in COUNTRIES for i in doers)


def _is_dateline(tree: Tree, label: tuple[int, int], content: tuple[int, int]) -> bool:
    """ "GORVA: Police fired on students who had closed the bridge.": capitals before a whole sentence say where."""
    first, last = label
    letters = tree.text[tree.start[first] : tree.end[last - 1]]
    if not letters.isupper() or last - first > 2 or tree.start[first] > 0:
        return False
    if any(noun_kind(tree, i) is not None for i in range(first, last)):
        return False
    told = tree.text[tree.start[content[0]] : tree.end[content[1] - 1]]
    named = {tree.entity[i] for i in range(first, last)}
    alone = len(SHOUTED.findall(tree.text)) == 1  # of several each is a speaker's
    return alone and not told.isupper() and words(tree, content) >= SENTENCE and named.isdisjoint(NAMED)


def _asks_of(tree: Tree, label: tuple[int, int], content: tuple[int, int]) -> bool:
    """ "Orlen: What we know", "Orlen: Who fired?": what is told of a name or asked about it, which it does not say."""
    first = content[0] + (tree.lower[content[0]] in QUOTES)
    if tree.tag[first] not in WH or any(noun_kind(tree, i) is not None for i in range(*label)):
        return False
    return "?" in tree.lower[first : content[1] + 1] or not _tells(tree, first, content[1])


def _tells(tree: Tree, first: int, last: int) -> bool:
    """Whether a clause that opens with "what" is only the subject of another: "What they did | was a crime"."""
    verbs = [i for i in range(first, last) if tree.tag[i] in PRESENT_OR_PAST]
    return any(tree.within(first, c) for i in verbs for c in tree.children[i] if tree.dep[c] in CLAUSES)


CLAUSES = frozenset({"csubj", "csubjpass"})


@cache
def _kickers() -> frozenset[str]:
    return frozenset(data.lines("attribution/kickers.txt"))


def is_source(tree: Tree, first: int, last: int) -> bool:
    """Names and roles only, with at least one of them, and few words; no happening ("the Orlen massacre:")."""
    inside = range(first, last)
    if [i for i in inside if tree.word[i]] == [first] and is_handle(tree, first):
        return True
    if tree.pos[first] == "ADP" or words(tree, (first, last)) > LABEL or any(tree.pos[i] not in NAMES for i in inside):
        return False
    if last == first + 1 and tree.lower[first] in ASKING:
        return False
    top = head_of(tree, first, last)
    version = tree.lemma[top] in VERSIONS and tree.child(top, "poss") is not None  # "The army's version: they left"
    if names_a_doing(tree.lemma[top]) and noun_kind(tree, top) is None and not version:
        return False
    if any(tree.entity[i] in ("DATE", "TIME") for i in inside) or _is_dated(tree, first):
        return False  # "4 Feb, Dolma: grenade thrown": an entry of a list
    said = (tree.pos[i] == "PROPN" or tree.lemma[i].lower() in SOURCES for i in inside)
    known = version or any(said) or any(noun_kind(tree, i) is not None for i in inside)
    return known or _is_named_below(tree, first, last)


def _is_named_below(tree: Tree, first: int, last: int) -> bool:
    """Whether one word heads the text and is a name further down: taggers take "Dorn: truce is dead" for a noun."""
    if last != first + 1 or first != tree.lines[0][0]:
        return False
    named = (i for i, word in enumerate(tree.lower) if word == tree.lower[first] and i != first)
    return any(tree.pos[i] == "PROPN" and tree.entity[i] in NAMED for i in named)


def _is_dated(tree: Tree, first: int) -> bool:
    """Whether a line begins with a day: "4 Feb", "Feb 4"; taggers know few short names of months."""
    pair = tree.lower[first : first + 2]
    return len(pair) == 2 and any(a.isdigit() and b.rstrip(".")[:3] in MONTHS for a, b in (pair, pair[::-1]))


def made(tree: Tree, frame: str, mark: int, source: tuple[int, int], content: tuple[int, int]) -> Heard:
    """What a label says that ends in the mark."""
    speaker = head_of(tree, *source)
    kind = "name" if tree.pos[speaker] == "PROPN" or is_handle(tree, speaker) else "role"
    return Heard(mark, "mark", kind, frame, (mark,), (source,), (content,), speaker)


def head_of(tree: Tree, first: int, last: int) -> int:
    """The word of a source that the others hang on; a person's name before a role, what is in brackets last."""
    last = next((i for i in range(first + 1, last) if tree.lower[i] == "("), last)
    named = [i for i in range(first, last) if tree.entity[i] == "PERSON"]
    inside = [i for i in range(first, last) if tree.word[i] and not first <= tree.head[i] < last]
    return (named or inside or [i for i in range(first, last) if tree.word[i]] or [first])[-1]
