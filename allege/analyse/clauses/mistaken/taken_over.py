"""Words that are taken for the verb of a clause or for its noun: "were in all | likelihood | forged by clerks".

So are others: "gave the guards | leave | to tap it", "grounds: | financed | raids", "or his army | marches | on Velm",
"by our guns was struck | the depot |".
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, PAST, has

CHANCES = frozenset({"likelihood", "probability", "certainty"})
MOVES = {
    "advances": "advance", "attacks": "attack", "fires": "fire", "marches": "march", "moves": "move", "raids": "raid",
    "shells": "shell", "storms": "storm", "strikes": "strike",
}  # fmt: skip


def free_from_chance(chance: Token) -> None:
    """ "Were in all likelihood | forged": what was done, and no likelihood that was forged."""
    preposition = chance.head
    be = preposition.head
    done = next((c for c in chance.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    if chance.lower_ not in CHANCES or preposition.lower_ != "in" or be.lemma_ != "be" or be.i + 1 != preposition.i:
        return
    if done is None or done.i > chance.i + 2 or has(be, {"attr", "acomp"}):
        return
    take_place(done, be)
    done.tag_ = "VBN"
    for child in [c for c in be.children if c.i != done.i]:
        child.head = done
        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    be.head, be.dep_, be.pos_ = done, "auxpass", "AUX"


def give_leave(leave: Token) -> None:
    """ "Gave the guards | leave | to tap it": what they were given."""
    gave = next((c for c in leave.lefts if c.dep_ in ("csubj", "ccomp", "advcl", "nsubj") and c.lemma_ == "give"), None)
    act = next((c for c in leave.rights if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"), None)
    if leave.lower_ != "leave" or leave.pos_ != "VERB" or gave is None or act is None:
        return
    whom = next((c for c in gave.rights if c.dep_ == "dobj" and c.right_edge.i + 1 == leave.i), None)
    if whom is None or act.left_edge.i != leave.i + 1:
        return
    take_place(gave, leave)
    for child in [c for c in leave.children if c.i not in (gave.i, act.i)]:
        child.head = gave
    whom.dep_ = "dative"
    leave.head, leave.dep_, leave.tag_, leave.pos_ = gave, "dobj", "NN", "NOUN"
    act.dep_ = "acl"


def make_move(word: Token) -> None:
    """ "Either he gives way or his army | marches | on Velm": what it does, and no marches of an army."""
    force, first = word.nbor(-1) if word.i else word, word.head
    if word.lower_ not in MOVES or first.tag_ != "VBZ" or force.tag_ not in ("NN", "NNP"):
        return
    if force.head.i != word.i or force.dep_ != "compound" or has(word, {"dobj", "appos"}) or not has(word, {"prep"}):
        return
    joint = word.left_edge.nbor(-1) if word.left_edge.i else word
    behind = word.dep_ == "conj" or (word.dep_ == "dobj" and joint.dep_ == "cc")
    if not behind or not any(c.dep_ == "nsubj" for c in first.lefts):
        return
    word.dep_, word.tag_, word.pos_, word.lemma_ = "conj", "VBZ", "VERB", MOVES[word.lower_]
    for child in [c for c in word.lefts if c.i < force.i and not c.is_punct]:
        child.head = force
    force.dep_ = "nsubj"
    if joint.dep_ == "cc":
        joint.head = first


def turn_over(thing: Token) -> None:
    """ "By our guns was struck | the depot |": it was struck, and the guns' deed it is."""
    verb = thing.head
    if thing.dep_ != "dobj" or verb.tag_ != "VBN" or thing.i < verb.i or not has(verb, {"auxpass"}):
        return
    by = next((c for c in verb.lefts if c.lower_ == "by" and c.dep_ in ("prep", "agent")), None)
    be = next(c for c in verb.children if c.dep_ == "auxpass")
    between = [t for t in verb.doc[verb.i + 1 : thing.left_edge.i] if t.dep_ != "prt"]
    if by is None or has(verb, ANY_SUBJECT) or by.right_edge.i > be.i or between:
        return
    thing.dep_, by.dep_ = "nsubjpass", "agent"


GROUNDS = frozenset({"basis", "ground", "grounds", "justification", "narrative", "reason", "reasons", "summary"})
"""Labels behind which a list tells what somebody did to be listed."""


def tell_grounds(label: Token) -> None:
    """ "Grounds: | financed | raids": what was done, and no kind of raids."""
    thing = next((c for c in label.rights if c.dep_ == "appos"), None)
    done = None if thing is None else next((c for c in thing.lefts if c.dep_ == "amod" and c.tag_ in PAST), None)
    if label.lower_ not in GROUNDS or thing is None or done is None or done.left_edge.i != thing.left_edge.i:
        return
    if done.left_edge.nbor(-1).text != ":" or has(label, ANY_SUBJECT):
        return
    take_place(done, label)
    label.head, label.dep_ = done, "nsubj"
    thing.head, thing.dep_ = done, "dobj"
    done.tag_, done.pos_ = "VBD", "VERB"
