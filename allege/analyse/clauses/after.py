"""What came before, read as a bare noun: "taken there after | gunmen this week | placed a bomb": who placed it.

The parser takes the noun behind "after" for all that stands there, and gives its verb to whoever is told of before.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT, has

SINCE = frozenset({"after", "before", "since", "until"})
BESIDE = frozenset({"npadvmod", "advmod"})


def give_subject(verb: Token) -> None:
    """Gives a past tense without a subject the noun right before it that stands behind "after" or the like."""
    if verb.tag_ != "VBD" or has(verb, ANY_SUBJECT | {"aux", "auxpass", "cc"}):
        return
    at = verb.i - 1
    beside = {t.i for c in verb.lefts if c.dep_ in BESIDE for t in c.subtree}
    while at in beside and at > verb.sent.start:
        at -= 1
    noun = verb.doc[at]
    prep = noun.head
    if noun.dep_ == "pobj" and prep.dep_ == "mark" and prep.head.i == verb.i and prep.i < noun.i:
        noun.head, noun.dep_ = verb, "nsubj"  # "as | the council | warned of a crisis": "as" has the clause, no noun
        return
    if noun.dep_ != "pobj" or prep.lower_ not in SINCE or prep.head.i in (verb.i, noun.i) or noun.ent_type_ == "DATE":
        return
    if prep.i > noun.i or verb.i in {t.i for t in noun.subtree} or not has(verb, {"dobj", "prep"}):
        return
    over = prep.head
    if verb.is_ancestor(over):
        return
    noun.head, noun.dep_ = verb, "nsubj"
    prep.head, prep.dep_ = verb, "mark"
    verb.head, verb.dep_ = over, "advcl"
