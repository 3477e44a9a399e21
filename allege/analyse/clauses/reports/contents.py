"""What a report is of: "a rumour that the police killed him" tells what is rumoured, and not what was done to a rumour.

The parser takes such a clause for a relative one, though it lacks nothing: its subject and its object are there, and
"that" has no part in it.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.labels import ANY_SUBJECT, FINITE, SUBJECTS, has

DOUBTING = frozenset({"ask", "debate", "dispute", "doubt", "inquire", "know", "question", "wonder"})
"""Verbs behind which "whether" opens what is asked, and no "whether or not"."""

WHOSE = frozenset({"of", "by", "from"})
OBJECTS = frozenset({"dobj", "dative"})


def make_content(that: Token, reports: Collection[str], giving: Collection[str]) -> None:
    """Makes the clause that "that" opens the content of its noun, where that is one of `reports` (lemmas).

    `giving`: verbs that have two objects, of which "that" may be one ("the story that he told them").
    """
    verb = that.head
    noun = verb.head
    told = verb.dep_ == "acl" and noun.dep_ == "pobj"  # "a claim by the brigade | that it shot a spy"
    second = that.dep_ == "nsubj" and any(c.dep_ == "nsubj" and that.i < c.i < verb.i for c in verb.lefts)
    if that.lower_ != "that" or (that.dep_ not in OBJECTS | {"mark"} and not second) or verb.lemma_ in giving:
        return
    if verb.dep_ != "relcl" and not told:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ in WHOSE and noun.lemma_.lower() not in reports:
        noun = noun.head.head  # "the lies of the regime | that our men attacked a bus"
    if noun.lemma_.lower() not in reports or that.i < verb.head.i:
        return
    rest = [child for child in verb.children if child.i != that.i]
    marked = that.dep_ == "mark"
    if any(c.dep_ in SUBJECTS for c in rest) and (marked or any(c.dep_ in OBJECTS and c.pos_ != "ADP" for c in rest)):
        that.tag_, that.pos_, that.lemma_, that.dep_ = "IN", "SCONJ", "that", "mark"
        verb.head, verb.dep_ = noun, "acl"


def make_relative(that: Token, reports: Collection[str], denying: Collection[str]) -> None:
    """Makes "that" the object of a verb of `denying` (lemmas) that has none: "an accusation | that Norland denied"."""
    verb = that.head
    if that.dep_ == "dobj" and verb.dep_ == "acl" and that.i < verb.i:
        verb.dep_ = "relcl"  # read as its object by the parser, too
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ != "acl" or verb.lemma_ not in denying:
        return
    labels = {child.dep_ for child in verb.children}
    if verb.head.lemma_.lower() in reports and "nsubj" in labels and not labels & {"dobj", "ccomp", "xcomp", "auxpass"}:
        that.tag_, that.pos_, that.dep_ = "WDT", "PRON", "dobj"
        verb.dep_ = "relcl"


def make_pronoun(that: Token) -> None:
    """Makes "that" what somebody denied, where a clause opens behind it: "denied | that, too, until a judge proved it".

    The parser has it open the clause, so that he denies the proof.
    """
    verb = that.head
    over = verb.head
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ != "ccomp" or that.i != over.i + 1:
        return
    opening = next((c for c in verb.lefts if c.i > that.i and (c.dep_ == "mark" or c.tag_ == "WRB")), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if opening is None or opening.lower_ not in JOINED or subject is None or subject.i < opening.i:
        return
    that.head, that.dep_, that.tag_, that.pos_ = over, "dobj", "DT", "PRON"
    verb.dep_ = "advcl"
    for child in [c for c in verb.lefts if that.i < c.i < opening.i]:
        child.head = over


JOINED = frozenset(
    {"until", "till", "before", "after", "because", "although", "though", "while", "when", "once", "since"}
)
"""Words that open another clause right behind one that "that" would open."""


def hang_on_those(that: Token, telling: Collection[str]) -> None:
    """ "To those who write to me | that | rebels burned it: prove it": what they write is no sentence of its own."""
    verb = that.head
    if verb.dep_ == "relcl":
        _hang_on_sibling(that, telling)
        return
    to = verb.doc[verb.sent.start]
    if that.dep_ != "mark" or verb.dep_ != "ROOT" or to.lower_ != "to" or to.head.i != verb.i:
        return
    those = next((c for c in to.rights if c.dep_ == "pobj" and c.i < that.i), None)
    told = next((c for c in those.rights if c.dep_ == "relcl" and c.i < that.i), None) if those is not None else None
    after = [c for c in verb.rights if c.pos_ in ("VERB", "AUX") and c.dep_ in ("dep", "parataxis", "conj", "ccomp")]
    main = next((c for c in after if c.left_edge.nbor(-1).text in (":", ",")), None)
    if told is None or main is None:
        return
    main.head, main.dep_ = main, "ROOT"
    to.head = main
    for child in [c for c in verb.children if c.is_punct]:
        child.head = main
    verb.head, verb.dep_ = told, "ccomp"


def _hang_on_sibling(that: Token, telling: Collection[str]) -> None:
    """The same where the parser says both of "those": "those who claim on walls | that | guards beat them"."""
    verb = that.head
    told = next((c for c in verb.head.rights if c.dep_ == "relcl" and c.i < that.i), None)
    if told is None or told.lemma_ not in {*telling, "write", "insist", "think", "believe"}:
        return
    labels = {c.dep_ for c in verb.children if c.i != that.i}
    filled = any(c.dep_ in ("dobj", "ccomp") for c in told.children)
    if filled or "nsubj" not in labels or (that.dep_ == "dobj" and "dobj" not in labels):
        return
    verb.head, verb.dep_, that.dep_ = told, "ccomp", "mark"


def join_content(that: Token) -> None:
    """Joins a clause with "that" to what is said before it: "says it is shut, | and that soldiers burned it"."""
    verb = that.head
    said = verb.head
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ not in ("conj", "ccomp") or that.i == 0:
        return
    if that.nbor(-1).dep_ not in ("cc", "punct") or that.i != verb.left_edge.i:
        return
    told = said.head if said.dep_ == "xcomp" else said
    if told.dep_ == "ccomp" and _told_to(told, that):
        verb.head, verb.dep_ = told, "conj"
        return
    if verb.dep_ == "ccomp":
        return
    first = next((c for c in said.rights if c.dep_ == "ccomp" and c.i < that.i and has(c, SUBJECTS)), None)
    if first is not None:
        verb.head = first
    elif said.lemma_ in SAYING and any(c.dep_ in ("dobj", "xcomp", "advcl") and c.i < that.i for c in said.rights):
        verb.dep_ = "ccomp"  # "said it had 'changed camps' | and that they had fired on nobody"


def _told_to(told: Token, that: Token) -> bool:
    """Whether what somebody told others to do stands before "and that", which goes on with what the report tells.

    "The mayor said the front told them to leave, | and that | it planned a raid": the front told them no plan.
    """
    joint = that.nbor(-1)
    asked = any(c.dep_ == "xcomp" and told.i < c.i < that.i and has(c, {"aux"}) for c in told.rights)
    return asked and joint.dep_ == "cc" and joint.lower_ == "and" and told.head.lemma_ in SAYING


def make_question(whether: Token) -> None:
    """Makes a clause with "whether" what is doubted: "they doubt | whether the army attacked it"."""
    verb = whether.head
    over = verb.head
    if whether.lower_ != "whether" or verb.dep_ != "advcl" or over.lemma_ not in DOUBTING or over.i > whether.i:
        return
    if whether.i == verb.left_edge.i and not any(c.dep_ in OBJECTS | {"ccomp", "xcomp"} for c in over.rights):
        verb.dep_ = "ccomp"


def make_rumoured(that: Token, reports: Collection[str]) -> None:
    """Hangs a clause on the talk that went round before it: "Word went round the market | that he had been shot".

    The parser has it say something of the market, or of the going round. `reports`: nouns for what somebody tells.
    """
    verb = that.head
    went = next((a for a in verb.ancestors if a.i < that.i and a.pos_ == "VERB"), None)
    if that.lower_ != "that" or went is None or went.lemma_ not in SPREADING or verb.i < that.i:
        return
    word = next((c for c in went.lefts if c.dep_ in SUBJECTS), None)
    if word is None or word.lemma_.lower() not in reports or not _is_whole(that):
        return
    if verb.dep_ not in ("advcl", "relcl", "acl"):
        return
    that.tag_, that.pos_, that.lemma_, that.dep_ = "IN", "SCONJ", "that", "mark"
    verb.head, verb.dep_ = went, "ccomp"


def make_heard(that: Token) -> None:
    """Makes a clause what is heard: "the paper heard from two survivors | that guards had shot the miners"."""
    verb = that.head
    noun = verb.head
    heard = noun.head.head
    if that.lower_ != "that" or verb.dep_ not in ("relcl", "acl") or noun.dep_ != "pobj" or not _is_whole(that):
        return
    if noun.head.lower_ == "from" and heard.lemma_ in HEARING and heard.pos_ == "VERB" and noun.i < that.i < verb.i:
        that.tag_, that.pos_, that.lemma_, that.dep_ = "IN", "SCONJ", "that", "mark"
        verb.head, verb.dep_ = heard, "ccomp"


def _is_whole(that: Token) -> bool:
    """Whether a clause lacks nothing that "that" could be: it has a subject, and is passive or has an object."""
    verb = that.head
    rest = [child for child in verb.children if child.i != that.i]
    if not any(c.dep_ in SUBJECTS for c in rest):
        return False
    return that.dep_ == "mark" or any(c.dep_ in OBJECTS | {"auxpass"} and c.pos_ != "ADP" for c in rest)


SAYING = frozenset({"say", "add", "insist", "claim", "allege", "deny", "state", "argue", "report", "tell", "note"})

SPREADING = frozenset(
    {"go", "spread", "run", "circulate", "reach", "come", "get", "leak", "travel", "fly", "swirl", "pass"}
)
"""What talk does until everybody knows."""

HEARING = frozenset({"hear", "learn", "understand", "know", "gather"})
"""Verbs with "from" before who told."""


def make_subject(that: Token) -> None:
    """ "Led the battalion | that |, by an inquiry, expelled 90 people": a battalion that did, and nothing ordered."""
    verb = that.head
    noun = that.nbor(-1) if that.i else that
    if that.dep_ != "mark" or verb.dep_ != "ccomp" or noun.dep_ != "dobj" or noun.head.i != verb.head.i:
        return
    if verb.tag_ in FINITE and not any(c.dep_ in ANY_SUBJECT or c.dep_ == "auxpass" for c in verb.children):
        that.dep_, that.tag_ = "nsubj", "WDT"
        verb.head, verb.dep_ = noun, "relcl"
