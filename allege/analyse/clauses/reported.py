"""Of whom somebody tells something, behind his name: "a leader, | said by the army | to have planned it"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import noun_before


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
