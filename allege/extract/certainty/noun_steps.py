"""The step from a name of an event ("the attack", "a raid") to its verb: as subject, object or part of a phrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from allege.analyse.committing import committing
from allege.extract.certainty import local
from allege.extract.certainty.governing import governed, lookup, named, predicate
from allege.extract.certainty.lexicon import CUES, DEFAULTS, Signature, signature
from allege.extract.certainty.local import SUBJECTS
from allege.extract.certainty.phrase_steps import after_preposition
from allege.extract.certainty.step import GIVEN, OPEN, PASS, ROOT, Step
from allege.extract.nouns import is_nobody

WEIGHING = frozenset(
    {"amount", "be", "bring", "cause", "cost", "lead", "mean", "result", "spell", "trigger", "violate"}
)
"""Verbs that tell what something comes to."""

PLAYED = signature("false", "-/+")
"""What becomes of a deed that was only made to look like one."""

HAVING_DONE = committing("planning", "ordering")
DONE = signature("support verb", "+/-")
"""Whoever "did not order the killing" has not killed, and whoever "may have ordered it" may have."""

PURPOSED = frozenset({"aim", "intend", "design", "mean", "direct"})


def noun_step(token: Token) -> Step:
    """The step from a name of an event to what governs it."""
    if _is_apart(token):
        return ROOT
    if token.dep_ in SUBJECTS and _is_unconfirmed(token):
        return Step(token.head, OPEN, "only if confirmed", "subject")
    asked = _inquired(token)
    if asked is not None:
        return Step(asked, OPEN, "inquired into", "np")
    rule = NOUN_RULES.get(token.dep_)
    return Step(token.head, PASS, form=token.dep_) if rule is None else rule(token)


def _is_apart(noun: Token) -> bool:
    """Whether a phrase stands for itself behind a semicolon: "no group has claimed it; | curfew | in force"."""
    first = noun.left_edge
    parted = first.i > noun.sent.start and first.nbor(-1).text == ";"
    return parted and noun.dep_ in {"dep", "appos", "npadvmod"} and noun.head.i < first.i


def _is_unconfirmed(subject: Token) -> bool:
    """Whether it is so on a condition that names nobody: "if confirmed, | the raid | would be the first"."""
    clauses = (c for over in (subject.head, subject) for c in over.children if c.dep_ in {"advcl", "acl", "amod"})
    return any(c.lemma_.lower() in CUES.traits["borne_out"] and _is_bare_if(c) for c in clauses)


def _is_bare_if(clause: Token) -> bool:
    """Whether nothing but "if" and an adverb stands before a word: "if | true", "if | independently confirmed"."""
    before = list(clause.lefts)
    return any(c.lower_ == "if" for c in before) and all(c.dep_ in {"mark", "advmod"} for c in before)


def _inquired(noun: Token) -> Token | None:
    """The verb under which it is open that somebody had a part: "investigate | the army's role in it"."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    part = noun.lemma_.lower() in CUES.traits["parts"] and noun.dep_ in {"pobj", "dobj", "nsubjpass"}
    return over if part and over.lemma_ in CUES.traits["inquiring"] else None


def _noun_object(token: Token) -> Step:
    """A noun after a preposition; after a particle that the parser took for one ("called off the attack") an object."""
    if token.head.dep_ == "prt":
        return _object(token, token.head.head)
    return after_preposition(token)


def _subject(token: Token) -> Step:
    governor = token.head
    target = predicate(governor)
    found = lookup(target, "subject") or _called(target)
    if found is None and _is_supposed(token, governor):
        return Step(governor, OPEN, "only supposed", "subject")
    if found is None and governor.lemma_ == "be" and target.i == governor.i:
        return Step(governor, PASS, form="subject")
    if found is None:
        return Step(governor, GIVEN if local.is_definite(token) else DEFAULTS["subject"], form="subject")
    return Step(governor, found, named(found, target), "subject")


def _attribute(token: Token) -> Step:
    """ "It was not | an isolated raid", "not | the first raid on the mill": a raid all the same."""
    verb = token.head
    which = {c.lower_ for c in token.lefts if c.dep_ in ("amod", "compound")}
    denied = any(c.dep_ == "neg" for c in verb.children) and not any(c.tag_ == "MD" for c in verb.children)
    if verb.lemma_ == "be" and denied and not CUES.traits["which"].isdisjoint(which):
        return Step(verb, GIVEN, form="definite")
    return Step(verb, PASS, form="attr")


def _called(word: Token) -> Signature | None:
    """What an adjective makes of a word for what is told: "is | fake news", "are baseless | allegations"."""
    if word.lemma_.lower() not in CUES.hearsay:
        return None
    return next((found for c in word.lefts if c.dep_ in ("amod", "compound") and (found := lookup(c, "subject"))), None)


def _is_supposed(noun: Token, verb: Token) -> bool:
    """Whether a verb tells what an event not known of would come to: "an assault would be a catastrophe"."""
    modal = any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in verb.lefts)
    return modal and verb.lemma_ in WEIGHING and not local.is_definite(noun)


def _object(token: Token, governor: Token | None = None) -> Step:
    governor = governor or token.head
    if token.dep_ == "nsubjpass" and predicate(governor).i != governor.i:
        return _subject(token)  # "was shown to be false"
    found = PLAYED if _is_played(token, governor) else lookup(governor, "np")
    by_somebody = found is not None and found.name == DOING and _tells_whose(token, governor)
    known = _is_had(token, governor) or (_is_known(token) and not by_somebody) or _is_judged(token, governor)
    taken = local.is_definite(token) and found is not None and (known or found.presupposes)
    if governor.lemma_ in HAVING_DONE and taken:
        return Step(governor, DONE, form="np")
    if (found is not None and found.name != PLAYED.name and known) or _is_unclaimed(token, governor):
        return Step(governor, GIVEN, form="definite")
    if local.is_definite(token) and (found is None or found.presupposes):
        return Step(governor, GIVEN, form="definite")
    if found is None:
        return Step(governor, DEFAULTS["np"], form="np", why=f"under '{governor.lemma_.lower()}'")
    return Step(governor, found, named(found, governor), "np")


DOING = "support verb"
"""Signature of verbs of doing a deed that a noun names: "carried out"."""


def _tells_whose(noun: Token, verb: Token) -> bool:
    """Whether a verb of doing tells who did it: "denied that they | carried out | the massacre" denies it was they."""
    return noun.dep_ == "dobj" or any(c.dep_ == "agent" for c in verb.rights)


def _is_unclaimed(noun: Token, verb: Token) -> bool:
    """Whether it is a deed that nobody owns up to: "no group has claimed | the bombing"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    nobody = subject is not None and is_nobody(subject)
    return verb.lemma_ == "claim" and nobody and noun.dep_ == "dobj" and local.is_definite(noun)


def _is_played(noun: Token, verb: Token) -> bool:
    """Whether a deed was "staged" and not done: "the so-called raid was staged", "staged it to frame the army"."""
    if verb.lemma_ != "stage":
        return False
    called = (noun.doc[c.left_edge.i : c.i + 1].text.lower() for c in noun.lefts)
    if not CUES.traits["so_called"].isdisjoint(called):
        return True
    alone = noun.dep_ == "nsubjpass" and local.is_definite(noun) and all(c.is_punct for c in verb.rights)
    return alone or any(c.dep_ in ("advcl", "xcomp") and c.lemma_ in CUES.traits["defaming"] for c in verb.rights)


def _is_known(noun: Token) -> bool:
    """Whether a deed is only so called once it was done: who "planned the massacre" planned one that happened."""
    return noun.lemma_.lower() in CUES.traits["done"] and local.is_definite(noun)


def _is_judged(noun: Token, verb: Token) -> bool:
    """Whether a known deed is only called something: "called | the attack an outrage", "saw | this raid as a test"."""
    judged = any(c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as") for c in verb.rights)
    return judged and local.is_definite(noun)


def _is_had(noun: Token, verb: Token) -> bool:
    """Whether an act is spoken of as done: "was not aimed at", "was intended to", "was planned and carried out"."""
    if noun.dep_ != "nsubjpass":
        return False
    if verb.lemma_ in PURPOSED and local.is_definite(noun):
        return any(c.dep_ == "xcomp" or (c.dep_ == "prep" and c.lower_ in {"at", "against", "as"}) for c in verb.rights)
    done = [c for c in verb.rights if c.dep_ == "conj" and c.lemma_ in committing("doing")]
    return bool(done) and not any(
        c.dep_ in {"neg", "aux", "nsubjpass"} for v in (verb, *done) for c in v.lefts if c.i != noun.i
    )


NOUN_RULES: Mapping[str, Callable[[Token], Step]] = {
    "conj": lambda token: Step(token.head, PASS, form="conj", joins=True, shares=True),
    "pobj": _noun_object,
    "pcomp": _noun_object,
    "compound": lambda token: governed(token.head, "compound"),
    "nmod": lambda token: governed(token.head, "compound"),
    "amod": lambda token: governed(token.head, "compound"),
    "poss": lambda token: Step(token.head, GIVEN, form="poss"),
    "attr": _attribute,
    "nsubj": _subject,
    "csubj": _subject,
    "dobj": _object,
    "nsubjpass": _object,
    "dative": _object,
}
