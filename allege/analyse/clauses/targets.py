"""Whom a deed is against: in "the attack carried out by rebels against the mill" it is the attack that is against it.

The parser hangs "against" on those who did it.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.committing import committing

COMMITTED = committing("doing", "waging", "planning", "ordering")


def hang_on_deed(against: Token) -> None:
    """Hangs "against" behind the doers of a deed ("carried out by rebels | against") on the deed."""
    doer = against.head
    if against.lower_ != "against" or against.dep_ != "prep" or doer.dep_ != "pobj" or doer.head.dep_ != "agent":
        return
    verb = doer.head.head
    if verb.dep_ == "acl" and verb.lemma_ in COMMITTED and verb.head.i < verb.i:
        against.head = verb.head
