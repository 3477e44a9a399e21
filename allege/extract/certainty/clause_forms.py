"""What a clause is by its form, wherever it hangs: past, a question, something come upon, a plan that was thwarted."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import WH
from allege.extract.certainty.governing import IMPERSONAL, form_of, lookup, predicate
from allege.extract.certainty.lexicon import CUES
from allege.extract.certainty.local import ADVERBIALS, SUBJECTS

CANNOT = frozenset({"impossible", "inconceivable", "unthinkable"})
STATING = frozenset({"say", "claim", "state", "assert", "allege", "suggest", "report", "write", "conclude", "pretend"})
"""Verbs of what it is wrong to say; what is impossible cannot be said to be wrong (`CANNOT`)."""


def is_past(token: Token) -> bool:
    """Whether a clause is told of the past."""
    return token.tag_ in {"VBD", "VBN"} or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in token.lefts)


def asks_which(token: Token) -> bool:
    """Whether a clause asks who, where, how or why, and takes for granted that it was: "not clear who killed him"."""
    return token.left_edge.tag_ in WH and token.left_edge.lower_ not in {"whether", "if"}


def wrong_to_say(say: Token) -> Token | None:
    """What calls false whatever is said: "it would be | wrong | to say that they did", not "he was wrong to say so"."""
    wrong = predicate(say.head)
    if say.dep_ not in {"xcomp", "advcl"} or say.lemma_ not in STATING or wrong.pos_ not in {"ADJ", "NOUN"}:
        return None
    be = wrong.head
    known = be.lemma_ == "be" and form_of(say) == "to" and wrong.lemma_.lower() not in CANNOT
    found = lookup(wrong, "that") if known else None
    impersonal = any(c.lower_ in IMPERSONAL and c.dep_ in SUBJECTS for c in be.lefts)
    return wrong if found is not None and found.name == "false" and impersonal else None


def is_come_upon(token: Token, find: Token) -> bool:
    """Whether it is what somebody finds as they come, told by nobody: "came home to find that guards | burned it"."""
    return _comes_upon(find) and is_past(token) and not asks_which(token) and form_of(token) == "that"


def _comes_upon(find: Token) -> bool:
    if find.lemma_ not in {"find", "discover"} or find.dep_ != "advcl" or form_of(find) != "to":
        return False
    return find.i > find.head.i and is_past(find.head) and not any(c.dep_ == "prt" for c in find.rights)


def is_thwarted(plan: Token) -> bool:
    """Whether a plan came to nothing, and with it what was planned: "thwarted a | plan | to rob the mill"."""
    found = lookup(plan.head, "np") if plan.dep_ in {"dobj", "nsubjpass"} else None
    planned = lookup(plan, "to")
    stopped = found is not None and found.name == "negative implicative"
    return stopped and planned is not None and planned.name == "plan"


def is_told_beside(token: Token, governor: Token) -> bool:
    """Whether the second has its own subject in the passive: "they shelled it, no losses were reported", "…, two
    trapped".
    """
    bare = governor.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in governor.lefts)
    labels = SUBJECTS if bare else {"nsubjpass"}
    return any(c.dep_ in labels and c.i > token.i and c.lower_ != "it" for c in governor.lefts)


def is_found_so(token: Token) -> bool:
    """Whether it tells how somebody was found: "was found fatally | shot"."""
    bare = token.tag_ == "VBN" and not any(c.dep_ not in ADVERBIALS for c in token.lefts)
    return bare and token.head.lemma_ == "find"


def is_let(verb: Token) -> bool:
    """Whether a verb wishes: "let them fight each other" tells of no fight, "they let them fight" does."""
    return verb.lemma_ == "let" and verb.tag_ == "VB" and not any(c.dep_ in {*SUBJECTS, "aux"} for c in verb.children)


def is_cleft(noun: Token) -> bool:
    """Whether the clause on a noun is the sentence's own: "it was the rebels who burned it", "was it they who …?".

    So is one that is denied with its noun: "this is not a case where he shot them".
    """
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be":
        return False
    it = any(c.lower_ == "it" and c.dep_ in SUBJECTS for c in verb.children)
    return it or (any(c.dep_ == "neg" for c in verb.children) and any(c.lower_ in ("a", "an") for c in noun.lefts))


def is_one_of_several(verb: Token, noun: Token) -> bool:
    """Whether it tells which of those it was done to somebody is: "the second miller | to be killed this year"."""
    ranked = any(c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" or c.lower_ in CUES.traits["ranks"] for c in noun.lefts)
    return ranked and noun.dep_ == "attr" and any(c.dep_ == "auxpass" for c in verb.lefts)
