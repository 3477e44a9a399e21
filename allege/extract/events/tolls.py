"""How many died and how many were hurt, as fillers of the quantity type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import MentionType, Role, Span, Spans, merge_spans
from allege.extract.predication import Filler
from allege.extract.roles import children, conjuncts, surface
from allege.extract.wordlists import word_list

VAGUE = word_list("vague")
DEAD = frozenset({"dead", "death", "fatality", "corpse", "body"})
DYING = frozenset({"die", "perish"})
TOLL = "toll"
HURT = frozenset({"wounded", "injured", "injury", "hurt"})


def count_in(token: Token) -> Token | None:
    """The number word of a phrase: "28" in "at least 28 people", "dozens" in "dozens of people"."""
    for child in token.children:
        if child.dep_ == "nummod" or (child.dep_ == "amod" and child.lower_ in VAGUE):
            return child
    if token.like_num or token.lemma_.lower() in VAGUE or token.lower_ in VAGUE:
        return token
    return None


def quantity(analysis: Analysis, number: Token) -> tuple[Spans, int]:
    """The span of a number with what limits it ("at least 28"), a quantity mention's own span where there is one."""
    mention = analysis.by_head.get(number.i)
    if mention is not None and mention.type is MentionType.QUANTITY:
        return mention.spans, number.i
    start = end = number
    for child in number.children:
        if child.dep_ in ("quantmod", "advmod", "nummod", "compound") and child.i < number.i:
            start = min(start, child.left_edge, key=lambda t: t.i)
    return merge_spans([Span(start.idx, end.idx + len(end))]), number.i


def of_victims(analysis: Analysis, role: Role, victims: Iterable[Token]) -> Iterator[Filler]:
    """The counts in the phrases of those killed or hurt."""
    for victim in victims:
        for item in conjuncts(victim) if victim.like_num else [victim]:
            number = count_in(item)
            if number is not None and (number.lower_ != "one" or number.dep_ == "nummod"):
                spans, head = quantity(analysis, number)
                yield Filler(role, spans, head, MentionType.QUANTITY)


def stated(analysis: Analysis, sentence: SpacySpan) -> Iterator[tuple[Token, Filler]]:
    """Tolls given as states: "28 dead", "left nine people injured", "nine died"; with the word that states them.

    Where a sentence says what the toll now is ("lowered the death toll to nine, as three bodies had been counted
    twice"), other counts of dead bodies in it are no tolls.
    """
    totals = [(token, toll) for token in sentence if token.lemma_.lower() == TOLL for toll in total(analysis, token)]
    yield from totals
    for token in sentence:
        if totals and token.lemma_.lower() in DEAD:
            continue
        word = token.lemma_.lower()
        if token.pos_ == "VERB":
            yield from ((token, toll) for toll in of_the_dead(analysis, token))
        if word in DEAD:
            role = Role.DEATHS
        elif word in HURT or token.lower_ in HURT:
            role = Role.INJURIES
        else:
            continue
        for number in _counted(token):
            spans, head = quantity(analysis, number)
            yield token, Filler(role, spans, head, MentionType.QUANTITY)


def total(analysis: Analysis, toll: Token) -> Iterator[Filler]:
    """The figure that a toll has reached or been set to: "the toll rose to 31", "a toll of 12"; never the old one."""
    verb = toll.head if toll.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    for host in (toll, verb) if verb is not None else (toll,):
        for preposition in children(host, "prep"):
            if preposition.lower_ not in (("to", "at", "of") if host is toll else ("to", "at")):
                continue
            for noun in children(preposition, "pobj"):
                number = count_in(noun)
                if number is not None and not any(child.is_currency for child in number.children):
                    spans, head = quantity(analysis, number)
                    yield Filler(Role.DEATHS, spans, head, MentionType.QUANTITY)
                    return


def of_the_dead(analysis: Analysis, verb: Token) -> Iterator[Filler]:
    """The counts of those who die or lose their lives, where the verb says so of its subject."""
    lost = verb.lemma_ == "lose" and any(c.dep_ == "dobj" and c.lemma_.lower() == "life" for c in verb.children)
    open_ = any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)
    if (lost or verb.lemma_ in DYING) and not open_:
        yield from of_victims(analysis, Role.DEATHS, surface(verb))


def _counted(token: Token) -> Iterator[Token]:
    """The number words that a toll word counts."""
    candidates = [token]
    if token.pos_ in ("ADJ", "VERB", "ADV"):
        candidates = [token.head] if token.dep_ in ("amod", "acl", "conj", "appos", "oprd") else []
        candidates += children(token, "nsubj", "nsubjpass")
        if token.dep_ in ("acomp", "oprd", "ccomp", "advmod", "xcomp"):
            candidates += children(token.head, "dobj", "nsubj", "nsubjpass")
        if token.i > 0 and token.nbor(-1).like_num:
            candidates = [token.nbor(-1)]
    for candidate in candidates:
        number = count_in(candidate)
        if number is not None:
            yield number
            return
