"""Who acts behind a place that opens the sentence: "On Monday in the Orsa valley, | the guards | attacked".

The parser takes the guards for another name of the valley, and the valley, if anybody, for who attacked. So it does
behind whoever tells: "According to a clerk in Orsa, | the guards have | attacked".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT, FINITE, has

PLACING = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "over"})
DEEPEST = 4
"""Steps down from a verb to the place that opens its sentence."""

BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
"""Labels of what stands between who acts and the verb: "the guard | has already | shelled it"."""


def free_doer(verb: Token) -> None:
    """Makes such an apposition the subject of the verb that it stands before, and the place what "in" is about."""
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.lefts)
    if not (verb.tag_ in FINITE or helped) or verb.pos_ != "VERB" or verb.i < 3:
        return
    subjects = [c for c in verb.children if c.dep_ in ANY_SUBJECT]
    if len(subjects) > 1 or not (places := _opening(verb, subjects)):
        return
    place = places[0]
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].dep_ in BEFORE and verb.doc[first - 1].head.i == verb.i:
        first -= 1
    behind = (c for p in places for c in p.children if _is_beside(c) and c.right_edge.i == first - 1)
    doer = next(behind, None)
    if doer is None or doer.left_edge.i < 1 or doer.left_edge.nbor(-1).text != ",":
        return
    if subjects:
        place.head, place.dep_ = place.left_edge.nbor(-1), "pobj"
    doer.head, doer.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
    doer.left_edge.nbor(-1).head = verb


def _is_beside(noun: Token) -> bool:
    """Whether the parser has set a noun beside another without an "and" between them."""
    joined = any(c.dep_ == "cc" and c.i < noun.i for c in noun.head.rights)
    return noun.dep_ == "appos" or (noun.dep_ == "conj" and not joined)


def _opening(verb: Token, subjects: list[Token]) -> list[Token]:
    """The place that opens the sentence: what the parser takes for the subject, else what stands behind "in"."""
    if subjects:
        first = subjects[0].left_edge
        hung = first.i > verb.sent.start and first.nbor(-1).lower_ in PLACING and first.nbor(-1).dep_ == "prep"
        return subjects if hung and not any(c.dep_ == "pobj" for c in first.nbor(-1).children) else []
    opening = [c for c in verb.lefts if c.dep_ == "prep" and c.i == verb.sent.start]
    opening += [to for c in opening if c.lower_ == "according" for to in c.rights if to.lower_ == "to"]
    return [place for preposition in opening for place in _below(preposition, DEEPEST)]


def _below(preposition: Token, depth: int) -> Iterator[Token]:
    """The nouns that stand behind prepositions of place below one."""
    for noun in (c for c in preposition.children if c.dep_ == "pobj"):
        if preposition.lower_ in PLACING or preposition.head.lower_ == "according":
            yield noun
        for inner in (c for c in noun.children if c.dep_ == "prep") if depth else ():
            yield from _below(inner, depth - 1)
