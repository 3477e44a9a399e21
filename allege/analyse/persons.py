"""Names that no list and no tagger knows for a person's, and the text shows to be one."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.places.words import place_words
from allege.analyse.roles import heads

HE = frozenset({"he", "she", "him"})


def is_somebody(name: Token) -> bool:
    """Whether a bare name is a person's: "X's | motorcade"; "they captured X in a house where | he | hid"."""
    if name.pos_ != "PROPN" or any(c.dep_ == "det" for c in name.lefts):
        return False
    if name.dep_ == "poss":
        return name.head.lemma_.lower() in place_words("belongings")
    return name.dep_ == "dobj" and _is_called_he(name)


def _is_called_he(name: Token) -> bool:
    """Whether "he" stands in a sentence behind a name and can mean nobody else there."""
    sentence = name.sent
    he = next((t for t in name.doc[name.i + 1 : sentence.end] if t.lower_ in HE), None)
    if he is None:
        return False
    return not any(_may_be_he(t) for t in name.doc[sentence.start : he.i] if name.i not in (t.i, t.head.i))


def _may_be_he(word: Token) -> bool:
    """Whether a word names one person: a name, or "a clerk"."""
    if word.ent_type_ == "PERSON" or (word.tag_ == "NNP" and word.dep_ in ("nsubj", "nsubjpass", "agent", "dobj")):
        return True
    sort, _ = heads().get(word.lemma_.lower(), ("", ""))
    return word.tag_ == "NN" and word.dep_ not in ("compound", "amod") and sort == "person"
