"""What was fired hits, not who came running: "police moved in when rockets | fired from the hills | hit the bridge".

The parser takes the participle for the clause's verb, and gives the verb behind it to somebody before.
"""

from __future__ import annotations

from spacy.tokens import Token

OPENING = frozenset({"when", "after", "as", "before", "because", "while", "once", "that"})
CLAUSES = frozenset({"advcl", "ccomp"})
HELPING = frozenset({"aux", "auxpass", "dobj", "ccomp", "xcomp", "neg"})


def find_later(participle: Token) -> None:
    """Makes the finite verb right behind a clause of "when", "that" and the like its verb, the first a participle."""
    if participle.tag_ not in ("VBD", "VBN") or participle.dep_ not in CLAUSES:
        return
    if any(c.dep_ in HELPING for c in participle.children) or not any(c.dep_ == "prep" for c in participle.rights):
        return
    thing = next((c for c in participle.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    opening = next((c for c in participle.lefts if c.dep_ in ("mark", "advmod") and c.lower_ in OPENING), None)
    end = participle.right_edge.i + 1
    if thing is None or opening is None or thing.pos_ == "PRON" or end >= participle.sent.end:
        return
    above, label = participle.head, participle.dep_
    verb = participle.doc[end].head if participle.doc[end].dep_ in ("aux", "auxpass") else participle.doc[end]
    if verb.tag_ not in ("VBD", "VBN") or verb.i < end or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    if any(c.i == above.i and c.dep_ == "csubj" for c in verb.lefts):  # "23 wounded when drones launched … | struck"
        above.head, above.dep_ = (above, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
    elif verb.head.i not in (above.i, participle.i, above.head.i if above.dep_ == "conj" else above.i):
        return
    verb.head, verb.dep_ = above, label
    verb.tag_ = "VBD" if verb.i == end else verb.tag_
    thing.head, thing.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    opening.head = verb
    participle.head, participle.dep_, participle.tag_ = thing, "acl", "VBN"
