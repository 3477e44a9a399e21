"""The step from what stands behind a preposition to the word that the preposition depends on."""

from __future__ import annotations

from spacy.tokens import Token

from allege.claim import Certainty
from allege.extract.certainty import local
from allege.extract.certainty.governing import form_of, lookup, named, predicate
from allege.extract.certainty.lexicon import CUES, SIGNATURES, Signature, signature
from allege.extract.certainty.step import GIVEN, OPEN, PASS, Step


def after_preposition(token: Token) -> Step:
    """The step from what stands behind a preposition."""
    preposition = token.head
    words, governor = _preposition(preposition)
    worth, of = _by_words(token, preposition, words, governor)
    if worth is not None:
        return Step(governor, worth, f"'{of}'", "preposition")
    if token.pos_ in {"VERB", "AUX"} and form_of(token) == "whether":  # "split on whether rebels or soldiers did it"
        return Step(governor, OPEN, "indirect question", "whether")
    if governor.i == preposition.i:
        return Step(None, PASS, form="preposition")
    noun, form = local.is_noun(token), words
    found = None if token.lemma_.lower() in CUES.traits["joint"] else lookup(predicate(governor), form)
    if found is None and governor.dep_ in {"dobj", "nsubjpass"} and (governor.head.lemma_.lower(), form) in SIGNATURES:
        governor = governor.head  # "accused | the rebels of attacking": the parser took "of" to the noun
        found = lookup(governor, form)
    if noun and local.is_definite(token) and (found is None or found.presupposes):
        return Step(governor, GIVEN, form="definite")
    if found is not None:
        return Step(governor, found, named(found, predicate(governor)), form)
    where = token.tag_ == "VBD" and any(c.tag_ == "WRB" for c in token.lefts)  # "from where it | took place"
    usual = GIVEN if where else _preposition_default(words, governor, noun=noun)
    return Step(governor, usual, form=f"after {words}")


def _by_words(token: Token, preposition: Token, words: str, governor: Token) -> tuple[Signature | None, str]:
    """What a preposition alone makes of what stands behind it, and its words: "without", "came close to"."""
    if words in CUES.prepositions:
        return Signature("", CUES.prepositions[words], Certainty.UU), words
    near = f"{preposition.nbor(-1).lower_} {words}" if preposition.i else ""
    gerund = token.tag_ == "VBG" and token.dep_ == "pcomp"
    if gerund and near in CUES.nearly:
        return _all_but(governor), near
    if gerund and near in CUES.nearly_within:
        return (_all_but(governor) if _comes_so_near(governor) else GIVEN), near
    return None, ""


def _comes_so_near(measure: Token) -> bool:
    """Whether somebody came so near: "came within an | hour | of doing it", not "went within an hour of doing it"."""
    above = measure.head
    return above.lower_ != "within" or (above.head.lemma_ in COMING and above.i > above.head.i)


COMING = frozenset({"be", "bring", "come", "get"})


def _all_but(near: Token) -> Signature:
    """What was all but done was not done; what is, may yet be."""
    above = near.head.head if near.dep_ == "pobj" else near.head
    past = above.tag_ in {"VBD", "VBN"} or any(c.tag_ == "VBD" for c in above.lefts if c.dep_ == "aux")
    return signature("", "-/u" if past else "u")


def _preposition(preposition: Token) -> tuple[str, Token]:
    """The words of a preposition, with what belongs to it ("instead of"), and the word that it depends on."""
    words, governor = preposition.lower_, preposition.head
    if preposition.i:
        before = preposition.nbor(-1)
        joined = f"{before.lower_} {words}"
        if joined in CUES.prepositions:
            return joined, governor
        if words in {"of", "to"} and governor.dep_ == "pobj":
            start = max(governor.i - 2, 0)
            longer = " ".join(t.lower_ for t in preposition.doc[start : preposition.i + 1])
            for phrase in CUES.prepositions:
                if " " in phrase and longer.endswith(phrase):
                    return phrase, governor.head.head
    return words, governor


def _preposition_default(words: str, governor: Token, *, noun: bool) -> Signature:
    if governor.pos_ in {"NOUN", "PROPN"}:
        if noun or words not in {"of", "for", "about", "to"}:
            return signature("", "+/u")
        return OPEN
    if words in {"after", "since", "despite", "following", "upon", "on", "during", "while", "before"}:
        return GIVEN
    if words in {"of", "about", "against"} and not noun:
        return OPEN
    return signature("", "+/u") if noun else PASS
