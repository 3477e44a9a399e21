"""Who speaks where his name is told on the way: "a worker who gave his name as Tomas said he …".

The parser takes the name for the subject of "said", and leaves the worker without a verb.
"""

from __future__ import annotations

from spacy.tokens import Token

NAMING = frozenset({"give", "identify", "introduce", "describe", "name"})


def speak_for_named(verb: Token) -> None:
    """Hangs a verb of speech behind "gave his name as X" on the one who gave it: he is its subject, X is "as" whom."""
    clause = verb.head
    if verb.dep_ != "advcl" or clause.dep_ != "relcl" or clause.lemma_ not in NAMING:
        return
    speaker = clause.head
    name = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    mark = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "as"), None)
    if name is None or mark is None or speaker.dep_ != "ROOT" or speaker.pos_ not in ("NOUN", "PROPN"):
        return
    mark.head, mark.dep_ = clause, "prep"
    name.head, name.dep_ = mark, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    speaker.head, speaker.dep_ = verb, "nsubj"
