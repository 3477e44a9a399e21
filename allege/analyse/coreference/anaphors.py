"""What refers to something: pronouns and bare definite phrases, and what each of them needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from allege.analyse.coreference.phrases import denies
from allege.analyse.coreference.words import PRONOUNS, tables
from allege.analyse.found import Found

_DUMMY = frozenset(("seem", "appear", "happen", "turn", "rain", "snow", "take", "mean"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an anaphor needs: "one" person, "many", a "thing", or actors of `kinds`."""

    sort: str
    gender: str = ""
    kinds: frozenset[str] = frozenset()
    lemma: str = ""


def wanted_by(token: Token, by_head: Mapping[int, Found]) -> Wanted | None:
    """What the token needs when it is an anaphor; None when it is none."""
    lower = token.lower_
    pronoun = PRONOUNS.get(lower)
    if pronoun is not None:
        return None if (lower == "it" and _is_dummy(token)) or _is_nobodys(token) else Wanted(*pronoun)
    kinds = tables().definite.get(lower) if token.pos_ == "NOUN" else None
    if kinds is None or not _is_bare_definite(token):
        return None
    own = by_head.get(token.i)
    if own is not None and own.mention.entity is not None:
        return None
    return Wanted("definite", "", kinds, token.lemma_.lower())


def _is_bare_definite(token: Token) -> bool:
    """ "The group", "these militants": an article or pointer before it, nothing else that says which."""
    lefts = [t for t in token.lefts if not t.is_punct]
    pointed = any(t.lower_ in ("the", "this", "that", "these", "those") for t in lefts)
    return pointed and len(lefts) == 1 and not any(t.dep_ in ("prep", "relcl", "acl", "appos") for t in token.rights)


def _is_nobodys(token: Token) -> bool:
    """ "No group has said | it planted the bomb": it is the group that there is none of."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return False
    speakers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    return any(denies(c) or c.lower_ in ("nobody", "none", "neither") or c.text.lower() == "no one" for c in speakers)


def _is_dummy(token: Token) -> bool:
    """ "It is clear that", "it was reported that", "it seems": refers to nothing."""
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in _DUMMY or _leaves_no_doubt(verb):
        return True
    clause = any(t.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and t.i > verb.i for t in verb.rights)
    if token.dep_ == "nsubjpass":
        return any(t.dep_ in ("ccomp", "csubj") for t in verb.rights)
    return (
        token.dep_ == "nsubj"
        and verb.lemma_ == "be"
        and (clause or (any(t.dep_ == "acomp" for t in verb.rights) and clause))
    )


def _leaves_no_doubt(verb: Token) -> bool:
    """ "It leaves no doubt", "it leaves little choice": what does so is all that was said before."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in tables().idle)
    return verb.lemma_ == "leave" and any(d.lower_ in ("no", "little") for thing in things for d in thing.lefts)
