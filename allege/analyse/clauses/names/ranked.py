"""A rank cut short that is read as somebody for himself: "guards led by | Capt. | Osk Venn shot two men"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.clauses.hanging import take_place

RANKS = frozenset(rank.lower() for rank in (*data.lines("mentions/ranks.txt"), "Gen.", "Adm."))
STANDING = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj"})
AMISS = frozenset({"appos", "nsubj", "nsubjpass", "npadvmod"})
"""Labels under which the name is read as another's."""


def hang_on_name(rank: Token) -> None:
    """Gives the name right behind a rank its place."""
    if rank.lower_ not in RANKS or rank.dep_ not in STANDING or rank.i + 1 >= len(rank.doc):
        return
    name = rank.nbor()
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    if name.pos_ != "PROPN" or name.left_edge.i != rank.i + 1 or name.dep_ not in AMISS:
        return
    if name.head.i != rank.i and rank.is_ancestor(name):
        return
    take_place(name, rank)
    rank.head, rank.dep_ = name, "compound"
