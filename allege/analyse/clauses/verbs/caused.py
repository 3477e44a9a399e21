"""What somebody has done to another: "the general had his deputy | poisoned", which the deputy did not do.

The parser makes whoever undergoes it the subject, and takes "shot" for a noun.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT


def make_undergo(verb: Token) -> None:
    """Makes a participle under "had" a passive."""
    have = verb.head
    if verb.dep_ != "ccomp" or have.lemma_ != "have" or have.pos_ != "VERB" or have.i > verb.i:
        return
    whom = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    others = any(c.dep_ in ("aux", "auxpass", "mark") or (c.dep_ in ANY_SUBJECT and c != whom) for c in verb.children)
    if whom is None or others or whom.left_edge.i != have.i + 1 or whom.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    if verb.lower_ == "shot" and verb.tag_ in ("NN", "VBD"):
        verb.tag_, verb.pos_, verb.lemma_ = "VBN", "VERB", "shoot"
    if verb.tag_ == "VBN" and not any(c.dep_ == "dobj" for c in verb.rights):
        whom.dep_ = "nsubjpass"
