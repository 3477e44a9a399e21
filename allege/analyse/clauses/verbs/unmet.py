"""Conditions behind what hangs on them: "they would have shelled it | had the truce not held".

The parser takes "had" for a verb of its own, with what was not so for its object, or for one more deed. It is made the
auxiliary that it is, and the clause a condition. And conditions before it: in "unless the price of millet | falls, |
crowds will riot" it takes the verb for a noun, so that the price riots.
"""

from __future__ import annotations

from collections.abc import Collection

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


def hang_condition(verb: Token) -> None:
    """Hangs a condition on what would be so, where whoever says so is made to tell the two of them.

    "Had they | fired | it, the hole would be deep, said Om Relk, a surveyor": he does not say that they did.
    """
    said, first = verb.head, verb.left_edge
    if verb.dep_ != "ccomp" or verb.i > said.i or first.head.i != verb.i:
        return
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    inverted = first.dep_ in ("aux", "auxpass") and first.lower_ in INVERTED and subject is not None
    if not inverted and not (first.dep_ in ("mark", "advmod") and first.lower_ in IFS):
        return
    other = next((c for c in said.lefts if c.dep_ == "ccomp" and verb.i < c.i), None)
    if other is not None and has(other, SUBJECTS) and (not inverted or _is_supposed(other)):
        verb.head, verb.dep_ = other, "advcl"


def _is_supposed(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ in CONDITIONAL | {"will"} for c in verb.lefts)


INVERTED = frozenset({"had", "should", "were"})
"""Auxiliaries that before their subject open a condition."""

IFS = frozenset({"if", "unless"})

OPENING = frozenset({"unless", "if", "until", "once", "when", "as"})


def free_condition(opening: Token, saying: Collection[str]) -> None:
    """Makes the last word before the comma the verb of a condition, where two subjects share the one behind it.

    `saying`: lemmas of verbs that may have the whole of it for what they tell.
    """
    verb = opening.head
    if opening.lower_ not in OPENING or opening.dep_ not in ("mark", "advmod") or opening.i != verb.left_edge.i:
        return
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    if len(subjects) < SHARED or subjects[-1].left_edge.nbor(-1).text != ",":
        return
    last, first = subjects[-1].left_edge.nbor(-2), subjects[0]
    if last.tag_ not in ("NNS", "VBZ") or not first.i <= last.i == first.right_edge.i or not last.is_lower:
        return
    before = next((c for c in last.lefts if c.dep_ == "compound" and c.i == last.i - 1), None)
    if before is None or before.tag_ not in ("NN", "NNP"):
        return
    take_place(before, last)
    for child in [c for c in last.children if c.i != before.i]:
        child.head = before
    subject = before if first.i == last.i else first
    last.head, last.dep_, last.tag_, last.pos_ = verb, "advcl", "VBZ", "VERB"
    last.lemma_ = last.norm_.removesuffix("s")
    subject.head, subject.dep_ = last, "nsubj"
    opening.head, opening.dep_ = last, "mark"
    if verb.dep_ == "advcl" and verb.head.i > verb.i and verb.head.lemma_ in saying:
        verb.dep_ = "ccomp"


SHARED = 2
