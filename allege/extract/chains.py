"""In whose words a predication stands."""

from __future__ import annotations

from collections.abc import Iterable

from allege.analyse.analysis import Analysis
from allege.analyse.labels import FINITE
from allege.claim import Attribution, Role, covers
from allege.extract.certainty.governing import is_undeniable
from allege.extract.predication import TOLLS, Predication

LONGEST = 12
"""Voices of one chain (bounds the cost of "A said that B said that …" without end)."""


class Chains:
    """Whose words a predication stands in: attributions by the tokens of their content."""

    def __init__(self, analysis: Analysis, said: Iterable[Attribution]) -> None:
        self._analysis = analysis
        self._said = {a.id: a for a in said if not _is_nobodys(analysis, a)}
        self._at: dict[int, list[Attribution]] = {}
        self._cues: dict[int, Attribution] = {}
        for item in self._said.values():
            self._cues |= {token.i: item for token in analysis.tokens(item.cue)}
            for token in analysis.tokens(item.content):
                self._at.setdefault(token.i, []).append(item)

    def of(self, predication: Predication) -> tuple[Attribution, ...]:
        """The chain for a predication, outermost first: the innermost attribution around its head, then its outer ones.

        Speech nested deeper than LONGEST is cut to its innermost voices.
        """
        around = [a for a in self._at.get(predication.head, ()) if not self._goes_on(predication, a)]
        around = around or self._given(predication)
        if not around:
            return ()
        innermost = min(around, key=lambda a: (_length(a), -self._level(a), _tells_of_himself(predication, a)))
        chain = [innermost]
        while chain[-1].within and chain[-1].within in self._said and len(chain) < LONGEST:
            chain.append(self._said[chain[-1].within])
        return tuple(reversed(chain))

    def _goes_on(self, predication: Predication, item: Attribution) -> bool:
        """Whether a deed stands beside the speech: "guards told no reason for the raid | and have made no arrests"."""
        token = self._analysis.doc[predication.head]
        clause = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)
        beside = clause.dep_ == "conj" and self._cues.get(clause.head.i) is item
        return beside and any(c.dep_ == "aux" and c.tag_ in FINITE for c in clause.lefts)

    def _given(self, predication: Predication) -> list[Attribution]:
        """The attribution whose cue gives a toll: "the ministry | put the toll at five" is the ministry's word."""
        item = self._cues.get(predication.head)
        tolls = [span for filler in predication.fillers if filler.role in TOLLS for span in filler.spans]
        return [item] if item is not None and any(covers(item.content, span.start) for span in tolls) else []

    def _level(self, item: Attribution) -> int:
        """How many attributions lie around one; two may have the same content: "the agency said, citing a guard, …"."""
        level = 0
        while item.within in self._said and level < LONGEST:
            item = self._said[item.within]
            level += 1
        return level


def _length(item: Attribution) -> int:
    """How many characters are said."""
    return sum(end - start for start, end in item.content)


def _tells_of_himself(predication: Predication, item: Attribution) -> bool:
    """Whether a doer is who tells: of two who blame each other it is the other's word."""
    doers = (span for filler in predication.fillers if filler.role is Role.ACTOR for span in filler.spans)
    return any(covers(item.source, span.start) for span in doers)


def _is_nobodys(analysis: Analysis, item: Attribution) -> bool:
    """Whether nobody is said to say so: "nobody can deny that", "it cannot be denied that" are the author's word."""
    return any(token.pos_ == "VERB" and is_undeniable(token) for token in analysis.tokens(item.cue))
