"""What is told around whoever tells it: '"Marauders," the abbot sighed, "have burned the mill."'

The parser takes what is quoted first for what is sighed, and has the abbot burn the mill; so it does without quotation
marks: "Guards, the abbot told us, | burned the mill". "Do not | shoot | them, the abbot told us" is what he told.
"It is not true, the abbot told us, | that guards burned it" has him deny it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, FINITE, has

BEHIND = frozenset({"conj", "ccomp", "advcl", "dep"})
PARTS = frozenset({"dobj", "npadvmod", "dep", "nsubj", "ccomp"})


def join_interrupted(verb: Token) -> None:
    """Gives the verb that opens the second part of a quotation the noun that is the first part for its subject."""
    below = next((c for c in verb.lefts if c.dep_ == "parataxis"), None)  # "said the abbot"
    said, first = below or verb.head, _opening(verb, below)
    if (below is None and verb.dep_ not in BEHIND) or verb.i <= said.i or has(verb, ANY_SUBJECT):
        return
    finite = verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.lefts)
    if not finite or not first.i or not first.nbor(-1).is_quote or first.nbor(-1).i < said.i:
        return
    quoted = [c for c in said.lefts if c.dep_ in PARTS and c.pos_ in ("NOUN", "PROPN", "PRON")]
    noun = next((c for c in quoted if _is_alone(c)), None)
    if noun is not None and any(c.dep_ == "nsubj" and c.i > noun.i for c in said.children):
        noun.head, noun.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
        if below is None:
            verb.head, verb.dep_ = said, "ccomp"


def join_helped(verb: Token) -> None:
    """Joins a verb to its auxiliary before the speaker: '"We did not," the mayor said, "| burn | the mill."'."""
    below = next((c for c in verb.lefts if c.dep_ == "parataxis"), None)
    said = below or verb.head
    if said.lemma_ not in TELLING or verb.i <= said.i or has(verb, ANY_SUBJECT | {"auxpass", "mark"}):
        return
    over = [verb.head] if below is not None and verb.dep_ in ("ccomp", "xcomp") and verb.head.i < said.i else []
    clauses = (*over, *(c for c in said.lefts if c.dep_ in ("ccomp", "advcl")))
    helper = next((c for c in clauses if verb.tag_ in (("VB",) if c.tag_ == "MD" else HELPING.get(c.lemma_, ()))), None)
    if helper is None or not has(helper, ANY_SUBJECT):
        return
    rest = [c for c in helper.children if not c.is_punct and not c.is_quote and c.i != verb.i]
    if not all(c.dep_ in ANY_SUBJECT | {"neg", "advmod"} for c in rest) or any(c.tag_ == "TO" for c in verb.lefts):
        return
    if not any(t.is_quote for t in verb.doc[said.i : verb.i]):
        return
    passive = helper.lemma_ == "be" and verb.tag_ == "VBN"
    if has(verb, {"neg"}):  # "They have never," he said, "never shot": he says it twice, and denies it once
        rest = [c for c in rest if c.dep_ != "neg"]
    for child in [c for c in verb.lefts if c.is_quote and c.dep_ == "aux"]:
        child.dep_ = "punct"
    if over:
        take_place(verb, helper)
        for child in [c for c in helper.children if c.is_punct or c.is_quote]:
            child.head = verb
    for child in rest:
        child.head = verb
        if passive and child.dep_ == "nsubj":
            child.dep_ = "nsubjpass"
    helper.head, helper.dep_ = verb, "auxpass" if passive else "aux"
    if helper.lemma_ == "have" and verb.tag_ == "VBD":
        verb.tag_ = "VBN"
    if below is None:
        verb.dep_ = "ccomp"


def join_linked(word: Token) -> None:
    """ '"They were," the abbot said, "| happy | to go."': they were, and the abbot said nothing of himself."""
    below = next((c for c in word.lefts if c.dep_ == "parataxis"), None)
    said = below or word.head
    be = word.head if below is not None else said.head
    if word.dep_ != "acomp" or said.dep_ != "parataxis" or said.lemma_ not in TELLING or be.lemma_ != "be":
        return
    if not be.i < said.left_edge.i < said.i < word.i or not has(be, ANY_SUBJECT):
        return
    if below is not None:
        said.head = be
    elif not has(be, {"acomp", "attr"}):
        word.head = be


def deny_helped(never: Token) -> None:
    """Has "never" deny the verb and not its auxiliary alone: '"We will | never," he said, "burn the mill."'."""
    helper = never.head
    if never.lower_ in ("never", "not") and never.dep_ == "advmod" and helper.dep_ == "aux" and never.i == helper.i + 1:
        never.head, never.dep_ = helper.head, "neg"


def join_parted(verb: Token) -> None:
    """Gives a verb behind "X, the abbot told us," the X for its subject, and makes both what was told."""
    told = verb.head
    if verb.dep_ == "ccomp" and told.i > verb.i:  # "…, the report concludes, neither | disarmed | nor left; it hid"
        told = next((c for c in told.lefts if c.dep_ == "ccomp" and c.lemma_ in TELLING), told)
    if verb.dep_ not in ("conj", "ccomp") or told.lemma_ not in TELLING or has(verb, ANY_SUBJECT | {"mark"}):
        return
    subjects = [c for c in told.lefts if c.dep_ == "nsubj" or (c.pos_ == "NUM" and c.dep_ in NUMBERS)]
    if len(subjects) != TWO or verb.left_edge.i <= told.i or verb.left_edge.nbor(-1).text != ",":
        return
    if has(told, {"cc"}) or any(c.tag_ == "TO" for c in verb.lefts):
        return
    first, speaker = subjects
    if first.right_edge.nbor().text == "," and first.right_edge.i + 2 == speaker.left_edge.i:
        first.head, first.dep_ = verb, "nsubjpass" if has(verb, {"auxpass"}) else "nsubj"
        verb.head, verb.dep_ = told, "ccomp"


def set_between(verb: Token, telling: Collection[str]) -> None:
    """Sets "the report went on" between what is told before it and behind it; a person may have done the latter.

    "They burned the mill, | the report went on, | and shot the miller": the parser has the report shoot him.
    """
    told = verb.head
    joint = verb.left_edge
    if verb.dep_ != "conj" or not _goes_on(told, telling) or has(verb, ANY_SUBJECT) or verb.lemma_ in telling:
        return
    clause = next((c for c in told.lefts if c.dep_ == "ccomp" and has(c, ANY_SUBJECT)), None)
    speaker = next((c for c in told.lefts if c.dep_ == "nsubj"), None)
    if clause is None or speaker is None or speaker.i < clause.i or speaker.ent_type_ == "PERSON":
        return
    cc = next((c for c in told.rights if c.dep_ == "cc" and c.i < verb.i), None)
    start = speaker.left_edge.i
    if cc is None or cc.nbor(-1).text != "," or verb.doc[start - 1].text != "," or joint.i != cc.i + 1:
        return
    if speaker.lower_ in PERSONS or any(t.is_quote for t in verb.doc[start - 2 : joint.i]):
        return
    if any(t.pos_ in ("VERB", "AUX") and t.i != told.i for t in verb.doc[start : cc.i]):
        return
    if told.lemma_ == "tell" and verb.tag_ != clause.tag_:
        return  # "The mill was burned, the envoy told us, | and visited it": the mill visited nothing
    cc.head = verb.head = clause
    take_place(clause, told)
    told.head, told.dep_ = clause, "parataxis"
    for mark in [c for c in told.rights if c.is_punct and c.i > cc.i]:
        mark.head = clause


def set_aside(told: Token) -> None:
    """Sets "an envoy told us" beside what is told before it, and joins to that what follows behind "and".

    "They met in a barn, | an envoy told the Courier, | and shared out the mill": the envoy shared nothing out. "They
    shared out the mill, | an envoy told the Courier": what he told them of is no mill.
    """
    if told.dep_ not in ("advcl", "conj", "relcl") or told.tag_ != "VBD" or told.lemma_ not in TELLING:
        return
    clause = told.sent.root if told.dep_ == "relcl" else told.head
    speaker = next((c for c in told.lefts if c.dep_ == "nsubj"), None)
    if told.i < clause.i or speaker is None or not _stands_aside(told, speaker) or not has(clause, ANY_SUBJECT):
        return
    if told.dep_ == "conj" and any(c.dep_ == "cc" and c.i < told.i for c in clause.rights):
        return
    cc = next((c for c in told.rights if c.dep_ == "cc"), None)
    verb = next((c for c in told.rights if c.dep_ == "conj"), None)
    if cc is None and verb is None and told.lemma_ == "tell" and has(told, {"dobj", "dative"}):
        told.head, told.dep_ = clause, "parataxis"
    if cc is None or verb is None or told.dep_ == "relcl" or speaker.ent_type_ == "PERSON":
        return
    if cc.nbor(-1).text != "," or verb.left_edge.i != cc.i + 1 or has(verb, ANY_SUBJECT | {"aux"}):
        return
    if verb.tag_ == clause.tag_ and verb.lemma_ not in TELLING:
        told.dep_ = "parataxis"
        cc.head = verb.head = clause


def set_behind(told: Token) -> None:
    """Sets "a nurse told us" beside what is told before it, with the clause with "when" that was hung on the telling.

    "Nine died | when rebels attacked their post on 10 April, | a nurse told the Courier": the parser takes all behind
    "when" for what the dying tells.
    """
    clause = told.head
    speaker = next((c for c in told.lefts if c.dep_ == "nsubj"), None)
    if told.dep_ != "ccomp" or told.lemma_ != "tell" or clause.lemma_ in TELLING or told.i < clause.i:
        return
    if speaker is None or speaker.left_edge.nbor(-1).text != "," or not has(clause, ANY_SUBJECT):
        return
    if speaker.tag_ in ("WP", "WDT") or speaker.lower_ in PERSONS or has(told, {"ccomp", "xcomp", "mark"}):
        return
    before = [c for c in told.lefts if c.i < speaker.i and not c.is_punct]
    if not has(told, {"dobj", "dative"}) or any(c.dep_ not in ("advcl", "prep", "npadvmod") for c in before):
        return
    told.dep_ = "parataxis"
    for child in before:
        child.head = clause


def _stands_aside(told: Token, speaker: Token) -> bool:
    """Whether such a clause opens with who tells, right behind a comma."""
    first = told.left_edge
    opens = first.i > 0 and first.i == speaker.left_edge.i and first.nbor(-1).text == ","
    return opens and speaker.tag_ not in ("WP", "WDT") and speaker.lower_ not in PERSONS


def _goes_on(told: Token, telling: Collection[str]) -> bool:
    """Whether a verb tells, or goes on telling."""
    tells = told.lemma_ in telling or told.lemma_ in GOING_ON or told.lemma_ == "tell"
    return tells or (told.lemma_ == "go" and any(c.lower_ == "on" and c.i == told.i + 1 for c in told.rights))


def tell_command(verb: Token) -> None:
    """Makes a command before whoever told it the content: "Do not | shoot | them, the abbot told us"."""
    told = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VB" or told.lemma_ not in TELLING or verb.i > told.i:
        return
    if not has(verb, ANY_SUBJECT | {"mark"}) and not any(c.tag_ == "TO" for c in verb.lefts):
        verb.dep_ = "ccomp"


def hang_judged(that: Token) -> None:
    """ "It is not true, the abbot told us, | that | guards burned it": what is not true, by the abbot's word."""
    verb = that.head
    told = verb.head if verb.dep_ == "ccomp" else next((c for c in verb.lefts if c.dep_ == "parataxis"), None)
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ not in ("ccomp", "ROOT") or told is None:
        return
    if told.lemma_ not in TELLING or that.i < told.i:
        return
    be = next((c for over in (told, verb) for c in over.lefts if c.dep_ == "ccomp" and c.lemma_ == "be"), None)
    if be is None or be.i > told.i or not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in be.lefts):
        return
    if that.i != verb.left_edge.i and verb.dep_ == "ccomp":
        return
    if verb.dep_ == "ROOT":
        take_place(told, verb)
        be.head = told
    verb.head, verb.dep_ = be, "ccomp"


HELPING = {"do": ("VB",), "have": ("VBN", "VBD"), "be": ("VBN", "VBG")}
"""Auxiliaries, and the forms of the verbs that they help."""

TELLING = frozenset(
    {"say", "tell", "warn", "write", "insist", "add", "claim", "urge", "order", "report", "testify"}
    | {"conclude", "note", "announce", "admit", "argue", "allege", "recall"}
)
NUMBERS = frozenset({"advcl", "dep", "npadvmod", "ccomp"})
GOING_ON = frozenset({"continue", "conclude", "note", "state", "recount", "find"})
PERSONS = frozenset({"i", "he", "she", "we", "they", "who"})
TWO = 2


def _opening(verb: Token, below: Token | None) -> Token:
    """The first word of the clause behind its quotation mark, and behind the verb of saying that is hung below it."""
    first = verb.left_edge if below is None else verb.doc[below.right_edge.i + 1]
    while first.is_punct and first.i < verb.i:
        first = first.nbor()
    return first


def _is_alone(noun: Token) -> bool:
    """Whether a noun phrase is all that stands between two quotation marks, but for a comma."""
    start, end = noun.left_edge.i, noun.right_edge.i
    behind = noun.doc[end + 1 : end + 3]
    opened = start > 0 and noun.doc[start - 1].is_quote
    return opened and len(behind) == 2 and behind[0].text == "," and behind[1].is_quote


def join_alternative(verb: Token) -> None:
    """Hangs "or" behind an inset on what "either" opens: "either they go, he warned, or his tanks | shell | it"."""
    said = verb.head
    first = said.head
    if verb.dep_ != "conj" or said.dep_ != "parataxis" or not first.i < said.i < verb.i:
        return
    link = next((c for c in said.rights if c.lower_ == "or" and c.i < verb.i), None)
    if link is not None and any(c.lower_ == "either" for c in first.lefts):
        link.head = verb.head = first
