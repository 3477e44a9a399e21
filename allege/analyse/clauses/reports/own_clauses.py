"""Clauses that the parser takes for part of whoever stands before them: their subject, whom they are told, under what.

"The lawyer denied | his clients | were behind it": whom is denied of, and not what. "He told a cellmate | he shot him":
the cellmate hears it. "The guard conceded under questioning | that he shot him": he conceded it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import FINITE, SUBJECTS, has

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PRESSING = frozenset({"question", "interrogate", "cross"})
"""Lemmas of gerunds behind "under" that tell how words were got: "under questioning"."""


def give_object(verb: Token, reporting: Collection[str], denying: Collection[str]) -> None:
    """Makes the object of a verb of reporting or denying (lemmas) the subject of the clause behind it that has none."""
    said = verb.head
    known = said.lemma_ in reporting or said.lemma_ in denying
    if verb.dep_ != "ccomp" or not known or verb.i < said.i or has(verb, SUBJECTS):
        return
    first = verb.left_edge
    finite = verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.lefts)
    thing = next((c for c in said.rights if c.dep_ == "dobj" and c.right_edge.i + 1 == first.i), None)
    if thing is None or not finite or first.dep_ == "mark" or thing.pos_ not in NOMINAL:
        return
    thing.head, thing.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"


def hang_told(verb: Token, giving: Collection[str]) -> None:
    """Hangs a clause with a pronoun for its subject on the verb that tells it, and not on whoever is told.

    `giving`: lemmas of verbs that have somebody for an object beside what is told or given.
    """
    hearer = verb.head
    told = hearer.head
    if verb.dep_ not in ("acl", "relcl") or hearer.dep_ not in ("dobj", "dative") or told.lemma_ not in giving:
        return
    first = verb.left_edge
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i != first.i or subject.tag_ != "PRP" or first.i != hearer.i + 1:
        return
    if not any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep", "acomp", "attr", "auxpass") for c in verb.children):
        return  # "gave the man | he met": whom he met
    verb.head, verb.dep_ = told, "ccomp"


def hang_ordered(verb: Token, somebody: Collection[str]) -> None:
    """Makes an infinitive what somebody is told to do: "the memo | instructs | wardens to | withhold water": they do.

    The parser takes it for what the memo is for. `somebody`: nouns for people.
    """
    told = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or told.lemma_ not in ORDERING or verb.i < told.i:
        return
    to = verb.left_edge
    between = [c for c in told.rights if c.i < verb.i]
    if to.tag_ != "TO" or to.head.i != verb.i or not between or between[0].dep_ not in ("dobj", "dative"):
        return
    whom, *places = between
    person = told.lemma_ in INSTRUCTING or whom.lemma_.lower() in somebody or whom.tag_ == "PRP"
    if (person or whom.ent_type_ in ("PERSON", "ORG", "NORP")) and all(c.dep_ == "prep" for c in places):
        verb.dep_ = "xcomp"


INSTRUCTING = frozenset({"command", "instruct", "oblige", "task", "urge"})
ORDERING = INSTRUCTING | {"direct", "order", "require"}
"""What is done to people alone, and what may be done to things, too: "ordered curfews to stop it"."""


def hang_on_teller(that: Token, giving: Collection[str]) -> None:
    """Hangs a whole clause with "that" on the verb that tells it: "told the | hearing | that guards had boarded it".

    What goes on without a subject is told as well: "…, thrown the catch overboard and tied his men".
    """
    verb = that.head
    hearer = verb.head
    told = hearer.head
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ not in ("relcl", "acl") or hearer.dep_ != "dobj":
        return
    if told.lemma_ not in giving or told.lemma_ not in TELLING or that.i != hearer.i + 1 or not has(verb, SUBJECTS):
        return
    verb.head, verb.dep_ = told, "ccomp"
    if not any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.lefts):
        return
    for after in [c for c in told.rights if c.dep_ == "conj" and c.i > verb.i]:
        if after.tag_ in ("VBD", "VBN") and not has(after, SUBJECTS | {"aux", "auxpass"}):
            after.head, after.tag_ = verb, "VBN"


TELLING = frozenset({"tell", "inform", "assure", "warn", "remind"})


def hang_under(verb: Token) -> None:
    """Hangs "that …" behind "under questioning" on the verb that was said so."""
    pressed = verb.head
    if verb.dep_ != "ccomp" or pressed.dep_ != "pcomp" or pressed.lemma_ not in PRESSING:
        return
    under = pressed.head
    if under.lower_ == "under" and under.head.i < under.i and under.head.pos_ == "VERB":
        verb.head = under.head
        pressed.dep_, pressed.tag_, pressed.pos_ = "pobj", "NN", "NOUN"
