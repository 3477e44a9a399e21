"""Who speaks behind a quotation: in '"We have no choice," admitted the governor' it is the governor.

The parser takes what follows such a verb for its object, and the verb for a part of the sentence that the quotation
goes on with. The speaker is made the verb's subject again, and what is said hangs on the verb.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

CLOSING = frozenset({'"', "''", "”", "’", "'"})
STOPS = frozenset({",", "?", "!", ".", "…", "—", "–", "-"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "dep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})


def set_right(doc: Doc, speaking: Collection[str]) -> None:
    """Gives each verb of `speaking` (lemmas) behind a quotation the subject that follows it."""
    for verb in doc:
        if verb.tag_ in FINITE and verb.lemma_ in speaking and _is_behind_quotation(verb):
            speaker = _follows(verb)
            if speaker is not None:
                speaker.dep_ = "nsubj"
                _put_first(verb)


def _is_behind_quotation(verb: Token) -> bool:
    """Whether a mark that closes a quotation, and one that ends or breaks off what is said, stand before the verb."""
    if verb.i < 2:
        return False
    before = {verb.nbor(-1).text, verb.nbor(-2).text}
    return bool(before & CLOSING) and bool(before & STOPS)


def _follows(verb: Token) -> Token | None:
    """The phrase right behind the verb that is taken for its object; None where it has a subject."""
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    behind = (c for c in verb.children if c.dep_ in OBJECTS and c.pos_ in SPEAKERS and c.left_edge.i == verb.i + 1)
    return next(behind, None)


def _put_first(verb: Token) -> None:
    """The verb governs what it reports: a clause behind it, in which the quotation goes on, hangs on it."""
    later = verb.head
    if verb.dep_ not in ("ccomp", "dep", "advcl", "parataxis") or later.i < verb.i:
        return
    above, label = (later.head, later.dep_) if later.head.i != later.i else (verb, "ROOT")
    verb.head, verb.dep_ = above, label
    later.head, later.dep_ = verb, "ccomp"
