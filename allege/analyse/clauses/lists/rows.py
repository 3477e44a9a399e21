"""Verbs in a row before one object: "Two militias kidnapped and killed two clerks", "looted and burned a mill".

The tagger takes the first ones for participles, whose subject has it done to him, and the parser hangs the middle ones
on the first as what else was done to him. A last verb with an object shows that all of them are told of who does it.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, DASHES, FINITE, PAST, PRESENT, SUBJECTS, has

JOINTS = frozenset({",", "and", "then", "or"})
HELPERS = frozenset({"aux", "auxpass", "agent", "mark"})
LONGEST = 4
"""Verbs in a row, at most."""


def join_row(last: Token, two_objects: Collection[str]) -> None:
    """Mends the verbs in a row that `last` ends, before one object and with an object each; see below."""
    _join_row(last, two_objects)
    _free_row(last, two_objects)
    _part_row(last)
    _hang_alike(last)


def _join_row(last: Token, two_objects: Collection[str]) -> None:
    """Makes the verbs before `last` past tenses in a row with it, where all stand side by side behind one subject.

    `two_objects`: lemmas of verbs whose participle may have an object ("arrested and given a fine").
    """
    if last.tag_ not in PAST or last.dep_ != "conj" or last.lemma_ in two_objects or not has(last, {"dobj"}):
        return
    row = [last]
    while row[0].dep_ in ("conj", "advcl") and len(row) < LONGEST and not has(row[0], HELPERS | SUBJECTS):
        if row[0].head.tag_ not in PAST or row[0].head.i > row[0].i:
            return
        row.insert(0, row[0].head)
    first = row[0]
    if len(row) < 2 or not has(first, SUBJECTS) or has(first, HELPERS):
        return
    verbs = {verb.i for verb in row}
    if any(t.i not in verbs and t.lower_ not in JOINTS for t in last.doc[first.i : last.i]):
        return
    for verb in row:
        verb.tag_ = "VBD"
    for before, verb in pairwise(row):
        verb.head, verb.dep_ = before, "conj"


def _free_row(last: Token, two_objects: Collection[str]) -> None:
    """Makes verbs of the participles in "has shelled mills, | captured and murdered | clerks": none of mills."""
    if last.dep_ != "conj" or last.tag_ not in PAST or last.lemma_ in two_objects or not has(last, {"dobj"}):
        return
    first = last
    for _ in range(LONGEST):
        if first.dep_ != "conj" or first.tag_ not in PAST or has(first, HELPERS | SUBJECTS):
            break
        first = first.head
    thing, verb = first.head, first.head.head
    if first.dep_ != "acl" or first.tag_ not in PAST or has(first, HELPERS | SUBJECTS | {"dobj", "prep"}):
        return
    if thing.dep_ != "dobj" or verb.tag_ not in PAST or verb.i > thing.i or first.nbor(-1).text != ",":
        return
    if all(t.lower_ in JOINTS or t.tag_ in PAST for t in last.doc[first.i : last.i]):
        first.head, first.dep_, first.tag_ = verb, "conj", verb.tag_


def _hang_alike(last: Token) -> None:
    """Hangs the second of two bare verbs on the first: "shows that he did not | shoot and, at last, | kill | him"."""
    over = last.head
    if last.dep_ == "conj" and last.tag_ == "VBD" and over.lemma_ == "be" and over.tag_ in PRESENT:
        _hang_past(last)
    if last.dep_ not in ("conj", "dep") or last.tag_ != "VB" or over.tag_ not in FINITE:
        return
    between = reversed(last.doc[over.i + 1 : last.left_edge.i])
    helped = (t for t in between if any(c.dep_ == "aux" and c.lower_ != "to" for c in t.lefts))
    first = next((t for t in helped if t.tag_ == "VB"), None)
    if first is None or not over.is_ancestor(first) or has(last, SUBJECTS | {"aux", "auxpass"}):
        return
    joints = [c for c in last.doc[first.i : last.i] if c.dep_ == "cc" and c.lower_ in ("and", "or")]
    if joints:
        last.head, last.dep_ = first, "conj"
        joints[-1].head = first


def _hang_past(last: Token) -> None:
    """ "Velm is far from Tarn, where guards | killed nine and | burned | a mill": whoever killed burned it, no town."""
    over = last.head
    between = [t for t in last.doc[over.i + 1 : last.left_edge.i] if t.dep_ in ("relcl", "advcl") and t.tag_ == "VBD"]
    if between and has(between[-1], {"nsubj"}) and not has(last, SUBJECTS | {"aux", "auxpass"}):
        last.head = between[-1]


def _part_row(last: Token) -> None:
    """Makes verbs of the participles in "looted shops, | wounded | clerks, and burned a mill": no "wounded clerks".

    A list whose last member is a verb is one of verbs. `last`: that verb, with the object of its own that shows it.
    """
    first = last.head
    if last.dep_ != "conj" or last.tag_ not in PAST or not has(last, {"dobj"}) or has(last, SUBJECTS):
        return
    thing = next((c for c in first.rights if c.dep_ == "dobj" and c.i < last.i), None)
    if thing is None or first.tag_ not in PAST or has(first, {"auxpass"}):
        return
    perfect = any(c.lemma_ == "have" for c in first.lefts)
    row: list[tuple[Token, Token]] = []
    for _ in range(LONGEST):
        thing = next((c for c in thing.rights if c.dep_ in ("conj", "appos") and c.i < last.i), None)
        if thing is None:
            break
        verb = thing.left_edge
        if verb.head.i != thing.i or not _is_verb(verb, perfect=perfect):
            continue
        row.append((verb, thing))
    joint = last.left_edge.nbor(-1) if last.left_edge.i else last
    if joint.lower_ == "and":
        for verb, thing in row:
            verb.head, verb.dep_, verb.tag_, verb.pos_ = first, "conj", "VBN" if perfect else "VBD", "VERB"
            thing.head, thing.dep_ = verb, "dobj"


def join_pair(second: Token) -> None:
    """Makes verbs of both in "militias | murdered and tortured | clerks": what is taken for one more row of nouns.

    The parser hangs the clerks beside the first verb, or beside the militias whose murder it tells of.
    """
    thing, first = second.head, second.doc[max(second.i - 2, 0)]
    if second.tag_ not in PAST or thing.dep_ != "conj" or thing.left_edge.i != second.i or first.i + 2 != second.i:
        return
    if second.nbor(-1).lower_ != "and" or first.tag_ not in PAST or first.pos_ != "VERB" or thing.tag_ != "NNS":
        return
    if has(first, HELPERS | {"dobj"}) or any(c.dep_ == "prep" and c.i < thing.i for c in first.rights):
        return
    if thing.head.i == first.i and has(first, SUBJECTS):
        first.tag_ = "VBD"
    elif first.dep_ != "acl" or first.head.i != first.i - 1 or not _gets_doer(first, thing):
        return
    for child in [c for c in first.rights if c.dep_ == "prep"]:
        child.head = second
    second.head, second.dep_, second.tag_, second.pos_ = first, "conj", "VBD", "VERB"
    second.nbor(-1).head = first
    thing.head, thing.dep_ = second, "dobj"


def _gets_doer(first: Token, thing: Token) -> bool:
    """Gives such a verb the nouns before it, where they are all that is told or the next verb has no subject."""
    top = first.head
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    if thing.head.i not in {first.head.i, top.i}:
        return False
    later = next((t for t in (top.head, *top.ancestors) if t.tag_ == "VBD" and t.i > thing.i), None)
    if top.dep_ == "ROOT":
        take_place(first, top)
    elif top.dep_ == "appos" and later is not None and not has(later, SUBJECTS):
        take_place(first, later)
        for child in [c for c in later.children if c.i < first.i]:
            child.head = first
        later.head, later.dep_ = first, "conj"
    else:
        return False
    top.head, top.dep_, first.tag_ = first, "nsubj", "VBD"
    return True


def _is_verb(word: Token, *, perfect: bool) -> bool:
    """Whether a participle behind a comma, right before its noun, has the form of the verbs it is listed with."""
    form = word.tag_ in PAST and (perfect or not word.lower_.endswith("n"))
    return form and word.dep_ == "amod" and word.i > 0 and word.nbor(-1).text == ","


def join_alike(preposition: Token) -> None:
    """Hangs the second of two like prepositions on the first: "of burning mills in Torv and | of | killing a clerk"."""
    near = preposition.head
    if preposition.dep_ != "conj" or not preposition.pos_ == near.pos_ == "ADP" or near.lower_ == preposition.lower_:
        return
    first = next((a for a in near.ancestors if a.pos_ == "ADP" and a.lower_ == preposition.lower_), None)
    if first is None or first.i > near.i:
        return
    joint = next((c for c in near.children if c.dep_ == "cc" and c.i == preposition.i - 1), None)
    preposition.head = first
    if joint is not None:
        joint.head = first


def resume(verb: Token) -> None:
    """ "Killing six clerks -- one of them a guard -- and | wounding nine": goes on with what was told before."""
    inside = verb.head
    if verb.dep_ != "conj" or inside.i < 2 or not verb.i or verb.nbor(-1).dep_ != "cc":
        return
    second = verb.i - 2
    if verb.doc[second].text not in DASHES or inside.i > second:
        return
    first = next((i for i in range(inside.left_edge.i, inside.left_edge.i - 2, -1) if _is_dash(verb, i)), None)
    if first is None:
        return
    before = next((t for t in reversed(verb.doc[verb.sent.start : first]) if t.tag_ == verb.tag_), None)
    if before is not None and before.pos_ == "VERB" and before.i != inside.i:
        verb.nbor(-1).head = before
        verb.head = before


def _is_dash(verb: Token, at: int) -> bool:
    return at >= verb.sent.start and verb.doc[at].text in DASHES


def hang_on_watched(verb: Token) -> None:
    """Hangs a row on what was watched: "Guards | looked on | as the mob broke in, | beat | a clerk and burned it".

    The parser has the guards beat him. So it is where their own row is at its end: "stood by, and | cheered, | when".
    """
    over, first = verb.head, verb.left_edge.i
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or has(verb, ANY_SUBJECT | {"aux", "auxpass", "mark"}) or not first:
        return
    if verb.nbor(-1).text != "," or not any(c.dep_ == "conj" and c.tag_ in PAST for c in verb.rights):
        return
    over = next((c for c in over.rights if c.dep_ == "conj" and c.tag_ == "VBD" and c.i < verb.i), over)
    closed = over.dep_ == "conj" and any(c.dep_ == "cc" and c.i < over.i for c in over.head.rights)
    aside = over.lemma_ == "stand" and over.nbor().lower_ in ("by", "aside", "idle", "idly")
    if not (closed or aside or over.lemma_ in WATCHING):
        return
    watched = [c for c in over.rights if c.dep_ == "advcl" and c.i < verb.i]
    opened = watched and watched[-1].left_edge.lower_ in ("when", "while", "as")
    if opened and watched[-1].tag_ == "VBD" and has(watched[-1], {"nsubj"}) and not has(watched[-1], {"auxpass"}):
        verb.head = watched[-1]


WATCHING = frozenset({"applaud", "cheer", "clap", "laugh", "look", "watch"})
"""What they do who look on, and do nothing else."""


def hang_past(verb: Token) -> None:
    """Hangs a past tense that is joined to an infinitive on the one above it: "forced them to go and | burned it"."""
    bare = verb.head
    above = bare.head
    if verb.dep_ != "conj" or bare.tag_ != "VB" or above.tag_ != "VBD" or above.i > bare.i:
        return
    if bare.dep_ in ("xcomp", "ccomp", "advcl") and not has(verb, {"nsubj", "nsubjpass", "aux", "auxpass"}):
        for joint in [c for c in bare.rights if c.dep_ in ("cc", "punct") and c.i < verb.i]:
            joint.head = above
        verb.head = above
