"""Words taken for a thing or its kind beside a verb: "set the granary | alight", "had | tortured | suspects"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import FINITE, has

BURNING = frozenset({"alight", "ablaze", "afire", "aflame"})

DONE = frozenset(
    {"abduct", "arrest", "beat", "behead", "detain", "execute", "kidnap", "kill", "murder", "shoot", "stab", "torture"}
)
"""What people do to others, who are seldom told of as people to whom it was done."""


def set_alight(word: Token) -> None:
    """Gives "set" what it set alight for its object: "set the granary | alight", "set two mills | ablaze"."""
    burned, verb = word.nbor(-1) if word.i else word, word.head
    if word.lower_ not in BURNING or verb.lemma_ != "set" or verb.i >= burned.i:
        return
    if burned.head.i == word.i and burned.dep_ in ("amod", "compound", "npadvmod", "nsubj"):
        for child in [c for c in word.lefts if c.i != burned.i]:
            child.head = burned
        burned.head, burned.dep_ = verb, "dobj"
        if burned.pos_ == "ADJ":
            burned.tag_, burned.pos_ = "NN", "NOUN"
    elif burned.head.i != verb.i or burned.dep_ != "dobj":
        return
    word.dep_, word.tag_, word.pos_, word.lemma_ = "oprd", "JJ", "ADJ", word.lower_


def have_done(had: Token, somebody: Collection[str]) -> None:
    """Makes it a perfect: "his unit had | tortured | suspects", who were no suspects of a kind that it had."""
    whom = next((c for c in had.rights if c.dep_ == "dobj"), None)
    who = next((c for c in had.lefts if c.dep_ == "nsubj"), None)
    if had.tag_ not in FINITE or had.lemma_ != "have" or whom is None or who is None:
        return
    if whom.tag_ not in ("NNS", "NNPS") or has(had, {"aux"}):
        return
    done = had.nbor() if had.i + 1 < len(had.doc) else had
    known = done.tag_ == "VBN" and done.dep_ == "amod" and done.head.i == whom.i and done.lemma_ in DONE
    if not known or who.lemma_.lower() not in somebody:
        return
    done.head, done.dep_ = (done, "ROOT") if had.head.i == had.i else (had.head, had.dep_)
    for child in list(had.children):
        if child.i != done.i:
            child.head = done
    whom.head, whom.dep_ = done, "dobj"
    for child in [c for c in whom.rights if c.dep_ == "prep" and c.lower_ != "of"]:
        child.head = done
    had.head, had.dep_, had.pos_ = done, "aux", "AUX"
