"""Small words that join: of whom "whom" is said, what "each" did, and "by" within one word."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.words import speakers
from allege.analyse.labels import SUBJECTS
from allege.analyse.roles import heads

JOINTS = frozenset({"who", "whom", "by", "each"})


def mend_joint(token: Token) -> None:
    """Mends what one of `JOINTS` joins."""
    if token.lower_ in ("who", "whom"):
        _of_people(token)
    elif token.lower_ == "by" and token.dep_ == "pobj" and token.nbor(-1).text == "-":
        _joined(token)
    elif token.lower_ == "each" and token.dep_ == "nsubj":
        _of_those(token)


def _of_people(who: Token) -> None:
    """ "The victims were taken to clinics, most of | whom | were hurt": said of those who can be "whom"."""
    clause = next((a for a in who.ancestors if a.dep_ == "relcl"), who)
    noun = clause.head
    if noun.dep_ != "pobj" or noun.tag_ not in ("NN", "NNS") or _is_person(noun):
        return
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), noun)
    people = (c for c in verb.lefts if c.dep_ in SUBJECTS and _is_person(c))
    whose = next(people, None)
    if whose is not None and noun.left_edge.i < clause.i:
        clause.head = whose


def _is_person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    forms = (lemma, lemma.removesuffix("s"))  # "four of his | nephews", tagged as one
    return any(form in speakers() or heads().get(form, ("",))[0] == "person" for form in forms)


def _joined(by: Token) -> None:
    """ "During a drive-by | shooting": a noun with a compound before it, and nobody shoots "by" something."""
    deed = next((c for c in by.children if c.dep_ == "pcomp" and c.tag_ == "VBG" and c.i == by.i + 1), None)
    if deed is not None:
        deed.head, deed.dep_, deed.tag_, deed.pos_, deed.lemma_ = by.head, "pobj", "NN", "NOUN", deed.lower_
        by.head, by.dep_ = deed, "compound"
        for child in list(by.children):
            child.head = deed


def _of_those(each: Token) -> None:
    """ "Three raids that | each | left nine wounded": what "that" stands for did it, and nothing was done to it."""
    verb = each.head
    that = next((c for c in verb.lefts if c.tag_ == "WDT" and c.dep_ == "dobj"), None)
    if that is not None and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.rights):
        that.dep_, each.dep_, each.tag_, each.pos_ = "nsubj", "advmod", "RB", "ADV"
