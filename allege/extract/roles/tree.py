"""The nearest dependents of a word: subjects, objects, what stands behind its prepositions, whose it is.

Labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.coreference.words import REFLEXIVE
from allege.analyse.labels import SUBJECTS
from allege.extract.once import Once
from allege.extract.wordlists import word_list

REACH = 8
"""How many steps up the tree what is missing is looked for."""

POINTING = frozenset({"the", "this", "that", "these", "those"})
"""Determiners of what has been spoken of, or is known to be."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
VERBAL = frozenset({"VERB", "AUX"})
FIXED = frozenset({"according", "due", "owing", "thanks", "prior", "next", "because", "instead", "as"})
"""First words of compound prepositions: what follows their "to" or "of" is no party to the event."""

LINKS = frozenset({"prep", "agent", "prt", "advmod", "dative"})
LINKING = frozenset({"ADP", "SCONJ", "ADV", "PART", "VERB"})
"""Labels and parts of speech of prepositions, as parsers have them."""

SHARING = word_list("sharing")
ROW = 3
"""Verbs in a row that share an object, at most, beside the last."""


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of `token` with one of these labels, in text order."""
    return [child for child, label in _dependents(token) if label in labels]


@Once
def _dependents(token: Token) -> list[tuple[Token, str]]:
    """All dependents with their labels: each word is asked for its own some four times."""
    return [(child, child.dep_) for child in token.children]


def objects_of(verb: Token) -> list[Token]:
    """The direct objects of a verb (heads, not spread); none in brackets ("14 killed (9 guards, 5 nurses)")."""
    found = [c for c in children(verb, "dobj", "obj") if not _in_brackets(c, verb)]
    return found if len(found) < 2 else [c for c in found if not is_some_of(c)]


def is_some_of(token: Token) -> bool:
    """Whether a number counts some of those named before: "15 soldiers, | 4 | of them badly"."""
    if not token.like_num:
        return False
    return any(c.lower_ in ("them", "whom", "these") for of in token.rights if of.lower_ == "of" for c in of.rights)


def shared_objects(verb: Token) -> list[Token]:
    """The objects of the verb joined right behind it that are its own too: "abducted and executed | two elders".

    Of verbs in the list "sharing" alone, which do nothing without somebody to do it to.
    """
    if verb.lemma_ not in SHARING:
        return []
    for _ in range(ROW):
        between = [c for c in verb.children if c.i > verb.i and c.dep_ != "conj"]
        joined = next((c for c in children(verb, "conj") if c.i > verb.i and c.pos_ == "VERB"), None)
        if joined is None or not _alike(joined, verb) or any(c.dep_ not in ("cc", "punct") for c in between):
            return []
        if any(c.dep_ in SUBJECTS or c.dep_ in ("aux", "auxpass") for c in joined.lefts):
            return []
        found = objects_of(joined)
        if found:
            return [t for t in found if t.lower_ not in REFLEXIVE]
        verb = joined
    return []


def _alike(joined: Token, verb: Token) -> bool:
    """Whether two verbs stand in one form; taggers take "has kidnapped and | killed" for a past tense."""
    had = joined.tag_ == "VBD" and verb.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in verb.lefts)
    return joined.tag_ == verb.tag_ or had


def _in_brackets(token: Token, verb: Token) -> bool:
    first = token.left_edge
    return verb.i + 1 == first.i - 1 and first.nbor(-1).text == "("


def prepositional(head: Token, *names: str) -> list[Token]:
    """The objects of prepositions `names` on `head`, also two-word ones ("out of"), conjuncts not spread."""
    out = []
    for prep, label in _dependents(head):
        if label in LINKS and prep.pos_ in LINKING:
            name = prep.lower_
            if name in FIXED and name not in names:
                continue
            for inner in children(prep, "prep"):
                if f"{name} {inner.lower_}" in names or inner.lower_ in names:
                    out += children(inner, "pobj")
            if name in names:
                out += children(prep, "pobj")
    return out


def at_hands(head: Token) -> list[Token]:
    """At whose hands somebody died or suffered something."""
    hands = [hand for hand in prepositional(head, "at") if hand.lemma_ == "hand"]
    return [whose for hand in hands for whose in prepositional(hand, "of") + children(hand, "poss")]


def dative(verb: Token) -> list[Token]:
    """The indirect object ("gave them aid", "gave aid to them")."""
    out = []
    for child in verb.children:
        if child.dep_ == "dative":
            out += children(child, "pobj") or ([child] if child.pos_ in NOMINAL else [])
    return out


def owner(noun: Token) -> list[Token]:
    """Whose it is: the possessor, or the object of "of" or "by"."""
    return children(noun, "poss") or prepositional(noun, "of", "by", "from")
