"""Whose a verb is that stands in a row behind a report: "police said gunmen attacked the convoy and blamed the front".

The parser hangs the last verb on the nearest one, so that gunmen blame. Where the nearer clause is passive, or its
subject can do no such thing, the verb is hung on the verb of saying, whose subject it then shares. Words in
`data/mentions/clauses.toml`.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.mistaken.undergoing import withholds
from allege.analyse.clauses.words import speakers, words
from allege.analyse.labels import ANY_SUBJECT, PAST, has

PRONOUNS = frozenset({"it", "he", "she", "they", "we"})


def goes_on(lemma: str) -> bool:
    """Whether a verb is one that whoever reports a deed goes on with: "… and blamed the front"."""
    return lemma in words()["judging"]


def resumes(verb: Token) -> bool:
    """The same of a verb with what hangs on it: "… and vowed to hunt them down", "and ordered a curfew"."""
    return goes_on(verb.lemma_) or _pursues(verb) or _decrees(verb)


def hang_on_reporter(token: Token) -> None:
    """Hangs a verb that goes on behind a report on the verb of saying, with the "and" before it."""
    outer = _reporter(token)
    if outer is not None:
        joint = next((c for c in token.head.children if c.dep_ == "cc" and c.i < token.i), None)
        token.head = outer
        if joint is not None and joint.i == token.left_edge.i - 1:
            joint.head = outer


def _reporter(token: Token) -> Token | None:
    """The verb of saying that a verb belongs to, where it does not belong to the clause that it is hung on."""
    listed = words()
    if token.dep_ == "advcl":
        return _behind_quotation(token)
    if token.dep_ != "conj" or has(token, ANY_SUBJECT) or (token.tag_ == "VBN" and withholds(token)):
        return None
    if token.lemma_ not in listed["judging"] | listed["speaking"] and not _decrees(token):
        return None
    first = token.head
    while first.dep_ == "conj":
        first = first.head
    outer = first.head
    tells = outer.lemma_ in listed["reporting"] and has(outer, ANY_SUBJECT)
    if first.dep_ != "ccomp" or not tells or outer.i > first.i:
        return None
    same = token.tag_ == outer.tag_ or (outer.tag_ == "VBD" and token.tag_ in PAST)
    had = has(token, {"aux", "auxpass"})
    return outer if same and not had and _belongs(token, first) else None


ADDING = frozenset({"add", "note", "stress", "explain", "clarify", "warn"})
CLOSING = frozenset({'"', "''", "”", "»"})


def _behind_quotation(token: Token) -> Token | None:
    """The verb of saying of '"They shot two men," | adding that they had held them, the source said'."""
    told = token.head
    said = _said_before(token)
    if said is not None:
        return said
    quoted = token.tag_ == "VBG" and token.lemma_ in ADDING and token.i > 0 and token.nbor(-1).text in CLOSING
    outer = told.head
    if not quoted or told.dep_ != "ccomp" or outer.i < token.i or outer.lemma_ not in words()["reporting"]:
        return None
    return outer if has(outer, ANY_SUBJECT) else None


def _said_before(token: Token) -> Token | None:
    """The verb of saying right before a participle of speech: '"They fled," the mayor said, also | praising | them'."""
    start, spoken = token.left_edge.i, words()
    if token.tag_ != "VBG" or token.lemma_ not in spoken["judging"] | spoken["speaking"] | ADDING or start < 2:
        return None
    verb = token.doc[start - 2]
    told = token.doc[start - 1].text == "," and verb.lemma_ in spoken["reporting"] and verb.i > token.head.i
    return verb if told and has(verb, ANY_SUBJECT) and not token.is_ancestor(verb) else None


def _belongs(token: Token, first: Token) -> bool:
    """Whether the subject of the reported clause cannot be the one who does it."""
    listed = words()
    passive = any(child.dep_ == "nsubjpass" for child in first.children)
    subject = next((child for child in first.children if child.dep_ == "nsubj"), None)
    if passive or subject is None:
        return passive
    if subject.lower_ in PRONOUNS:
        return token.lemma_ in listed["judging"] | {"deny"}  # whoever tells of himself: both verbs are his
    if subject.lemma_.lower() in listed["doers"]:
        decreed = _decrees(token) and subject.lemma_.lower() not in listed["holders"]
        return token.lemma_ in listed["judging"] or _pursues(token) or decreed
    return subject.pos_ == "NOUN" and subject.lemma_.lower() not in speakers()


def _pursues(token: Token) -> bool:
    """Whether somebody vows to go after those who did it ("vowed to hunt them down"): nobody vows that of himself."""
    listed = words()
    for deed in token.children:
        if deed.dep_ in ("xcomp", "ccomp") and deed.lemma_ in listed["pursuing"]:
            return any(c.dep_ == "dobj" and c.lower_ in listed["pursued"] for c in deed.children)
    return False


def _decrees(token: Token) -> bool:
    """Whether a verb orders what only those in authority order: "ordered a curfew", "opened an inquiry"."""
    listed = words()
    things = [c for c in token.children if c.dep_ == "dobj"]
    return token.lemma_ in listed["decreeing"] and any(c.lemma_.lower() in listed["decrees"] for c in things)
