"""Names with a word in brackets behind them: in "Dawn Front (a splinter group) | attacked" it is the Front that did."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place

PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


def put_in_brackets(noun: Token) -> None:
    """Makes a noun that ends in a bracket an apposition to the name before that, which the parser hung on it."""
    if noun.dep_ not in PARTS or noun.i + 1 >= len(noun.doc) or noun.nbor().text != ")":
        return
    first = next((t for t in reversed(noun.doc[noun.left_edge.i : noun.i]) if t.text == "("), None)
    if first is None or first.i == noun.left_edge.i or first.nbor(-1).pos_ != "PROPN":
        return
    name, outside = first.nbor(-1), [c for c in noun.children if c.i < first.i or c.i > noun.i + 1]
    if name.head.i != noun.i:
        return
    take_place(name, noun)
    noun.head, noun.dep_ = name, "appos"
    for child in outside:
        if child.i != name.i:
            child.head = name
