"""Verbs that the parser gives two subjects side by side, of which the first is another verb's, or no subject at all.

"The raids have displaced | nine families from Velm, | the agency estimates": whom they displaced. "Caller on Mill
Road | states neighbour | threatened him": the caller states it, in notes without articles. "Miners, | many | with
their children, are blocking the road": some of the miners.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, FINITE, SUBJECTS, has

SOME = frozenset({"all", "both", "few", "half", "many", "most", "several", "some"})
"""Words for some of those named before, which the parser makes a subject beside them."""

NOTING = {"states": "state", "reports": "report", "claims": "claim", "complains": "complain", "advises": "advise"}
"""What a note has somebody say, of which most are nouns as well."""

CLAUSES = frozenset({"ccomp", "nsubj", "advcl", "csubj"})


def give_whom(noun: Token, telling: Collection[str]) -> None:
    """Gives the verb right before a noun its object, where a verb of telling (lemmas) has its own subject behind it."""
    told = noun.head
    if noun.dep_ != "nsubj" or told.lemma_ not in telling or told.tag_ not in FINITE or told.i < noun.i:
        return
    start = noun.left_edge.i
    deed = noun.doc[start - 1] if start else noun
    speaker = next((c for c in told.lefts if c.dep_ == "nsubj" and c.i > noun.i), None)
    if speaker is None or deed.pos_ != "VERB" or deed.head.i != told.i or deed.dep_ not in CLAUSES:
        return
    if has(deed, {"dobj", "auxpass", "ccomp", "xcomp"}) or not has(deed, {"nsubj"}):
        return
    if speaker.left_edge.nbor(-1).text == "," and speaker.left_edge.i - 2 <= noun.right_edge.i:
        noun.head, noun.dep_ = deed, "dobj"


def state_briefly(word: Token) -> None:
    """Makes such a word the verb of whoever stands before it, with the clause behind it for what is stated."""
    verb = next((a for a in word.ancestors if a.pos_ == "VERB"), None)
    if word.lower_ not in NOTING or word.tag_ != "NNS" or verb is None or verb.i < word.i:
        return
    who, doer = _sides(verb)
    if who is None or doer is None or has(verb, {"mark"}):
        return
    inside = word.i in (who.right_edge.i, who.i)
    if not inside or doer.left_edge.i != word.i + 1 or word.left_edge.i == word.i:
        return
    last = word.nbor(-1)
    if who.i == word.i:
        if last.head.i != word.i or last.pos_ not in ("NOUN", "PROPN"):
            return
        who = last
    else:
        last.head, last.dep_ = word.head, word.dep_
    for child in [c for c in word.lefts if c.i < last.i]:
        child.head = last
    take_place(word, verb)
    who.head, who.dep_ = word, "nsubj"
    verb.head, verb.dep_ = word, "ccomp"
    for mark in [c for c in verb.children if (c.is_punct and c.i > verb.i) or c.i < who.left_edge.i]:
        mark.head = word
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", NOTING[word.lower_]


def _sides(verb: Token) -> tuple[Token | None, Token | None]:
    """The noun that opens what is read as one clause, and the subject behind it; None for each that is not there."""
    nouns = [c for c in verb.lefts if c.pos_ in ("NOUN", "PROPN", "PRON") and c.dep_ in ("nsubj", "npadvmod", "dep")]
    several = len(nouns) > 1 and nouns[-1].dep_ == "nsubj"
    return (nouns[-2], nouns[-1]) if several else (None, None)


def share(some: Token) -> None:
    """Hangs "many with …" between commas on those of whom they are some."""
    verb = some.head
    if some.lower_ not in SOME or some.dep_ not in SUBJECTS or some.left_edge.i < 1:
        return
    whole = next((c for c in verb.lefts if c.dep_ == some.dep_ and c.i < some.i), None)
    if whole is None or whole.right_edge.i + 1 != some.left_edge.i - 1 or some.left_edge.nbor(-1).text != ",":
        return
    if some.doc[some.right_edge.i + 1].text == "," and not has(some, ANY_SUBJECT):
        some.head, some.dep_ = whole, "appos"


CLAIMING = {"claims": "claim", "reports": "report", "alleges": "allege", "shows": "show", "warns": "warn"}
"""Verbs taken for the plural of a noun, and their lemmas."""


def state_singly(word: Token) -> None:
    """Makes such a word a verb behind "a" and "that": "A viral post | claims | that troops burned it"."""
    who = word.nbor(-1) if word.i else word
    article = next((c for c in word.lefts if c.dep_ == "det"), None)
    if word.tag_ != "NNS" or who.dep_ not in ("compound", "nmod") or who.head.i != word.i or article is None:
        return
    that = word.nbor() if word.i + 1 < len(word.doc) else word
    told = that.head
    if article.lower_ not in ("a", "an", "one", "this") or that.lower_ != "that" or that.dep_ != "mark":
        return
    if told.head.i != word.i and word.head.i != told.i:
        return
    if word.head.i == told.i:
        take_place(word, told)
    for child in [c for c in word.lefts if c.i < who.i]:
        child.head = who
    for child in [c for c in told.rights if c.is_punct and c.i == told.sent.end - 1]:
        child.head = word
    who.dep_ = "nsubj"
    told.head, told.dep_ = word, "ccomp"
    word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", CLAIMING[word.lower_]
