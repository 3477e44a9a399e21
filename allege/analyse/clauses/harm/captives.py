"""Who is taken hostage: in "taking two guards hostage" the guards are whom somebody takes, and no kind of hostage."""

from __future__ import annotations

from spacy.tokens import Token

CAPTIVES = frozenset({"hostage", "captive", "prisoner"})
TAKING = frozenset({"take", "hold", "keep", "seize"})


def part_captive(word: Token) -> None:
    """Makes the noun before "hostage", read as one name with it, the object of the verb."""
    lower = word.lower_
    if lower == "for" and word.dep_ == "prep":
        _for_ransom(word)
    if lower not in CAPTIVES:
        return
    if word.dep_ == "pobj":
        _of_so_many(word)
    verb, whom = word.head, word.nbor(-1) if word.i else word
    if verb.lemma_ not in TAKING or verb.i > word.i:
        return
    if (
        whom.head.i != word.i
        or whom.dep_ not in ("compound", "nmod", "nsubj")
        or whom.pos_ not in ("NOUN", "PROPN", "PRON")
    ):
        return
    whom.head, whom.dep_ = verb, "dobj"
    for child in [c for c in word.lefts if c.i < whom.i]:
        child.head = whom
    word.dep_ = "oprd"


def _of_so_many(captive: Token) -> None:
    """ "Took nine of the general's guards | prisoner": so many of the guards, taken prisoner."""
    of, whom = captive.head, captive.nbor(-1)
    many = of.head
    if of.lower_ != "of" or many.dep_ != "dobj" or not (many.like_num or many.lower_ in SO_MANY):
        return
    verb = many.head
    if verb.lemma_ not in TAKING or whom.head.i != captive.i or whom.dep_ not in ("compound", "nmod"):
        return
    if captive.tag_ == "NNS" or whom.pos_ not in ("NOUN", "PROPN"):
        return
    whom.head, whom.dep_ = of, "pobj"
    for child in [c for c in captive.lefts if c.i < whom.i]:
        child.head = whom
    captive.head, captive.dep_ = verb, "oprd"


SO_MANY = frozenset({"all", "both", "dozens", "few", "hundreds", "many", "most", "scores", "several", "some"})
"""Words for how many of some people were taken, which the parser makes the object of the verb."""


def _for_ransom(preposition: Token) -> None:
    """ "Held 40 migrants | for ransom": how they are held, not what migrants."""
    whom = preposition.head
    if whom.dep_ == "dobj" and whom.head.lemma_ in TAKING and any(c.lower_ == "ransom" for c in preposition.children):
        preposition.head = whom.head
