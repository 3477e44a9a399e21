"""Whom a relative clause is said of: "Officials said he was among the raiders | who | burned the mill".

The parser hangs such a clause on the subject of the sentence, so that whoever only tells of a deed did it; and in "they
forget that it was Norland | that invaded Orsa" on "was", whose clause takes its subject from whoever is named above.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, FINITE, PAST, SUBJECTS, has

NAMING = frozenset({"compound", "nmod", "amod"})


def hang_relative(token: Token) -> None:
    """Hangs a relative clause where it belongs: one with "who", and an infinitive that tells which of several it is."""
    _hang_on_nearest(token)
    _hang_on_last(token)


def _hang_on_nearest(who: Token) -> None:
    """Hangs a relative clause on the noun right before "who", where it hangs on whoever tells of that noun."""
    clause = who.head
    if who.lower_ != "who" or clause.dep_ != "relcl" or not who.i:
        return
    far, near = clause.head, who.nbor(-1)
    if near.dep_ in NAMING and near.head.i < who.i:
        near = near.head
    told = next((a for a in near.ancestors if a.dep_ == "ccomp"), None)
    teller = told is not None and far.dep_ in SUBJECTS and far.head.i == told.head.i
    if near.pos_ in ("NOUN", "PROPN", "PRON") and teller:
        clause.head = near


def hang_on_told(verb: Token) -> None:
    """Hangs what somebody is said to have done on him: "shot a farmer they say | opened fire on them".

    The parser takes it for one more deed of those who shot.
    """
    say = next((c for c in verb.lefts if c.dep_ == "parataxis" and c.i == verb.i - 1), None)
    if say is None or verb.dep_ not in ("conj", "dep") or verb.tag_ not in PAST or has(verb, ANY_SUBJECT):
        return
    who = next((c for c in say.lefts if c.dep_ == "nsubj" and c.pos_ == "PRON"), None)
    if who is None or who.i != say.i - 1 or who.i <= verb.head.i:
        return
    whom = who.nbor(-1)
    if whom.dep_ not in ("dobj", "nsubjpass", "pobj") or whom.pos_ not in ("NOUN", "PROPN"):
        return
    say.head, say.dep_ = whom, "relcl"
    verb.head, verb.dep_, verb.tag_ = say, "ccomp", "VBD"


def _hang_on_last(miller: Token) -> None:
    """ "He is | the second miller | to be killed": one of those it was done to, and no clause of his own.

    The parser makes the noun the subject of what was done, and all of it what "is" tells.
    """
    verb, over = miller.head, miller.head.head
    if miller.dep_ not in SUBJECTS or verb.dep_ != "ccomp" or over.lemma_ != "be" or not over.i < miller.i < verb.i:
        return
    if miller.right_edge.i + 1 >= verb.i or miller.doc[miller.right_edge.i + 1].tag_ != "TO":
        return
    ranked = any(c.ent_type_ == "ORDINAL" or c.lower_ in LAST or c.tag_ == "JJS" for c in miller.lefts)
    if ranked and any(c.dep_ in SUBJECTS for c in over.lefts):
        miller.head, miller.dep_ = over, "attr"
        verb.head, verb.dep_ = miller, "relcl"


LAST = frozenset({"first", "last", "latest", "only", "next"})
"""Words for one of several beside those of number and the superlatives."""


def give_object(which: Token) -> None:
    """Makes "which" an object where another noun did it: "rifles | which, the captain said, | rebels had hidden"."""
    verb = which.head
    if which.tag_ not in ("WDT", "WP") or which.dep_ != "nsubj" or verb.dep_ != "relcl" or has(verb, {"dobj"}):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if not passive and any(c.dep_ == "nsubj" and which.i < c.i < verb.i for c in verb.lefts):
        which.dep_ = "dobj"
    elif not passive:
        _keep_object(verb)


def _keep_object(verb: Token) -> None:
    """ "The raid, | which killed nine people | whatever the army says, was a crime": whom it killed is no subject."""
    behind = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.dep_ == "nsubj" and t.left_edge.i == verb.i + 1)
    whom = next(behind, None)
    if whom is None or whom.head.i <= whom.i or whom.pos_ not in ("NOUN", "PROPN", "NUM"):
        return
    if any(c.dep_ == "nsubj" and c.i < verb.i for c in whom.head.lefts):
        whom.head, whom.dep_ = verb, "dobj"


def hang_told_relative(which: Token, telling: Collection[str]) -> None:
    """Hangs on a noun what is said of it: "rifles | which, | the captain claimed, | rebels had hidden in the hold".

    The parser takes the verb of saying (`telling`, lemmas) for all that is said of the noun, and what was done for one
    more deed told in the writer's own words.
    """
    told = which.head
    noun = told.head
    if which.tag_ not in ("WDT", "WP") or told.dep_ != "relcl" or told.lemma_ not in telling or noun.i > which.i:
        return
    who = next((c for c in told.lefts if c.dep_ == "nsubj" and c.i > which.i), None)
    end = told.i + 1
    if who is None or who.left_edge.nbor(-1).text != "," or end >= told.sent.end or told.doc[end].text != ",":
        return
    inside = (t for t in told.doc[end + 1 : told.sent.end] if t.dep_ in SUBJECTS and t.left_edge.i == end + 1)
    doer = next(inside, None)
    verb = None if doer is None else doer.head
    if doer is None or verb is None or verb.tag_ not in FINITE | PAST or verb.dep_ not in ("conj", "ccomp", "dep"):
        return
    verb.head, verb.dep_ = noun, "relcl"
    which.head, which.dep_ = verb, "nsubj" if which.i == doer.i else "dobj"
    told.head, told.dep_ = verb, "parataxis"


PRONOUNS = frozenset({"that", "who", "which"})
TOLD = frozenset({"ccomp", "advcl", "conj", "ROOT"})


def hang_on_named(verb: Token) -> None:
    """Makes a clause behind "it was X", "it was X, the abbot told us," one on X."""
    if verb.dep_ not in TOLD:
        return
    be = verb.head
    if be.lemma_ != "be" or verb.dep_ == "ROOT":  # "told"
        be = next((c for c in be.lefts if c.dep_ == "ccomp" and c.lemma_ == "be" and c.i < verb.i), be)
    if be.lemma_ != "be" or be.i > verb.i:
        return
    relative = any(c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.lower_ in PRONOUNS for c in verb.lefts)
    it = any(c.lower_ == "it" and c.dep_ in ("nsubj", "expl") for c in be.lefts)
    named = next((c for c in be.rights if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN") and c.i < verb.i), None)
    if relative and it and named is not None:
        for inset in [c for c in verb.lefts if c.dep_ == "parataxis"]:
            inset.head = be
        if verb.dep_ == "ROOT":
            take_place(be, verb)
            for mark in [c for c in verb.rights if c.is_punct]:
                mark.head = be
        verb.head, verb.dep_ = named, "relcl"


def name_inside(name: Token) -> None:
    """ "Freed nine men they seized from the ship | Alba | in May": the ship is called so, and was seized in May."""
    verb = name.head
    noun = name.nbor(-1) if name.i else name
    if name.dep_ != "dobj" or noun.dep_ != "pobj" or name.left_edge.i != name.i or noun.is_ancestor(name):
        return
    clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
    whom = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < name.i), None)
    if clause is None or whom is None or not whom.is_ancestor(clause):
        return
    for preposition in [c for c in verb.rights if c.dep_ == "prep" and c.left_edge.i == name.i + 1]:
        preposition.head = clause
    name.head, name.dep_ = noun, "appos"
