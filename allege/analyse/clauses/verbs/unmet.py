"""Conditions behind what hangs on them: "they would have shelled it | had the truce not held".

The parser takes "had" for a verb of its own, with what was not so for its object, or for one more deed. It is made the
auxiliary that it is, and the clause a condition.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import SUBJECTS, has

CONDITIONAL = frozenset({"would", "could", "might"})


def make_condition(had: Token) -> None:
    """Makes "had" behind "would have" open a condition."""
    if had.lower_ != "had" or had.i + 1 >= len(had.doc):
        return
    if had.dep_ == "aux":
        _part_deeds(had)
    elif had.dep_ in ("advcl", "ccomp") and _depends(had.head) and had.head.i < had.i and not has(had, SUBJECTS):
        _make_auxiliary(had)


def _depends(verb: Token) -> bool:
    """Whether something would have been done."""
    words = {c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")}
    return "have" in words and not words.isdisjoint(CONDITIONAL)


def _part_deeds(had: Token) -> None:
    """ "It would have been blown up | had guards not found the charge": no two deeds in a row."""
    verb = had.head
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    inverted = subject is not None and had.i < subject.i and had.i == verb.left_edge.i
    if verb.dep_ == "conj" and inverted and _depends(verb.head):
        verb.dep_ = "advcl"


def _make_auxiliary(had: Token) -> None:
    verb = next((c for c in had.rights if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD", "VB")), None)
    noun = None
    if verb is None:
        noun = next((c for c in had.rights if c.dep_ == "dobj"), None)
        verb = None if noun is None else next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    elif not has(verb, SUBJECTS):
        return
    if verb is None:
        return
    take_place(verb, had)
    verb.dep_, verb.tag_ = "advcl", "VBN"
    if noun is not None:
        noun.head = verb
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"
    had.head, had.dep_, had.pos_ = verb, "aux", "AUX"
    for child in list(had.children):
        child.head = verb
