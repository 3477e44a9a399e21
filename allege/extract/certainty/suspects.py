"""Doers who are only thought to be such: "suspected rebels burned the mill", "by alleged members of the Front".

The deed is told flatly, whose it is is not: a claim says both, and so nobody holds it more firmly than the words before
its doers. Words in data/certainty/cues.toml (`suspects`).
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Certainty, ClaimKind, Commitment, Role
from allege.extract.certainty.lexicon import CUES
from allege.extract.predication import Predication

BEFORE = frozenset({"amod", "compound", "nmod", "advmod"})
"""How a word that hedges hangs on the noun behind it."""


HEDGED = (Certainty.PS_PLUS, Certainty.PR_PLUS)
"""What a word before a doer may make of it, weakest first."""


def hedged(analysis: Analysis, predication: Predication, commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """The same commitments, none to who did it firmer than the words before all doers allow."""
    doers = [f for f in predication.fillers if f.role is Role.ACTOR]
    heads = [analysis.doc[f.head] for f in doers] if predication.kind is ClaimKind.EVENT else []
    found = [_hedge(head) or _by_hedge(head, predication.head) for head in heads]
    words = [word for word in found if word is not None]
    if not words or len(words) < len(doers):
        return tuple(commitments)
    worth = {**CUES.adverbs, **CUES.suspects}
    firmest = max((worth[word] for word in words), key=HEDGED.index)
    return tuple(_at_most(c, firmest, words[0]) for c in commitments)


def _at_most(held: Commitment, firmest: Certainty, word: str) -> Commitment:
    value = held.value.at_most(firmest.modality) if held.value.polarity == "+" else held.value
    why = f"'{word}' doer" if held.why == "no hedge" else f"{held.why}, '{word}' doer"
    return held if value == held.value else Commitment(held.source, value, why)


def _by_hedge(head: Token, deed: int) -> str | None:
    """The word by which he is only thought to have done it: "killed in strikes | allegedly | carried out by them"."""
    verb = head.head.head
    if head.dep_ != "pobj" or head.head.lower_ != "by" or verb.pos_ != "VERB" or verb.i == deed:
        return None
    return next((c.lower_ for c in verb.lefts if CUES.adverbs.get(c.lower_) in HEDGED and c.dep_ == "advmod"), None)


def _hedge(head: Token) -> str | None:
    """The word before a doer that calls him a suspect; None for all others.

    Who did it is a "bandit" by the deed: the word before says no more of it.
    """
    if head.lemma_.lower() in CUES.traits["by_the_deed"]:
        return None
    of = (head.head.head,) if head.dep_ == "pobj" and head.head.lower_ == "of" else ()  # "alleged members of | it"
    before = (c for noun in (head, *of) for c in noun.lefts if c.dep_ in BEFORE)
    return next((c.lower_ for c in before if c.lower_ in CUES.suspects), None)
