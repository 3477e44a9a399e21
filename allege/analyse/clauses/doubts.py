"""What leaves no "room for doubt" leaves no doubt: that is the object, and "no" or "little" says how much of it."""

from __future__ import annotations

from spacy.tokens import Token

DOUBTS = frozenset({"doubt", "question"})
ROOMS = frozenset({"room", "space", "reason", "cause", "shadow", "trace"})
"""Nouns before "for" or "of" that only measure a doubt."""

OBJECTS = frozenset({"dobj", "attr", "nsubj"})


def make_object(doubt: Token) -> None:
    """Hangs "doubt" where "room for doubt" hangs, with the words that measure it."""
    if doubt.lemma_ not in DOUBTS or doubt.dep_ != "pobj" or doubt.head.lower_ not in ("for", "of"):
        return
    link = doubt.head
    room = link.head
    if room.lemma_ not in ROOMS or room.dep_ not in OBJECTS:
        if link.head.pos_ != "VERB":
            return
        room = next((c for c in link.head.children if c.dep_ == "dobj" and c.i == link.i - 1), room)
        if room.lemma_ not in ROOMS:
            return
    measures = [c for c in room.children if c.dep_ in ("det", "amod", "neg")]
    doubt.head, doubt.dep_ = room.head, room.dep_
    room.head, room.dep_ = doubt, "compound"
    link.head = room
    for word in measures:
        word.head, word.dep_ = doubt, "det" if word.lower_ == "no" else word.dep_
