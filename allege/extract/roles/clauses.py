"""The clause that completes a word: an infinitive, a gerund behind a preposition, a clause with "that"."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import SUBJECTS
from allege.extract.roles.tree import REACH, VERBAL, children
from allege.extract.wordlists import word_list


def clause_of(token: Token) -> Token | None:
    """The predicate of the clause that completes a verb, adjective or noun; None when there is none."""
    labels = ("xcomp", "ccomp") if token.pos_ in VERBAL else ("xcomp", "ccomp", "acl")
    found = [c for c in children(token, *labels) if c.i > token.i and c.pos_ in VERBAL]
    if not found:
        for prep in children(token, "prep"):
            found += _in_phrase(prep)
    if not found:
        found = [c for c in children(token, "advcl") if c.i > token.i and is_infinitive(c)]
    if not found and token.tag_ == "VBG" and token.dep_ == "acl" and children(token, "dobj"):
        found = _behind_object(token)
    return found[0] if found else None


def _behind_object(asking: Token) -> list[Token]:
    """What is asked where the parser hung it higher: "issued a statement urging Orland | to comply"."""
    asked = children(asking, "dobj")[-1]
    behind = children(asking.head.head, "advcl", "xcomp")
    return [c for c in behind if is_infinitive(c) and c.left_edge.i == asked.right_edge.i + 1]


def _in_phrase(prep: Token) -> list[Token]:
    """A gerund behind a preposition, or an infinitive on its object ("called on them to leave")."""
    found = [c for c in children(prep, "pcomp") if c.pos_ == "VERB"]
    if not found and prep.lower_ in ("for", "on", "upon", "to"):
        found = [c for noun in children(prep, "pobj") for c in children(noun, "acl") if is_infinitive(c)]
    return found


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_command(verb: Token) -> bool:
    """Whether a quotation begins with what somebody is told to do: "shouted: | Burn | the mill!" tells of no deed.

    A verb in a row with one is one too.
    """
    for _ in range(REACH):
        if verb.tag_ != "VB" or any(c.dep_ in SUBJECTS or _helps(c) for c in verb.children):
            return False
        first = verb.left_edge
        if _is_mark(first) or (first.i > 0 and _is_mark(first.nbor(-1))):
            return _is_quoted(verb)
        if verb.dep_ != "conj":
            return False
        verb = verb.head
    return False


QUOTES = frozenset({'"', "``", "''", "“", "‘", "'", "”"})
TOLD = word_list("says") | word_list("orders")
"""Verbs behind which a quotation is somebody's words: not "helped | 'burn' the mill"."""


def _is_mark(token: Token) -> bool:
    """Whether it is a quotation mark, and no apostrophe of a possessor."""
    return token.text in QUOTES and token.tag_ != "POS"


def _helps(word: Token) -> bool:
    """Whether a word makes a bare verb none of command: "to", "will"; "do not shoot" is one."""
    return word.dep_ == "aux" and word.lemma_ != "do"


def _is_quoted(verb: Token) -> bool:
    """Whether a verb that begins a quotation hangs on a word of saying, or on none."""
    if verb.dep_ == "ROOT" or verb.i < verb.head.i:
        return True
    return verb.head.lemma_.lower() in TOLD or any(t.text == ":" for t in verb.doc[verb.head.i : verb.i])


def is_to_blame(verb: Token) -> bool:
    """Whether a verb stands in "be to blame", where its subject is who did it and blames nobody ("to blame us")."""
    if any(c.dep_ == "dobj" for c in verb.children):
        return False
    return verb.lemma_ == "blame" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and is_infinitive(verb)
