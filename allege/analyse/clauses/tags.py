"""Words of a clause that the tagger takes for another part of speech: "the parishes | accuse", "dismissed … | reports".

Nobody who dismisses reports reports them, and whom a relative clause accuses is no name of an accuser.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

RELATIVE = frozenset({"which", "whom", "who", "that"})


NAMING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""What only a noun can be: in "said | reports that rebels had burned it were false" reports are false."""


def retag(token: Token, dismissing: Collection[str], only_verbs: Collection[str], reports: Collection[str]) -> None:
    """Mends the tag of a word and where it hangs; see below.

    `only_verbs`: words that are never nouns ("accuse"); `reports`: nouns for what somebody tells.
    """
    if token.tag_ == "NN" and token.dep_ == "relcl":
        _verb_of_relative(token, only_verbs)
    elif token.tag_ == "VBZ" and token.dep_ in NAMING and token.lemma_ in reports:
        token.tag_, token.pos_ = "NNS", "NOUN"
    elif token.tag_ == "VBZ":
        _dismissed(token, dismissing)


def _verb_of_relative(token: Token, only_verbs: Collection[str]) -> None:
    """ "The guard, which the parishes | accuse of it": a verb, its subject not part of a name."""
    labels = {child.dep_ for child in token.children}
    if token.lower_ in only_verbs and "dobj" not in labels:
        names = [c for c in token.children if c.dep_ in ("compound", "nmod") and c.i < token.i]
        which = next((c for c in token.children if c.lower_ in RELATIVE), None)
        if not names or which is None:
            return
        for child in list(token.children):
            if child.dep_ in ("det", "amod") and child.i < names[-1].i:
                child.head = names[-1]
        names[-1].dep_, which.dep_ = "nsubj", "dobj"
    elif not {"nsubj", "dobj"} <= labels:
        return
    token.tag_, token.pos_ = "VBP", "VERB"


def _dismissed(token: Token, dismissing: Collection[str]) -> None:
    """ "Dismissed as fairy tales | reports that prisoners had been tortured": a noun, and what is dismissed."""
    before = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i and c.lemma_ in dismissing), None)
    over = before if before is not None else token.head
    if over.lemma_ not in dismissing or over.i >= token.i:
        return
    if before is None and token.dep_ not in ("dep", "conj", "ccomp", "parataxis"):
        return
    as_what = any(c.lower_ == "as" and c.i > over.i for c in over.children)
    filled = any(c.dep_ == "dobj" or c.lower_ == "and" for c in over.children)
    if not as_what or filled or any(c.dep_ in ("nsubj", "aux") for c in token.children):
        return
    if before is not None:
        root = token.head.i == token.i
        over.head, over.dep_ = (over if root else token.head), token.dep_
        for child in list(token.children):
            if child.is_punct:
                child.head = over
    token.head, token.dep_, token.tag_, token.pos_ = over, "dobj", "NNS", "NOUN"


__all__ = ["retag"]
