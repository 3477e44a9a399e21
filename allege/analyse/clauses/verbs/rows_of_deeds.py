"""Deeds in a row that are taken for what their victims are like: "raided the mill, | beat | guards and burned it"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import SUBJECTS, has

DEEDS = frozenset({
    "abducted", "arrested", "beat", "beheaded", "blocked", "bombed", "burned", "burnt", "captured", "closed",
    "cut", "damaged", "destroyed", "detained", "dispersed", "displaced", "dissolved", "evicted", "executed",
    "expelled", "harassed", "intimidated", "kidnapped", "killed", "looted", "plundered", "raided", "ransacked",
    "raped", "razed", "robbed", "seized", "shelled", "shot", "smashed", "suspended", "threatened", "torched",
    "tortured", "vandalised", "vandalized", "whipped", "wounded",
})  # fmt: skip
"""Past forms that may stand before a bare noun as its participle."""

BESIDE = frozenset({"amod", "compound", "nmod"})


def tell_deed(word: Token) -> None:
    """Makes such a word the next verb of the row, with the noun behind it for its object."""
    noun = word.head
    if word.lower_ not in DEEDS or word.dep_ not in BESIDE or noun.i < word.i or word.i == word.sent.start:
        return
    before = word.nbor(-1)
    if any(c.dep_ in ("det", "poss", "nummod") and c.i < word.i and c.nbor(1).i == word.i for c in noun.children):
        return
    if before.text == ",":
        _behind_comma(word, noun)
    elif before.lower_ == "and":
        _at_the_end(word, noun, before)


def _behind_comma(word: Token, noun: Token) -> None:
    """ "Seized power, | dissolved | parliament and suspended the court": further deeds follow."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "dep", "appos") or verb.tag_ != "VBD" or not has(verb, SUBJECTS):
        return
    later = any(c.dep_ == "conj" and c.tag_ == "VBD" and c.i > noun.i for c in verb.children)
    if not later and not any(_ends_row(c) for c in noun.children):
        return
    before = [c for c in noun.children if c.i < word.i - 1]
    thing = next((c for c in reversed(before) if c.pos_ in ("NOUN", "PROPN")), None)
    for child in before:
        child.head = verb if thing is None or child.i == thing.i else thing
    if thing is not None:
        thing.dep_ = "dobj"
    _make_verb(word, noun, verb)


def _ends_row(noun: Token) -> bool:
    """Whether a coordinated noun has a deed before it, too: "looted shops and | beat traders"."""
    return noun.dep_ == "conj" and any(c.lower_ in DEEDS and c.dep_ in BESIDE and c.i < noun.i for c in noun.children)


def _at_the_end(word: Token, noun: Token, joint: Token) -> None:
    """ "Shelled Velm, destroyed houses and | displaced | families": the last of three deeds or more."""
    thing = noun.head
    verb = thing.head
    row = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VBD" and verb.nbor(-1).text == ","
    if noun.dep_ != "conj" or thing.dep_ != "dobj" or not row:
        return
    joint.head = verb
    _make_verb(word, noun, verb)


def _make_verb(word: Token, noun: Token, verb: Token) -> None:
    word.head, word.dep_, word.tag_, word.pos_ = verb, "conj", "VBD", "VERB"
    noun.head, noun.dep_ = word, "dobj"
