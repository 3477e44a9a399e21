"""Participles of what was done to somebody that are taken for adjectives or for what the speaker did.

"Two | kidnapped | girls were found"; "she said he was beaten and | denied | access to a doctor": it was he who was
denied it, by those who held him.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT

TAKEN = {"kidnapped": "kidnap", "abducted": "abduct"}
"""Participles that only ever tell what was done to somebody, and their verbs."""

CLEARED = {"exonerated": "exonerate", "acquitted": "acquit", "cleared": "clear", "absolved": "absolve"}
"""The same of what courts do, behind "was": "the brigade was | exonerated | of shelling it"."""

DENIED = frozenset({"denied", "refused"})

NEEDS = frozenset(
    {"access", "bail", "care", "contact", "counsel", "entry", "food", "medication", "medicine", "sleep", "treatment",
     "visit", "visitor", "visits", "visitors", "water", "lawyer", "doctor"}
)  # fmt: skip
"""What somebody who is held is denied."""


def take_for_participle(token: Token) -> None:
    """Makes the adjective a participle."""
    undergone = any(c.dep_ == "auxpass" for c in token.lefts)
    verbs = CLEARED if undergone else TAKEN if token.dep_ == "amod" else {}
    if token.tag_ == "JJ" and token.lower_ in verbs:
        token.tag_, token.pos_, token.lemma_ = "VBN", "VERB", verbs[token.lower_]


def deny_too(token: Token) -> None:
    """Hangs the denial on what else was done to whom it is told of."""
    say = token.head
    if token.tag_ not in ("VBD", "VBN") or token.dep_ != "conj":
        return
    if any(c.dep_ in ANY_SUBJECT or c.dep_ in ("aux", "dative", "ccomp", "xcomp") for c in token.children):
        return
    if not withholds(token):
        return
    told = say if _is_undergone(say) else next((c for c in say.rights if c.dep_ == "ccomp" and c.i < token.i), None)
    if told is None or not _is_undergone(told):
        return
    for word in [c for c in say.children if c.dep_ == "cc" and told.i < c.i < token.i]:
        word.head = told
    token.head, token.tag_ = told, "VBN"


def withholds(verb: Token) -> bool:
    """Whether a denial is of what somebody needs who is held."""
    return verb.lower_ in DENIED and any(c.dep_ == "dobj" and c.lower_ in NEEDS for c in verb.rights)


def _is_undergone(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.lefts)


__all__ = ["CLEARED", "DENIED", "TAKEN", "deny_too", "take_for_participle", "withholds"]
