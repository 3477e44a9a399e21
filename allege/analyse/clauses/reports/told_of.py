"""Of whom somebody tells something: "reported on the government | admitting …", "a leader, | said by the army | to …".

The parser hangs such a participle on the verb of reporting or its preposition, as if whoever reports did it, or beside
the verb of the sentence, as if whoever acts in it said so.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import noun_before

ABOUT = frozenset({"on", "about", "of"})
HUNG = frozenset({"xcomp", "advcl", "pcomp"})


def hang_on_topic(participle: Token, speaking_of: Collection[str]) -> None:
    """Hangs a participle on the noun right before it that a verb of `speaking_of` (lemmas) is about."""
    if participle.tag_ != "VBG" or participle.dep_ not in HUNG or not participle.left_edge.i:
        return
    if any(child.dep_ in ("mark", "aux", "auxpass", "nsubj") for child in participle.lefts):
        return
    topic = participle.left_edge.nbor(-1)
    about = topic.head
    if topic.dep_ != "pobj" or about.lower_ not in ABOUT or about.head.lemma_ not in speaking_of:
        return
    if participle.head.i in (about.i, about.head.i):
        participle.head, participle.dep_ = topic, "acl"


def hang_on_told_of(verb: Token) -> None:
    """Makes "said by …, to …" behind a noun a participle of that noun: nobody who acts in the sentence says so."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i + 1 >= len(verb.doc) or verb.nbor().dep_ != "agent":
        return
    labels = {child.dep_ for child in verb.children}
    if "xcomp" not in labels or labels & {"nsubj", "nsubjpass", "auxpass", "dobj"}:
        return
    if verb.dep_ == "advcl" or (verb.dep_ == "conj" and verb.nbor(-1).text == ","):
        noun = noun_before(verb)
        if noun is None:
            return
        verb.head, verb.dep_ = noun, "acl"
    if verb.dep_ in ("acl", "relcl"):
        verb.tag_ = "VBN"
