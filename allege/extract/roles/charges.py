"""Who is accused of what: the verbs that accuse, and the charge behind "of", "for" or "over"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.nouns import in_class
from allege.extract.wordlists import word_list

SIDES = word_list("sides")
"""Nouns for those who fight or quarrel, whoever they are."""

ACCUSING = word_list("accusing")
"""Verbs whose object does what the gerund after "of", "for" or "from" says ("accused them of shelling")."""

CHARGES = frozenset({"of", "for", "from", "over", "with", "against", "in", "as"})
"""Prepositions behind which stands what somebody is accused of; "by" tells what the accuser did."""


def is_charge(verb: Token) -> bool:
    """Whether a gerund that looks like an adjective is a charge with its object: "accused of burning village"."""
    if verb.tag_ != "VBG" or verb.dep_ != "amod" or verb.i == 0 or verb.head.tag_ != "NN":
        return False
    prep = verb.nbor(-1)
    return prep.lower_ in CHARGES and verb.head.head.i == prep.i and prep.head.lemma_ in ACCUSING


def is_charged(verb: Token) -> bool:
    """Whether somebody is accused: "Militia accused of burning village", "Three held over shooting"."""
    behind = any(c.dep_ == "prep" and c.i == verb.i + 1 and c.lower_ in CHARGES for c in verb.children)
    held = verb.lemma_ == "hold" and any(c.lower_ == "over" and c.i == verb.i + 1 for c in verb.children)
    return held or (verb.lemma_ in ACCUSING and verb.tag_ == "VBN" and behind)


def is_accused(noun: Token) -> bool:
    """Whether a noun is whom a verb accuses: parsers hang "of shelling" on it ("accused the militia of shelling")."""
    passive = noun.dep_ == "nsubjpass"
    charged = noun.dep_ == "dobj" or passive
    somebody = in_class(noun, "person") or noun.pos_ in ("PROPN", "PRON") or noun.lemma_ in SIDES
    return charged and noun.head.lemma_ in ACCUSING and somebody
