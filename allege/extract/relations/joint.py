"""Who fights on one side: in "Kirelia backs Norland in the fight against the rebels" both fight the rebels."""

from __future__ import annotations

from spacy.tokens import Token

from allege.extract.events.match import Matcher, Trigger
from allege.extract.events.supports import carried
from allege.extract.roles import children, prepositional, spread
from allege.extract.wordlists import word_list

BACKING = word_list("backing")
"""Verbs and nouns that put two on one side: helper and helped."""

EFFORTS = word_list("efforts")
"""What is helped for whose it is ("supported their campaign")."""

STEPS = 6
"""How far above the fight the helping is looked for ("has supported them in their efforts to defeat")."""

CLIMB = frozenset({"xcomp", "advcl", "acl", "pobj", "pcomp", "conj", "dobj"})
PURPOSE = frozenset({"in", "for", "to", "during"})


def on_one_side(matcher: Matcher, found: Trigger) -> tuple[Token, ...]:
    """Helper and helped where the fight is what the help is for; nobody elsewhere."""
    aided = _aided(found.token)
    if aided:
        return aided
    at = found.token
    for _ in range(STEPS):
        if at.dep_ not in CLIMB and not (at.dep_ == "prep" and at.lower_ in PURPOSE):
            return ()
        at = at.head
        if at.lemma_.lower() in BACKING:
            return _sides(matcher, at)
    return ()


def _aided(act: Token) -> tuple[Token, ...]:
    """Whom a deed is done in support of, or as part of: "strikes in support of Norland against the rebels"."""
    clauses = [act, *children(act, "acl")]
    at = act
    while len(clauses) < STEPS and at.dep_ in ("dobj", "nsubj", "conj", "advcl", "xcomp"):
        at = at.head
        clauses.append(at)
    ways = (way for clause in clauses for way in _ways(clause))
    return tuple(dict.fromkeys(side for way in ways for side in spread(prepositional(way, "of"))))


def _ways(word: Token) -> list[Token]:
    """The nouns of "in support" and "as part" on a word, also behind the second of two prepositions."""
    preps = [p for p in children(word, "prep") for p in (p, *children(p, "conj"))]
    behind = ((p.lower_, t) for p in preps for t in children(p, "pobj"))
    return [t for way, t in behind if (way, t.lemma_) in (("in", "support"), ("as", "part"))]


def _sides(matcher: Matcher, help_: Token) -> tuple[Token, ...]:
    if help_.pos_ == "VERB":
        frame = matcher.frame(help_)
        helped = frame.patients or spread(prepositional(help_, "with", "by", "alongside", "behind"))
        helped = tuple(o for t in helped for o in ((children(t, "poss") or [t]) if t.lemma_ in EFFORTS else [t]))
        return (*frame.agents, *helped) if helped else ()
    helped = spread(prepositional(help_, "for", "to", "of"))
    helper = (*carried(matcher, help_).agents, *children(help_, "poss"))
    return (*helper, *helped) if helped else ()
