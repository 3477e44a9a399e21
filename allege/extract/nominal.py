"""To whom what no event rule takes is done: behind a verb's preposition, in the phrase of a noun.

Who did it and to whom by the phrase of a noun that tells of something done: "the navy's ramming of the ferry".

Of nouns that no event rule takes. Whoever is behind "by" did it, or whose it is where "of" tells to whom it was done
("the clerk's plan" and "the mayor's closure" are left alone); those between whom it is did it both.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.clauses.mistaken.taken_over import GROUNDS
from allege.claim import Role
from allege.extract.happenings import happens
from allege.extract.nouns import weapon_class
from allege.extract.roles import NOMINAL, children, conjuncts, is_listed, prepositional, spread
from allege.extract.roles.voice import is_passive
from allege.extract.wordlists import word_list

OF_DOERS = word_list("of-doers")
"""Nouns in -ing of what somebody does, without an object ("the firing of the guards")."""

OF_UNDERGOERS = word_list("of-undergoers")
"""Other nouns whose "of" phrase undergoes it whoever did it ("the blockade of the islands")."""

WHEN = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL"})


def parties(noun: Token) -> Iterator[tuple[Role, Token]]:
    """The roles and heads of those whom the phrase of such a noun names."""
    of = [t for t in spread(prepositional(noun, "of")) if t.pos_ in NOMINAL and t.ent_type_ not in WHEN]
    sides = [t for word in (noun, *of) for p in prepositional(word, "between") for t in conjuncts(p)]
    by = spread(prepositional(noun, "by"))
    whose = [t for t in spread(children(noun, "poss")) if t.ent_type_ not in WHEN]
    doers = [*sides, *by, *(whose if of else ())]
    done = _is_done_to(noun) or bool(doers)
    yield from ((Role.ACTOR, t) for t in doers if t.ent_type_ not in WHEN)
    yield from ((Role.RECIPIENT, t) for t in of if done)


def _is_done_to(noun: Token) -> bool:
    """Whether what stands behind "of" has it done to them."""
    lemma = noun.lemma_.lower()
    return lemma in OF_UNDERGOERS or (noun.tag_ == "NN" and lemma.endswith("ing") and lemma not in OF_DOERS)


AIMS = ("into", "against", "upon")
"""Prepositions behind which those are to whom a verb without an object does something: "rode | into | the crowd"."""

CLOSING_IN = frozenset({"advance", "close", "converge", "descend", "march", "move", "spit", "trample", "turn"})
"""Verbs of what is done to those behind "on": "marched | on | the capital"."""

LEVELLED = frozenset({"aim", "level", "point", "train", "turn"})
"""Verbs of what is done with a weapon to whom it is held at."""


def aimed(verb: Token, patients: tuple[Token, ...]) -> tuple[Token, ...]:
    """Those to whom it is done: the objects, else who stands behind a preposition of aim; no day, sum or fixed phrase.

    Of a weapon that is pointed at somebody, he.
    """
    if verb.lemma_ in LEVELLED and patients:
        at = [t for word in (verb, *patients) for t in spread(prepositional(word, "at", "on"))]
        return tuple(at) if at and all(weapon_class(p) for p in patients) else patients
    if patients or verb.pos_ != "VERB" or is_passive(verb):
        return patients
    ways = (*AIMS, "on") if verb.lemma_ in CLOSING_IN else AIMS
    return tuple(t for t in spread(prepositional(verb, *ways)) if t.i > verb.i and _is_aim(t))


def _is_aim(token: Token) -> bool:
    """Whether somebody or something is named: not "into force", "into hiding", "on Monday"."""
    bare = token.tag_ in ("NN", "VBG") and not any(True for _ in token.lefts)
    return token.pos_ in NOMINAL and token.ent_type_ not in WHEN and not bare and not happens(token)


def named_one(token: Token) -> Token:
    """Who one of several is, where he is named: "one of the nine, | the banker Osk Venn |, paid for it"; of grounds,
    whose they are.
    """
    entry = listed_for(token)
    if entry is not None:
        return entry
    if token.lower_ != "one" or token.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return token
    found = next((c for c in token.rights if c.dep_ == "appos" and not is_listed(c)), None)
    named = found is not None and (found.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in children(found, "appos")))
    return found if found is not None and named else token


ENTRY = 80
"""Tokens from the name of an entry to the grounds on which it is listed, at most."""


def listed_for(label: Token) -> Token | None:
    """Whose entry in a list it is of which a label gives the grounds: "Name: Osk Venn. | Reason for listing |: supplied
    rifles"; None for any other word.
    """
    if label.lower_ not in GROUNDS or label.i + 1 >= len(label.doc):
        return None
    if ":" not in (label.right_edge.text, label.nbor().text):
        return None
    before = label.doc[max(0, label.i - ENTRY) : label.i]
    at = next((t.i for t in reversed(before[:-2]) if t.lower_ == "name" and t.nbor().text == ":"), None)
    name = None if at is None else label.doc[at + 2]
    while name is not None and name.dep_ in ("compound", "nmod") and name.head.i > name.i:
        name = name.head
    return name if name is not None and name.pos_ == "PROPN" else None
