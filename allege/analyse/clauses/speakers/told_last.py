"""Who tells it and is named last: "The rifles had been bought by rebels, | an official close to the inquiry said |".

The parser hangs such a speaker on the noun before, as one more name of it, and joins "said" to the deeds that are told.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, has

FURTHER = frozenset(
    {"maintain", "insist", "find", "conclude", "argue", "write", "recall", "admit", "warn", "suggest", "tell"}
)
"""Lemmas of verbs that tell, also at the end of a sentence, besides those of saying."""

LAST = frozenset({"conj", "ccomp", "dep", "advcl", "relcl", "ROOT"})
"""Labels under which such a verb hangs."""

OWN = frozenset({"ccomp", "xcomp", "dobj", "mark", "aux", "auxpass", "cc", "conj"})
"""What a verb has that tells something of its own."""


def tell_last(verb: Token, telling: Collection[str]) -> None:
    """Makes such a speaker the subject of what he does last, and all before it what he says; `telling`: lemmas."""
    if (verb.lemma_ not in telling and verb.lemma_ not in FURTHER) or not _is_last(verb):
        return
    told = verb.head
    if verb.dep_ == "ROOT":
        _find_speaker(verb)
    elif verb.dep_ == "relcl" and has(verb, {"nsubj"}):
        told = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), told)
    if verb.i <= told.i or told.pos_ not in ("VERB", "AUX") or has(verb, OWN):
        return
    speaker = _speaker(verb)
    if speaker is None or speaker.i < told.i or speaker.tag_ in ("WP", "WDT"):
        return
    while told.dep_ == "conj" and told.head.pos_ in ("VERB", "AUX"):
        told = told.head
    if not has(told, ANY_SUBJECT) or has(told, {"mark"}):
        return
    marks = [c for c in told.children if c.is_punct and c.i >= speaker.left_edge.i - 1]
    take_place(verb, told)
    told.head, told.dep_ = verb, "ccomp"
    _speak(speaker, verb)
    for mark in marks:
        mark.head = verb


def _find_speaker(verb: Token) -> None:
    """Gives a verb of saying that has all that is said, and nobody who says it, its speaker."""
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    speaker = _named(verb, told.i) if told is not None and not has(verb, ANY_SUBJECT | {"aux", "auxpass"}) else None
    if speaker is not None:
        _speak(speaker, verb)


def _speak(speaker: Token, verb: Token) -> None:
    speaker.head, speaker.dep_ = verb, "nsubj"
    if speaker.tag_ == "JJ":
        speaker.tag_, speaker.pos_ = "NN", "NOUN"
    if verb.tag_ == "VBN":
        verb.tag_ = "VBD"


def _is_last(verb: Token) -> bool:
    """Whether nothing but how and when it was said stands behind a verb."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return all(t.is_punct or t.is_space or verb.is_ancestor(t) for t in behind)


def _speaker(verb: Token) -> Token | None:
    """Who is named between the last comma but one and the verb; a name behind an office is hung on that."""
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if own:
        return own[0] if len(own) == 1 and _opens(own[0]) else None
    if any(c.dep_ in ANY_SUBJECT for c in verb.children) or verb.dep_ == "ccomp" or verb.tag_ == "VBN":
        return None
    return _named(verb, verb.head.i)


def _named(verb: Token, start: int) -> Token | None:
    """The phrase right before a verb that is hung on a noun between `start` and it."""
    ends = {verb.i - 1, verb.i - 2} if verb.nbor(-1).text == "," else {verb.i - 1}
    behind = verb.doc[start + 1 : verb.i]
    named = [t for t in behind if t.dep_ == "appos" and t.right_edge.i in ends and _opens(t)]
    if not named:
        return None
    first = named[0]
    office = next((t for t in first.head.rights if t.dep_ == "appos" and t.right_edge.i == first.left_edge.i - 2), None)
    if office is None or not _opens(office) or not any(c.dep_ == "det" for c in office.lefts):
        return first
    first.head = office
    return office


def _opens(noun: Token) -> bool:
    return noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","


def do_besides(verb: Token, harming: Collection[str]) -> None:
    """ "They took her cow, she says, | and beat | her grandson": they did, and not she who says so."""
    said = verb.head
    joint = next((c for c in said.rights if c.dep_ == "cc" and c.i < verb.i), None)
    if said.dep_ != "parataxis" or joint is None or joint.nbor(-1).text != "," or has(verb, ANY_SUBJECT):
        return
    deed = said.head
    alike = verb.tag_ == deed.tag_ != said.tag_
    if deed.i < said.i and (alike or verb.lemma_ in harming):
        verb.head, joint.head = deed, deed


def be_untrue(that: Token) -> None:
    """ "It is not true, as papers have written, | that | he paid them": that he did is what is not true."""
    verb = that.head
    be = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.lemma_ == "be" and c.i < that.i), None)
    if that.lower_ != "that" or that.dep_ != "mark" or be is None or not has(be, {"acomp"}):
        return
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.lefts):
        return
    if any(c.dep_ == "advcl" and has(c, {"agent"}) for c in verb.lefts):
        return  # of "as claimed by the army" the cue is not heard, and the denial would be lost
    take_place(be, verb)
    verb.head, verb.dep_, that.tag_ = be, "ccomp", "IN"
    for child in [c for c in verb.children if c.i < that.i or (c.is_punct and c.i == verb.sent.end - 1)]:
        child.head = be
