"""Verbs of questions that are taken for nouns: "Did the coastguard | fire | on the dinghy?", "did it | storm | it?"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place

ATTACKING = frozenset(
    {"ambush", "attack", "bomb", "charge", "fire", "loot", "raid", "seize", "shell", "storm", "strike", "torch"}
)
HELPING = frozenset({"did", "does", "do"})
BETWEEN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
"""Parts of speech from "did" to whoever did it."""

REACH = 6
"""Words between them at most."""


def make_asked(word: Token) -> None:
    """Makes the noun the verb of its question, with whoever stands before it for its subject."""
    did, who = _helper(word) if word.lower_ in ATTACKING else None, word.nbor(-1) if word.i else word
    if did is None or who.pos_ not in ("NOUN", "PROPN", "ADJ") or word.tag_ == "VB" or word.sent[-1].text != "?":
        return
    if word.head.i not in (word.i, did.i) or not (did.i + 1 < who.i or who.pos_ == "PROPN"):
        return
    if word.head.i == did.i:
        take_place(word, did)
    for child in [c for c in did.children if c.i != word.i]:
        child.head = word
    did.head, did.dep_, did.pos_ = word, "aux", "AUX"
    for before in [c for c in word.children if did.i < c.i < who.i]:
        before.head = who
    who.head, who.dep_ = word, "nsubj"
    if who.pos_ == "ADJ":
        who.tag_, who.pos_ = "NN", "NOUN"
    for thing in [c for c in word.rights if c.dep_ == "appos"][:1]:
        thing.dep_ = "dobj"
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_


def _helper(word: Token) -> Token | None:
    """The "did" before whoever stands before the word; None where anything else stands between."""
    for before in reversed(word.doc[max(word.i - REACH, word.sent.start) : word.i]):
        if before.lower_ in HELPING:
            return before
        if before.pos_ not in BETWEEN:
            return None
    return None
