"""Whose a verb is that stands in a row behind a report: "police said gunmen attacked the convoy and blamed the front".

The parser hangs the last verb on the nearest one, so that gunmen blame. Where the nearer clause is passive, or its
subject can do no such thing, the verb is hung on the verb of saying, whose subject it then shares. Words in
`data/mentions/attach.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Token

from allege.analyse import data
from allege.analyse.charges import charge
from allege.analyse.gerunds import name_deed
from allege.analyse.insets import put_right
from allege.analyse.inverted import set_right
from allege.analyse.main_verbs import find_main
from allege.analyse.roles import heads

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
PAST = frozenset({"VBD", "VBN"})
"""Tags of a past tense: the tagger takes the second of two verbs behind "had" for either."""


def goes_on(lemma: str) -> bool:
    """Whether a verb is one that whoever reports a deed goes on with: "… and blamed the front"."""
    return lemma in _words()["judging"]


def resumes(verb: Token) -> bool:
    """The same of a verb with what hangs on it: "… and vowed to hunt them down", "and ordered a curfew"."""
    return goes_on(verb.lemma_) or _pursues(verb) or _decrees(verb)


def attached(docs: Iterable[Doc]) -> Iterator[Doc]:
    """The same Docs, verbs behind a report hung on whoever reports."""
    for doc in docs:
        set_right(doc, _words()["inverting"], _words()["telling"], _speakers())
        put_right(doc)
        for token in doc:
            if _is_day_behind_on(token):
                token.head, token.dep_ = token.nbor(-1), "pobj"  # "on Sunday robbers raided": no "Sunday robbers"
            name_deed(token, _words()["lasting"])
            find_main(token, _words())
            accuses = charge(token, _words()["charging"], _speakers() | _words()["sides"])
            if accuses is not None:
                token.head = accuses
            outer = _reporter(token)
            if outer is not None:
                joint = next((c for c in token.head.children if c.dep_ == "cc" and c.i < token.i), None)
                token.head = outer
                if joint is not None and joint.i == token.left_edge.i - 1:
                    joint.head = outer
        yield doc


def _is_day_behind_on(token: Token) -> bool:
    """Whether a weekday behind "on" is read as part of the name of who comes next; never where "on" hangs on it."""
    if token.dep_ != "compound" or token.text not in DAYS or not token.i or token.nbor(-1).lower_ != "on":
        return False
    return all(above.i != token.i for above in token.nbor(-1).ancestors)


def _reporter(token: Token) -> Token | None:
    """The verb of saying that a verb belongs to, where it does not belong to the clause that it is hung on."""
    words = _words()
    if token.dep_ != "conj" or _has_subject(token):
        return None
    if token.lemma_ not in words["judging"] | words["speaking"] and not _decrees(token):
        return None
    first = token.head
    while first.dep_ == "conj":
        first = first.head
    outer = first.head
    if first.dep_ != "ccomp" or outer.lemma_ not in words["reporting"] or outer.i > first.i or not _has_subject(outer):
        return None
    same = token.tag_ == outer.tag_ or (outer.tag_ == "VBD" and token.tag_ in PAST)
    had = any(child.dep_ in ("aux", "auxpass") for child in token.children)
    return outer if same and not had and _belongs(token, first) else None


def _belongs(token: Token, first: Token) -> bool:
    """Whether the subject of the reported clause cannot be the one who does it."""
    words = _words()
    passive = any(child.dep_ == "nsubjpass" for child in first.children)
    subject = next((child for child in first.children if child.dep_ == "nsubj"), None)
    if passive or subject is None:
        return passive
    if subject.lower_ in PRONOUNS:
        return token.lemma_ in words["judging"]  # whoever tells of himself: both verbs are his
    if subject.lemma_.lower() in words["doers"]:
        decreed = _decrees(token) and subject.lemma_.lower() not in words["holders"]
        return token.lemma_ in words["judging"] or _pursues(token) or decreed
    return subject.pos_ == "NOUN" and subject.lemma_.lower() not in _speakers()


def _pursues(token: Token) -> bool:
    """Whether somebody vows to go after those who did it ("vowed to hunt them down"): nobody vows that of himself."""
    words = _words()
    for deed in token.children:
        if deed.dep_ in ("xcomp", "ccomp") and deed.lemma_ in words["pursuing"]:
            return any(c.dep_ == "dobj" and c.lower_ in words["pursued"] for c in deed.children)
    return False


def _decrees(token: Token) -> bool:
    """Whether a verb orders what only those in authority order: "ordered a curfew", "opened an inquiry"."""
    words = _words()
    things = [c for c in token.children if c.dep_ == "dobj"]
    return token.lemma_ in words["decreeing"] and any(c.lemma_.lower() in words["decrees"] for c in things)


def _has_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(map(str, words))
        for name, words in data.lexicon("mentions/attach.toml").items()
        if isinstance(words, list)
    }


@lru_cache(maxsize=1)
def _speakers() -> frozenset[str]:
    """Nouns that name somebody, a body or a document without a name: whoever and whatever can speak."""
    return frozenset(noun for noun, (sort, _) in heads().items() if sort != "weapon")
