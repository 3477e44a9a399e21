"""How many people a phrase counts, as fillers of the quantity type: "at least 28 people", "a mother and two sons"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.analyse.clauses.mistaken.tags import ORDINALS
from allege.claim import MentionType, Role, Span, Spans, merge_spans
from allege.extract.nouns import MEASURES, in_class
from allege.extract.phrases import MONTHS
from allege.extract.predication import Filler
from allege.extract.roles import conjuncts, prepositional
from allege.extract.wordlists import word_list

VAGUE = word_list("vague")
COLLECTIVE = word_list("collective")
DEAD = frozenset({"dead", "death", "fatality", "corpse", "body", "martyr"})
TOTALS = frozenset({"total", "number"})
"""Words whose "of" phrase holds the count ("a total of 16 people")."""

ANIMALS = word_list("animals")

ONE = frozenset({"a", "an", "the", "another", "this", "that"})
"""Words before a noun in the singular that may make it one: "no clerk", "every clerk" are none."""

BODIES = frozenset({"family", "household", "crew", "group", "team", "party", "convoy"})
"""People taken together, whose "of" phrase says how many they are ("a family of five")."""


def count_in(token: Token) -> Token | None:
    """The number word of a phrase: "28" in "at least 28 people", "dozens" in "dozens of people"; none in "no one"."""
    if _is_no_people(token) or any(child.lower_ == "no" for child in token.children):
        return None
    if _is_number(token):
        return token
    for child in token.children:
        if (child.dep_ == "nummod" and not _is_of_day(child)) or (child.dep_ == "amod" and child.lower_ in VAGUE):
            return child
    if token.lemma_.lower() in TOTALS | BODIES:
        return next((number for of in prepositional(token, "of") if (number := count_in(of)) is not None), None)
    return None


def _is_no_people(token: Token) -> bool:
    """Whether a noun is a measure or an animal: "200 | kilometres", "30 | cows", "30 | head of cattle"."""
    word = token.lemma_.lower()
    if word in MEASURES or word in ANIMALS or token.lower_ in ANIMALS:
        return True
    return word == "head" and any(of.lemma_.lower() in ANIMALS for of in prepositional(token, "of"))


def _is_of_day(number: Token) -> bool:
    """Whether a number before a noun is part of a day: "On 3 March 2024 | gunmen", "on March 3 | gunmen"."""
    year = number.text.isdigit() and len(number.text) == 4
    beside = number.i > 0 and number.nbor(-1).lower_ in MONTHS
    return number.ent_type_ == "DATE" and (year or beside)


def _is_number(token: Token) -> bool:
    if token.lower_ == "one":
        return token.dep_ == "nummod" or token.tag_ == "CD"
    if token.lower_ in ORDINALS:
        return False
    return bool(token.like_num or token.lemma_.lower() in VAGUE or token.lower_ in VAGUE)


def quantity(analysis: Analysis, number: Token) -> tuple[Spans, int]:
    """The span of a number with what limits it ("at least 28"), a quantity mention's own span where there is one."""
    if (whole := _range_of(analysis, number)) is not None:
        return whole
    head = number.head if number.head.text == "+" else number
    mention = analysis.by_head.get(head.i)
    if mention is not None and mention.type is MentionType.QUANTITY:
        return mention.spans, head.i
    start = end = number
    for child in number.children:
        if child.dep_ in ("quantmod", "advmod", "nummod", "compound") and child.i < number.i:
            start = min(start, child.left_edge, key=lambda t: t.i)
    return merge_spans([Span(start.idx, end.idx + len(end))]), number.i


def _range_of(analysis: Analysis, number: Token) -> tuple[Spans, int] | None:
    """The quantity that a number is one end of, with its head: "at least four and perhaps as many as 30"."""
    mention = analysis.ranges.get(number.i)
    head = analysis.head_of(mention.spans) if mention is not None else None
    return None if mention is None or head is None else (mention.spans, head.i)


def counted(analysis: Analysis, role: Role, number: Token) -> Filler:
    """The filler of one number."""
    spans, head = quantity(analysis, number)
    return Filler(role, spans, head, MentionType.QUANTITY)


def each_named(analysis: Analysis, toll: Filler) -> bool:
    """Whether a toll counts those who are named one by one, and no number: "his mother died" adds none to a raid's."""
    return toll.sum is not None and not any(t.like_num for t in analysis.tokens(toll.spans))


def of_victims(analysis: Analysis, role: Role, victims: Iterable[Token]) -> Iterator[Filler]:
    """The counts in the phrases of those killed or hurt; of several that name everybody their sum alone.

    Who is named or called in the singular is one: "killed a clerk, Tam Orsin", "her father was killed".
    """
    items = (item for victim in victims for item in (conjuncts(victim) if victim.like_num else [victim]))
    items = (item for item in items if not _is_no_people(item))  # "two in Orsa, 200 | kilometers north"
    found = dict.fromkeys(i for i in items if role is Role.DEATHS or i.lemma_.lower() not in DEAD)
    whole = _sum(analysis, role, list(found)) or _one(analysis, role, list(found))
    if whole is not None:
        yield whole
        return
    for item in found:
        number = count_in(item)
        if number is not None:
            yield counted(analysis, role, number)


def _sum(analysis: Analysis, role: Role, people: Sequence[Token]) -> Filler | None:
    """The sum of "an officer and his two sons"; None where a number has no exact value or somebody is not counted."""
    numbers = [count_in(person) for person in people]
    if len(people) < 2 or any(c.lower_ == "or" for person in people for c in person.children):
        return None
    spans: list[Span] = []
    low = high = 0
    for person, number in zip(people, numbers, strict=True):
        mention = analysis.by_head.get(number.i) if number is not None else None
        if mention is not None and mention.low is not None and mention.high is not None:
            spans += mention.spans
            low, high = low + mention.low, high + mention.high
        elif number is None and _is_one_person(person):
            spans.append(Span(person.idx, person.idx + len(person)))
            low, high = low + 1, high + 1
        else:
            return None
    return Filler(role, merge_spans(spans), people[-1].i, MentionType.QUANTITY, (low, high))


def _one(analysis: Analysis, role: Role, people: Sequence[Token]) -> Filler | None:
    """The count of a single human being whom no number counts: "wounding a | sailor"."""
    if len(people) != 1 or count_in(people[0]) is not None or not _is_one_person(people[0]):
        return None
    (person,) = people
    spans = (Span(person.idx, person.idx + len(person)),)
    named = analysis.by_head.get(person.i)
    if named is not None and named.spans == spans:
        return None  # these words are somebody already, and no number
    return Filler(role, spans, person.i, MentionType.QUANTITY, (1, 1))


def _is_one_person(token: Token) -> bool:
    """Whether a noun names one human being: "an officer", "the driver"; a body of men ("the army") is none."""
    if token.tag_ == "NNP":
        return token.ent_type_ == "PERSON" and not any(c.dep_ == "det" for c in token.children)
    one = token.tag_ == "NN" and any(c.dep_ == "poss" or c.lower_ in ONE for c in token.children)
    named = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in token.children)
    return one and (named or in_class(token, "person")) and token.lemma_.lower() not in COLLECTIVE
