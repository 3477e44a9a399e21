"""What a preposition ties to what: whom a deed is against or done to, to whom a thing is given, of what there is doubt.

"The attack carried out by rebels | against the mill": the parser hangs "against" on those who did it, as "of" in "the
arrest by troops | of Ola Brann". "Returned a painting that was stolen in 1989 | to its owner": it hangs "to" on the
clause that tells of the thing, and in "speaking a year after the fall of Velm | to the rebels" on the verb before. What
leaves no "room | for doubt" leaves no doubt: that is the object, and "no" or "little" says how much of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice

from spacy.tokens import Token

from allege.analyse.committing import committing

COMMITTED = committing("doing", "waging", "planning", "ordering")


def hang_on_deed(against: Token) -> None:
    """Hangs "against" behind the doers of a deed ("carried out by rebels | against") on the deed."""
    if against.lower_ != "against" or against.dep_ != "prep":
        return
    doer = against.head
    if doer.dep_ != "pobj" or doer.head.dep_ != "agent":
        return
    verb = doer.head.head
    if verb.dep_ == "acl" and verb.lemma_ in COMMITTED and verb.head.i < verb.i:
        against.head = verb.head


def hang_on_done(of: Token, words: Mapping[str, Collection[str]], somebody: Collection[str]) -> None:
    """Hangs "of" behind the doers of a deed ("the arrest by troops | of Ola Brann") on the deed, before a person.

    Lists `done_to` and `under_arms`; `somebody`: nouns for people. Others may have "of" for their own ("by members of
    the front").
    """
    if of.lower_ != "of" or of.dep_ != "prep":
        return
    doer = of.head
    if doer.ent_type_ in ("DATE", "TIME"):
        _behind_day(of)
        return
    if doer.dep_ != "pobj" or doer.head.lower_ != "by":
        return
    deed = doer.head.head
    whom = next((c for c in of.children if c.dep_ == "pobj"), None)
    known = deed.lemma_.lower() in words["done_to"] and doer.lemma_.lower() in words["under_arms"]
    if whom is None or deed.i > doer.i or not known:
        return
    if whom.ent_type_ == "PERSON" or whom.lemma_.lower() in somebody:
        of.head = deed


def _behind_day(of: Token) -> None:
    """ "The arrest on Thursday | of Ola Brann": no Thursday of hers."""
    day = of.head
    deed = day.head.head if day.dep_ == "pobj" else day.head
    whom = next((c for c in of.children if c.dep_ == "pobj"), None)
    dated = day.dep_ in ("pobj", "npadvmod", "nmod") and deed.i < day.i and deed.pos_ == "NOUN"
    if whom is None or not dated or deed.ent_type_ in ("DATE", "TIME") or not day.is_alpha:
        return
    if whom.ent_type_ not in COUNTED and day.lower_ not in SPANS:
        of.head = deed


COUNTED = frozenset({"DATE", "TIME", "EVENT", "CARDINAL", "ORDINAL"})
SPANS = frozenset(
    {"day", "days", "eve", "week", "weeks", "month", "months", "year", "years", "anniversary", "hour", "hours", "night"}
    | {"morning", "evening", "afternoon", "time", "start", "end", "beginning"}
)
"""Words for times that something may be of: "the week of the vote"."""


MEETING = frozenset(
    {"meet", "talk", "speak", "meeting", "talks", "conversation", "discussion", "negotiation", "consultation"}
)
"""Words behind which "with" brings in whom one meets, and nothing that goes on beside it."""

FIRMS = frozenset({"business", "company", "firm", "enterprise"})
"""Nouns for bodies that are met as people are."""


def meet_those(clause: Token, somebody: Collection[str]) -> None:
    """Hangs on those who are met what is said of them: "met with | farmers | living in Velm and teachers".

    The parser takes it for something that went on beside the meeting, and who else is met for no one of them.
    """
    of = clause.head
    if clause.dep_ != "pcomp" or clause.tag_ != "VBG" or of.lower_ != "with" or of.head.lemma_ not in MEETING:
        return
    who = next((c for c in clause.children if c.dep_ == "nsubj" and c.i < clause.i), None)
    if who is None or who.tag_ not in ("NNS", "NNPS") or who.right_edge.i + 1 != clause.i:
        return
    if who.lemma_.lower() not in somebody and who.lemma_ not in FIRMS:
        return
    who.head, who.dep_ = of, "pobj"
    clause.head, clause.dep_ = who, "acl"
    over, beside = of.head, [c for c in of.head.rights if c.i > clause.i]
    if any(c.dep_ == "conj" and c.lemma_.lower() in somebody for c in beside) and over.pos_ == "NOUN":
        for child in beside:
            if child.dep_ in ("conj", "cc", "punct") and child.text != ".":
                child.head = who


GIVING = frozenset(
    {"return", "give", "hand", "restore", "deliver", "send", "donate", "transfer", "extradite", "present"}
)
TAKEN = frozenset({"steal", "loot", "rob", "plunder", "seize", "confiscate", "lose", "find", "recover"})
"""Verbs of what became of a thing before it is given; none has a "to"."""

FALLING = frozenset({"fall", "loss", "surrender", "handover", "capitulation"})
NEAR = 3
"""Heads from "to" up to the clause that it is hung on, at most."""


def hang_to(to: Token) -> None:
    """Hangs "to" on the verb of giving, or on the fall of what stands right before it."""
    if to.lower_ != "to" or to.dep_ != "prep" or to.i < 2:
        return
    noun = _fall(to.nbor(-1))
    if noun is not None and noun.head.i != to.i and not to.is_ancestor(noun):
        to.head = noun
        return
    clause = next((a for a in islice(to.ancestors, NEAR) if a.dep_ in ("relcl", "acl")), None)
    if clause is None or clause.head.dep_ != "dobj" or clause.head.head.lemma_ not in GIVING:
        return
    other = any(t.lower_ == "to" and t.dep_ == "prep" and t.i < to.i for t in clause.subtree)
    if other or clause.lemma_ in TAKEN:
        to.head = clause.head.head


def _fall(name: Token) -> Token | None:
    """The noun that tells of a fall, of what is named right before "to": "the | fall | of Velm"."""
    of = name.head
    over = of.head
    fallen = name.dep_ == "pobj" and of.lower_ == "of" and over.lemma_.lower() in FALLING
    return over if fallen and over.pos_ == "NOUN" else None


DOUBTS = frozenset({"doubt", "question"})
ROOMS = frozenset({"room", "space", "reason", "cause", "shadow", "trace"})
"""Nouns before "for" or "of" that only measure a doubt."""

OBJECTS = frozenset({"dobj", "attr", "nsubj"})


def make_object(doubt: Token) -> None:
    """Hangs "doubt" where "room for doubt" hangs, with the words that measure it."""
    if doubt.lemma_ not in DOUBTS or doubt.dep_ != "pobj" or doubt.head.lower_ not in ("for", "of"):
        return
    link = doubt.head
    room = link.head
    if room.lemma_ not in ROOMS or room.dep_ not in OBJECTS:
        if link.head.pos_ != "VERB":
            return
        room = next((c for c in link.head.children if c.dep_ == "dobj" and c.i == link.i - 1), room)
        if room.lemma_ not in ROOMS:
            return
    measures = [c for c in room.children if c.dep_ in ("det", "amod", "neg")]
    doubt.head, doubt.dep_ = room.head, room.dep_
    room.head, room.dep_ = doubt, "compound"
    link.head = room
    for word in measures:
        word.head, word.dep_ = doubt, "det" if word.lower_ == "no" else word.dep_


DEEDS = frozenset(
    {"abduction", "arrest", "assassination", "capture", "deportation", "desecration", "destruction", "detention"}
    | {"eviction", "execution", "expulsion", "invasion", "kidnap", "lynching", "massacre", "mistreatment", "murder"}
    | {"occupation", "persecution", "rape", "seizure", "slaughter", "torture"}
)
WORKS = frozenset(
    {"article", "book", "film", "letter", "novel", "painting", "picture", "play", "poem", "report", "song", "work"}
)
"""What "by" behind it tells the maker of."""


def hang_by(by: Token) -> None:
    """Hangs "by" on the deed, not on whom it was done to: "the killing of a colleague | by | the Marine Police"."""
    whom = by.head
    of = whom.head
    deed = of.head
    if by.lower_ != "by" or by.dep_ not in ("prep", "agent") or whom.dep_ != "pobj" or of.lower_ != "of":
        return
    noun = deed.lemma_.lower()
    named = noun in DEEDS or (noun.endswith("ing") and len(noun) > len("thing") + 1)
    if deed.pos_ != "NOUN" or not named or whom.lemma_.lower() in WORKS:
        return
    if any(c.dep_ == "pobj" for c in by.children):
        by.head = deed


NEVER = frozenset({"time", "point", "stage", "moment", "occasion", "way", "circumstances", "account"})


def hang_never(preposition: Token) -> None:
    """Hangs on the verb what denies it: "its aircraft | at | no time fired on it"; the parser hangs it on the doer."""
    doer, phrase = preposition.head, preposition.right_edge
    if preposition.dep_ != "prep" or doer.dep_ not in ("nsubj", "nsubjpass") or doer.i > preposition.i:
        return
    noun = next((c for c in preposition.rights if c.dep_ == "pobj" and c.lower_ in NEVER), None)
    if noun is None or all(c.lower_ != "no" for c in noun.lefts):
        return
    behind = next((t for t in preposition.doc[phrase.i :] if t.i > noun.i and not t.is_punct), None)
    verb = doer.head
    if behind is not None and (behind.i == verb.i or (behind.head.i == verb.i and behind.dep_ in ("aux", "auxpass"))):
        preposition.head = verb
