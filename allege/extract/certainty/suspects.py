"""Doers who are only thought to be such: "suspected rebels burned the mill", "by alleged members of the Front".

The deed is told flatly, whose it is is not: a claim says both, and so nobody holds it more firmly than the words before
its doers. Words in data/certainty/cues.toml (`suspects`).
"""

from __future__ import annotations

from collections.abc import Iterable

from allege.analyse.analysis import Analysis
from allege.claim import Certainty, ClaimKind, Commitment, Role
from allege.extract.certainty.lexicon import CUES
from allege.extract.predication import Filler, Predication

BEFORE = frozenset({"amod", "compound", "nmod", "advmod"})
"""How a word that hedges hangs on the noun behind it."""


def hedged(analysis: Analysis, predication: Predication, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The same commitments, none to who did it firmer than the words before all doers allow."""
    doers = [f for f in predication.fillers if f.role is Role.ACTOR]
    found = [_hedge(analysis, f) for f in doers] if predication.kind is ClaimKind.EVENT else []
    words = [word for word in found if word is not None]
    if not words or len(words) < len(doers):
        return tuple(commitments)
    firmest = max((CUES.suspects[word] for word in words), key=(Certainty.PS_PLUS, Certainty.PR_PLUS).index)
    return tuple(_at_most(c, firmest, words[0]) for c in commitments)


def _at_most(held: Commitment, firmest: Certainty, word: str) -> Commitment:
    value = held.value.at_most(firmest.modality) if held.value.polarity == "+" else held.value
    why = f"'{word}' doer" if held.why == "no hedge" else f"{held.why}, '{word}' doer"
    return held if value == held.value else Commitment(held.source, value, why)


def _hedge(analysis: Analysis, doer: Filler) -> str | None:
    """The word before a doer that calls him a suspect; None for all others."""
    head = analysis.doc[doer.head]
    of = (head.head.head,) if head.dep_ == "pobj" and head.head.lower_ == "of" else ()  # "alleged members of | it"
    before = (c for noun in (head, *of) for c in noun.lefts if c.dep_ in BEFORE)
    return next((c.lower_ for c in before if c.lower_ in CUES.suspects), None)
