"""Two sides: in "clashes between members of the clan | and other groups" no groups are of the clan.

And of whom something is denied: "The rebels, | not the soldiers, | burned it". The parser hangs "not" on those before
the comma, and takes the others for another name of them.
"""

from __future__ import annotations

from spacy.tokens import Token

JOINING = frozenset({"prep", "pobj", "conj"})


def part_sides(between: Token) -> None:
    """Hangs the second side on the first, where the parser hung it on what stands behind the first side's "of"."""
    if between.lower_ != "between" or between.dep_ != "prep":
        return
    first = next((c for c in between.children if c.dep_ == "pobj"), None)
    if first is None or any(c.dep_ in ("cc", "conj") for c in first.children):
        return
    if _part_before(first, between):
        return
    inside = (t for t in first.subtree if t.dep_ == "conj" and t.pos_ in ("NOUN", "PROPN") and _is_below(t, first))
    second = max(inside, key=lambda t: t.i, default=None)
    if second is None:
        return
    joint = next((c for c in second.head.children if c.dep_ == "cc" and c.i < second.i), None)
    second.head = first
    if joint is not None:
        joint.head = first


def _part_before(second: Token, between: Token) -> bool:
    """Parts "between | the Front | and army | troops |", read as troops of both; whether it did."""
    first = next((c for c in second.lefts if c.dep_ in BEFORE and c.pos_ in NOUNS and c.i > between.i), None)
    other = next((c for c in first.rights if c.dep_ == "conj"), None) if first is not None else None
    if first is None or other is None or other.i + 1 != second.i or second.tag_ not in ("NNS", "NNPS"):
        return False
    joint = next((c for c in first.rights if c.dep_ == "cc"), None)
    if joint is None or joint.lower_ != "and" or joint.i + 1 != other.left_edge.i:
        return False
    before = [c for c in second.lefts if c.i < first.i]
    if any(c.dep_ != "det" for c in before):
        return False  # "between | senior | army and police officers"
    for child in before:
        child.head = first
    first.head, first.dep_ = between, "pobj"
    second.head, second.dep_ = first, "conj"
    other.head, other.dep_ = second, "compound"
    return True


BEFORE = frozenset({"nmod", "compound"})


def _is_below(token: Token, first: Token) -> bool:
    """Whether only "of" and nouns in a row stand between the two."""
    at = token
    while at.i != first.i and at.dep_ in JOINING and (at.dep_ != "prep" or at.lower_ == "of"):
        at = at.head
    return at.i == first.i


OUTBREAK = frozenset({"break", "erupt", "flare", "happen", "occur", "start", "rage"})
"""Verbs of what goes on by itself."""

AREAS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
"""Labels of names that tell where or when a fight was, as they may who fought."""


def hang_between(between: Token) -> None:
    """ "Clashes broke out | between | guards and rebels": hung on the clashes, also of a clause on them."""
    verb = between.head
    if between.dep_ != "prep" or verb.pos_ != "VERB" or verb.lemma_ not in OUTBREAK or verb.i > between.i:
        return
    side = next((c for c in between.rights if c.dep_ == "pobj"), None)
    deed = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if side is None or deed is None or any(c.dep_ == "dobj" for c in verb.rights):
        return
    if verb.dep_ == "relcl" and deed.lower_ in ("that", "which"):
        deed = verb.head
    if side.ent_type_ in AREAS or deed.pos_ != "NOUN" or deed.i > between.i:
        return
    if side.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in side.rights):
        between.head = deed


NOUNS = frozenset({"NOUN", "PROPN"})
OTHERS = NOUNS | {"PRON"}


def hang_not(negation: Token) -> None:
    """Hangs "not" on the noun or pronoun behind it, and a clause that stands behind both on the first."""
    first = negation.head
    if negation.dep_ == "neg" and _corrects(negation):
        return
    if negation.lower_ != "not" or negation.dep_ != "neg" or first.pos_ not in OTHERS:
        return
    if first.i > negation.i:
        if first.dep_ == "conj":  # "it was guards and | not us | who shot him"
            _give_clauses(first, first.head)
        return
    other = next((c for c in first.children if c.dep_ == "appos" and c.left_edge.i == negation.i + 1), None)
    if first.pos_ in NOUNS and other is not None and other.pos_ in OTHERS:
        negation.head = other
        _give_clauses(other, first)


def _corrects(negation: Token) -> bool:
    """ "Killed 12 people, | not | 30", "30 dead, not 14": the other number is denied, and nothing else.

    Says whether it was such a number, and hangs both where they deny nothing else.
    """
    if negation.i + 1 >= len(negation.doc) or not negation.i or negation.nbor(-1).text != ",":
        return False
    number = negation.nbor()
    first = negation.head
    if number.tag_ != "CD" or first.i > negation.i:
        return False
    number = number.head if number.dep_ == "nummod" and number.head.i > number.i else number
    if not any(t.tag_ == "CD" for t in negation.doc[negation.sent.start : negation.i]):
        return False
    verb = next((t for t in (first, *first.ancestors) if t.pos_ in ("VERB", "AUX")), first)
    negation.head = number
    if number.i != verb.i and not number.is_ancestor(verb):
        number.head, number.dep_ = verb, "npadvmod"
    return True


def _give_clauses(other: Token, first: Token) -> None:
    """Hangs the clauses behind one noun on the first."""
    for clause in [c for c in other.children if c.dep_ == "relcl" and c.i > other.i] if first.pos_ in OTHERS else []:
        clause.head = first
