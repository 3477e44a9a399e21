"""Those whom one noun stands for: what is coordinated with it, and what a relative pronoun refers to."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.labels import PAST, SUBJECTS
from allege.analyse.quantities import heads_toll
from allege.extract.happenings import happens
from allege.extract.nouns import CREWED, in_class, weapon_class
from allege.extract.roles.tree import NOMINAL, REACH, VERBAL, children, is_some_of
from allege.extract.shared import shared_noun
from allege.extract.wordlists import word_list

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
PERSONAL = frozenset({"who", "whom"})
NEAR = 12
"""Words before a place within which somebody stands whom "who" behind it may mean."""

WHERE = frozenset({"at", "in", "near", "outside", "inside"})
OBJECTIVE = frozenset({"them", "those", "him", "her", "us"})
EMPTY = word_list("empty")
HARMING = word_list("harming")
EXPLODING = frozenset({"explode", "detonate", "go", "strike", "fire", "open"})
DOING = HARMING | EXPLODING | word_list("damaged") | word_list("mistreated")
"""Verbs of deeds that may harm others where they are done."""


EXCHANGING = frozenset({"instead", "rather"})
"""Words before "of" or "than" that put one in place of another."""


def spread(tokens: list[Token]) -> tuple[Token, ...]:
    """All conjuncts of all tokens, without repetition; relative pronouns replaced, empty pronouns left out."""
    found: dict[int, Token] = {}
    for token in tokens:
        for item in conjuncts(token):
            pronoun = item if item.lower_ in RELATIVE else _whose_share(item)
            for named in _named_among(item) if pronoun is None else (antecedent(pronoun),):
                if named is not None and _names(named):
                    found.setdefault(named.i, named)
    return tuple(found.values())


def _named_among(token: Token) -> list[Token]:
    """Who is named to be one of "those": "among | those | killed was the mayor"; else the token itself."""
    be = token.head.head
    if token.lower_ != "those" or token.dep_ != "pobj" or token.head.lower_ != "among" or be.lemma_ != "be":
        return [token]
    return [t for c in be.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVE for t in conjuncts(c)] or [token]


def _whose_share(token: Token) -> Token | None:
    """The pronoun in "most of | whom", which are those it stands for; "two of whom" are counted."""
    if token.pos_ == "NUM" or token.like_num:
        return None
    whose = (c for of in token.rights if of.lower_ == "of" for c in of.rights if c.dep_ == "pobj")
    return next((c for c in whose if c.lower_ in PERSONAL), None)


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it ("police and soldiers"), in text order, nominal ones only.

    Of adjectives in a row before one noun ("the kirelian and foreign militants") only the noun.
    """
    out, front = [token], [token]
    while front and len(out) < 40:
        front = [c for t in front for c in t.children if (c.dep_ == "conj" or is_listed(c)) and c.pos_ in NOMINAL]
        front = [c for c in front if not _is_excepted(c) and not _crosses(c) and not is_some_of(c)]
        out += front
    noun = shared_noun(out)
    return out if noun is None else [noun]


def _is_excepted(token: Token) -> bool:
    """Whether the second of two is named to say that it was not he: "not the rebels", "instead of the rebels"."""
    if any(c.dep_ == "neg" and c.lower_ == "not" for c in token.lefts):
        return True
    joints = [c for c in token.head.rights if c.dep_ == "cc" and c.i < token.i]
    return bool(joints) and any(c.lower_ in EXCHANGING for c in joints[-1].lefts)


def _crosses(second: Token) -> bool:
    """Whether something between two nouns in a row hangs on neither: "charges by | Orland of murder and | arson".

    "As well as" joins over it: "killed two clerks on Monday, as well as | a nurse".
    """
    first, start = second.head, second.left_edge.i
    if start > first.i + 1 and (joint := second.doc[start - 1]).lower_ == "as" and joint.dep_ == "cc":
        return False
    inside = range(first.i + 1, second.left_edge.i)
    return any(t.i not in inside and t.i < first.i for n in inside for t in [first.doc[n].head])


def is_listed(token: Token) -> bool:
    """Whether what looks like an apposition is the second of three in a list ("the army, the police and X are")."""
    if token.dep_ != "appos" or token.i == 0:
        return False
    joined = children(token, "conj")
    subject = token.head
    plural = any(c.lower_ in ("are", "were", "have") for c in subject.head.children if c.dep_ in ("aux", "auxpass"))
    return plural and len(joined) == 1 and subject.tag_ not in ("NNS", "NNPS") and subject.dep_ in SUBJECTS


def _names(token: Token) -> bool:
    """Whether a word stands for somebody or something: no mark, no empty pronoun, no "both" behind two names."""
    if not token.text[:1].isalnum() or (token.lower_ == "both" and token.dep_ in ("appos", "conj", "det")):
        return False
    full = token.lower_ not in EMPTY or (token.lower_ == "it" and token.dep_ != "expl")
    return full or _counts(token) or _is_one_of(token)


def _counts(token: Token) -> bool:
    """Whether "one" counts somebody hit ("killed one and wounded several", "two were killed and one injured")."""
    if heads_toll(token):
        return True
    if token.pos_ != "NUM" or any(c.dep_ in ("amod", "acl") for c in token.children):
        return False
    verb = token.head
    behind = token.dep_ == "nsubj" and verb.dep_ == "conj" and verb.tag_ in PAST and not children(verb, "dobj")
    return behind or token.dep_ in ("dobj", "nsubjpass")


def _is_one_of(token: Token) -> bool:
    """Whether "one" is somebody of those named with it: "one of its men", "one stabbed the other"."""
    if token.lower_ != "one" or token.dep_ not in SUBJECTS or children(token, "det"):
        return False
    named = [t for of in children(token, "prep") if of.lower_ == "of" for t in children(of, "pobj")]
    if any(_is_flown_or_driven(t) for t in named):
        return token.head.lemma_ in DOING and bool(children(token.head, "dobj"))  # "one of its jets | bombed | a mill"
    if any(weapon_class(t) or in_class(t, "thing") for t in named):
        return False  # "one of the bombs went off"
    return bool(named) or any(c.dep_ == "dobj" and c.lower_ in ("other", "another") for c in token.head.children)


def _is_flown_or_driven(arm: Token) -> bool:
    """Whether it is a weapon that somebody is named to have a crew in: "its | jets |", "the army's | tanks |"."""
    return weapon_class(arm) in CREWED and bool(children(arm, "poss"))


def _somebody(noun: Token) -> Token:
    """The noun itself, or the first above it that is no place, where one names people."""
    at = noun
    for _ in range(REACH):
        if not _is_site(at):
            return at if at.pos_ in NOMINAL else noun
        up = at.head.head if at.dep_ == "pobj" else at.head
        if up.pos_ in ("VERB", "AUX"):
            before = (t for t in reversed(noun.doc[max(noun.sent.start, noun.i - NEAR) : noun.i]))
            return next((t for t in before if _is_person(t)), noun)
        if up.i == at.i or up.pos_ not in NOMINAL:
            return noun
        at = up
    return noun


def _deed_at(noun: Token, clause: Token) -> Token | None:
    """The noun itself, or the deed done there where a clause tells of harm: "the raid in Orsa, which killed two".

    A place where something was done harms nobody: without a deed, weapon or side before it nobody is who did ("shelled
    a mill in Orsa, which killed two"); a state may have ("he lives in Norland, which killed two").
    """
    at = noun
    if clause.lemma_ not in HARMING:
        return noun
    while at.dep_ == "pobj" and (_is_site(at) or _is_aimed_at(at)) and at.head.head.pos_ in NOMINAL:
        at = at.head.head
        if happens(at):
            return at
    if clause.lemma_ in ("leave", "force"):
        return noun
    struck = _is_site(at) or _is_aimed_at(at) or (in_class(at, "thing") and not weapon_class(at))
    if not struck:
        return at
    verb = next((a for a in at.ancestors if a.pos_ in VERBAL), None)
    return None if verb is not None and verb.lemma_ in DOING else noun


def _is_aimed_at(noun: Token) -> bool:
    """Whether a noun is a place that something is done to: "an attack | on the village"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "against") and in_class(noun, "thing")


def _is_person(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.dep_ not in ("compound", "nmod") and in_class(noun, "person")


def _is_site(noun: Token) -> bool:
    """Whether a noun is a named place or a building, in a phrase that says where."""
    if noun.dep_ != "pobj" or in_class(noun, "person") or noun.ent_type_ in ("PERSON", "NORP"):
        return False
    where = noun.head.lower_
    named = noun.ent_type_ in ("GPE", "LOC", "FAC") or in_class(noun, "thing") or _is_land(noun)
    return (where in ("of", "from") and named) or (where in WHERE and (named or noun.pos_ == "PROPN"))


def _is_land(noun: Token) -> bool:
    """Whether a common noun is for where somebody is ("the northern part of the country"), no office or force."""
    return noun.pos_ == "NOUN" and (noun.lemma_ == "country" or in_class(noun, "territory"))


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: the one its relative clause hangs on.

    "Who" is no town: behind "the inmate of the jail at Orsa, who was moved" it is the noun that the place hangs on.
    """
    before = pronoun.nbor(-1) if pronoun.i > pronoun.sent.start else pronoun
    if before.lower_ in OBJECTIVE and not _is_excepted(before):
        return before
    at = pronoun.head
    for _ in range(REACH):
        if at.dep_ == "relcl" or (at.dep_ == "acl" and at.head.pos_ in NOMINAL):
            return _somebody(at.head) if pronoun.lower_ in PERSONAL else _deed_at(at.head, at)
        if at.head.i == at.i:
            return None
        at = at.head
    return None
