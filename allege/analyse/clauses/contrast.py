"""Who did not: "The rebels, not the soldiers, burned it" denies it of the soldiers.

The parser hangs "not" on those before the comma, and takes the others for another name of them.
"""

from __future__ import annotations

from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})


def hang_not(negation: Token) -> None:
    """Hangs "not" on the noun behind it, and a clause that stands behind both nouns on the first."""
    first = negation.head
    if negation.lower_ != "not" or negation.dep_ != "neg" or first.pos_ not in NOUNS or first.i > negation.i:
        return
    other = next((c for c in first.children if c.dep_ == "appos" and c.left_edge.i == negation.i + 1), None)
    if other is None or other.pos_ not in NOUNS:
        return
    negation.head = other
    for clause in [c for c in other.children if c.dep_ == "relcl" and c.i > other.i]:
        clause.head = first
