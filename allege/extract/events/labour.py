"""Strikes of those who lay down their work: "the mill workers' strike", "the strike turned violent"."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

from allege.extract.nouns import in_class
from allege.extract.roles import children, prepositional
from allege.extract.wordlists import word_list

LABOUR = word_list("labour")
"""What workers and employers deal in: "will not end the strike until wages are paid"."""

STOPPED = word_list("stoppages")
"""Words before a strike of work: "an | indefinite | strike"."""

OF_WAR = word_list("strikes-of-war")
"""Words before a strike of arms: "an | air | strike"."""

GOING_ON = word_list("strikes-go-on")
"""Verbs of what only a strike of work does. Lemmas."""

SPANS = frozenset({"day", "week", "month", "hour"})


def is_of_work(strike: Token) -> bool:
    """Whether a "strike" is one of work by its own words, or by those of one told before in the text."""
    if strike.lemma_.lower() != "strike" or _is_of_war(strike):
        return False
    if _is_stoppage(strike):
        return True
    if not any(c.lower_ in ("the", "their") for c in strike.lefts):
        return False
    if strike.dep_ == "nsubj" and strike.head.lemma_ in HARMING:
        return False  # "a general strike … jets bombed the town. The strike killed nine"
    others = [t for t in _strikes(strike.doc) if t.i != strike.i]
    return any(t.i < strike.i and _is_stoppage(t) for t in others) and not any(map(_is_of_war, others))


HARMING = frozenset({"kill", "wound", "injure", "hit", "destroy", "damage", "target", "leave", "claim"})


@lru_cache(maxsize=1)
def _strikes(doc: Doc) -> tuple[Token, ...]:
    """The nouns of a text; looked for once a text, not once a strike."""
    return tuple(t for t in doc if t.lemma_.lower() == "strike" and t.pos_ == "NOUN")


def _is_of_war(strike: Token) -> bool:
    before = any(c.lower_ in OF_WAR for c in strike.lefts)
    return before or bool(prepositional(strike, "on", "against")) or strike.tag_ in ("VB", "VBD", "VBP", "VBN")


def _is_stoppage(strike: Token) -> bool:
    """Whether those who strike, how long, or what becomes of it tell a strike of work."""
    if _is_of_war(strike):
        return False
    before = [c for c in strike.lefts if c.dep_ in ("poss", "compound", "nmod", "amod", "npadvmod")]
    if any(in_class(c, "worker") or c.lower_ in STOPPED for c in before) or _is_long(strike):
        return True
    if any(in_class(t, "worker") for t in prepositional(strike, "by", "of")):
        return True
    if strike.dep_ == "dobj":
        return any(in_class(t, "worker") for t in children(strike.head, "nsubj"))
    return strike.dep_ == "nsubj" and _goes_on(strike.head)


def _is_long(strike: Token) -> bool:
    """ "A 40-day | strike |"."""
    near = strike.doc[max(strike.sent.start, strike.i - 3) : strike.i]
    return any(t.lower_ in SPANS and t.i > 1 and t.nbor(-1).text == "-" for t in near)


def _goes_on(verb: Token) -> bool:
    """ "Turned violent", "entered its third week", "paralysed the ports"."""
    if verb.lemma_ == "turn":
        return any(c.lower_ == "violent" for c in children(verb, "acomp", "oprd", "advmod"))
    return verb.lemma_ in GOING_ON


__all__ = ["LABOUR", "is_of_work"]
