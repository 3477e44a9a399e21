"""Who tells what to whoever writes: in "A doctor I spoke to said nine had died" the doctor says it.

The parser takes "I spoke" for the sentence and "to said" for an infinitive, though no finite verb follows a "to".
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place

FINITE = frozenset({"VBD", "VBZ"})
BESIDE = frozenset({"npadvmod", "dobj", "dep", "nsubj", "advmod"})


def hang_on_met(to: Token, reporting: Collection[str]) -> None:
    """Gives a verb of `reporting` (lemmas) behind "I spoke to" the noun before "I" for its subject."""
    said, spoke = to.head, to.head.head
    if to.lower_ != "to" or to.dep_ != "aux" or said.tag_ not in FINITE or said.lemma_ not in reporting:
        return
    if said.dep_ not in ("xcomp", "advcl", "ccomp") or spoke.i + 1 != to.i or to.i + 1 != said.i:
        return
    writer = next((c for c in spoke.children if c.dep_ == "nsubj" and c.i < spoke.i), None)
    beside = [spoke.head] if spoke.dep_ == "relcl" else [c for c in spoke.children if c.dep_ in BESIDE]
    who = next((c for c in beside if writer is not None and c.i < writer.i), None)
    if writer is None or who is None or who.pos_ not in ("NOUN", "PROPN") or who.i + 1 != writer.left_edge.i:
        return
    over = who if spoke.dep_ == "relcl" else spoke
    if over.i == who.i and who.dep_ != "ROOT":
        return
    outside = [c for c in spoke.children if c.is_punct or c.i < who.left_edge.i or c.i > said.i]
    take_place(said, over)
    who.head, who.dep_ = said, "nsubj"
    spoke.head, spoke.dep_ = who, "relcl"
    to.head, to.dep_, to.tag_, to.pos_ = spoke, "prep", "IN", "ADP"
    for child in outside:
        child.head = said
