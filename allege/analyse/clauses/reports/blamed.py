"""Whose word it is in "an attack | authorities blamed on the Front": no authorities of an attack.

The parser reads both nouns as one name, and the verb as a participle of it. And what is blamed on somebody: in "nine
were killed in a raid, | blamed on the Front" it is the raid, and not those killed.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT, DASHES, PAST


def free_blamer(verb: Token, somebody: Collection[str]) -> None:
    """Makes the second noun the subject of a relative clause on the first; `somebody`: nouns for who can blame."""
    if verb.lemma_ != "blame" or verb.tag_ not in PAST or verb.dep_ != "acl":
        return
    who = verb.head
    if who.i != verb.i - 1 or who.i < 1:
        return
    deed = who.nbor(-1)
    on = any(c.lower_ in ("on", "upon") for c in verb.rights)
    if deed.dep_ != "compound" or deed.head.i != who.i or who.lemma_.lower() not in somebody or not on:
        return
    before = [c for c in who.lefts if c.i < deed.i]
    deed.head, deed.dep_ = who.head, who.dep_
    verb.head, verb.dep_, verb.tag_ = deed, "relcl", "VBD"
    who.head, who.dep_ = verb, "nsubj"
    for child in before:
        child.head = deed


SETTING = frozenset({"in", "during", "by", "from"})


def hang_blame(blamed: Token) -> None:
    """Makes "blamed on" behind a comma a participle of the deed that the verb before it is set in."""
    if blamed.lower_ != "blamed" or blamed.dep_ != "advcl" or not any(c.lower_ == "on" for c in blamed.rights):
        return
    verb, comma = blamed.head, blamed.nbor(-1)
    if verb.i > blamed.i or comma.text != "," or any(c.dep_ in ANY_SUBJECT for c in blamed.lefts):
        return
    behind = (c for c in verb.rights if c.dep_ in ("prep", "agent") and c.lower_ in SETTING and c.i < blamed.i)
    deeds = [n for c in behind for n in c.children if n.dep_ == "pobj" and n.pos_ == "NOUN" and not n.ent_type_]
    if deeds and deeds[-1].right_edge.i == comma.i - 1:
        blamed.head, blamed.dep_, blamed.tag_ = deeds[-1], "acl", "VBN"


RESPONSIBLE = frozenset({"responsible", "accountable"})
BREAKS = DASHES | {","}


def hang_responsible(word: Token) -> None:
    """ "We hold Colonel Velk -- who led the brigade -- | responsible | for it": what he is held."""
    if word.lower_ not in RESPONSIBLE or not word.i or word.nbor(-1).text not in BREAKS:
        return
    clause = next((a for a in word.ancestors if a.dep_ == "relcl"), None)
    if clause is None or clause.head.dep_ != "dobj" or clause.head.head.lemma_ != "hold" or clause.i > word.i:
        return
    word.head, word.dep_ = clause.head.head, "oprd"


MESSAGES = frozenset({"call", "letter", "message", "note", "email", "e-mail", "fax", "statement", "communique"})
LAYING = frozenset({"blame", "accuse", "claim", "deny", "threaten", "warn", "demand"})


def hang_on_message(verb: Token) -> None:
    """ "A call to the Herald | blaming the front": the call blames it, and not the paper."""
    paper = verb.head
    to = paper.head
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.lemma_ not in LAYING or paper.dep_ != "pobj":
        return
    if to.lower_ == "to" and to.head.lemma_.lower() in MESSAGES:
        verb.head = to.head
