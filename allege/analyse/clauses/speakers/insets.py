"""Speakers and states that the parser hangs on what is told beside them.

"Gunmen killed six drivers, a survivor, Om Relk, said": the survivor becomes one of the killed, and the verb has no
subject. "Shot dead two judges": the dead shot. "Nine were killed and six hurt when drones launched at dawn struck a
depot, the agency reported": the reporting is set beside the killing.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from allege.analyse.labels import ANY_SUBJECT, PRESENT_OR_PAST, has

PARTS = frozenset({"dobj", "appos", "conj", "attr", "oprd", "npadvmod", "pobj", "dep"})
KILLING = frozenset({"shoot", "gun"})


def put_right(doc: Doc, reporting: Collection[str]) -> None:
    """Gives verbs of saying (`reporting`, lemmas) the speaker that stands before them, and "dead" back to the verb."""
    for verb in doc:
        if verb.lemma_ in reporting and verb.tag_ in PRESENT_OR_PAST:
            if not has(verb, ANY_SUBJECT):
                _named_before(verb)
            elif verb.dep_ == "conj":
                _tells_all(verb)
        elif verb.lower_ == "dead" and verb.dep_ == "amod" and verb.i and _is_shot(verb.nbor(-1), verb.head):
            verb.head, verb.dep_ = verb.nbor(-1), "oprd"


def _is_shot(verb: Token, victim: Token) -> bool:
    return verb.lemma_ in KILLING and victim.dep_ == "dobj" and victim.head.i == verb.i


def _named_before(verb: Token) -> None:
    """A noun with a name in commas right before a verb of saying that follows a clause is its subject."""
    if verb.i < 4 or verb.nbor(-1).text != "," or not any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        return
    name = next((t for t in _phrases(verb.nbor(-2)) if t.dep_ == "appos"), None)
    noun = None if name is None else name.head
    if name is None or noun is None or name.pos_ != "PROPN" or noun.pos_ != "NOUN" or noun.dep_ not in PARTS:
        return
    start = noun.left_edge.i
    commas = start > 0 and noun.doc[start - 1].text == "," and noun.doc[name.left_edge.i - 1].text == ","
    if commas and not any(c.dep_ == "cc" for c in noun.head.children if c.i < start and noun.dep_ == "conj"):
        noun.head, noun.dep_ = verb, "nsubj"
        for mark in verb.doc[start - 1 : verb.i]:
            if mark.is_punct and not start <= mark.head.i < verb.i:
                mark.head = verb  # else what is told would reach over the speaker


def _tells_all(verb: Token) -> None:
    """A verb of saying that ends a sentence behind a comma and its own speaker tells all that stands before it."""
    first = verb.head
    speaker = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if speaker is None or first.dep_ != "ROOT" or first.pos_ != "VERB" or speaker.pos_ == "PRON":
        return
    start = speaker.left_edge.i
    if start < 1 or verb.doc[start - 1].text != "," or any(c.dep_ in ("ccomp", "dobj") for c in verb.rights):
        return
    if any(token.pos_ in ("VERB", "AUX") for token in verb.doc[start : verb.i]):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    first.head, first.dep_ = verb, "ccomp"
    for told in [c for c in verb.lefts if c.dep_ == "ccomp" and c.i != first.i]:
        told.head, told.dep_ = first, "conj"
    for mark in (verb.doc[start - 1], *(c for c in first.rights if c.is_punct and c.i > verb.i)):
        mark.head = verb


def _phrases(token: Token) -> list[Token]:
    """A token and what it is part of, as long as that ends with it."""
    out = [token]
    while out[-1].head.i != out[-1].i and out[-1].dep_ in ("compound", "flat", "nmod"):
        out.append(out[-1].head)
    return out
