"""Denials by the way: "the raid, which the army denies", "Troops burned the mill, a charge that the ministry rejects".

The sentence tells of a deed; a clause that hangs on it, or on a word for what was said of it, tells that somebody
denies it. What the sentence tells stays as firm as it was; the denial is a claim of its own, about the same deed.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Act
from allege.extract.blame.links import is_between, words
from allege.extract.blame.tie import Tie
from allege.extract.certainty.lexicon import CUES
from allege.extract.nouns import is_nobody, with_lemma
from allege.extract.roles import RELATIVE, children, frame
from allege.extract.unowned import unowned

ANYTHING = frozenset({"something", "thing"})
"""Words that stand for the whole of what was told: "something the ministry denies"."""

FLATLY = frozenset({"deny", "disavow", "disclaim"})
"""Verbs that deny a deed itself; a "rejected" offer was made all the same."""


def aside(analysis: Analysis) -> Iterator[tuple[Token, Token, Tie]]:
    """The verb of each such denial, the word in its clause that stands for the deed, and the tie to who denies it."""
    for verb in with_lemma(analysis.doc, words("denying")):
        if verb.pos_ != "VERB" or verb.dep_ not in ("relcl", "acl", "ccomp") or unowned(verb):
            continue
        thing = _denied(verb)
        agents = frame(verb).agents
        if thing is not None and agents and not is_nobody(agents[0]) and agents[0].i != thing.i:
            yield verb, thing, Tie(verb, agents, Act.DENY, agents[0], (verb,), verb)


def _denied(verb: Token) -> Token | None:
    """What stands for the deed: "which", "a charge", "carrying out"; None where the verb denies something else."""
    noun = verb.head
    if verb.dep_ == "ccomp":  # "accusations that the ministry rejects", read as what they say
        return noun if _is_hearsay(noun) and not children(verb, "dobj") else None
    done = next((c for c in children(verb, "xcomp") if is_between(c)), None)
    own = [t for v in (verb, done) if v is not None for t in children(v, "dobj")]
    if any(t.lower_ not in RELATIVE for t in own):
        return None
    if _is_hearsay(noun) or noun.lemma_.lower() in ANYTHING:
        return noun
    if verb.lemma_ not in FLATLY:
        return None
    return done or next(iter(own), None)


def _is_hearsay(noun: Token) -> bool:
    return noun.lemma_.lower() in CUES.hearsay
