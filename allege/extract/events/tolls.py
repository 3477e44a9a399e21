"""Tolls that a text states: "28 dead", "left nine people injured", "nine died", "the toll rose to 31", "lost four"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.headings import DAYS
from allege.claim import Role
from allege.extract.events.counts import DEAD, count_in, counted, each_named, of_victims
from allege.extract.nouns import in_class
from allege.extract.predication import Filler
from allege.extract.roles import POINTING, children, conjuncts, prepositional, surface
from allege.extract.wordlists import word_list

DYING = frozenset({"die", "perish"})
KILLED = DYING | {"kill", "slay", "murder"}
TOLL = "toll"
REVISING = frozenset({"revise", "lower", "raise", "cut", "reduce", "correct", "increase", "change"})
TELLING_DEATHS = frozenset({"die", "kill", "dead", "death", "fatality", TOLL})
"""Words before "revised the figure" that make it the toll."""

COUNTED_OF = frozenset({"death", "injury", "wounding"})
"""Nouns behind whose "of" the dead or hurt are counted ("resulted in the death of six clerks")."""

TALLIES = frozenset({"number", "count", "tally", "figure"})
"""Words that, of the dead, are the toll ("the number of dead")."""

BRINGING = frozenset({"bring", "take", "push", "raise"})
"""Verbs by which a deed adds to the dead of others."""

REACHING = frozenset({"reach", "hit"})
NUMBERING = frozenset({"number", "total"})
"""Verbs between the dead or hurt and how many they are ("the wounded numbered 28")."""

COUNTING = frozenset({"count", "list", "recover", "find", "retrieve", "pull", "collect", "bury"})
"""Verbs by whose object the dead are counted ("counted 12 bodies", "records list 14 dead")."""

HURT = frozenset({"wounded", "injured", "injury", "hurt"})
TAKING = word_list("taking-lives")
"""Verbs that take the lives of others ("claimed nine lives")."""

LOSING = DYING | TAKING | {"lose"}
"""Verbs of those who die, and of what takes their lives."""


def stated(analysis: Analysis, sentence: SpacySpan) -> Iterator[tuple[Token, Filler]]:
    """The tolls of a sentence with the word that states them.

    Where a sentence says what the toll now is ("lowered the death toll to nine, as three bodies had been counted
    twice", "rose to nine after two died of their wounds"), other counts of the dead in it are no tolls.
    """
    totals = told_in_all(analysis, sentence)
    yield from totals
    for token in sentence:
        word = token.lemma_.lower()
        if totals and word in DEAD:
            continue
        if token.pos_ == "VERB" and not totals:
            yield from ((token, toll) for toll in of_the_dead(analysis, token) if not each_named(analysis, toll))
        if word in DEAD:
            role = Role.DEATHS
        elif word in HURT or token.lower_ in HURT:
            role = Role.INJURIES
        else:
            continue
        yield from ((token, counted(analysis, role, number)) for number in _counted(token))
        if word in COUNTED_OF and token.pos_ == "NOUN":
            people = [one for whose in prepositional(token, "of") for one in conjuncts(whose)]
            yield from ((token, toll) for toll in of_victims(analysis, role, people))


def told_in_all(analysis: Analysis, sentence: SpacySpan) -> list[tuple[Token, Filler]]:
    """What a sentence says that the toll now is, with the word for it."""
    return [(token, toll) for token in sentence if is_toll(token) for toll in total(analysis, token)]


def set_by(analysis: Analysis, verb: Token) -> Iterator[Filler]:
    """The toll that a clause with this verb gives: "put the number of dead at 33", "the wounded numbered 28"."""
    if verb.lemma_ in NUMBERING:
        yield from _numbered(analysis, verb)
    for noun in children(verb, "nsubj", "nsubjpass", "dobj"):
        if is_toll(noun):
            yield from total(analysis, noun)


def _numbered(analysis: Analysis, verb: Token) -> Iterator[Filler]:
    """ "The dead | numbered 12"."""
    for people in children(verb, "nsubj"):
        word = people.lemma_.lower()
        role = Role.DEATHS if word in DEAD else Role.INJURIES if word in HURT or people.lower_ in HURT else None
        for figure in children(verb, "dobj", "attr", "npadvmod") if role is not None else ():
            number = count_in(figure)
            if number is not None and role is not None:
                yield counted(analysis, role, number)


def is_entry(word: Token) -> bool:
    """Whether a line is but a label and a toll: "Hospital: at least two | dead"."""
    start = word.sent.start
    colon = next((t.i for t in word.doc[start : word.i] if t.text == ":"), None)
    if colon is None or colon == start or any(t.pos_ in ("VERB", "AUX") for t in word.doc[start:colon]):
        return False
    between = word.doc[colon + 1 : word.i]
    rest = word.doc[word.i + 1 : word.sent.end]
    return (
        any(t.like_num for t in between)
        and all(t.pos_ in COUNTS or t.lower_ in ("at", "about", "people") for t in between)
        and all(t.is_punct or t.is_space for t in rest)
    )


COUNTS = frozenset({"NUM", "ADV", "ADJ", "ADP", "DET"})
"""Tags of the words of a count: "at least two"."""


def is_toll(token: Token) -> bool:
    """Whether a noun is a toll: "the toll", "the number of dead", "of people killed", "of those who died"."""
    word = token.lemma_.lower()
    if word not in TALLIES:
        return word == TOLL
    dead = (*prepositional(token, "of"), *children(token, "compound"))
    return _is_toll_again(token) or any(noun.lemma_.lower() in DEAD or _is_of_those_killed(noun) for noun in dead)


def _is_toll_again(figure: Token) -> bool:
    """Whether a figure that is changed is that of the dead told before: "nine died, but it revised | the figure"."""
    if figure.dep_ not in ("dobj", "nsubjpass") or figure.head.lemma_ not in REVISING:
        return False
    if not any(c.lower_ in POINTING or c.dep_ == "poss" for c in figure.lefts):
        return False
    before = figure.sent.start
    first = figure.doc[before - 1].sent.start if before else 0
    return any(t.lemma_.lower() in TELLING_DEATHS for t in figure.doc[first : figure.i])


def _is_of_those_killed(noun: Token) -> bool:
    return any(verb.lemma_ in KILLED and not any(c.dep_ == "dobj" for c in verb.children)
               for verb in children(noun, "acl", "relcl"))  # fmt: skip


def total(analysis: Analysis, toll: Token) -> Iterator[Filler]:
    """The figure that a toll has reached or been set to: "the toll rose to 31", "a toll of 12"; never the old one."""
    verb = toll.head if toll.dep_ in ("nsubj", "nsubjpass", "dobj") else None
    if verb is not None and _sums_up(verb):
        return
    places = [noun for host, names in _said_of(toll, verb) for noun in prepositional(host, *names)]
    if verb is not None and verb.lemma_ in REACHING:
        places += children(verb, "dobj")
    for noun in places:
        number = count_in(noun)
        if number is not None and not any(child.is_currency for child in number.children):
            yield counted(analysis, Role.DEATHS, number)
            return


def _sums_up(verb: Token) -> bool:
    """Whether a clause counts the dead of a whole time: "…, bringing the toll to 40 this month", "since January".

    "It brings to 31 the number of people killed since May" does, "the toll since Monday's quake rose to 31" does not.
    """
    aside = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    if not aside and verb.lemma_ not in BRINGING:
        return False
    return any((t.lower_ == "since" and (aside or _is_long(t))) or (t.lemma_ in PERIODS and _lasts(t))
               for t in verb.subtree)  # fmt: skip


def _is_long(since: Token) -> bool:
    """Whether a time is named by itself as its beginning: "since | May", no "since the attack"."""
    return any(t.ent_type_ == "DATE" and t.text not in DAYS for t in children(since, "pobj"))


def _lasts(period: Token) -> bool:
    """Whether a month or the like is the one that still lasts, or is counted: "this month", "in three weeks"."""
    return any(c.lower_ in ("this", "past", "last") or c.dep_ == "nummod" for c in period.lefts)


PERIODS = frozenset({"week", "month", "year", "decade", "day"})
"""Times over which tolls are added up."""


def _said_of(toll: Token, verb: Token | None) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """The words whose prepositional phrases give the figure, and the prepositions."""
    yield toll, ("to", "at", "of") if toll.lemma_.lower() == TOLL else ("to", "at")
    if verb is None:
        return
    yield verb, ("to", "at")
    for old in prepositional(verb, "from"):
        yield old, ("to",)


def of_the_dead(analysis: Analysis, verb: Token) -> Iterator[Filler]:
    """The counts of those who die, lose their lives or are lost, where the verb says so."""
    if verb.lemma_ not in LOSING or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return
    lives = [c for c in children(verb, "dobj") if c.lemma_.lower() == "life"]
    if verb.lemma_ in DYING or (verb.lemma_ == "lose" and lives):
        yield from of_victims(analysis, Role.DEATHS, [dead for noun in surface(verb) for dead in conjuncts(noun)])
    elif verb.lemma_ == "lose":
        lost = [p for c in children(verb, "dobj") for p in conjuncts(c) if in_class(p, "person")]
        yield from of_victims(analysis, Role.DEATHS, lost)
    elif verb.lemma_ in TAKING and lives:
        yield from of_victims(analysis, Role.DEATHS, [p for life in lives for p in prepositional(life, "of") or [life]])


def _counted(token: Token) -> Iterator[Token]:
    """The number words that a toll word counts."""
    candidates = [token]
    if token.pos_ in ("ADJ", "VERB", "ADV"):
        candidates = [token.head] if token.dep_ in ("amod", "acl", "conj", "appos", "oprd") else []
        candidates += children(token, "nsubj", "nsubjpass")
        if token.dep_ in ("acomp", "oprd", "ccomp", "advmod", "xcomp"):
            candidates += children(token.head, "dobj", "nsubj", "nsubjpass")
        before = token.doc[max(token.i - 2, 0) : token.i]
        if len(before) and before[-1].like_num:
            candidates = [before[-1]]
        elif len(before) == 2 and before[-1].text == "+" and before[0].like_num:
            candidates = [before[0]]
    for candidate in candidates:
        number = count_in(candidate)
        if number is not None:
            yield number
            return
