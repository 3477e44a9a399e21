"""Who tells behind a list in its look: "… killing six people, | residents and officials | said" lists no victims.

The parser takes those who tell for more of what the clause before names, and leaves the verb without a subject.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, PAST, PRESENT_OR_PAST, has


def free_tellers(verb: Token, telling: Collection[str], somebody: Collection[str]) -> None:
    """Makes the nouns between a comma and a verb of telling its subject, where they hang on a noun before the comma.

    `telling`: lemmas of verbs of telling, `somebody`: of nouns for who can tell.
    """
    if verb.tag_ not in PRESENT_OR_PAST or verb.lemma_ not in telling or verb.i < 2 or has(verb, ANY_SUBJECT):
        return
    told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if not told and not _is_in_row(verb):
        return
    last = verb.nbor(-1)
    who = last
    while who.dep_ in ("conj", "compound", "appos", "pobj", "prep") and who.head.i < who.i and not _is_first(who):
        who = who.head
    if _is_first(who) and who.dep_ in ("conj", "appos") and who.lemma_.lower() in somebody:
        who.head, who.dep_ = verb, "nsubj"
        if not told:
            _give_clause(verb)


def tell_all(verb: Token, telling: Collection[str]) -> None:
    """ "Gunmen fled as a van passed in the hills, | the governor | told the paper": he tells all of that.

    The parser takes it for one more thing that happened, of which nothing is told.
    """
    tells = verb.lemma_ in telling or (verb.lemma_ == "tell" and has(verb, frozenset({"dobj", "dative"})))
    if not tells or not _is_in_row(verb):
        return
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    behind = [c.dep_ for c in verb.rights if not c.is_space]
    if who is None or not _is_first(who) or any(label not in BEHIND for label in behind) or has(verb, DEFERRED):
        return
    if all(t.is_punct or t.is_space for t in verb.doc[verb.right_edge.i + 1 : verb.sent.end]):
        _give_clause(verb)


BEHIND = frozenset({"dobj", "dative", "prep", "npadvmod", "advmod", "punct"})
"""What may stand behind a verb of telling that ends the sentence: to whom, when and where it was told."""

DEFERRED = frozenset({"ccomp", "xcomp", "mark"})


def _give_clause(verb: Token) -> None:
    """Hangs the clause beside which a verb of telling stands on it."""
    clause = verb.head
    take_place(verb, clause)
    clause.head, clause.dep_ = verb, "ccomp"
    for child in [c for c in clause.rights if c.i > verb.i]:
        child.head = verb


def free_last(told: Token, telling: Collection[str], somebody: Collection[str]) -> None:
    """ "Nine were killed in raids, in the hills, | local sources | reported on Tuesday": sources report all of that.

    The parser takes them for another name of somebody killed, of whom something was reported.
    """
    who = told.head
    if told.tag_ not in PAST or told.dep_ != "acl" or told.lemma_ not in telling or who.i != told.i - 1:
        return
    if who.lemma_.lower() not in somebody or not _is_first(who) or who.dep_ not in TAKEN_FOR:
        return
    root = told.sent.root
    behind = [c for c in told.rights if not c.is_space]
    end = all(t.is_punct or t.is_space for t in told.doc[told.right_edge.i + 1 : told.sent.end])
    if root.pos_ != "VERB" or not end or any(c.dep_ not in ("prep", "npadvmod", "advmod", "punct") for c in behind):
        return
    who.head, who.dep_ = told, "nsubj"
    take_place(told, root)
    told.tag_ = "VBD"
    root.head, root.dep_ = told, "ccomp"
    for mark in (who.left_edge.nbor(-1), *(c for c in root.rights if c.is_punct and c.i > told.i)):
        mark.head = told


TAKEN_FOR = frozenset({"appos", "conj", "dobj", "npadvmod", "dep", "attr"})
"""What the parser takes such tellers for."""


def _is_in_row(verb: Token) -> bool:
    """Whether it stands beside the clause before it without an "and": "were killed in a raid, | police | said"."""
    clause = verb.head
    joined = any(c.dep_ == "cc" and c.i > clause.i for c in clause.children)
    return verb.dep_ == "conj" and clause.i < verb.i and clause.pos_ == "VERB" and not joined


def _is_first(noun: Token) -> bool:
    """Whether a noun phrase follows a comma."""
    return noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","
