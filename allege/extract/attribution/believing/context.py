"""What stands around a candidate and speaks for or against it: signs, each with a weight in log-odds.

The weights (`allege/data/attribution/context.csv`) were fitted to annotated news: see docs/method-attribution.md.
A sign is a short name such as `subject:document` (the source is a report) or `form:if` (the cue is hypothetical).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from allege.analyse import data
from allege.extract.attribution.believing import lexicon
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard, words
from allege.extract.attribution.quoting.fit import Quoted
from allege.extract.attribution.tree import Tree

FIRST = frozenset({"i", "we", "us", "me"})
SECOND = frozenset({"you"})
THIRD = frozenset({"he", "she", "they", "it", "who", "which", "that", "this", "these", "those", "one", "him", "her"})
SPLIT = frozenset(
    {"if", "unless", "whether", "when", "while", "as", "because", "although", "though", "after", "before"}
)

HOPELESS = 0.05
"""Below this chance by its words alone no context makes a cue."""


def signs(tree: Tree, marks: Quoted, heard: Heard) -> list[str]:
    """The signs of a candidate."""
    out = [_subject(tree, heard), f"place:{tree.dep[heard.head]}", f"kind:{heard.kind}"]
    if heard.kind == "verb":
        out += _form(tree, heard.head)
    out += _content(tree, marks, heard)
    if tree.sentence[heard.head] == 0:
        out.append("first sentence")
    return out


def _subject(tree: Tree, heard: Heard) -> str:
    who = heard.speaker
    if who is None:
        return f"subject:none {heard.kind}"
    word = tree.lower[who]
    for name, group in (("first", FIRST), ("second", SECOND)):
        if word in group:
            return f"subject:{name}"
    if word in THIRD:
        return f"subject:{word}"
    if tree.pos[who] == "PROPN":
        return f"subject:name {tree.entity[who]}"
    if tree.pos[who] in ("VERB", "AUX", "ADJ"):
        return "subject:clause"
    return f"subject:{noun_kind(tree, who) or tree.pos[who]}"


def _form(tree: Tree, head: int) -> list[str]:
    out = [f"form:{tree.tag[head]}"]
    for c in tree.children[head]:
        dep, word = tree.dep[c], tree.lower[c]
        if dep == "aux" and tree.tag[c] == "MD":
            out.append(f"form:{tree.lemma[c]}")
        elif dep == "aux" and tree.tag[c] == "TO":
            out.append("form:to")
        elif dep == "mark" and word in SPLIT:
            out.append(f"form:{word}")
        elif dep in ("auxpass", "neg"):
            out.append(f"form:{dep}")
    if tree.tag[head] == "VBG" and tree.child(head, "aux") is None:
        out.append("form:participle")
    return out


def _content(tree: Tree, marks: Quoted, heard: Heard) -> list[str]:
    size = sum(words(tree, piece) for piece in heard.content)
    bin_ = next((name for limit, name in ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16")) if size <= limit), "more")
    out = [f"length:{bin_}"]
    touched = {marks.at[i] for first, last in heard.content for i in (first, last - 1)} - {-1}
    if touched and marks.at[heard.head] < 0:
        out.append("quotes:long" if any(marks.length[q] >= 3 for q in touched) else "quotes:short")
    if size == 1 and any(tree.pos[i] == "PRON" for first, last in heard.content for i in range(first, last)):
        out.append("length:pronoun")
    return out


def weigher(tree: Tree, marks: Quoted) -> Callable[[Heard], float]:
    """How likely a candidate of this text is to be an attribution, by its words and what stands around it (0 … 1)."""
    known, weight = lexicon.load(), weights()
    base, trust = weight["base"], weight["words"]

    def chance(heard: Heard) -> float:
        by_words = known.chance(heard)
        if by_words < HOPELESS:
            return by_words
        odds = base + trust * math.log(by_words / (1.0 - by_words))
        family = heard.frame.partition(":")[0].partition("+")[0]
        odds += weight.get(f"frame:{heard.kind} {family}", 0.0)
        odds += sum(weight.get(sign, 0.0) for sign in dict.fromkeys(signs(tree, marks, heard)))
        return 1.0 / (1.0 + math.exp(-odds))

    return chance


@cache
def weights() -> dict[str, float]:
    """Weight by sign, in log-odds."""
    return {row["sign"]: float(row["weight"]) for row in data.table("attribution/context.csv")}
