"""A verb that is taken for a participle of the noun before it: "Gunmen on motorbikes | killed nine".

A participle has no object of its own, and a past tense describes nobody. The verb is made the sentence's and gets its
subject back. The other way round, a participle taken for the verb: `reduced`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.labels import PAST, has

NAMING = ("nmod", "compound")
PASSIVE = frozenset({"by", "been", "being"})
CLIMBED = 6
"""Phrases climbed at most from a noun to the first one of the subject ("men on motorbikes in the town of …")."""


def find_main(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Makes a word a verb that is taken for a participle; see above.

    `words`: lemmas of verbs that as participles have an object ("given": "two_objects"), and of verbs of holding
    something of somebody ("believed": "held_of"), which are participles.
    """
    if token.tag_ == "VBD" and token.dep_ == "amod":
        _not_attribute(token)
    known = token.lemma_ in words["held_of"] or token.lemma_ in words["two_objects"]
    if token.tag_ in PAST and token.dep_ == "acl" and not known:
        _not_participle(token)


def _not_attribute(verb: Token) -> None:
    """ "They say the police | tortured | secretary Ola Brann", read as one name: a past tense is a verb."""
    noun = verb.head
    doers = [c for c in noun.children if c.i < verb.i and c.dep_ in NAMING and c.pos_ in ("NOUN", "PROPN")]
    if not doers or noun.i < verb.i or noun.dep_ not in ("dobj", "ROOT") or doers[-1].i + 1 != verb.i:
        return
    before = [c for c in noun.children if c.i < doers[-1].i]
    after = [c for c in noun.children if c.i > noun.i and c.dep_ in ("prep", "advcl", "punct", "npadvmod")]
    above, label = (verb, "ROOT") if noun.dep_ == "ROOT" else (noun.head, "ccomp")
    verb.head, verb.dep_, verb.pos_ = above, label, "VERB"
    noun.head, noun.dep_ = verb, "dobj"
    doers[-1].head, doers[-1].dep_ = verb, "nsubj"
    for child in before:
        child.head = doers[-1]
    for child in after:
        child.head = verb


def _not_participle(verb: Token) -> None:
    """ "Gunmen on motorbikes | killed nine villagers": the subject is the first noun, where it has no verb."""
    if not has(verb, {"dobj"}) or any(c.lower_ in PASSIVE for c in verb.children):
        return
    noun = verb.head
    for _ in range(CLIMBED):
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.head.pos_ not in ("NOUN", "PROPN"):
            break
        noun = noun.head.head
    if noun.i == verb.head.i or noun.dep_ != "ROOT":
        return
    later = [c for c in noun.children if c.i > verb.i]
    verb.tag_ = "VBD"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in later:
        child.head = verb
