"""Whom a deed is against: in "the attack carried out by rebels against the mill" it is the attack that is against it.

The parser hangs "against" on those who did it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token


def hang_on_deed(against: Token, committing: Collection[str]) -> None:
    """Hangs "against" behind the doers that a participle of `committing` (lemmas) names on the deed it is said of."""
    doer = against.head
    if against.lower_ != "against" or against.dep_ != "prep" or doer.dep_ != "pobj" or doer.head.dep_ != "agent":
        return
    verb = doer.head.head
    if verb.dep_ == "acl" and verb.lemma_ in committing and verb.head.i < verb.i:
        against.head = verb.head
