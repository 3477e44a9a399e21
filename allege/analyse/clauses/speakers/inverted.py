"""Who speaks behind what is said: in '"We have no choice," admitted the governor' it is the governor.

The parser takes what follows such a verb for its object, and the verb for a part of the sentence that the quotation
goes on with, or for one more thing that those did who are told of ("Soldiers fired, claimed a witness"). The speaker is
made the verb's subject again, and what is said hangs on the verb.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, PRESENT_OR_PAST, has

CLOSING = frozenset({'"', "''", "”", "’", "'"})
STOPS = frozenset({",", "?", "!", ".", "…", "—", "–", "-"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "npadvmod", "dep"})
OPENING = frozenset({"inform", "communicate"})
"""Verbs of telling that languages with the verb first are translated by ("Informed a military source: …")."""

SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})


def set_right(doc: Doc, speaking: Collection[str], telling: Collection[str], somebody: Collection[str]) -> None:
    """Gives each verb of `speaking` (lemmas) behind a quotation the subject that follows it.

    Without a quotation only verbs of `telling`, and only where who follows can speak: a name, or a noun of `somebody`.
    """
    opening, said = {*telling, *OPENING}, {*telling, *speaking}
    for verb in doc:
        lemma = verb.lemma_
        if lemma in opening and verb.i == verb.sent.start:
            _opens(verb, somebody)
        if lemma not in said or verb.tag_ not in PRESENT_OR_PAST:
            continue
        if lemma in telling:
            _name_account(verb)
            _free_speaker(verb, somebody)
        if lemma in telling and _closes(verb):
            speaker = _follows(verb)
            if speaker is not None and (speaker.pos_ == "PROPN" or speaker.lemma_.lower() in somebody):
                speaker.dep_ = "nsubj"
                _take_up(verb)
                continue
        if lemma in speaking and _is_behind_quotation(verb):
            speaker = _follows(verb)
            if speaker is not None:
                speaker.dep_ = "nsubj"
                _put_first(verb)


def _name_account(verb: Token) -> None:
    """Makes an account's name behind a verb of telling the one who tells: "Rebels did this, says | @OrsaWatch".

    Taggers take it for a verb, a cry or whatever else.
    """
    name = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    free = name.dep_ == "nsubj" or not has(verb, ANY_SUBJECT)
    if name.text[0] == "@" and len(name) > 1 and free and name.head.i == verb.i:
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "nsubj"


def _free_speaker(verb: Token, somebody: Collection[str]) -> None:
    """Who speaks behind a clause and does something besides: "rebels burned it, said a man | selling melons"."""
    doing = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VBG"), None)
    if doing is None or verb.i < 2 or verb.nbor(-1).text != "," or has(verb, ANY_SUBJECT):
        return
    speaker = next((c for c in doing.lefts if c.dep_ == "nsubj"), None)
    told = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.lefts)
    if speaker is None or not told or any(c.dep_ == "aux" for c in doing.lefts):
        return
    if speaker.left_edge.i == verb.i + 1 and (speaker.pos_ == "PROPN" or speaker.lemma_.lower() in somebody):
        speaker.head, speaker.dep_ = verb, "nsubj"
        doing.head, doing.dep_ = speaker, "acl"


def _opens(verb: Token, somebody: Collection[str]) -> None:
    """ "Informed | a military source: the rocket came from Torv": who speaks behind the verb, and what is said."""
    if any(child.dep_ in ANY_SUBJECT for child in verb.children) or not verb.tag_.startswith("VB"):
        return
    behind = (c for c in verb.rights if c.dep_ in OBJECTS | {"pobj"} and c.left_edge.i == verb.i + 1)
    speaker = next(behind, None)
    after = speaker.right_edge.i + 1 if speaker is not None else len(verb.doc)
    if speaker is None or after >= len(verb.doc) or verb.doc[after].text not in (":", ","):
        return
    if speaker.pos_ != "PROPN" and speaker.lemma_.lower() not in somebody:
        return
    clause = verb.head
    if clause.i < after or not any(c.dep_ in ANY_SUBJECT and c.i > after for c in clause.children):
        return
    above, label = (verb, "ROOT") if clause.head.i == clause.i else (clause.head, clause.dep_)
    verb.head, verb.dep_, verb.pos_, speaker.dep_ = above, label, "VERB", "nsubj"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    clause.head, clause.dep_ = verb, "ccomp"


def _is_behind_quotation(verb: Token) -> bool:
    """Whether a mark that closes a quotation, and one that ends or breaks off what is said, stand before the verb."""
    if verb.i < 2:
        return False
    before = {verb.nbor(-1).text, verb.nbor(-2).text}
    return bool(before & CLOSING) and bool(before & STOPS)


def _closes(verb: Token) -> bool:
    """Whether a verb stands behind a whole clause and a comma: "Soldiers fired on the crowd, claimed a witness"."""
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    if any(c.dep_ in ("xcomp", "ccomp") and c.i > verb.i for c in verb.children):
        return False
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None) if verb.head.i == verb.i else verb.head
    if clause is None or clause.i > verb.i or verb.dep_ not in ("ROOT", "conj", "advcl"):
        return False
    joined = any(c.dep_ == "cc" and c.i < verb.i for c in clause.children)
    return not joined and has(clause, ANY_SUBJECT)


def _take_up(verb: Token) -> None:
    """The clause before the verb hangs on it."""
    clause = verb.head
    if clause.i == verb.i:
        return
    take_place(verb, clause)
    clause.head, clause.dep_ = verb, "ccomp"


def _follows(verb: Token) -> Token | None:
    """The phrase right behind the verb that is taken for its object; None where it has a subject."""
    if has(verb, ANY_SUBJECT):
        return None
    behind = (c for c in verb.children if c.dep_ in OBJECTS and c.pos_ in SPEAKERS and c.left_edge.i == verb.i + 1)
    return next(behind, None)


def _put_first(verb: Token) -> None:
    """The verb governs what it reports: a clause behind it, in which the quotation goes on, hangs on it."""
    later = verb.head
    if verb.dep_ not in ("ccomp", "dep", "advcl", "parataxis") or later.i < verb.i:
        return
    take_place(verb, later)
    later.head, later.dep_ = verb, "ccomp"
