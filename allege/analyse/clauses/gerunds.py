"""Deeds that go by their gerund: in "Shelling continued near the mill" shelling is what continued.

The parser takes such a word, at the beginning of a sentence and right before its verb, for an auxiliary, the tagger for
a verb. It is made the noun that it is, and the verb's subject.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span, Token

from allege.analyse.labels import ANY_SUBJECT, FINITE

OUTSIDE = frozenset({"punct", "advcl", "prep", "advmod", "npadvmod"})
"""Labels of what stands in a clause beside its subject."""

TAKEN_FOR = frozenset({"aux", "auxpass", "nsubj", "csubj", "advcl", "amod"})


def name_deed(gerund: Token, lasting: Collection[str]) -> None:
    """Makes a gerund that begins a sentence the subject of the verb behind it, where it has that place alone.

    `lasting`: lemmas of verbs that also in the present tell what a deed does, and not what such deeds do as a rule.
    """
    if gerund.tag_ != "VBG" or gerund.dep_ not in TAKEN_FOR or gerund.i + 1 >= len(gerund.doc):
        return
    verb = gerund.nbor()
    tells = verb.tag_ == "VBD" or (verb.tag_ == "VBZ" and verb.lemma_ in lasting)
    if not tells or verb.pos_ != "VERB" or gerund.head.i != verb.i or not _begins(gerund):
        return
    if any(child.dep_ in ANY_SUBJECT and child.i != gerund.i for child in verb.children):
        return
    gerund.tag_, gerund.pos_, gerund.lemma_, gerund.dep_ = "NN", "NOUN", gerund.lower_, "nsubj"


def free_verb(gerund: Token) -> None:
    """Makes "The shelling affected Orsa", read as one name, a clause: the deed, its verb, and what it struck."""
    if not gerund.lower_.endswith("ing") or gerund.dep_ not in ("amod", "advmod", "compound") or not gerund.i:
        return
    if gerund.i + 1 >= len(gerund.doc) or gerund.nbor(-1).dep_ != "det" or not _begins(gerund.nbor(-1)):
        return
    verb = gerund.nbor()
    thing = verb.head
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "amod" or thing.dep_ != "ROOT":
        return
    if gerund.head.i not in (verb.i, thing.i):
        return
    if _is_told(gerund.sent, verb):
        return
    gerund.tag_, gerund.pos_, gerund.lemma_ = "NN", "NOUN", gerund.lower_
    _make_clause(gerund, verb)


def free_deed(verb: Token, somebody: Collection[str]) -> None:
    """The same where somebody did it: "The brigade tortured prisoners" is read as prisoners of a kind.

    `somebody`: lemmas of nouns that name whoever can do a thing.
    """
    thing = verb.head
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "amod" or thing.dep_ != "ROOT" or not verb.i:
        return
    doer = verb.nbor(-1)
    named = doer.lemma_.lower() in somebody or doer.ent_type_ == "ORG"
    if doer.head.i != thing.i or doer.dep_ not in ("nmod", "compound") or not named or thing.tag_ != "NNS":
        return
    if not _is_told(doer.sent, verb):
        _make_clause(doer, verb)


def _is_told(sentence: Span, verb: Token) -> bool:
    """Whether the sentence has a verb of its own besides."""
    return any(t.tag_ in FINITE or t.dep_ in ("aux", "auxpass") for t in sentence if t.i != verb.i)


def _make_clause(doer: Token, verb: Token) -> None:
    """Makes a participle before the sentence's head its verb, and the head what it was done to."""
    thing = verb.head
    beside = [c for c in thing.children if c.i not in (doer.i, verb.i)]
    outside = [c for c in beside if c.dep_ in OUTSIDE and c.lower_ != "of"]
    before = [c for c in beside if c.i < doer.i and c.dep_ not in OUTSIDE]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
    doer.head, doer.dep_ = verb, "nsubj"
    for child in before:
        child.head = doer
    for child in outside:
        child.head = verb


def free_denied(gerund: Token, denying: Collection[str], somebody: Collection[str]) -> None:
    """Makes "deny | kidnapping workers", read as one name, a verb and its object; `somebody`: nouns for people."""
    thing = gerund.head
    verb = thing.head
    if gerund.tag_ not in ("VBG", "NN") or gerund.dep_ not in ("amod", "compound") or not gerund.lower_.endswith("ing"):
        return
    if thing.dep_ != "dobj" or verb.lemma_ not in denying or gerund.i != thing.left_edge.i:
        return
    if thing.tag_ != "NNS" or thing.lemma_.lower() not in somebody:
        return
    behind = [c for c in verb.children if c.dep_ == "prep" and c.i > thing.i]
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_ = verb, "xcomp", "VBG", "VERB"
    thing.head, thing.dep_ = gerund, "dobj"
    for child in behind:
        child.head = gerund


def give_doer(gerund: Token, pointing: Collection[str]) -> None:
    """Makes the noun between a verb and a gerund do it: "evidence points to | the front being behind it".

    `pointing`: lemmas of verbs of which nobody does anything meanwhile ("pointed to the front, smiling" has a comma).
    """
    first = gerund.left_edge
    if gerund.dep_ not in ("advcl", "pcomp") or not first.i or first.tag_ != "VBG":
        return
    noun = first.nbor(-1)
    over = noun.head
    if noun.dep_ != "pobj" or over.dep_ != "prep" or over.head.lemma_ not in pointing:
        return
    if gerund.head.i in (over.i, over.head.i):
        gerund.head, gerund.dep_ = over, "pcomp"
        noun.head = gerund
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in gerund.lefts) else "nsubj"


def _begins(token: Token) -> bool:
    """Whether nothing of its sentence stands before a word but blanks and quotation marks."""
    start = token.sent.start
    return all(t.is_space or t.is_quote for t in token.doc[start : token.i])
