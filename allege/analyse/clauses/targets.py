"""Whom a deed is against: in "the attack carried out by rebels against the mill" it is the attack that is against it.

The parser hangs "against" on those who did it, and "of" in "the arrest by troops of Ola Brann".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.committing import committing

COMMITTED = committing("doing", "waging", "planning", "ordering")


def hang_on_deed(against: Token) -> None:
    """Hangs "against" behind the doers of a deed ("carried out by rebels | against") on the deed."""
    if against.lower_ != "against" or against.dep_ != "prep":
        return
    doer = against.head
    if doer.dep_ != "pobj" or doer.head.dep_ != "agent":
        return
    verb = doer.head.head
    if verb.dep_ == "acl" and verb.lemma_ in COMMITTED and verb.head.i < verb.i:
        against.head = verb.head


def hang_on_done(of: Token, words: Mapping[str, Collection[str]], somebody: Collection[str]) -> None:
    """Hangs "of" behind the doers of a deed ("the arrest by troops | of Ola Brann") on the deed, before a person.

    Lists `done_to` and `under_arms`; `somebody`: nouns for people. Others may have "of" for their own ("by members of
    the front").
    """
    if of.lower_ != "of" or of.dep_ != "prep":
        return
    doer = of.head
    if doer.dep_ != "pobj" or doer.head.lower_ != "by":
        return
    deed = doer.head.head
    whom = next((c for c in of.children if c.dep_ == "pobj"), None)
    known = deed.lemma_.lower() in words["done_to"] and doer.lemma_.lower() in words["under_arms"]
    if whom is None or deed.i > doer.i or not known:
        return
    if whom.ent_type_ == "PERSON" or whom.lemma_.lower() in somebody:
        of.head = deed
