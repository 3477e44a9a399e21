"""Who did it and how many it hit, where a table of incidents tells that in cells of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from allege.analyse.analysis import Analysis
from allege.analyse.data import lexicon
from allege.analyse.tables import Row, tables
from allege.claim import ClaimKind, MentionType, Role, Span
from allege.extract.predication import Filler, Predication

_NUMBER = re.compile(r"\d{1,6}")
_WORD = re.compile(r"[\w/?]+")


def told(analysis: Analysis, found: list[Predication]) -> list[Predication]:
    """The same predications, the first event of each row with what its other cells tell and it does not tell itself.

    Nobody is the doer whom a cell leaves open ("unknown armed men", "the Front (claimed)"), and no toll is nought.
    """
    every = (row for table in tables(analysis.document.text) for row in table.rows)
    rows = [(row.cells["deed"], row) for row in every if "deed" in row.cells]
    if not rows:
        return found
    out, starts, done = list(found), [cell for cell, _ in rows], set[int]()
    order = sorted((p.head, n) for n, p in enumerate(found) if p.kind is ClaimKind.EVENT)
    for head, n in order:
        at = bisect_right(starts, Span(analysis.doc[head].idx, len(analysis.document.text))) - 1
        if at < 0 or at in done or analysis.doc[head].idx >= starts[at].end:
            continue
        done.add(at)
        have = {filler.role for filler in found[n].fillers}
        new = tuple(filler for filler in _cells(analysis, rows[at][1]) if filler.role not in have)
        out[n] = replace(found[n], fillers=(*found[n].fillers, *new))
    return out


def _cells(analysis: Analysis, row: Row) -> Iterator[Filler]:
    text = analysis.document.text
    for name, cell in row.cells.items():
        words = text[cell.start : cell.end]
        span = analysis.doc.char_span(*cell, alignment_mode="expand")
        if span is None or name not in ("actor", "deaths", "injuries"):
            continue
        if name == "actor":
            if words and _open().isdisjoint(_WORD.findall(words.casefold())):
                yield Filler(Role.ACTOR, (cell,), span.root.i)
        elif _NUMBER.fullmatch(words) and int(words):
            yield Filler(Role(name), (cell,), span.root.i, MentionType.QUANTITY, sum=(int(words), int(words)))


@lru_cache(maxsize=1)
def _open() -> frozenset[str]:
    words = lexicon("mentions/tables.toml")["open"]
    assert isinstance(words, list)
    return frozenset(words)
