"""Tells the parser where a sentence must begin and where it cannot, before it decides about the rest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy
from spacy.tokens import Doc

from allege.analyse import data

ENOUGH = 150
"""Tokens without a border after which the next end of sentence is made one."""
LONGEST = 500
"""No sentence has more tokens than this (a table, a page without a full stop)."""

_ENDS = frozenset((".", "!", "?", ":", ";", "-", "--", "–", "—", "*", "|", "•"))
_BULLETS = frozenset(("-", "*", "•", "‣", "▪", "●", "◦", "–", "—"))
_STOPS = frozenset((".", "!", "?"))
_CLOSERS = frozenset((",", ")", "]", "”", "''", "%", ".", "!", "?", ";", ":", "'s", "’s", "n't", "n’t", "…", "..."))


_ABBREVIATED = frozenset(
    (
        "no",
        "nos",
        "art",
        "vol",
        "fig",
        "sec",
        "para",
        "chap",
        "res",
        "reg",
        "ver",
        "part",
        "page",
        "pages",
        "line",
        "item",
        "rule",
        "section",
    )
)
"""Words that a full stop and a number may follow in one sentence ("Art. 5 prohibits")."""


def _counts_anew(doc: Doc, at: int) -> bool:
    """Whether a sentence begins with a number: "attacked a bus near Orsa. 3 | killed"; not "Art. 5 of the statute"."""
    if at < 2 or at + 1 >= len(doc) or not doc[at].text.replace(",", "").isdigit() or not doc[at + 1].text.islower():
        return False
    stop, word = doc[at - 1], doc[at - 2]
    ends = stop.text == "." and bool(stop.whitespace_) and not word.whitespace_
    return ends and len(word) > 2 and word.text.isalpha() and word.lower_ not in _ABBREVIATED


def _in_brackets(doc: Doc, at: int) -> bool:
    """Whether a word stands in what an editor put in brackets into a sentence: "on Thursday [29 | January] by"."""
    first = max(at - INSERTED, 1)
    opened = next((i for i in range(at, first - 1, -1) if doc[i].text in ("[", "]")), None)
    if opened is None or doc[opened].text == "]" or not doc[opened - 1].text[-1].isalnum():
        return False
    closed = next((t.text for t in doc[opened + 1 : opened + INSERTED + 1] if t.text in ("[", "]")), "")
    return closed == "]"


INSERTED = 6
"""Words of what is put into a sentence in brackets, at most."""


@cache
def _ranks() -> frozenset[str]:
    """Shortened ranks, in capitals too: the stop of one ends no sentence."""
    return frozenset(form for rank in data.lines("mentions/ranks.txt") for form in (rank, rank.upper()))


def preset(doc: Doc, borders: Sequence[int]) -> None:
    """Set `is_sent_start` on the tokens at `borders` (offsets) and on those that cannot begin a sentence."""
    starts = numpy.zeros(len(doc), dtype=numpy.int64)
    pending = iter(borders)
    border = next(pending, None)
    since = 0
    before, brackets, ranks = "", "[" in doc.text, _ranks()
    for index, token in enumerate(doc):
        since += 1
        text = token.text
        if text.isspace():
            continue
        if border is not None and token.idx >= border:
            while border is not None and token.idx >= border:
                border = next(pending, None)
            value = 1
        elif (
            (since > 1 and _counts_anew(doc, index))
            or since > LONGEST
            or (since > ENOUGH and before in _STOPS and text[0].isupper())
        ):
            value = 1
        elif (
            (since == 2 and before in _BULLETS)
            or text in _CLOSERS
            or (text[0].islower() and before not in _ENDS)
            or (before in ranks and text[0].isupper())
            or (brackets and _in_brackets(doc, index))
        ):
            value = -1
        else:
            value = 0
        starts[index] = value
        if value == 1:
            since = 1
        before = text
    doc.from_array(["SENT_START"], starts.astype(numpy.uint64)[:, None])  # type: ignore[arg-type]
