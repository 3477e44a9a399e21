"""Whether words that would own up to a deed do not: "claimed no responsibility", "has yet to claim it"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.roles import children
from allege.extract.wordlists import word_list

NEGATIONS = frozenset({"no", "not", "n't", "never", "neither", "nor", "n’t"})

WITHHOLDING = word_list("withholding")
"""Words whose infinitive or gerund is not done: "refused to claim", "unable to say"."""


def unowned(verb: Token, noun: Token | None = None) -> bool:
    """Whether the claim of `verb`, with `noun` ("responsibility") for its object, is denied, withheld or still to come.

    A negative subject ("no group claimed it") is not looked at: there nobody is named.
    """
    above = verb.head
    if _is_denied(verb) or (noun is not None and _is_none(noun)):
        return True
    if verb.dep_ == "conj" and verb.tag_ in ("VB", "VBG") and above.tag_ == verb.tag_:
        return unowned(above, noun)  # "refused to confirm or | deny"
    if verb.dep_ == "pcomp":
        return above.lower_ == "of" and above.head.lower_ == "short"
    if verb.dep_ not in ("xcomp", "conj", "ccomp", "advcl"):
        return False
    if above.lemma_ in WITHHOLDING:
        return True
    yet = any(c.lower_ == "yet" for c in (*above.children, *verb.children))
    return yet and above.lemma_ in ("have", "be") and verb.dep_ == "xcomp"


def _is_denied(verb: Token) -> bool:
    said = (c for c in verb.children if c.dep_ in ("neg", "advmod", "preconj", "cc") and c.i < verb.i)
    return any(c.lower_ in NEGATIONS for c in said)


def _is_none(noun: Token) -> bool:
    return any(c.lower_ in NEGATIONS for c in children(noun, "det", "neg", "advmod"))


__all__ = ["unowned"]
