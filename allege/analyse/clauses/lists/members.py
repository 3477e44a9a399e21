"""Members of a list that the parser hangs on the verb, or takes for another name of the member before; and who is none.

"Gunmen killed two clerks on Monday, as well as | a nurse", "… the mayor of Orsa, Ola Brann, and | two guards"; in
"they killed Ola Brann, her driver, and two guards" the driver is not Ola Brann. In "rebels killed nine men and three
women were wounded" the rebels killed no women and were not wounded.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import make_participle
from allege.analyse.labels import ANY_SUBJECT, FINITE, PAST, PLACES, has

JOINING = frozenset({"and", "as"})
"""The words before the last member; "as" is the last word of "as well as"."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MEMBERS = frozenset({"conj", "npadvmod", "pobj", "dobj", "dep", "appos", "oprd"})
"""Labels that the parser gives a member it cannot place."""

SETTING = frozenset({"DATE", "TIME"}) | PLACES
"""Tags of what only says when or where."""

ASIDE = frozenset({"punct", "acl", "relcl"})
"""Labels of what stands between two members and belongs to the first."""

LONGEST = 25
"""Words from "between" up to the "and" of its second side, at most."""

PLURAL = frozenset({"NNS", "NNPS"})


def join_member(joint: Token) -> None:
    """Hangs the member behind "as well as", or behind "and", on what was done to, where both hang on the verb."""
    if joint.lower_ not in JOINING or joint.dep_ != "cc" or joint.i < joint.head.i:
        return
    if joint.lower_ == "as" and [t.lower_ for t in joint.doc[max(joint.i - 2, 0) : joint.i]] != ["as", "well"]:
        return
    side = _first_side(joint)
    member = _member(joint)
    if member is None or (side is None and joint.head.pos_ not in ("VERB", "AUX")):
        return
    first = side or _before(joint.head, joint, where=member.ent_type_ in SETTING)
    if first is None:
        return
    verb = member.head if member.dep_ == "nsubj" else None
    for child in joint.doc[first.i + 1 : joint.i]:
        if child.head.i < first.i and child.dep_ in ASIDE:
            child.head = first
    joint.head, member.head, member.dep_ = first, first, "conj"
    if verb is not None:
        make_participle(verb, member)


def _member(joint: Token) -> Token | None:
    """The member of a list that begins behind `joint`; also one whose participle is taken for a verb of his own."""
    labels = MEMBERS if joint.lower_ == "as" else {"conj"}
    beside = [*joint.rights, *(c for c in joint.head.rights if c.i > joint.i)]
    if joint.lower_ == "as":  # "as well as | groups focused on it"
        verbs = [c for c in beside if c.dep_ == "conj" and c.tag_ in PAST and not has(c, {"aux"})]
        beside = [*(s for c in verbs for s in c.lefts if s.dep_ == "nsubj"), *beside]
        labels = MEMBERS | {"nsubj"}
    found = next((c for c in beside if c.dep_ in labels and c.left_edge.i == joint.i + 1), None)
    return None if found is None or found.pos_ not in NOMINAL or has(found, ANY_SUBJECT | {"cop", "aux"}) else found


def _first_side(joint: Token) -> Token | None:
    """The side that stands alone behind "between": "the pact between | Orland, led by Ola Brann, and | its neighbour".

    The parser may hang "between" on the day before it.
    """
    for token in reversed(joint.doc[max(joint.i - LONGEST, joint.sent.start) : joint.i]):
        if token.tag_ in FINITE or token.dep_ == "cc":
            break
        if token.lower_ == "between" and token.dep_ == "prep":
            day = token.head
            if day.ent_type_ == "DATE" and day.dep_ == "pobj":
                token.head = day.head.head
            return next((c for c in token.rights if c.dep_ == "pobj"), None)
    return None


def _before(verb: Token, joint: Token, *, where: bool) -> Token | None:
    """What a verb has before `joint` that the member can go with: an object, no day; a place only where it is one."""
    found = None
    for child in verb.rights:
        if child.i > joint.i:
            break
        if child.dep_ in ("dobj", "attr"):
            found = child
        elif child.dep_ in ("prep", "agent", "dative"):
            thing = next((c for c in child.rights if c.dep_ == "pobj"), None)
            if thing is not None and (where or found is None) and (where or thing.ent_type_ not in SETTING):
                found = thing
    return found


def part_members(second: Token) -> None:
    """Makes what stands behind a name, and before ", and", the second of a list, where it cannot be who is named.

    Somebody's own driver is not he ("her driver"), nor are several people, or a body; nor are two full names one
    person, or a driver several rebels: "| Ola Brann, | Osk Tarn and Ire Dahl", "two rebels, | a driver, and a nurse".
    """
    name = second.head
    if second.dep_ != "appos" or not _parts(second, name):
        return
    if _are_counted_apart(name, second):
        second.dep_ = "conj"
        return
    if name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
        return
    if second.ent_type_ == "PERSON":
        if any(c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > second.i for c in (*second.rights, *name.rights)):
            second.dep_ = "conj"
        return
    joint = next((c for c in second.rights if c.dep_ == "cc" and c.lower_ == "and"), None)
    if joint is None or joint.nbor(-1).text != "," or not has(second, {"conj"}):
        return
    if second.tag_ in PLURAL or second.ent_type_ == "ORG" or any(c.tag_ == "PRP$" for c in second.lefts):
        second.dep_ = "conj"


def _parts(second: Token, name: Token) -> bool:
    """Whether nothing but a comma, or what is hung on the first, stands between two members."""
    return second.left_edge.i > name.i + 1 and second.left_edge.nbor(-1).text == ","


def _are_counted_apart(first: Token, second: Token) -> bool:
    """Whether one is told behind several, with more behind: "| two rebels, | a driver, and a nurse were killed".

    So are three that each are one: "| a clerk, | a driver and a nurse"; not "a clerk, a father and poet".
    """
    if second.tag_ != "NN" or second.lemma_ in CROWDS or not _is_one(second):
        return False
    if first.tag_ == "NN" and _is_one(first):
        return any(c.dep_ == "conj" and c.tag_ == "NN" and _is_one(c) for c in second.rights)
    if first.tag_ != "NNS" or not has(first, {"nummod"}):
        return False
    joint = next((c for c in (*first.rights, *second.rights) if c.dep_ == "cc" and c.i > second.i), None)
    return joint is not None and joint.lower_ == "and"


def _is_one(noun: Token) -> bool:
    return any(c.lower_ in ("a", "an", "one") for c in noun.lefts)


CROWDS = frozenset({"band", "cell", "couple", "crew", "family", "gang", "group", "pair", "squad", "team", "unit"})
"""Nouns for several, which may be those named before: "two rebels, | a team from Velm, and"."""


def join_behind_post(other: Token) -> None:
    """Joins those behind somebody's post to him: "Ola Brann, head of the League, | Osk Tarn, | and two others"."""
    post, first = other.head, other.left_edge.i
    counted = other.tag_ == "NNS" and any(c.dep_ == "nummod" or c.lower_ == "other" for c in other.lefts)
    if other.dep_ != "conj" or first < 2 or not (counted or (other.ent_type_ == "PERSON" and other.i > first)):
        return
    if not counted and post.dep_ == "pobj":
        post = post.head.head
    name, before = post.head, other.doc[first - 1]
    comma = before if before.text == "," else before.nbor(-1)
    if post.dep_ != "appos" or post.tag_ != "NN" or name.ent_type_ != "PERSON" or comma.text != ",":
        return
    if counted and before.dep_ != "cc":
        return
    for joint in [c for c in post.rights if c.dep_ == "cc" and c.i < other.i]:
        joint.head = name
    other.head = name


def count_among(among: Token) -> None:
    """Makes a part of those it was done to no second object: "killed nine people, | among | them two clerks"."""
    part = among.head
    verb = part.head
    if among.lower_ != "among" or part.dep_ != "dobj" or among.i > part.i or among.nbor(-1).text != ",":
        return
    whole = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < among.i), None)
    if whole is not None and any(c.dep_ == "pobj" and c.lower_ in THEM for c in among.rights):
        part.head, part.dep_ = whole, "appos"


THEM = frozenset({"them", "whom", "these", "those"})


def give_back(verb: Token) -> None:
    """Gives a verb the subject before its "were" or "had" that is taken for the second object of the verb before."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or has(verb, ANY_SUBJECT):
        return
    helper = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    if helper is None or helper.tag_ not in FINITE or helper.i - 1 <= first.i:
        return
    subject = helper.nbor(-1)
    thing = subject.head
    if subject.dep_ != "conj" or subject.pos_ not in NOMINAL or thing.dep_ != "dobj" or thing.head.i != first.i:
        return
    joint = next((c for c in thing.rights if c.dep_ == "cc" and c.i == subject.left_edge.i - 1), None)
    if joint is not None:
        subject.head, joint.head = verb, first
        subject.dep_ = "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
