"""What is said of a charge behind it: "Prosecutors accused him of the raid, a charge his lawyers | reject".

The parser makes the last verb the sentence's, as if the lawyers told what stands before. It is hung on the charge, and
the sentence is given back its verb.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import PRESENT_OR_PAST


def hang_on_charge(verb: Token, reports: Collection[str], denying: Collection[str]) -> None:
    """Hangs a verb of denying on the charge that it is told of; `reports`: nouns for what somebody tells."""
    if verb.lemma_ not in denying or verb.tag_ not in PRESENT_OR_PAST:
        return
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    named = [c for c in verb.lefts if c.dep_ in ("nsubj", "npadvmod", "dobj", "dep") and c.lemma_.lower() in reports]
    if told is None or not named or named[0].left_edge.i <= told.i or named[0].left_edge.nbor(-1).text != ",":
        return
    charge = named[0]
    if not any(c.dep_ == "nsubj" and charge.i < c.i for c in verb.lefts):
        return
    take_place(told, verb)
    for child in [c for c in verb.children if c.i < charge.left_edge.i or c.is_punct]:
        child.head = told
    charge.head, charge.dep_ = told, "npadvmod"
    verb.head, verb.dep_ = charge, "relcl"
