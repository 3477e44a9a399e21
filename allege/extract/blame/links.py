"""The words over a deed that may say whose it is: the way up from the deed, past those that only stand between.

Over a preposition or a verb that has the deed for an object, over the first of two ("for the raid and for the
killing"), and into the clauses that hang on it ("the raid blamed on them"). Words in data/attribution/blame.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from allege.analyse import data
from allege.analyse.committing import committing
from allege.extract.happenings import happens
from allege.extract.nouns import is_before_generic
from allege.extract.roles import POINTING, SUBJECTS, children

FEW = 3
"""Words up from a deed to the word that lays it at somebody's door ("responsible for planning the attack")."""

NAMING = frozenset({"including"})
"""Words behind which some of the deeds told before are named: "linked to several attacks, including the blast"."""

COMMITTED = committing("doing", "planning")
"""Verbs whose object, where a word stands for it, is a deed: "the ambush, which the front says it | carried out"."""

ALL = frozenset({"all", "both", "most"})

IT = frozenset({"it", "this", "that", "these"})
"""Words that stand for a deed told before."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step up from a deed: the word that governs it, and the preposition between, if there is one.

    `child`: the dependent of `word` that the deed lies in; the word itself lies in it where a clause hangs on the deed
    ("the raid blamed on them").
    """

    word: Token
    preposition: str
    child: Token

    @property
    def name(self) -> str:
        """What the lists know it under."""
        return f"{self.word.lemma_.lower()} {self.preposition}".strip()


def links(deed: Token) -> Iterator[Link]:
    """The words over a deed, nearest first, past those that only stand between."""
    yield from _behind(deed)
    at = deed.head if _is_before_object(deed) or is_before_generic(deed) else deed
    for _ in range(FEW):
        above, first = at.head, _first_listed(at)
        if first is not None:
            link = Link(first, "", at)
        elif at.dep_ in ("pobj", "pcomp") and (above.pos_ in ("ADP", "SCONJ") or above.lower_ in NAMING):
            governor = _governor(above)
            link = Link(governor, _before_naming(governor, above), above)
        elif at.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "acomp", "conj"):
            link = Link(above, "", at)
        else:
            return
        yield link
        listed = first is not None or at.dep_ == "conj"
        through = listed or link.preposition in NAMING or is_between(link.word) or _counts(link)
        if link.word.i == link.child.i or not through:
            return
        at = link.word


def is_between(word: Token) -> bool:
    """Whether a word only stands between a deed and what lays it at somebody's door: "for | planning the raid"."""
    lemma = word.lemma_.lower()
    return lemma in words("between") or lemma in committing("doing", "planning", "ordering")


def _before_naming(governor: Token, preposition: Token) -> str:
    """The preposition that counts: "guilty | of | crimes, including murder", where "including" is hung on "guilty"."""
    first = (c.lower_ for c in children(governor, "prep") if c.i < preposition.i)
    hung = preposition.lower_ in NAMING and governor.pos_ in ("ADJ", "VERB")
    return next(first, preposition.lower_) if hung else preposition.lower_


def _governor(preposition: Token) -> Token:
    """What a preposition belongs to, also the second of two ("responsible | for the raid and for the killing").

    Of two alike the parser hangs the second on the first deed ("accused | of the shelling of the mill and of the
    killing").
    """
    noun = preposition.head
    if preposition.dep_ == "conj" and noun.pos_ == "ADP":
        return noun.head
    first = noun.head
    if noun.dep_ == "pobj" and first.lower_ == preposition.lower_ and noun.i < preposition.i:
        return first.head if preposition.nbor(-1).dep_ == "cc" else noun
    return noun


def _first_listed(deed: Token) -> Token | None:
    """The deed before the comma where the parser hangs the next one elsewhere: "was behind the raid, | the fire and …".

    It takes the second item of such a list for another name of whoever is accused.
    """
    comma = deed.left_edge if deed.left_edge.text == "," else deed.doc[max(0, deed.left_edge.i - 1)]
    if happens(deed.head) or comma.text != "," or not comma.i:
        return None
    before = comma.nbor(-1)
    return next((t for t in (before, *before.ancestors) if t.i < comma.i and t.pos_ == "NOUN" and happens(t)), None)


def _counts(link: Link) -> bool:
    """Whether a word only says how many of the deeds are meant: "ascribed | nine of the murders to the guards"."""
    return link.preposition == "of" and (link.word.pos_ == "NUM" or link.word.lemma_.lower() in words("counting"))


def _is_before_object(deed: Token) -> bool:
    """Whether a gerund behind a preposition is read as a modifier of its own object: "of | shelling hospitals"."""
    thing = deed.head
    return deed.tag_ == "VBG" and deed.dep_ == "amod" and thing.dep_ == "pobj" and thing.head.i + 1 == deed.i


def _behind(deed: Token) -> Iterator[Link]:
    """Clauses that hang on the deed: "an attack that they blame on", "blamed on", "for which they claimed"."""
    struck = (t for of in children(deed, "prep") for t in children(of, "pobj"))
    on_struck = [c for t in struck for c in children(t, "relcl", "acl") if _says_whose(c)]
    for clause in (*children(deed, "relcl", "acl"), *on_struck, *_of_all(deed)):
        preps = [p for p in clause.children if any(c.tag_ in ("WDT", "WP") for c in p.children)]
        yield Link(clause, preps[0].lower_ if preps else "", clause)


def _of_all(deed: Token) -> list[Token]:
    """Clauses that say whose all of them were: "recorded 14 attacks on clinics, all | attributed to the front"."""
    verb = next((t for t in deed.ancestors if t.pos_ in ("VERB", "AUX")), deed)
    found = [c for c in children(verb, "advcl", "acl") if c.i > deed.i and _says_whose(c)]
    return [c for c in found if any(t.lower_ in ALL for t in children(c, *SUBJECTS))]


def _says_whose(clause: Token) -> bool:
    """Whether a participle can only be said of a deed: "the shelling of a depot | attributed to rebels"."""
    return clause.tag_ in ("VBN", "VBD") and clause.lemma_ in words("whose")


def is_again(token: Token) -> bool:
    """Whether a word stands for a deed told before: "it", "the crime"."""
    alone = [c.lower_ for c in token.children if not c.is_space]
    known = len(alone) == 1 and alone[0] in POINTING
    return token.lower_ in IT or (known and token.lemma_ in words("again"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one of the lists in data/attribution/blame.toml."""
    table = data.lexicon("attribution/blame.toml")[name]
    return frozenset(table if isinstance(table, list) else ())
