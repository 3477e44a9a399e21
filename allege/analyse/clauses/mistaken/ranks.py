"""Ranks that are taken for adjectives, and what their holders say for a noun: "the general | doubts | that …"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import SUBJECTS, has

SAYING = {
    "doubts": "doubt", "denies": "deny", "admits": "admit", "claims": "claim", "disputes": "dispute", "fears": "fear",
    "suspects": "suspect", "insists": "insist", "concedes": "concede",
}  # fmt: skip
"""Verbs, of which some are nouns as well."""

RANKS = frozenset({"general", "private", "major", "official", "corporal", "regular", "accused", "wounded", "captive"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "one"})
OPENING = frozenset({"that", "whether"})


def make_say(word: Token) -> None:
    """Makes such a word a verb of the rank's holder, with the clause behind it for what it tells."""
    rank = word.nbor(-1) if word.i else word
    over = word.head
    if word.lower_ not in SAYING or rank.lower_ not in RANKS or rank.dep_ != "amod":
        return
    article = next((t for t in word.doc[max(rank.i - 2, 0) : rank.i] if t.lower_ in ARTICLES), None)
    told = _told(word)
    if article is None or told is None or rank.head.i not in (word.i, over.i):
        return
    named = over if word.dep_ in ("amod", "compound") else word
    before = [c for t in {named, word} for c in t.lefts if article.i <= c.i < rank.i]
    if told.i in (over.i, over.head.i):
        take_place(word, told)
    for child in [c for c in told.children if (c.is_punct and c.i > told.i) or c.i < article.i]:
        child.head = word
    told.head, told.dep_ = word, "ccomp"
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", SAYING[word.lower_]
    rank.head, rank.dep_, rank.tag_, rank.pos_ = word, "nsubj", "NN", "NOUN"
    for child in before:
        child.head = rank


def _told(word: Token) -> Token | None:
    """The verb of the clause right behind the word, which is read as what the word is a part of, or hangs on it."""
    if word.dep_ in ("amod", "compound") and word.head.i > word.i and word.head.dep_ in SUBJECTS:
        doer = word.head  # "the major | doubts | raiders burned it", read as one name
        alone = all(c.i <= word.i for c in doer.lefts) and doer.i == word.i + 1 and doer.tag_ in ("NNS", "NNP", "NNPS")
        return doer.head if alone and doer.head.i > doer.i else None
    if word.dep_ in SUBJECTS and word.head.i > word.i:
        told = word.head
        opened = any(c.dep_ == "mark" and c.lower_ in OPENING and c.i == word.i + 1 for c in told.lefts)
        return told if opened and any(c.dep_ in SUBJECTS and c.i > word.i for c in told.lefts) else None
    clauses = (c for c in word.rights if c.dep_ in ("relcl", "acl", "ccomp") and c.left_edge.i == word.i + 1)
    found = next((c for c in clauses if word.dep_ in ("ROOT", "ccomp") and has(c, SUBJECTS)), None)
    return None if found is None or found.left_edge.tag_ == "VBG" else found  # "doubts | surrounding the raid grew"
