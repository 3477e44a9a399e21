"""Verbs behind a "did" that are taken for nouns: "Did the coastguard | fire | on the dinghy?", "did it | storm | it?",
"not once did the guards of the mill | fire |"."""

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

NEVER = frozenset({("never",), ("not", "once"), ("at", "no", "time"), ("at", "no", "point"), ("at", "no", "stage")})
"""What stands before "did" where whoever did not do it stands behind it."""


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


def make_never(word: Token) -> None:
    """Makes the noun the verb of what somebody never did, with whoever stands behind the "did" for its subject."""
    did = _helper(word, BETWEEN | {"ADP"}) if word.lower_ in ATTACKING and word.pos_ == "NOUN" else None
    if did is None or not _never(did):
        return
    who = [t for t in word.doc[did.i + 1 : word.i] if t.pos_ in ("NOUN", "PROPN") and t.i + 1 < len(word.doc)]
    ofs = [t for t in word.doc[did.i + 1 : word.i] if t.lower_ == "of"]
    if not who or len(ofs) > 1 or who[-1].i + 1 != word.i:
        return
    first = next((t for t in who if ofs and t.i + 1 == ofs[0].i), who[-1])
    rest = [c for c in did.children if c.i not in (word.i, first.i)]
    take_place(word, did)
    for child in [*rest, *(c for c in first.children if c.i > word.i)]:
        child.head = word
    did.head, did.dep_, did.pos_ = word, "aux", "AUX"
    first.head, first.dep_ = word, "nsubj"
    if ofs:
        ofs[0].head, who[-1].head, who[-1].dep_ = first, ofs[0], "pobj"
    for before in [c for c in word.children if did.i < c.i < word.i and c.i != first.i]:
        before.head = who[-1]
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_


def _never(did: Token) -> bool:
    """Whether nothing stands before it in its sentence, or behind a comma or quotation mark, but "not once"."""
    for words in NEVER:
        start = did.i - len(words)
        if start < did.sent.start or tuple(t.lower_ for t in did.doc[start : did.i]) != words:
            continue
        return start == did.sent.start or did.doc[start - 1].is_punct or did.doc[start - 1].lower_ in ("that", "and")
    return False


def _helper(word: Token, between: frozenset[str] = BETWEEN) -> Token | None:
    """The "did" before whoever stands before the word; None where anything but `between` stands there."""
    for before in reversed(word.doc[max(word.i - REACH, word.sent.start) : word.i]):
        if before.lower_ in HELPING:
            return before
        if before.pos_ not in between:
            return None
    return None
