"""One name with "and" in it: "the State of Orsa | and Velm" is no state of Orsa beside somebody called Velm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from spacy.tokens import Token

JOINT = re.compile(r"(\w+) and (\w+)")
BEFORE, BEHIND = 8, 6
"""Words of a name before and behind its "and", at most."""

Joined = Mapping[tuple[str, str], frozenset[str]]
"""Names with "and" in them, in lower case, by the words on either side of it."""


def joined(names: Iterable[str]) -> Joined:
    """Those of these names that have "and" in them."""
    out: dict[tuple[str, str], set[str]] = {}
    for name in (name.lower() for name in names if " and " in name):
        for before, behind in JOINT.findall(name):
            out.setdefault((before, behind), set()).add(name)
    return {words: frozenset(found) for words, found in out.items()}


def join_name(joint: Token, names: Joined) -> None:
    """Makes what stands behind "and" a part of the word before it, where one of these names goes over both."""
    if joint.lower_ != "and" or not 0 < joint.i < len(joint.doc) - 1:
        return
    first = joint.nbor(-1)
    known = names.get((first.lower_, joint.nbor().lower_), frozenset())
    for second in joint.doc[joint.i + 1 : joint.i + 1 + BEHIND] if known else ():
        if second.dep_ == "conj" and second.head.i < joint.i and _goes_over(joint, second, known):
            second.head, second.dep_ = first, "nmod"
            joint.head = first
            return


def _goes_over(joint: Token, last: Token, names: frozenset[str]) -> bool:
    """Whether one of the names begins before "and" and ends with `last`."""
    doc, end = joint.doc, last.idx + len(last)
    starts = (doc[n].idx for n in range(max(joint.i - BEFORE, joint.sent.start), joint.i))
    return any(doc.text[start:end].lower() in names for start in starts)
