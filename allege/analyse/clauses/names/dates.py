"""Days that the parser makes part of the name beside them, and hours that it makes none.

"In downtown Orsa | Thursday": in a town, on a day. "On 5 May | Dahl rose": no "5 May Dahl".
"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span, Token

from allege.analyse.clauses.names.openings import PLACING
from allege.analyse.headings import DAYS
from allege.analyse.labels import ANY_SUBJECT, FINITE, PLACES, has

DATING = frozenset({"on", "in", "by", "since", "until", "before", "after"})

HOURS = frozenset({"a.m.", "p.m.", "am", "pm"})
WEEKDAYS = frozenset(day.lower() for day in DAYS)


def hang_day(token: Token) -> None:
    """ "On | Sunday | robbers raided": no "Sunday robbers", unless "on" hangs on the day."""
    if token.dep_ != "compound" or token.text not in DAYS or not token.i or token.nbor(-1).lower_ != "on":
        return
    if all(above.i != token.i for above in token.nbor(-1).ancestors):
        token.head, token.dep_ = token.nbor(-1), "pobj"


def hang_hour(token: Token) -> None:
    """ "Shortly after 11 | p.m.", taken for the mark that ends a sentence: it does not end there."""
    if token.dep_ != "punct" or token.lower_ not in HOURS or token.i - token.sent.start < 2:
        return
    if token.nbor(-1).tag_ == "CD" and token.nbor(-2).dep_ == "prep":
        token.head, token.dep_ = token.nbor(-2), "pobj"


def free_date(token: Token) -> None:
    """Takes one such day and such a name apart."""
    if token.ent_type_ not in ("DATE", "TIME") and not _follows_day(token):
        return
    if token.dep_ == "pobj" and token.head.lower_ in PLACING | {"from"}:
        _behind_town(token)
    elif token.dep_ in ("compound", "nmod") and (not token.ent_type_ or token.head.ent_type_ != token.ent_type_):
        _before_name(token)


def _follows_day(token: Token) -> bool:
    """Whether it is a month behind the number of a day: "12 | May"."""
    named = token.lower_ in MONTHS and token.is_title and not token.ent_type_
    return named and token.i > token.sent.start and token.nbor(-1).is_digit and len(token.nbor(-1)) < YEAR - 1


def _behind_town(day: Token) -> None:
    """ "In downtown Orsa | Thursday": the town stands behind "in", the day beside it."""
    preposition, first = day.head, _date(day)[0]
    town = first.nbor(-1) if first.i else first
    if town.dep_ not in ("compound", "nmod") or town.head.i != day.i or town.ent_type_ not in PLACES:
        return
    town.head, town.dep_ = preposition, "pobj"
    for child in [c for c in day.children if c.i < town.i]:
        child.head = town
    day.head, day.dep_ = preposition.head, "npadvmod"


def _before_name(month: Token) -> None:
    """ "On 5 May | Dahl rose", "on 5 May | Kirelian jets rose": the day stands behind "on", the name is who rose."""
    name, date = month.head, _date(month)
    if month.i + 1 < date.end and all(t.like_num and not t.is_digit for t in month.doc[month.i + 1 : date.end]):
        date = month.doc[date.start : month.i + 1]  # "on 3 May | two bombs fell"
    while name.dep_ in ("amod", "compound", "nummod"):
        name = name.head
    if date[0].i and date[0].nbor(-1).like_num and date[0].nbor(-1).head.i == name.i:
        date = month.doc[date[0].i - 1 : date.end]
    before = date[0].nbor(-1) if date[0].i else month
    within = _is_whoever_did_it(name, before)
    if not within and before.lower_ in DATING and name.dep_ == "pobj" and name.head.i == before.i:
        _part_doer(month, name, before)
        return
    objects = (c for c in before.children if c.dep_ == "pobj" and not (within and c.i == name.i))
    alone = before.lower_ in DATING and before.dep_ == "prep" and not any(objects)
    if not alone or date[-1].i != month.i or name.i <= month.i or any(t.i == month.i for t in before.ancestors):
        return
    if name.pos_ not in ("PROPN", "NOUN") or not (within or name.dep_ in ("nsubj", "nsubjpass")):
        return
    if within:
        name.head, name.dep_ = name.doc[name.right_edge.i + 1], "nsubj"
    for child in [c for c in name.children if date[0].i <= c.i < month.i]:
        child.head = month
    month.head, month.dep_ = before, "pobj"


def _is_whoever_did_it(name: Token, before: Token) -> bool:
    """ "On 12 May | rebels struck the post": the verb behind a name that "on" was given has nobody else to do it."""
    if name.dep_ != "pobj" or name.head.i != before.i or name.right_edge.i + 1 >= len(name.doc):
        return False
    verb = name.doc[name.right_edge.i + 1]
    above = any(t.i == verb.i for t in before.ancestors)
    return above and verb.tag_ in FINITE and not has(verb, ANY_SUBJECT)


def _part_doer(month: Token, name: Token, before: Token) -> None:
    """ "In February | parliament passed it": it passed it, and is no "February parliament"."""
    verb = before.head
    if verb.i < name.i or verb.tag_ not in FINITE | {"VBN"} or not _has_no_doer(verb, before):
        return
    name.head, name.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
    month.head, month.dep_ = before, "pobj"
    for child in [c for c in name.children if before.i < c.i < month.i]:
        child.head = month


def _date(token: Token) -> Span:
    """The date that a token is a word of."""
    doc, first, last = token.doc, token.i, token.i + 1
    while doc[first].ent_iob_ == "I" and first:
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return doc[first:last]


def free_year(year: Token) -> None:
    """ "In 2019 | soldiers burned it": a year, and no two thousand soldiers."""
    noun, verb = year.head, year.head.head
    before = year.nbor(-1) if year.i else year
    if year.dep_ != "nummod" or year.ent_type_ != "DATE" or not (year.text.isdigit() and len(year.text) == YEAR):
        return
    if before.lower_ not in DATING or before.dep_ != "prep" or noun.i < year.i or noun.ent_type_ == "DATE":
        return
    if noun.dep_ == "pobj" and noun.head.i == before.i:
        verb = before.head
        if verb.i < noun.i or verb.tag_ not in FINITE | {"VBN"} or not _has_no_doer(verb, before):
            return
        noun.head, noun.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
    elif noun.dep_ not in ("nsubj", "nsubjpass") or has(before, {"pobj"}):
        return
    year.head, year.dep_ = before, "pobj"
    if before.head.i != verb.i and before.head.i > year.i:
        before.head = verb


def _has_no_doer(verb: Token, before: Token) -> bool:
    """Whether a verb has no subject; one before a colon is what the clause before speaks of: "Mark Orsa: in 2019 …"."""
    subject = next((c for c in verb.lefts if c.dep_ in ANY_SUBJECT), None)
    if subject is None:
        return True
    parted = before.i > 0 and before.nbor(-1).text == ":" and subject.i < before.i and verb.head.i < subject.i
    if parted and subject.dep_ == "nsubj" and verb.head.pos_ == "VERB":
        subject.head, subject.dep_ = verb.head, "dobj"
        return True
    return False


YEAR = 4
"""Digits of a year."""


def free_subject(verb: Token) -> None:
    """ "Osk was caught in November 2001 and | Brann, a clerk, | was held in Velm": Brann was, and is no November."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBN", "VBD") or has(verb, ANY_SUBJECT | {"cc"}):
        return
    helper = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE), None)
    if helper is None and verb.tag_ != "VBD":
        return
    first = helper or verb
    day = next((t for t in reversed(verb.doc[verb.head.i + 1 : first.i]) if _is_named_date(t)), None)
    if day is None:
        return
    (name,) = _names_beside(day)[:1]
    name.head, name.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
    for aside in [c for c in day.children if c.dep_ == "appos" and c.i > name.i]:
        aside.head = name
    for joint in [c for c in day.children if c.dep_ == "cc" and c.i < name.i]:
        joint.head = verb.head


def _is_named_date(day: Token) -> bool:
    return day.ent_type_ == "DATE" and day.dep_ == "pobj" and bool(_names_beside(day))


def free_from_aside(on: Token) -> None:
    """ "Troops, helped by scouts, | on 5 May | burned the mill": they burned it then, whenever the scouts helped."""
    aside, verb = on.head, on.right_edge.i + 1
    if on.dep_ != "prep" or aside.dep_ != "acl" or not on.i or on.nbor(-1).text != "," or verb >= on.sent.end:
        return
    main, dated = on.doc[verb], any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in on.rights)
    if dated and main.tag_ in FINITE and aside.head.head.i == main.i and aside.i < on.i:
        on.head = main


def free_ranged(between: Token) -> None:
    """ "Between May and July | Captain Dahl sold rifles": he sold them, and is no end of the time between."""
    doc, end = between.doc, between.sent.end
    if between.lower_ != "between":
        return
    starts = _dated(doc[between.i + 1 : end])
    joint = between.i + 1 + len(starts)
    ends = _dated(doc[joint + 1 : end])
    after = joint + 1 + len(ends)
    if not starts or not ends or doc[joint].lower_ != "and" or after >= end or doc[after].tag_ != "NNP":
        return
    name, first, last = _whole_name(doc[after]), starts[-1], ends[-1]
    verb = name.head if name.dep_ == "nsubj" else between.head
    free = name.dep_ == "nsubj" or not has(verb, ANY_SUBJECT)
    mixed = first.is_ancestor(name) or name.is_ancestor(last)
    if not free or not mixed or verb.tag_ not in FINITE or verb.i < name.i:
        return
    name.head, name.dep_ = verb, "nsubj"
    between.head, between.dep_ = verb, "prep"
    first.head, first.dep_ = between, "pobj"
    last.head, last.dep_ = first, "conj"
    doc[joint].head, doc[joint].dep_ = first, "cc"
    for token in (*starts[:-1], *ends[:-1]):
        token.head, token.dep_ = (first if token.i < joint else last), "nummod"
    for token in doc[after : name.i]:
        if token.head.i < after:
            token.head, token.dep_ = name, "compound"


def _whole_name(word: Token) -> Token:
    """The head of the name that a word opens."""
    while word.dep_ in ("compound", "nmod", "conj") and word.head.i > word.i:
        word = word.head
    if word.i + 1 < len(word.doc) and word.nbor().tag_ == "NNP":
        return _whole_name(word.nbor())
    return word


def _dated(words: Span) -> list[Token]:
    """The words of a day, a month or a year that open a phrase."""
    return list(takewhile(lambda t: t.text in DAYS or t.lower_ in MONTHS or t.like_num, words))


MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip


def _names_beside(day: Token) -> list[Token]:
    """The names that are coordinated with a day."""
    return [c for c in day.children if c.dep_ == "conj" and c.pos_ == "PROPN" and c.ent_type_ not in ("DATE", "TIME")]
