"""Verbs that only help another: "at no time | had | warders | beaten them", "they | stand | accused of a murder".

The parser takes "had" and "stand" for the verb, and what was not done, or what they are accused of, for its complement;
so it does with "were" in "killed in the blast | were | two monks".
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, SUBJECTS, has

BEFORE = frozenset({"never", "once", "only", "rarely", "seldom", "hardly", "scarcely", "nowhere", "nor"})
"""Words behind which a verb of help stands before its subject; so it does behind a phrase with "no"."""


def help_inverted(had: Token) -> None:
    """Makes "had" help the participle behind its subject, which takes its place."""
    if had.dep_ in ("aux", "auxpass") or has(had, SUBJECTS) or not any(map(_turns_round, had.lefts)):
        return
    done = next((c for c in had.rights if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD")), None)
    subject = None if done is None else next((c for c in done.lefts if c.dep_ in SUBJECTS), None)
    if done is None or subject is None or subject.left_edge.i != had.i + 1:
        return
    others = [c for c in had.children if c.i != done.i]
    take_place(done, had)
    had.head, had.dep_, had.pos_ = done, "aux", "AUX"
    done.tag_ = "VBN"
    for child in others:
        child.head = done


STANDING = frozenset({"stand", "remain", "sit"})
TRIED = frozenset({"accuse", "charge", "convict", "indict", "condemn", "acquit"})


def help_accused(participle: Token) -> None:
    """Makes "stand" help the participle right behind it that tells what somebody is accused of."""
    stand = participle.head
    if participle.dep_ not in ("xcomp", "acomp", "advcl", "oprd", "ccomp") or participle.lemma_ not in TRIED:
        return
    subject = next((c for c in stand.lefts if c.dep_ == "nsubj"), None)
    if stand.lemma_ not in STANDING or stand.i + 1 != participle.i or subject is None:
        return
    others = [c for c in stand.children if c.i != participle.i]
    take_place(participle, stand)
    participle.tag_, participle.pos_ = "VBN", "VERB"
    stand.head, stand.dep_, stand.pos_ = participle, "auxpass", "AUX"
    for child in others:
        child.head = participle
    subject.dep_ = "nsubjpass"


def _turns_round(before: Token) -> bool:
    if before.dep_ == "prep":
        return any(c.lower_ == "no" for noun in before.rights for c in noun.lefts)
    return before.dep_ in ("neg", "advmod", "cc") and before.lower_ in BEFORE


def turn_round(verb: Token) -> None:
    """ "Killed in the blast | were | two monks and a clerk": the parser makes them an attribute of "were"."""
    be = next((c for c in verb.rights if c.dep_ == "auxpass" and c.lower_ in ("was", "were", "are", "is")), None)
    if verb.tag_ != "VBN" or verb.dep_ not in ("ROOT", "ccomp", "advcl") or be is None or has(verb, ANY_SUBJECT):
        return
    who = next((c for c in be.rights if c.dep_ in ("attr", "nsubj")), None)
    if who is None:
        return
    who.head, who.dep_ = verb, "nsubjpass"
    told = verb.head
    if verb.dep_ == "advcl" and told.i > who.i and told.lemma_ in ("say", "report", "announce", "add", "confirm"):
        verb.dep_ = "ccomp"
