""" "Two rebels on a motorbike | shot | at guards": what they did, and no shot of a motorbike.

The tagger takes the verb for a noun that the noun before it is a part of, and the sentence is left without a verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import PAST, has

CLIMBED = 6
"""Phrases climbed at most up to who shot."""

LEFT = 3
"""Words before the noun that may belong to it."""

OF_A_KIND = frozenset({"warning", "pot", "test", "first", "last", "single", "long", "cheap"})
"""Words before a shot that is one."""


def make_shoot(shot: Token) -> None:
    """Makes such a noun a verb, where "at" stands right behind it and no verb is there to tell what is done.

    Also one that has a subject already: "guards in Velm | shot | at a car", "rebels on Monday | shot | and hurt him".
    """
    if _has_subject(shot):
        shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
        return
    near = shot.nbor(-1) if shot.i else shot
    if near.dep_ != "compound" or near.head.i != shot.i or near.lower_ in OF_A_KIND or shot.i + 1 >= len(shot.doc):
        return
    who = _who(shot) if shot.nbor().lower_ == "at" else None
    if who is None:
        return
    above, label, over = shot.head, shot.dep_, who
    if who.dep_ == "nsubj":
        over = above
    take_place(shot, over)
    for child in [c for c in over.children if c.dep_ in ("mark", "punct") or c.i > shot.i]:
        if child.i != shot.i:
            child.head = shot
    if over.i == above.i:
        above.head, above.dep_ = who, "acl"
    for child in [c for c in shot.lefts if near.i - LEFT <= c.i < near.i and c.dep_ in ("det", "amod", "poss")]:
        child.head = near
    near.head, near.dep_ = above, label
    shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
    who.head, who.dep_ = shot, "nsubj"


def _has_subject(shot: Token) -> bool:
    """Whether a noun stands for a whole clause, behind a subject and with what only a verb has behind it."""
    if shot.tag_ != "NN" or shot.dep_ in OBJECTS or not has(shot, {"nsubj"}) or has(shot, {"det", "cop", "compound"}):
        return False
    return any(c.lower_ == "at" or (c.dep_ == "conj" and c.tag_ in PAST) for c in shot.rights)


OBJECTS = frozenset({"pobj", "dobj", "attr"})


def _who(shot: Token) -> Token | None:
    """Who shot: the noun above, where it stands for the whole clause or is the subject of a participle."""
    riding = shot.head
    if shot.dep_ == "dobj" and riding.tag_ == "VBG" and riding.dep_ != "acl" and not has(riding, {"aux"}):
        return next((c for c in riding.lefts if c.dep_ == "nsubj" and c.i == riding.i - 1), None)
    top = shot
    for _ in range(CLIMBED):
        if top.head.i > top.i or not (top.dep_ == "pobj" or (top.dep_ == "dobj" and top.head.dep_ == "acl")):
            break
        top = top.head.head
    whole = top.i != shot.i and top.pos_ in ("NOUN", "PROPN") and top.dep_ in ("ROOT", "advcl", "ccomp")
    return top if whole else None
