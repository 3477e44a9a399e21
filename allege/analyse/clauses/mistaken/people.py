"""People whom the parser takes for something else: for a verb, for part of a thing, for what somebody else did.

"| Detainees | were hung from it", taken for a verb; "granted the | marchers | access", for a kind of access; "confessed
to her | cellmate | that", for what she confessed; "woke to find | guards | had burned it", for whom they found; "on
Monday | gunners, | in revenge, shelled it", for a day; "nurses | included", for a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.clauses.words import THWARTING, WITHHELD
from allege.analyse.labels import ANY_SUBJECT, FINITE, SUBJECTS, has

VERBAL = ANY_SUBJECT | {"aux", "auxpass", "dobj", "ccomp", "xcomp", "neg"}
FINDING = frozenset({"find", "discover", "see", "learn", "realise", "realize"})
DATING = frozenset({"on", "in"})
COUNTED_IN = frozenset({"included", "excepted"})


def name_people(word: Token, somebody: Collection[str]) -> None:
    """Makes a plural that stands for people a noun: "| detainees | were hung from the ceiling"."""
    if word.tag_ == "VBZ" and word.dep_ in SUBJECTS and word.lemma_ in somebody and not has(word, VERBAL):
        word.tag_, word.pos_ = "NNS", "NOUN"


def give_to(thing: Token, giving: Collection[str]) -> None:
    """Gives people what is given or withheld: "granted the | marchers | access to the square"."""
    people = thing.nbor(-1) if thing.i else thing
    if thing.lower_ not in WITHHELD or thing.dep_ != "dobj":
        return
    if thing.head.lemma_ not in giving or people.dep_ != "compound" or people.head.i != thing.i:
        return
    if people.tag_ == "NNS" and thing.head.i < people.i:
        people.head, people.dep_ = thing.head, "dative"
        for before in [c for c in thing.lefts if c.i < people.i]:
            before.head = people


def name_told(word: Token) -> None:
    """Makes whom something is confessed to no content: "confessed to her | cellmate | that she robbed the mill"."""
    her = word.nbor(-1) if word.i > 1 else word
    to = her.head
    if word.dep_ != "ccomp" or her.lower_ != "her" or her.dep_ != "pobj" or to.head.i != word.head.i:
        return
    told = next((c for c in word.rights if c.dep_ == "ccomp" and c.left_edge.i == word.i + 1), None)
    if told is None or told.left_edge.lower_ != "that" or has(word, ANY_SUBJECT | {"aux", "auxpass"}):
        return
    told.head = word.head
    word.head, word.dep_, word.tag_, word.pos_ = to, "pobj", "NN", "NOUN"
    her.head, her.dep_, her.tag_ = word, "poss", "PRP$"


def name_doers_found(helper: Token) -> None:
    """Gives a clause behind "find" its subject: "woke to find | guards | had burned the mill"."""
    verb = helper.head
    people = helper.nbor(-1) if helper.i else helper
    find = people.head
    if helper.tag_ not in FINITE or helper.dep_ not in ("aux", "auxpass") or people.dep_ != "dobj":
        return
    if find.lemma_ not in FINDING or has(verb, ANY_SUBJECT | {"mark", "cc"}):
        return
    if verb.dep_ in ("advcl", "conj", "ccomp", "dep") and verb.head.i in (find.i, find.head.i) and verb.i > helper.i:
        people.head, people.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
        verb.head, verb.dep_ = find, "ccomp"


def free_from_day(verb: Token) -> None:
    """Gives a past tense the people hung on a day: "and on Monday | gunners, | in revenge, shelled the mill"."""
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or not verb.i:
        return
    if verb.nbor(-1).text != "," or has(verb, ANY_SUBJECT | {"cc", "aux", "auxpass"}):
        return
    for preposition in verb.doc[verb.head.i + 1 : verb.i]:
        day = preposition.nbor()
        if preposition.lower_ not in DATING or day.ent_type_ != "DATE" or day.is_digit or day.i + 2 >= verb.i:
            continue
        people = next((c for c in preposition.rights if c.dep_ == "pobj" and c.i > day.i and not c.ent_type_), None)
        opens = preposition.nbor(-1).lower_ in ("and", "but", ",")
        if people is None or not opens or people.nbor().text != "," or people.pos_ not in ("NOUN", "PROPN"):
            continue
        if day.i + 1 < people.left_edge.i and day.head.i != people.i:
            continue
        day.head, day.dep_ = preposition, "pobj"
        people.head, people.dep_ = verb, "nsubj"
        preposition.head, preposition.dep_ = verb, "prep"
        return


def hang_on_plan(deed: Token) -> None:
    """Hangs what was planned on the plan: "thwarted a plot by settlers | to shell | the dam"."""
    over = deed.head
    if deed.tag_ != "VB" or deed.dep_ not in PLANNED:
        return
    maker = over.dep_ == "pobj" and over.head.lower_ == "by"
    thwart = over.head.head.head if maker and over.head.head.lemma_ in PLANS else over
    if thwart.lemma_ not in THWARTING or not any(c.tag_ == "TO" for c in deed.lefts):
        return
    plan = next((c for c in thwart.rights if c.dep_ == "dobj" and c.lemma_ in PLANS and c.i < deed.i), None)
    if plan is not None:
        deed.head, deed.dep_ = plan, "acl"


PLANNED = frozenset({"advcl", "xcomp", "acl", "relcl"})
PLANS = frozenset({"plan", "plot", "attempt", "bid", "scheme", "conspiracy"})


def count_in(included: Token) -> None:
    """Hangs what is only counted in on the deed: "they would have killed all of them, nurses | included"."""
    deed = next((c for c in included.lefts if c.dep_ == "ccomp"), None)
    if included.lower_ not in COUNTED_IN or deed is None or included.dep_ != "ROOT":
        return
    if has(included, {"dobj", "aux", "auxpass", "attr"}):
        return
    subject = next((c for c in included.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.i + 1 != included.i or subject.left_edge.nbor(-1).text != ",":
        return
    take_place(deed, included)
    included.head, included.dep_, included.tag_ = deed, "advcl", "VBN"
    for child in [c for c in included.children if c.i < subject.left_edge.i or c.i > included.i]:
        child.head = deed


def name_general(general: Token) -> None:
    """Makes "beaten its secretary-| general |, Mara Quist", read as how it was beaten, an office, and its name."""
    if general.i < 2 or general.nbor(-1).text != "-" or general.nbor(-2).lower_ not in OFFICES:
        return
    verb = general.head
    if general.tag_ != "JJ" or general.dep_ not in ("acomp", "oprd", "advmod") or verb.pos_ != "VERB":
        return
    if not has(verb, {"dobj"}):
        general.tag_, general.pos_, general.dep_ = "NN", "NOUN", "dobj"
        for name in [c for c in general.rights if c.dep_ == "conj" and c.ent_type_ == "PERSON"]:
            name.dep_ = "appos"


OFFICES = frozenset({"secretary", "governor", "attorney", "director", "inspector", "consul", "auditor", "solicitor"})
"""What stands before "-general"."""

MOMENTS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
SEVERAL = frozenset({"few", "couple", "good", "full", "further", "mere", "many"})
SOME_TIME = frozenset({"later", "earlier", "before", "afterwards", "after", "ago"})


def free_from_time(unit: Token) -> None:
    """Makes who was hit no kind of time: "killed a | shepherd | minutes later", "shot a clerk hours before"."""
    people = unit.nbor(-1) if unit.i else unit
    if unit.dep_ not in ("dobj", "npadvmod") or people.head.i != unit.i or people.lower_ in SEVERAL:
        return
    if people.dep_ not in ("amod", "compound", "nmod"):
        return
    if unit.i + 1 >= len(unit.doc) or unit.nbor().lower_ not in SOME_TIME:
        return
    if not any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in unit.lefts):
        return  # "a few minutes later" is a time, and one of several
    later = unit.nbor()
    verb = unit.head if unit.dep_ == "dobj" else later.head
    if verb.pos_ != "VERB" or (has(verb, {"dobj"}) and unit.dep_ != "dobj"):
        return
    for before in [c for c in unit.lefts if c.i < people.i]:
        before.head = people
    people.head, people.dep_, people.tag_, people.pos_, people.ent_type_ = verb, "dobj", "NN", "NOUN", ""
    unit.head, unit.dep_ = (later, "npadvmod") if later.head.i == verb.i else (verb, "npadvmod")
