"""Names of several words that the parser takes apart.

"The State of Orsa | and Velm" is no state of Orsa beside somebody called Velm, and "al-Orsi" no "al" beside an "Orsi".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from spacy.tokens import Token

JOINT = re.compile(r"(\w+) and (\w+)")
BEFORE, BEHIND = 8, 6
"""Words of a name before and behind its "and", at most."""

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "ul", "bin", "ibn"})
"""What begins an Arabic name before a hyphen."""

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


def join_article(article: Token) -> None:
    """Makes the article before a hyphen a part of the name behind it, where both hang side by side."""
    if article.lower_ not in ARTICLES or article.i + 2 >= len(article.doc) or article.nbor().text != "-":
        return
    dash, name = article.nbor(), article.nbor(2)
    if name.pos_ == "PROPN" and article.head.i == name.head.i and article.dep_ == name.dep_ != "compound":
        article.head, article.dep_ = name, "compound"
        dash.head, dash.dep_ = name, "punct"
