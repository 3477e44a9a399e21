"""What is told before who tells it: "A farmer | starved | after rebels burned his barn, his widow told the court".

The parser takes the verb for a participle of its subject, and what became of the farmer is nobody's word.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT, PRESENT_OR_PAST, has

HUNG = frozenset({"dep", "advcl", "npadvmod", "dobj", "nsubj"})
"""What the parser takes the subject for."""

OPENING = frozenset({"after", "when", "because", "as", "before", "while", "since", "until"})


def free_told(verb: Token, words: Mapping[str, Collection[str]]) -> None:
    """Makes such a participle, with a clause of time or cause on it, what the verb of telling behind a comma tells.

    Lists: verbs of telling ("telling"), of what is held of somebody ("held_of"), with two objects ("two_objects"), and
    of what is done to somebody ("undergone").
    """
    who, tells = verb.head, verb.head.head
    if verb.dep_ != "acl" or who.dep_ not in HUNG or verb.i < who.i or tells.i < verb.i or not _tells(tells, words):
        return
    if verb.lemma_ in words["held_of"] or verb.lemma_ in words["two_objects"] or has(verb, {"agent", "auxpass"}):
        return
    if who.left_edge.i != who.sent.start or not _has_clause(verb) or has(tells, {"ccomp", "xcomp"}):
        return
    teller = next((c for c in tells.lefts if c.dep_ == "nsubj" and c.i != who.i), None)
    if teller is None or teller.left_edge.nbor(-1).text != "," or teller.left_edge.i <= verb.right_edge.i:
        return
    done = verb.lemma_ in words["undergone"] and not has(verb, {"dobj"})
    verb.head, verb.dep_, verb.tag_ = tells, "ccomp", "VBN" if done else "VBD"
    who.head, who.dep_ = verb, "nsubjpass" if done else "nsubj"


def _tells(verb: Token, words: Mapping[str, Collection[str]]) -> bool:
    """Whether a verb can tell what stands before it; "told the court" has whom it was told."""
    told = verb.lemma_ in words["telling"] or verb.lemma_ in words["inverting"]
    heard = verb.lemma_ == "tell" and has(verb, {"dobj", "dative"})
    return (told or heard) and verb.tag_ in PRESENT_OR_PAST


def _has_clause(verb: Token) -> bool:
    """Whether a clause with its own subject says when or why."""
    clauses = [c for c in verb.rights if c.dep_ == "advcl" and has(c, ANY_SUBJECT)]
    return any(c.left_edge.lower_ in OPENING for c in clauses)
