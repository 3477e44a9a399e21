"""What a report is of: "a rumour that the police killed him" tells what is rumoured, and not what was done to a rumour.

The parser takes such a clause for a relative one, though it lacks nothing: its subject and its object are there, and
"that" has no part in it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import SUBJECTS

DOUBTING = frozenset({"ask", "debate", "dispute", "doubt", "inquire", "know", "question", "wonder"})
"""Verbs behind which "whether" opens what is asked, and no "whether or not"."""

WHOSE = frozenset({"of", "by", "from"})
OBJECTS = frozenset({"dobj", "dative"})


def make_content(that: Token, reports: Collection[str], giving: Collection[str]) -> None:
    """Makes the clause that "that" opens the content of its noun, where that is one of `reports` (lemmas).

    `giving`: verbs that have two objects, of which "that" may be one ("the story that he told them").
    """
    verb = that.head
    noun = verb.head
    told = verb.dep_ == "acl" and noun.dep_ == "pobj"  # "a claim by the brigade | that it shot a spy"
    if that.lower_ != "that" or that.dep_ not in OBJECTS | {"mark"} or verb.lemma_ in giving:
        return
    if verb.dep_ != "relcl" and not told:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ in WHOSE and noun.lemma_.lower() not in reports:
        noun = noun.head.head  # "the lies of the regime | that our men attacked a bus"
    if noun.lemma_.lower() not in reports or that.i < verb.head.i:
        return
    rest = [child for child in verb.children if child.i != that.i]
    marked = that.dep_ == "mark"
    if any(c.dep_ in SUBJECTS for c in rest) and (marked or any(c.dep_ in OBJECTS and c.pos_ != "ADP" for c in rest)):
        that.tag_, that.pos_, that.lemma_, that.dep_ = "IN", "SCONJ", "that", "mark"
        verb.head, verb.dep_ = noun, "acl"


def make_heard(that: Token) -> None:
    """Makes a clause what is heard: "heard from a nurse | that | guards burned it" describes no nurse."""
    verb = that.head
    giver = verb.head
    if verb.dep_ != "relcl" or giver.dep_ != "pobj" or that.i != verb.left_edge.i or that.i < giver.i:
        return
    hear = giver.head.head
    whole = any(c.dep_ in SUBJECTS and c.i != that.i for c in verb.lefts)
    if that.dep_ == "mark" and whole and giver.head.lower_ == "from" and hear.lemma_ in HEARING:
        that.tag_, that.pos_ = "IN", "SCONJ"
        verb.head, verb.dep_ = hear, "ccomp"


HEARING = frozenset({"hear", "learn"})


def make_relative(that: Token, reports: Collection[str], denying: Collection[str]) -> None:
    """Makes "that" the object of a verb of `denying` (lemmas) that has none: "an accusation | that Norland denied"."""
    verb = that.head
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ != "acl" or verb.lemma_ not in denying:
        return
    labels = {child.dep_ for child in verb.children}
    if verb.head.lemma_.lower() in reports and "nsubj" in labels and not labels & {"dobj", "ccomp", "xcomp", "auxpass"}:
        that.tag_, that.pos_, that.dep_ = "WDT", "PRON", "dobj"
        verb.dep_ = "relcl"


def make_question(whether: Token) -> None:
    """Makes a clause with "whether" what is doubted: "they doubt | whether the army attacked it"."""
    verb = whether.head
    over = verb.head
    if whether.lower_ != "whether" or verb.dep_ != "advcl" or over.lemma_ not in DOUBTING or over.i > whether.i:
        return
    if whether.i == verb.left_edge.i and not any(c.dep_ in OBJECTS | {"ccomp", "xcomp"} for c in over.rights):
        verb.dep_ = "ccomp"
