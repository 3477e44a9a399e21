"""Deeds that nobody did by the words around them: what a law forbids, what would be a crime, whoever might do it.

"Under the treaty, torture is banned", "attacks on clinics may amount to war crimes", "anyone who attacks a clinic will
be tried", "claims about poisoned wells" tell of no torture, attack or poisoning.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from spacy.tokens import Token

from allege.analyse.labels import PRESENT
from allege.extract.events.match import Matcher, Trigger
from allege.extract.nouns import in_class, is_noun
from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

FORBIDDING = word_list("forbidding")
"""Verbs of what a law does to a kind of deed. Lemmas."""

LAWS = word_list("laws")
"""What forbids a kind of deed, and under what it is forbidden."""

WEIGHING = word_list("weighing-crimes")
"""Verbs that say what a kind of deed comes to: "amount to a war crime". Lemmas."""

CRIMES, CRIMINAL = word_list("crimes"), word_list("criminal")
"""What a kind of deed is said to be, as nouns and as adjectives."""

RUMOURS = word_list("rumours")
"""Nouns behind whose "about" a deed is only talked of."""

WHOEVER = frozenset({"anyone", "anybody", "whoever", "whomever", "everyone", "everybody"})
"""Words for people whom nobody knows yet."""

LONGEST = 20
"""How many words of a phrase are looked at."""

HOSTILE = frozenset({"ASSAULT", "COERCE", "REJECT", "PROTEST", "SANCTION"})


def is_generic(matcher: Matcher, found: Trigger) -> bool:
    """Whether a trigger names a kind of deed that nobody is said to have done."""
    token = found.token
    if found.rule.type not in HOSTILE:
        return False
    if is_noun(token):
        return _is_kind(token) and (_is_forbidden(token) or _is_weighed(token))
    return _forbids_deeds(matcher, token) or _is_whoever(token) or _is_rumoured(token) or _is_on_ills(found)


def _is_on_ills(found: Trigger) -> bool:
    """ "Waged | a war | on poverty": what is fought is nobody."""
    war = found.object
    against = prepositional(war, "on", "against") if war is not None and war.lemma_ == "war" else []
    return any(in_class(t, "problem") for t in against)


def _is_kind(noun: Token) -> bool:
    """Whether a noun names a kind: no article, number, owner, name or doer is with it."""
    row = list(islice(noun.subtree, LONGEST))
    known = any(c.dep_ in ("det", "poss", "nummod") and c.lower_ not in ("all", "any", "a", "an") for c in row)
    return (
        not known
        and not any(t.ent_type_ for t in row)
        and not children(noun, "relcl", "acl")
        and not any(c.lower_ == "by" for c in noun.children)
    )


def _is_forbidden(noun: Token) -> bool:
    """ "Torture | is prohibited |", "the convention | forbids | attacks on clinics"."""
    verb = noun.head
    if verb.lemma_ not in FORBIDDING or not _is_present(verb):
        return False
    if noun.dep_ == "nsubjpass":
        return not children(verb, "agent")
    return noun.dep_ == "dobj" and any(c.lemma_.lower() in LAWS for c in children(verb, "nsubj"))


def _forbids_deeds(matcher: Matcher, verb: Token) -> bool:
    """Whether a verb forbids what the law has always forbidden, and takes nothing from anybody."""
    if verb.lemma_ not in FORBIDDING:
        return False
    deeds = (c for c in children(verb, "nsubjpass", "dobj") if is_noun(c) and _is_kind(c) and _is_forbidden(c))
    return any((inner := matcher.trigger(c)) is not None and inner.rule.type in ("ASSAULT", "COERCE") for c in deeds)


def _is_weighed(noun: Token) -> bool:
    """ "Attacks on clinics | may amount to | war crimes", "torture | is | a crime"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "csubj") or not _is_present(verb):
        return False
    if verb.lemma_ in WEIGHING:
        return True
    if verb.lemma_ != "be":
        return False
    told = children(verb, "attr", "acomp")
    return any(t.lemma_.lower() in (CRIMES if t.dep_ == "attr" else CRIMINAL) for t in told)


def _is_present(verb: Token) -> bool:
    """Whether a verb tells what is or may be, not what was."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return first.tag_ in PRESENT or (first.tag_ == "MD" and not any(c.lower_ == "have" for c in verb.lefts))


def _is_whoever(verb: Token) -> bool:
    """ "Anyone who | attacks | a clinic will be tried", "those who | block | aid": whoever they will be."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in verb.lefts):
        verb = verb.head
    if verb.dep_ != "relcl":
        whoever = any(c.dep_ == "nsubj" and c.lower_ in ("whoever", "whomever") for c in verb.lefts)
        return whoever and verb.tag_ in PRESENT
    who = verb.head
    if not any(c.dep_ == "nsubj" and c.lower_ in ("who", "that") for c in verb.lefts):
        return False
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    present = first is None and verb.tag_ in PRESENT
    if who.lower_ == "those":
        return present and _is_ahead(who)
    # who "attacked the mill" did so and "should be tried"; he who did so "would be tried" has yet to do it
    return who.lower_ in WHOEVER and (present or _is_ahead(who, frozenset({"would"})))


def _is_ahead(word: Token, modals: Collection[str] = ()) -> bool:
    """Whether the verb over a word says what will, would or should be done, or is to be: by these modals, or any."""
    over = next((t for t in word.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if over is None:
        return False
    to = not modals and over.tag_ == "VB" and any(c.lower_ == "to" for c in over.lefts)
    to = to or (not modals and over.lemma_ in ("threaten", "warn"))
    return to or any(c.tag_ == "MD" and (not modals or c.lower_ in modals) for c in over.lefts)


def _is_rumoured(participle: Token) -> bool:
    """ "False claims about | poisoned | wells"."""
    noun = participle.head
    if participle.dep_ != "amod" or noun.dep_ != "pobj" or noun.head.lower_ not in ("about", "concerning"):
        return False
    return noun.head.head.lemma_.lower() in RUMOURS


__all__ = ["is_generic"]
