"""Ties of police and courts: "arrested on suspicion of it", "on trial for it", "pleaded guilty to it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.claim import Act
from allege.extract.blame.links import Link, words
from allege.extract.blame.tie import Tie
from allege.extract.roles import children, frame, patients_of, prepositional, spread, surface

SOUGHT = {
    ("connection", "with", "in"),
    ("connection", "to", "in"),
    ("suspicion", "of", "on"),
    ("suspicion", "of", "under"),
    ("charge", "of", "on"),
}
"""The noun, the preposition behind it and the one before it by which somebody is held for a deed."""

NEAR = 15
"""Words back from "on charges of" in which the arrest is looked for."""

TRIED = frozenset({"for", "over"})
STANDING = frozenset({"be", "go", "stand", "face", "put", "remain", "await"})
"""Verbs by which somebody is on trial."""

BROUGHT = frozenset({"bring", "send", "put"})
"""Verbs by which others have him stand there."""

ARRESTS = frozenset({"arrest", "detention", "indictment", "prosecution", "conviction", "extradition"})
"""Nouns of what is done to somebody for a deed that is thought, or found, to be his."""


def sought(link: Link) -> Iterator[Tie]:
    """ "Arrested two men in connection with it", "on suspicion of it"."""
    noun, prep = link.word, link.word.head
    if (noun.lemma_, link.preposition, prep.lower_) not in SOUGHT:
        return
    at = prep.head
    held = held_over(noun) if noun.lemma_ in CHARGED else _held(at)
    if held:
        yield Tie(noun, held, Act.ACCUSE, None, (noun,))
        return
    verb = at if at.pos_ == "VERB" else next((t for t in at.ancestors if t.pos_ == "VERB"), at)
    if verb.lemma_ in words("seeking"):
        doers = spread(patients_of(verb) or prepositional(verb, "for"))
        yield Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb,), at=verb)


def arrested(link: Link) -> Iterator[Tie]:
    """ "The arrest of two guards for it", "their conviction over it"."""
    held = _held(link.word) if link.preposition in TRIED else ()
    if held:
        noun = link.word if link.word.lemma_ in ARRESTS else link.word.head.head
        yield Tie(noun, held, Act.ACCUSE, None, (noun,))


def held_over(charge: Token) -> tuple[Token, ...]:
    """Who is held "on charges of" something, by the word for the charge: "the arrest of two guards | on charges"."""
    prep = charge.head
    sought = prep.head.pos_ == "VERB" and prep.head.lemma_ in words("seeking")
    if charge.lemma_ not in CHARGED or prep.lower_ not in ("on", "under") or sought:
        return ()
    before = prep.doc[max(prep.sent.start, prep.i - NEAR) : prep.i]
    return next(filter(None, map(_held, reversed(before))), ())  # "on" may hang on a verb over "the arrest of"


def _held(word: Token) -> tuple[Token, ...]:
    """Whom a noun of arrest names, by that noun or by the one behind its "of", on which parsers hang the deed."""
    over = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word
    noun = next((t for t in (word, over) if t.pos_ == "NOUN" and t.lemma_ in ARRESTS), None)
    return () if noun is None else spread(prepositional(noun, "of") or children(noun, "poss"))


def tried(link: Link) -> Iterator[Tie]:
    """ "Went on trial over it", "stood trial for it", "the trial of two guards for it"."""
    trial = _trial(link.word) if link.preposition in TRIED else None
    if trial is None:
        return
    whose = prepositional(trial, "of")
    verb = trial.head.head if trial.dep_ == "pobj" and trial.head.lower_ in ("on", "to") else trial.head
    if verb.lemma_ in BROUGHT:
        whose = whose or list(patients_of(verb)) or surface(verb)
    if not whose and verb.lemma_ in STANDING:
        whose = list(frame(verb).patients) if frame(verb).passive else surface(verb)
    if whose:
        yield Tie(trial, spread(whose), Act.ACCUSE, None, (trial,))


def faced(link: Link) -> Iterator[Tie]:
    """ "Faces charges of it", "faces charges including it"."""
    verb = link.word
    if verb.lemma_ == "face" and verb.pos_ == "VERB" and link.child.lemma_.lower() in CHARGED:
        yield Tie(verb, spread(surface(verb)), Act.ACCUSE, None, (verb,))


CHARGED = frozenset({"charge", "count", "allegation", "accusation"})


def _trial(word: Token) -> Token | None:
    """The trial that a word is or has: "trial", "went on | trial", "stood | trial", "brought to | trial"."""
    to = prepositional(word, "to") if word.lemma_ in BROUGHT else ()
    near = (word, *prepositional(word, "on"), *to, *children(word, "dobj"))
    return next((t for t in near if t.lemma_ == "trial"), None)


def pleaded(link: Link) -> Iterator[Tie]:
    """ "Pleaded guilty to it", "pleaded not guilty to it"."""
    word, verb = link.word, link.word.head
    if word.lower_ != "guilty" or link.preposition != "to" or verb.lemma_ != "plead":
        return
    denied = [c for t in (word, verb) for c in t.children if c.dep_ == "neg"]
    doers = spread(surface(verb))
    act = Act.DENY if denied else Act.ADMIT
    yield Tie(word, doers, act, next(iter(doers), None), (verb, *denied, word), at=verb if denied else None)
