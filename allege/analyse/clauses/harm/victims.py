"""Those who were shot, read as if they shot: "left four people | wounded", "among those | shot and killed".

In each the parser takes the participle of what was done to somebody for a verb of his, a noun, or a word about somebody
else. It is hung on whom it was done to.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.clauses.hanging import make_participle, take_place
from allege.analyse.labels import PAST, SUBJECTS, has


def hang_on_victim(token: Token, words: Mapping[str, Collection[str]]) -> None:
    """Mends the clause of a participle of harm; list `undergone`: verbs that need somebody to be done to, as lemmas."""
    if token.lower_ == "shot":
        _shot_dead(token)
        _found_dead(token)
    if token.lower_ == "that":
        _opens_clause(token)
    elif token.tag_ in PAST and token.lemma_ in words["undergone"]:
        _left_so(token)
        _all_of_them(token)
        _passive(token)
        _behind(token)
        _counted(token)
        _one_more(token)
        _shot_somewhere(token, words["limbs"])
    elif token.tag_ == "NN" and token.lower_ == "shot":
        _those_shot(token)
        _shot_and(token)


def _shot_dead(shot: Token) -> None:
    """ "A farmer | shot | dead an officer early on Tuesday", where a shot stands before an officer."""
    dead = shot.nbor() if shot.i + 1 < len(shot.doc) else shot
    if dead.lower_ != "dead" or dead.head.i != shot.i or dead.dep_ != "prep" or not has(shot, SUBJECTS):
        return
    shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
    dead.dep_, dead.pos_ = "advmod", "ADV"
    for child in list(dead.children):
        child.head = shot
        if child.dep_ == "pobj":  # else a "dobj" already
            child.dep_ = "dobj"


def _found_dead(shot: Token) -> None:
    """ "Two clerks | shot | dead at a toll gate", a headline: nobody is dead but whom it was done to."""
    dead = next((c for c in shot.rights if c.lower_ == "dead" and c.dep_ in ("oprd", "acomp", "advmod")), None)
    if dead is None or dead.i != shot.i + 1 or has(shot, {"aux", "auxpass", "dobj", "nsubjpass", "ccomp"}):
        return
    after = dead.nbor() if dead.i + 1 < shot.sent.end else dead
    whom = next((c for c in shot.lefts if c.dep_ == "nsubj"), None)
    if whom is not None and (after.is_punct or after.dep_ in ("prep", "agent", "npadvmod", "advmod", "advcl", "mark")):
        whom.dep_, shot.tag_, shot.pos_ = "nsubjpass", "VBN", "VERB"


def _opens_clause(that: Token) -> None:
    """ "Told the paper | that | her son was shot and killed": no object of the second verb."""
    verb = that.head
    if that.dep_ not in ("dobj", "nsubj") or verb.dep_ != "conj" or verb.head.dep_ != "ccomp":
        return
    subjects = [c.i for c in verb.head.children if c.dep_ in SUBJECTS]
    if subjects and that.i < min(subjects) and that.i > verb.head.head.i:
        that.head, that.dep_, that.tag_, that.pos_ = verb.head, "mark", "IN", "SCONJ"


def _left_so(verb: Token) -> None:
    """ "A shooting that left four people | wounded": how they were left, whatever else the sentence tells."""
    if verb.dep_ not in ("advcl", "acl", "conj", "xcomp", "ccomp") or not verb.i:
        return
    noun = verb.nbor(-1)
    if noun.text == ",":  # "left nine people, including a child, | wounded"
        left = (t for t in verb.doc[verb.sent.start : verb.i] if t.dep_ == "dobj" and t.head.lemma_ == "leave")
        noun = next((t for t in left if t.right_edge.i + 2 >= verb.i), noun)
    leave = noun.head
    if noun.dep_ != "dobj" or leave.lemma_ != "leave" or leave.i > noun.i or any(c.i < verb.i for c in verb.children):
        return
    verb.head, verb.dep_, verb.tag_ = leave, "oprd", "VBN"


def _shot_somewhere(verb: Token, limbs: Collection[str]) -> None:
    """ "A man, 25, came to the clinic, | shot | in the leg", behind a comma: who came was shot, and shot nobody."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.text != "," or has(verb, {*SUBJECTS, "aux", "auxpass", "dobj"}):
        return
    places = (where for prep in verb.rights if prep.lower_ in ("in", "through") for where in prep.children)
    if not any(where.lemma_.lower() in limbs for where in places):
        return
    doer = verb.head
    while doer.pos_ not in ("VERB", "AUX") and doer.head.i != doer.i and doer.head.i < verb.i:
        doer = doer.head
    whom = next((c for c in doer.lefts if c.dep_ in SUBJECTS), None)
    if whom is not None and doer.i < verb.i:
        make_participle(verb, whom)


def _all_of_them(verb: Token) -> None:
    """ "Two women and an infant | killed in the raid", a headline: all of them, not the last."""
    first = verb.head
    if verb.dep_ != "acl" or first.dep_ != "conj" or verb.i != first.i + 1:
        return
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first.dep_ == "ROOT":
        verb.head = first


def _one_more(verb: Token) -> None:
    """ "Two were killed and one | injured": a verb beside the first, of whom the number counts."""
    number = verb.head
    if verb.dep_ != "acl" or number.tag_ != "CD" or number.dep_ != "conj" or verb.i != number.i + 1:
        return
    first = number.head
    if first.tag_ in PAST and first.lemma_ != "be" and number.left_edge.i == number.i:
        verb.head, verb.dep_, number.head, number.dep_ = first, "conj", verb, "nsubj"


def _passive(verb: Token) -> None:
    """ "Believed to | be | injured", "to | be | badly injured": the auxiliary of the participle, no verb beside it."""
    first = verb.left_edge if verb.dep_ == "acomp" else verb
    be = first.nbor(-1) if first.i else verb
    if be.lemma_ != "be" or be.dep_ != "xcomp" or verb.dep_ not in ("xcomp", "acomp"):
        return
    if verb.head.i != (be.i if verb.dep_ == "acomp" else be.head.i):
        return
    if verb.dep_ == "acomp":
        take_place(verb, be)
    for child in list(be.children):
        child.head = verb
    be.head, be.dep_, be.pos_, verb.tag_ = verb, "auxpass", "AUX", "VBN"


def _behind(verb: Token) -> None:
    """ "In which were killed | nine clerks": no object of a passive, but its subject."""
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    if not passive or verb.tag_ != "VBN" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    whom = next((c for c in verb.rights if c.dep_ in ("dobj", "attr", "oprd") and c.left_edge.i == verb.i + 1), None)
    if whom is not None and whom.pos_ in ("NOUN", "PROPN", "NUM"):
        whom.dep_ = "nsubjpass"


def _counted(verb: Token) -> None:
    """ "7 | killed": a number that begins a sentence, right before what befell so many, is its subject."""
    number = verb.nbor(-1) if verb.i else verb
    if number.tag_ != "CD" or number.i != verb.sent.start or number.head.i != verb.i or number.dep_ in SUBJECTS:
        return
    if not has(verb, {*SUBJECTS, "aux", "auxpass", "dobj"}):
        number.dep_, verb.tag_ = "nsubjpass", "VBN"


def _shot_and(shot: Token) -> None:
    """ "In the massacre, a settler | shot | and killed nine": who shot, and no shot of a settler."""
    end, doer = shot.i + 2, shot.nbor(-1) if shot.i else shot
    if end >= shot.sent.end or shot.nbor().lower_ != "and" or shot.doc[end].tag_ not in PAST:
        return
    verb = shot.doc[end]
    if doer.dep_ != "compound" or doer.head.i != shot.i or doer.tag_ != "NN" or has(verb, SUBJECTS):
        return
    if not has(verb, {"dobj"}) or verb.dep_ not in ("conj", "ROOT", "ccomp"):
        return
    before = [c for c in shot.lefts if c.i != doer.i]
    opening = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and verb.head.i < doer.i else None
    take_place(shot, opening or verb)
    shot.tag_, shot.pos_, shot.lemma_ = "VBD", "VERB", "shoot"
    if opening is not None:  # "in the massacre" was the sentence's root
        for child in [c for c in opening.children if c.i > shot.i]:
            child.head = shot
        opening.head, opening.dep_ = shot, "prep"
    doer.head, doer.dep_ = shot, "nsubj"
    for child in before:
        child.head = doer
    verb.head, verb.dep_, verb.tag_ = shot, "conj", "VBD"
    shot.nbor().head = shot


def _those_shot(shot: Token) -> None:
    """ "Among those | shot | and killed": people, not a shot."""
    those = shot.nbor(-1) if shot.i else shot
    if (
        those.lower_ != "those"
        or those.head.i != shot.i
        or shot.dep_ not in ("pobj", "dobj", "nsubj", "nsubjpass", "attr")
    ):
        return
    above, label = shot.head, shot.dep_
    row = [c for c in above.children if c.dep_ == "conj" and c.tag_ in PAST and c.i > shot.i]
    if above.dep_ == "prep":
        row += [c for c in above.head.children if c.dep_ == "conj" and c.tag_ in PAST and c.i > shot.i]
    those.head, those.dep_, those.pos_ = above, label, "PRON"
    shot.head, shot.dep_, shot.tag_, shot.pos_, shot.lemma_ = those, "acl", "VBN", "VERB", "shoot"
    for verb in row:
        if not has(verb, {*SUBJECTS, "aux", "auxpass", "dobj"}):
            verb.head, verb.tag_ = shot, "VBN"


def give_dead(dead: Token) -> None:
    """Gives a verb whom it left dead: "shot dead | a tax collector | in Orsa", read as dead to somebody."""
    verb = dead.head
    if dead.lower_ != "dead" or verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.children):
        return
    behind = (c for c in dead.rights if c.dep_ in ("pobj", "dobj", "npadvmod") and c.left_edge.i == dead.i + 1)
    whom = next(behind, None)
    if whom is not None and verb.i + 1 == dead.i:
        whom.head, whom.dep_ = verb, "dobj"


__all__ = ["give_dead", "hang_on_victim"]
