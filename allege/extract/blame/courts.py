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
}
"""The noun, the preposition behind it and the one before it by which somebody is held for a deed."""

TRIED = frozenset({"for", "over"})
STANDING = frozenset({"be", "go", "stand", "face", "put", "remain", "await"})
"""Verbs by which somebody is on trial."""


def sought(link: Link) -> Iterator[Tie]:
    """ "Arrested two men in connection with it", "on suspicion of it"."""
    noun, prep = link.word, link.word.head
    if (noun.lemma_, link.preposition, prep.lower_) not in SOUGHT:
        return
    at = prep.head
    verb = at if at.pos_ == "VERB" else next((t for t in at.ancestors if t.pos_ == "VERB"), at)
    if verb.lemma_ in words("seeking"):
        doers = spread(patients_of(verb) or prepositional(verb, "for"))
        yield Tie(verb, doers, Act.ACCUSE, next(iter(frame(verb).agents), None), (verb,), at=verb)


def tried(link: Link) -> Iterator[Tie]:
    """ "Went on trial over it", "stood trial for it", "the trial of two guards for it"."""
    trial = _trial(link.word) if link.preposition in TRIED else None
    if trial is None:
        return
    whose = prepositional(trial, "of")
    verb = trial.head.head if trial.dep_ == "pobj" and trial.head.lower_ == "on" else trial.head
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
    """The trial that a word is or has: "trial", "went on | trial", "stood | trial"."""
    near = (word, *prepositional(word, "on"), *children(word, "dobj"))
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
